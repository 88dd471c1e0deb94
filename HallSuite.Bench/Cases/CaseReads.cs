using HallSuite.Domain.Calendar;
using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Matters;
using HallSuite.Infrastructure.Statistics;
using HallSuite.Infrastructure.Supervision;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Bench.Cases;

/// <summary>A page as somebody reads it.</summary>
/// <param name="Budget">In milliseconds; null for none.</param>
internal sealed record CaseRead(string Name, Func<int, Task> Do, double? Budget = null);

/// <summary>What people read of the cases of a hall, through the queries of its pages.</summary>
internal static class CaseReads
{
    private const double Page = 10;
    private const int Sample = 200;

    public static async Task<IReadOnlyList<CaseRead>> OfAsync(CaseHall hall)
    {
        var (reviewer, head, clerk) = (hall.Reviewers[0], hall.Head, hall.Clerk);
        var archived = new CaseListFilter(hall.Id, State: CaseState.Archived);
        var deep = new WorklistFilter(hall.Id, After: await DeepAsync(hall, reviewer, new(hall.Id, Take: WorklistFilter.MostTake), pages: 2));
        var cases = await hall.ReadAsync(db => db.Set<Case>().AsNoTracking().Where(c => c.State == CaseState.Archived || c.State == CaseState.UnderReview)
            .OrderBy(c => c.ApplicantLookup).Take(Sample).Select(c => new { c.Number, c.QueryKey }).ToListAsync());
        return
        [
            List("reviewer, all open", reviewer, new(hall.Id)),
            List("reviewer, all open, 400 deep", reviewer, deep),
            List("reviewer, red", reviewer, new(hall.Id, Light: Light.Red)),
            List("reviewer, without a light", reviewer, new(hall.Id, Light: Light.None)),
            List("reviewer, to take", reviewer, new(hall.Id, WorklistPart.ToTake)),
            List("reviewer, mine", reviewer, new(hall.Id, WorklistPart.Mine)),
            List("head, to decide", head, new(hall.Id, WorklistPart.ToDecide)),
            new("counts beside the worklist", async _ => Check(await hall.Get<WorklistCountQueries>().ReadAsync(reviewer, hall.Id, WorklistPart.All, CancellationToken.None)), Page),
            Cases("clerk, all open", clerk, new(hall.Id)),
            Cases("clerk, red", clerk, new(hall.Id, Light: Light.Red)),
            Cases("clerk, archived", clerk, archived),
            Cases("clerk, archived, half way", clerk, archived with { After = await HalfAsync(hall) }),
            Cases("reviewer, archived, half way", reviewer, archived with { After = await HalfAsync(hall) }),
            Cases("reviewer, all open", reviewer, new(hall.Id)),
            new("intake, received", async _ => Check(await hall.Get<IntakeQueries>().ListAsync(clerk, hall.Id, IntakePart.Received, CancellationToken.None)), Page),
            new("intake, drafts", async _ => Check(await hall.Get<IntakeQueries>().ListAsync(clerk, hall.Id, IntakePart.Drafts, CancellationToken.None)), Page),
            new("case page", async i => Check(await hall.Get<CaseQueries>().FindAsync(clerk, cases[i % cases.Count].Number, CancellationToken.None)), Page),
            new("progress by the receipt", async i => Check(await hall.Get<CaseProgressQueries>().FindAsync(cases[i % cases.Count].Number, cases[i % cases.Count].QueryKey, CancellationToken.None)), Page),
            new("matter search", async _ => await hall.Get<CatalogueQueries>().ListAsync(new("经营"), after: null, 50, CancellationToken.None), Page),
            new("supervision board", async _ => Check(await hall.Get<SupervisionPageQueries>().ReadAsync(hall.Supervisor, new(hall.Id), CancellationToken.None))),
            new("supervision board, red", async _ => Check(await hall.Get<SupervisionPageQueries>().ReadAsync(hall.Supervisor, new(hall.Id, Light.Red), CancellationToken.None))),
            new("big screen", async _ => Check(await hall.Get<HallStatisticsQueries>().ReadAsync(hall.Node.Caller, hall.Id, CancellationToken.None)), Page),
            new("round of turn-lights, nothing due", _ => hall.RunAsync("turn-lights"), 50),
            new("round of deem-accepted, nothing due", _ => hall.RunAsync("deem-accepted"), 50),
            new("round of lapse-supplements, nothing due", _ => hall.RunAsync("lapse-supplements"), 50),
            new("round of recalculate-limits, nothing due", _ => hall.RunAsync("recalculate-limits"), 50),
        ];

        CaseRead Cases(string who, Actor actor, CaseListFilter filter) =>
            new($"cases: {who}", async _ => Check(await hall.Get<CaseListQueries>().ReadAsync(actor, filter, CancellationToken.None)), Page);

        CaseRead List(string who, Actor actor, WorklistFilter filter) =>
            new($"worklist: {who}", async _ => Check(await hall.Get<WorklistQueries>().ReadAsync(actor, filter, CancellationToken.None)), Page);
    }

    /// <summary>Where somebody stands who has turned some pages.</summary>
    private static async Task<string?> DeepAsync(CaseHall hall, Actor actor, WorklistFilter filter, int pages)
    {
        for (var page = 0; page < pages; page++)
        {
            filter = filter with { After = Check(await hall.Get<WorklistQueries>().ReadAsync(actor, filter, CancellationToken.None)).Next };
        }

        return filter.After;
    }

    private static async Task<string> HalfAsync(CaseHall hall)
    {
        var days = await hall.ReadAsync(db => db.Set<Case>().Where(c => c.Number.StartsWith("SEED")).OrderBy(c => c.Number).Select(c => c.Number).FirstAsync());
        var first = DateOnly.ParseExact(days[4..12], "yyyyMMdd");
        return $"SEED{first.AddDays((hall.Today.DayNumber - first.DayNumber) / 2):yyyyMMdd}00500";
    }

    private static T Check<T>(Result<T> answer) => answer.TryGet(out var told, out var refused) ? told : throw new InvalidOperationException(refused.ToString());
}
