using HallSuite.Domain.Evaluation;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Platform.Jobs;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace HallSuite.Infrastructure.Evaluation;

/// <summary>A number of a rollup that was not what the ratings say, and was corrected.</summary>
/// <param name="Window">Its number; null where the window is gone.</param>
public sealed record DailyRatingsDifference(int? Window, DateOnly Day, Grade Grade);

/// <summary>
/// Counts one service day anew from its ratings and corrects the rollups. A difference means that something went wrong earlier: each is an error in the log
/// and stands in the audit log. The day is noted as done in the same transaction.
/// </summary>
public sealed class RecountDailyRatings(HallWork works, ILogger<RecountDailyRatings> log)
{
    public sealed record Command(HallId Hall, DateOnly Day);

    /// <summary>The row that says up to which day a hall was recounted.</summary>
    internal static string DoneName(HallId hall) => $"recount-daily-ratings/{hall}";

    public async Task<Result<IReadOnlyList<DailyRatingsDifference>>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var order = new WorkOrder(nameof(RecountDailyRatings), Permission.ActAsSystem, command.Hall, Streams.Ratings(command.Hall), $"{command.Day:yyyy-MM-dd}");
        var recounted = await works.RunAsync<IReadOnlyList<DailyRatingsDifference>>(order, actor, (work, token) => RecountAsync(work, command, token), cancel);
        if (recounted.TryGet(out var differences, out _))
        {
            foreach (var difference in differences)
            {
                log.LogError(
                    "Ratings of window {Window} of hall {Hall} on {Day}: {Grade} was not what the ratings say; corrected",
                    difference.Window, command.Hall, command.Day, difference.Grade);
            }
        }

        return recounted;
    }

    private static async Task<Result<IReadOnlyList<DailyRatingsDifference>>> RecountAsync(WorkUnit work, Command command, CancellationToken cancel)
    {
        var (db, day) = (work.Db, command.Day);
        if (!await db.Set<ServiceHall>().AnyAsync(h => h.Id == command.Hall, cancel))
        {
            return HallErrors.Unknown;
        }

        var ratings = await db.Set<ServiceRating>().Where(r => r.Hall == command.Hall && r.Day == day)
            .GroupBy(r => new { r.Window, r.Grade }).Select(g => new { g.Key.Window, g.Key.Grade, Count = g.Count() }).ToListAsync(cancel);
        var counted = ratings.GroupBy(r => r.Window).ToDictionary(
            g => g.Key, g => g.SelectMany(r => Enumerable.Repeat(RatingCounts.One(r.Grade), r.Count)).Aggregate(RatingCounts.None, (all, one) => all + one));
        var rollups = await db.Set<DailyRatings>().Where(d => d.Hall == command.Hall && d.Day == day).Select(d => d.Window).ToListAsync(cancel);
        var numbers = await db.Set<ServiceWindow>().Where(w => w.Hall == command.Hall).ToDictionaryAsync(w => w.Id, w => (int?)w.Number, cancel);
        var differences = new List<DailyRatingsDifference>();
        foreach (var window in counted.Keys.Union(rollups))
        {
            var row = await RatingTally.OfAsync(db, command.Hall, day, window, cancel);
            differences.AddRange(
                row.Correct(counted.GetValueOrDefault(window)).Select(grade => new DailyRatingsDifference(numbers.GetValueOrDefault(window), day, grade)));
        }

        await RecountDays.NoteAsync(db, DoneName(command.Hall), day, cancel);
        work.Detail = differences.Count == 0 ? "no difference" : string.Join(", ", differences.Select(d => $"window {d.Window} {d.Grade}"));
        return differences;
    }
}

/// <summary>Recounts the ratings of each service day, once when it is over (DESIGN §4).</summary>
internal sealed class RecountDailyRatingsJob(RecountDays days, RecountDailyRatings recount) : IHallJob
{
    public string Name => "recount-daily-ratings";

    public TimeSpan Period => TimeSpan.FromMinutes(5);

    public async Task RunAsync(CancellationToken cancel)
    {
        foreach (var (hall, day) in await days.DueAsync(RecountDailyRatings.DoneName, RecountDays.LastDate, cancel))
        {
            JobSteps.ThrowIfRefused(await recount.ExecuteAsync(new(hall, day), Actor.System(Name), cancel));
        }
    }
}
