using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Cases;

/// <summary>Puts a scan aside that shows something else than it should. It stays in the store; nothing is deleted (DOMAIN §3, rule 14).</summary>
public sealed class PutScanAside(HallWork works, IDbContextFactory<HallDbContext> contexts)
{
    public sealed record Command(CaseId Case, ScanId Scan);

    public async Task<Result> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        if (await CasePlace.FindAsync(contexts, command.Case, cancel) is not { } place)
        {
            return CaseErrors.Unknown;
        }

        var order = new WorkOrder(nameof(PutScanAside), Permission.TakeInCases, place.Scope, Streams.Cases(place.Hall), place.Number);
        return await works.RunAsync(order, actor, async (work, token) =>
        {
            if (await work.Db.Set<CaseScan>().SingleOrDefaultAsync(s => s.Id == command.Scan && s.Case == command.Case, token) is not { } scan)
            {
                return CaseErrors.ScanUnknown;
            }

            var state = await work.Db.Set<Case>().Where(c => c.Id == command.Case).Select(c => c.State).SingleAsync(token);
            if (CaseLife.IsOver(state))
            {
                return CaseErrors.Over(state);
            }

            scan.PutAsideAt ??= work.Now;
            work.Topics.Add(CaseTopics.Case(command.Case));
            work.Detail = $"{scan.Requirement} {scan.FileHash}";
            return Result.Ok;
        }, cancel);
    }
}
