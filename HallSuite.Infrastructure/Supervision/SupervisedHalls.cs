using HallSuite.Domain.Calendar;
using HallSuite.Domain.Cases;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Platform.Clock;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Supervision;

/// <summary>A hall and those below it as a supervisor sees them, and by what they are reckoned: the time of the hall at the top.</summary>
internal sealed record SupervisedSight(IReadOnlyList<HallId> Halls, DateTimeOffset Now, HallRules Rules)
{
    public DateOnly Today => LocalDay.Of(Now, Rules.Zone);

    public DateTimeOffset StartOf(DateOnly day) => LocalDay.StartOf(day, Rules.Zone);
}

/// <summary>Which halls a supervisor sees.</summary>
public sealed class SupervisedHalls(Access access, CaseRules rules, HallClock clock)
{
    /// <summary>Needs <see cref="Permission.Supervise"/> in the hall.</summary>
    internal async Task<Result<SupervisedSight>> ReadAsync(HallDbContext db, Actor actor, HallId hall, CancellationToken cancel)
    {
        if (await access.RefusalAsync(db, actor, Permission.Supervise, hall, cancel) is { } denied)
        {
            return denied;
        }

        if (await db.Set<ServiceHall>().Where(h => h.Id == hall).Select(h => new { h.Path, h.TimeZone }).SingleOrDefaultAsync(cancel) is not { } top)
        {
            return HallErrors.Unknown;
        }

        var halls = await db.Set<ServiceHall>().Where(h => h.Path.StartsWith(top.Path)).Select(h => h.Id).ToListAsync(cancel);
        return new SupervisedSight(halls, clock.Now, await rules.ReadAsync(db, hall, top.TimeZone, cancel));
    }
}
