using HallSuite.Domain.Cases;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace HallSuite.Infrastructure.Cases;

/// <summary>A number of a rollup that was not what the events say, and was corrected.</summary>
/// <param name="Department">Its code.</param>
public sealed record DailyCasesDifference(string Department, DateOnly Day, string Figure);

/// <summary>
/// Counts one local day anew from the events of its cases and corrects the rollups. A difference means that something went wrong earlier: each is an error
/// in the log and stands in the audit log. The day is noted as done in the same transaction.
/// </summary>
public sealed class RecountDailyCases(HallWork works, CaseTally tally, ILogger<RecountDailyCases> log)
{
    public sealed record Command(HallId Hall, DateOnly Day);

    /// <summary>The row that says up to which day a hall was recounted.</summary>
    internal static string DoneName(HallId hall) => $"recount-daily-cases/{hall}";

    public async Task<Result<IReadOnlyList<DailyCasesDifference>>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var order = new WorkOrder(nameof(RecountDailyCases), Permission.ActAsSystem, command.Hall, Streams.Cases(command.Hall), $"{command.Day:yyyy-MM-dd}");
        var recounted = await works.RunAsync<IReadOnlyList<DailyCasesDifference>>(order, actor, (work, token) => RecountAsync(work, command, token), cancel);
        if (recounted.TryGet(out var differences, out _))
        {
            foreach (var difference in differences)
            {
                log.LogError(
                    "Cases of {Department} in hall {Hall} on {Day}: {Figure} was not what the events say; corrected",
                    difference.Department, command.Hall, command.Day, difference.Figure);
            }
        }

        return recounted;
    }

    private async Task<Result<IReadOnlyList<DailyCasesDifference>>> RecountAsync(WorkUnit work, Command command, CancellationToken cancel)
    {
        var (db, day) = (work.Db, command.Day);
        if (await db.Set<ServiceHall>().Where(h => h.Id == command.Hall).Select(h => h.TimeZone).SingleOrDefaultAsync(cancel) is not { } zone)
        {
            return HallErrors.Unknown;
        }

        var counted = await CountAsync(db, command.Hall, zone, day, cancel);
        var rollups = await db.Set<DailyCases>().Where(d => d.Hall == command.Hall && d.Day == day).Select(d => d.Department).ToListAsync(cancel);
        var codes = await db.Set<Department>().ToDictionaryAsync(d => d.Id, d => d.Code, cancel);
        var differences = new List<DailyCasesDifference>();
        foreach (var department in counted.Keys.Union(rollups))
        {
            var row = await tally.OfAsync(db, command.Hall, day, department, cancel);
            differences.AddRange(row.Correct(counted.GetValueOrDefault(department)).Select(figure => new DailyCasesDifference(codes[department], day, figure)));
        }

        await RecountDays.NoteAsync(db, DoneName(command.Hall), day, cancel);
        work.Detail = differences.Count == 0 ? "no difference" : string.Join(", ", differences.Select(d => $"{d.Department} {d.Figure}"));
        return differences;
    }

    /// <summary>From the day's events to their cases: asked the other way round, a planner without statistics walks through all cases of the hall.</summary>
    private static async Task<Dictionary<DepartmentId, CaseCounts>> CountAsync(HallDbContext db, HallId hall, string zone, DateOnly day, CancellationToken cancel)
    {
        var (from, until) = (HallTime.Instant(zone, day.ToDateTime(TimeOnly.MinValue)), HallTime.Instant(zone, day.AddDays(1).ToDateTime(TimeOnly.MinValue)));
        var events = await (
            from e in db.Set<CaseEvent>()
            where e.At >= @from && e.At < until && db.Set<Case>().Any(here => here.Id == EF.Property<CaseId>(e, "Case") && here.Hall == hall)
            join c in db.Set<Case>() on EF.Property<CaseId>(e, "Case") equals c.Id
            select new
            {
                c.Department,
                e.Act,
                e.After,
                IsLate = c.Clocks.Any(k => (k.Kind == ClockKind.Committed || k.Kind == ClockKind.Decision) && k.Late == true),
            }).ToListAsync(cancel);
        return events.GroupBy(e => e.Department, e => CaseCounts.Of(e.Act, e.After, !e.IsLate))
            .Select(g => (Department: g.Key, Counts: g.Aggregate(CaseCounts.None, (all, one) => all + one)))
            .Where(g => g.Counts != CaseCounts.None).ToDictionary(g => g.Department, g => g.Counts);
    }
}
