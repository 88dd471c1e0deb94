using HallSuite.Domain.Cases;
using HallSuite.Domain.Evaluation;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Platform.Clock;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using HallSuite.Infrastructure.Queueing;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Statistics;

/// <summary>What the big screen shows: the open queue, the lights that are on and the rollups of a month, whatever the hall did in the years before.</summary>
public sealed class HallStatisticsQueries(IDbContextFactory<HallDbContext> contexts, Access access, HallClock clock, HallQueues queues)
{
    private const int TrendDays = 30;
    private const int WeeksBefore = 4;
    private const int MostHotLanes = 5;

    public async Task<Result<HallStatistics>> ReadAsync(Actor actor, HallId hall, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await access.RefusalAsync(db, actor, Permission.ViewQueue, hall, cancel) is { } denied)
        {
            return denied;
        }

        var seq = await StreamCounters.SumAsync(db, [Streams.Queue(hall), Streams.Cases(hall), Streams.Ratings(hall), Streams.Platform], cancel);
        if (await queues.ReadAsync(db, hall, clock.Now, cancel) is not { } queue)
        {
            return HallErrors.Unknown;
        }

        var floors = await db.Set<ServiceHall>().Where(h => h.Id == hall).SelectMany(h => h.Floors).OrderBy(f => f.Number)
            .Select(f => new Floor(f.Number, f.Name)).ToListAsync(cancel);
        var (facts, day) = (queue.Hall, queue.Hall.Day);
        var rollups = await DaysAsync(db, hall, day, cancel);
        var today = rollups.Lanes.Where(d => d.Day == day).ToList();
        var windows = queue.Windows.Select(w => FigureOf(queue, w)).ToList();
        var oldest = queue.Waiting.Select(w => (DateTimeOffset?)w.OldestTakenAt).Min();
        return new HallStatistics(
            seq, facts.At,
            TodayOf(today, rollups.CasesOn(day), await RatingsAsync(db, hall, day, cancel)),
            windows,
            [.. Enumerable.Range(1 - TrendDays, TrendDays).Select(back => FigureOf(rollups, day.AddDays(back)))],
            await CardsAsync(db, hall, cancel),
            facts.Name, facts.Announcement, facts.Hotline, facts.TimeZone, day,
            queue.Waiting.Sum(w => w.Count),
            oldest is { } since ? Math.Max(0, (int)(facts.At - since).TotalMinutes) : null,
            queue.AtWindows.Count(t => t.State == TicketState.Serving),
            windows.Count(w => w.State == WindowState.Open), windows.Count,
            [.. floors.Select(f => new FloorFigure(f.Number, f.Name, WaitingOn(queue, f.Number), [.. windows.Where(w => w.Floor == f.Number)]))],
            HotLanesOf(queue, today),
            [.. Enumerable.Range(1, day.Day).Select(date => FigureOf(rollups, new DateOnly(day.Year, day.Month, date)))],
            [.. Enumerable.Range(0, WeeksBefore + 1).Select(weeks => RidgeOf(rollups.Lanes, day.AddDays(-7 * weeks)))]);
    }

    /// <summary>The rollups of the days that the screen shows: at most a month of them.</summary>
    private static async Task<Rollups> DaysAsync(HallDbContext db, HallId hall, DateOnly day, CancellationToken cancel)
    {
        var first = day.AddDays(1 - Math.Max(TrendDays, day.Day));
        return new Rollups(
            await db.Set<LaneDay>().AsNoTracking().Where(d => d.Hall == hall && d.Day >= first && d.Day <= day).ToListAsync(cancel),
            await db.Set<DailyCases>().AsNoTracking().Where(d => d.Hall == hall && d.Day >= first && d.Day <= day).ToListAsync(cancel));
    }

    private static async Task<RatingCounts> RatingsAsync(HallDbContext db, HallId hall, DateOnly day, CancellationToken cancel) =>
        (await db.Set<DailyRatings>().AsNoTracking().Where(d => d.Hall == hall && d.Day == day).ToListAsync(cancel))
        .Aggregate(RatingCounts.None, (all, window) => all + window.Counts);

    private static async Task<CardFigures> CardsAsync(HallDbContext db, HallId hall, CancellationToken cancel)
    {
        var lit = await LitClocks.In(db, [hall]).GroupBy(x => x.Clock.Light).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        return new CardFigures(lit.GetValueOrDefault(Light.Blue), lit.GetValueOrDefault(Light.Yellow), lit.GetValueOrDefault(Light.Red));
    }

    private static TodayFigures TodayOf(List<LaneDay> lanes, CaseCounts cases, RatingCounts ratings) => new(
        lanes.Sum(d => d.Taken), lanes.Sum(d => d.Served), cases.Received, cases.Accepted, cases.Decided,
        cases.Decided == 0 ? null : (double)cases.DecidedInTime / cases.Decided, ratings.Share, ratings.Total);

    private static WindowFigure FigureOf(HallQueue queue, ServiceWindow window) => queue.At(window.Id) is { } ticket
        ? new WindowFigure(window.Number, window.Name, window.Floor, window.State, ticket.Text, ticket.State)
        : new WindowFigure(window.Number, window.Name, window.Floor, window.State, null, null);

    private static DayFigure FigureOf(Rollups rollups, DateOnly day) => new(
        day, rollups.Lanes.Where(d => d.Day == day).Sum(d => d.Taken), rollups.Lanes.Where(d => d.Day == day).Sum(d => d.Served), rollups.CasesOn(day).Decided);

    private static Ridge RidgeOf(List<LaneDay> rollups, DateOnly day)
    {
        var taken = new int[LaneDay.Buckets];
        foreach (var lane in rollups.Where(d => d.Day == day))
        {
            var counts = lane.TakenPerTenMinutes();
            for (var i = 0; i < taken.Length; i++)
            {
                taken[i] += counts[i];
            }
        }

        return new Ridge(day, taken);
    }

    private static int WaitingOn(HallQueue queue, int floor) => queue.Waiting.Where(w => FloorOf(queue, w.Lane) == floor).Sum(w => w.Count);

    /// <summary>Where a lane's people wait: the floor with most of its windows, open ones first of all.</summary>
    private static int? FloorOf(HallQueue queue, LaneId lane) => queue.Windows.Where(w => w.Serves(lane)).GroupBy(w => w.Floor)
        .OrderByDescending(f => f.Count(w => w.State == WindowState.Open)).ThenByDescending(f => f.Count()).ThenBy(f => f.Key)
        .Select(f => (int?)f.Key).FirstOrDefault();

    private static List<HotLane> HotLanesOf(HallQueue queue, List<LaneDay> today)
    {
        var hot =
            from day in today
            where day.Taken > 0
            join lane in queue.Lanes on day.Lane equals lane.Id
            orderby day.Taken descending, lane.Prefix
            select new HotLane(lane.Prefix, lane.Name, lane.NameEn, day.Taken);
        return [.. hot.Take(MostHotLanes)];
    }

    /// <summary>The rollups of the days that the screen shows.</summary>
    private sealed record Rollups(List<LaneDay> Lanes, List<DailyCases> Cases)
    {
        public CaseCounts CasesOn(DateOnly day) => Cases.Where(d => d.Day == day).Aggregate(CaseCounts.None, (all, department) => all + department.Counts);
    }
}
