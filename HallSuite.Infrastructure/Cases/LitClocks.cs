using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Cases;

/// <summary>A running limit with a light on, and its case.</summary>
internal sealed class LitClock
{
    public required Case Case { get; init; }

    public required Clock Clock { get; init; }
}

/// <summary>The limits with a light on, by the index that holds them and nothing else: however many cases there are, few of them are late.</summary>
internal static class LitClocks
{
    private static readonly Light[] On = [Light.Blue, Light.Yellow, Light.Red];

    // "Not none" is the filter of the index; by the lights themselves it is looked up. A planner without statistics takes it only when it is told both.
    public static IQueryable<LitClock> In(HallDbContext db, IReadOnlyList<HallId> halls) =>
        db.Set<Case>().SelectMany(c => c.Clocks, (c, k) => new LitClock { Case = c, Clock = k })
            .Where(x => x.Clock.State == ClockState.Running && x.Clock.Light != Light.None && On.Contains(x.Clock.Light) && halls.Contains(x.Clock.Hall));
}
