using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Clock;
using HallSuite.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Cases;

/// <summary>
/// Finds the cases whose time has come, for the sweeps. Each question is asked of the clocks, whose index holds what is due, and not of the cases, of which
/// there are a million.
/// </summary>
public sealed class DueCases(IDbContextFactory<HallDbContext> contexts, HallClock clock)
{
    /// <summary>The halls with a clock of this kind that is over: an operation that does nothing would still stand in the audit log, once a minute.</summary>
    internal async Task<IReadOnlyList<HallId>> HallsWithOverAsync(ClockKind kind, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await Over(db, kind, clock.Now).Select(d => d.Hall).Distinct().ToListAsync(cancel);
    }

    /// <summary>The halls with a light to be put on.</summary>
    internal async Task<IReadOnlyList<HallId>> HallsWithLightsAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await WithLight(db, clock.Now).Select(d => d.Hall).Distinct().ToListAsync(cancel);
    }

    /// <summary>The cases of a hall whose clock of this kind is over, the first due first.</summary>
    internal static async Task<IReadOnlyList<CaseId>> OverAsync(
        HallDbContext db, HallId hall, ClockKind kind, DateTimeOffset now, int take, CancellationToken cancel) =>
        await Over(db, kind, now).Where(d => d.Hall == hall).OrderBy(d => d.At).ThenBy(d => d.Number).Select(d => d.Case).Take(take).ToListAsync(cancel);

    /// <summary>The cases of a hall with a light to be put on, the first due first; one with two such clocks stands there twice.</summary>
    internal static async Task<IReadOnlyList<CaseId>> WithLightAsync(HallDbContext db, HallId hall, DateTimeOffset now, int take, CancellationToken cancel) =>
        await WithLight(db, now).Where(d => d.Hall == hall).OrderBy(d => d.At).ThenBy(d => d.Number).Select(d => d.Case).Take(take).ToListAsync(cancel);

    private static IQueryable<Due> Over(HallDbContext db, ClockKind kind, DateTimeOffset now) =>
        db.Set<Case>().SelectMany(c => c.Clocks, (c, k) => new { c, k }).Where(x => x.k.State == ClockState.Running && x.k.Kind == kind && x.k.DueAt <= now)
            .Select(x => new Due { Hall = x.k.Hall, Case = x.c.Id, Number = x.c.Number, At = x.k.DueAt });

    private static IQueryable<Due> WithLight(HallDbContext db, DateTimeOffset now) =>
        db.Set<Case>().SelectMany(c => c.Clocks, (c, k) => new { c, k }).Where(x => x.k.NextLightAt != null && x.k.NextLightAt <= now)
            .Select(x => new Due { Hall = x.k.Hall, Case = x.c.Id, Number = x.c.Number, At = x.k.NextLightAt!.Value });

    private sealed class Due
    {
        public required HallId Hall { get; init; }

        public required CaseId Case { get; init; }

        public required string Number { get; init; }

        public required DateTimeOffset At { get; init; }
    }
}
