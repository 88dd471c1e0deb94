using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace HallSuite.Infrastructure.Queueing;

/// <summary>A number of a rollup that was not what the tickets say, and was corrected.</summary>
public sealed record LaneDayDifference(string Lane, DateOnly Day, string Figure);

/// <summary>
/// Counts one service day anew from its tickets and corrects the rollups. A difference means that something went wrong earlier: each is an
/// error in the log. The day is noted as done in the same transaction.
/// </summary>
public sealed class RecountLaneDays(HallWork works, LaneDays days, ILogger<RecountLaneDays> log)
{
    public sealed record Command(HallId Hall, DateOnly Day);

    /// <summary>The row that says up to which day a hall was recounted.</summary>
    internal static string DoneName(HallId hall) => $"recount-lane-days/{hall}";

    public async Task<Result<IReadOnlyList<LaneDayDifference>>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var order = new WorkOrder(nameof(RecountLaneDays), Permission.ActAsSystem, command.Hall, Streams.Queue(command.Hall), $"{command.Day:yyyy-MM-dd}");
        var recounted = await works.RunAsync<IReadOnlyList<LaneDayDifference>>(order, actor, (work, token) => RecountAsync(work, command, token), cancel);
        if (recounted.TryGet(out var differences, out _))
        {
            foreach (var difference in differences)
            {
                log.LogError(
                    "Lane {Lane} of hall {Hall} on {Day}: {Figure} was not what the tickets say; corrected", difference.Lane, command.Hall, command.Day, difference.Figure);
            }
        }

        return recounted;
    }

    private async Task<Result<IReadOnlyList<LaneDayDifference>>> RecountAsync(WorkUnit work, Command command, CancellationToken cancel)
    {
        var (db, day) = (work.Db, command.Day);
        if (await db.Set<ServiceHall>().Where(h => h.Id == command.Hall).Select(h => h.TimeZone).SingleOrDefaultAsync(cancel) is not { } zone)
        {
            return HallErrors.Unknown;
        }

        var tickets = await db.Set<Ticket>().AsNoTracking().Where(t => t.Hall == command.Hall && t.ServiceDay == day).ToListAsync(cancel);
        var rollups = await db.Set<LaneDay>().Where(d => d.Hall == command.Hall && d.Day == day).Select(d => d.Lane).ToListAsync(cancel);
        var prefixes = await db.Set<Lane>().Where(l => l.Hall == command.Hall).ToDictionaryAsync(l => l.Id, l => l.Prefix, cancel);
        var differences = new List<LaneDayDifference>();
        foreach (var lane in tickets.SelectMany(t => new[] { t.FirstLane, t.Lane }).Union(rollups))
        {
            var counted = LaneDay.Recount(command.Hall, lane, day, tickets, at => TimeOnly.FromDateTime(HallTime.Local(zone, at)));
            var row = await days.OfAsync(db, command.Hall, lane, day, cancel);
            differences.AddRange(row.Correct(counted).Select(figure => new LaneDayDifference(prefixes[lane], day, figure)));
        }

        await RecountDays.NoteAsync(db, DoneName(command.Hall), day, cancel);
        work.Detail = differences.Count == 0 ? "no difference" : string.Join(", ", differences.Select(d => $"{d.Lane} {d.Figure}"));
        return differences;
    }
}
