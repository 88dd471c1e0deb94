using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;
using HallSuite.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Supervision;

/// <summary>A limit that will show a light.</summary>
/// <param name="Clock">The number of the limit in its case.</param>
public sealed record ComingLight(Light Light, string Number, int Clock, string Matter);

/// <summary>The lights that come on with a working day, if nobody does anything.</summary>
/// <param name="MakeUp">A day of a weekend that is worked in place of another.</param>
public sealed record ComingDay(DateOnly Day, bool MakeUp, IReadOnlyList<ComingLight> Lights);

/// <summary>Which limits turn blue, yellow or red on the next working days, by the instants that are stored with them.</summary>
public sealed class ComingLightsQueries(IDbContextFactory<HallDbContext> contexts, SupervisedHalls sights)
{
    public const int Days = 5;

    /// <summary>The next <see cref="Days"/> working days after today. Needs <see cref="Permission.Supervise"/> in the hall.</summary>
    public async Task<Result<IReadOnlyList<ComingDay>>> ReadAsync(Actor actor, HallId hall, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (!(await sights.ReadAsync(db, actor, hall, cancel)).TryGet(out var sight, out var denied))
        {
            return denied;
        }

        var calendar = sight.Rules.Calendar;
        var days = Enumerable.Range(1, Days + 1).Select(n => calendar.WorkingDayAfter(sight.Today, n)).ToList();
        var (from, until) = (sight.StartOf(days[0]), sight.StartOf(days[Days]));
        var halls = sight.Halls;

        // Whatever comes on before a moment has its next light before that moment, and those stand in an index of their own.
        var soon = await (
            from x in db.Set<Case>().SelectMany(c => c.Clocks, (c, k) => new { Case = c, Clock = k })
            where x.Clock.NextLightAt != null && x.Clock.NextLightAt < until && halls.Contains(x.Clock.Hall)
            join m in db.Set<Matter>() on x.Case.Matter equals m.Id
            orderby x.Clock.DueAt, x.Case.Number, x.Clock.Number
            select new { x.Case.Number, Clock = x.Clock.Number, Matter = m.Name, x.Clock.BlueAt, x.Clock.YellowAt, x.Clock.RedAt }).ToListAsync(cancel);
        var lights = soon
            .SelectMany(x => new (Light Light, DateTimeOffset? At)[] { (Light.Blue, x.BlueAt), (Light.Yellow, x.YellowAt), (Light.Red, x.RedAt) }
                .Select(l => (l.At, Coming: new ComingLight(l.Light, x.Number, x.Clock, x.Matter))))
            .Where(l => l.At >= from && l.At < until).ToList();
        return days.Take(Days).Index().Select(d => new ComingDay(
            d.Item, d.Item.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday,
            [.. lights.Where(l => l.At >= sight.StartOf(d.Item) && l.At < sight.StartOf(days[d.Index + 1])).Select(l => l.Coming)])).ToList();
    }
}
