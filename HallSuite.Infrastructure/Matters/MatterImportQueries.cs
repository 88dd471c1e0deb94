using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Platform.Clock;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Matters;

/// <summary>What an import would do, before it is done; permission <see cref="Permission.ManageMatters"/>.</summary>
public sealed class MatterImportQueries(IDbContextFactory<HallDbContext> contexts, Access access, HallClock clock)
{
    /// <summary>The same answer as that of <see cref="ImportMatters"/>, or every fault of the file. Changes nothing.</summary>
    public async Task<Result<MatterImport>> PreviewAsync(Actor actor, HallId hall, MatterReading file, ImportProgress? progress, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await access.RefusalAsync(db, actor, Permission.ManageMatters, Scope.Everything, cancel) is { } refusal)
        {
            return refusal;
        }

        if (await db.Set<ServiceHall>().AsNoTracking().SingleOrDefaultAsync(h => h.Id == hall, cancel) is not { } known)
        {
            return HallErrors.Unknown;
        }

        var now = clock.Now;
        var time = new PlanTime(DateOnly.FromDateTime(HallTime.Local(known.TimeZone, now)), now, () => Guid.CreateVersion7(now));
        return (await MatterPlan.MakeAsync(db, file, time, save: false, progress, cancel)).Answer(file);
    }
}
