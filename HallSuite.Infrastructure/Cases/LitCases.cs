using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Cases;

/// <summary>
/// The open cases with a light on, each with its heaviest. They are few however many are open, so everything starts at the index of the limits that are lit.
/// </summary>
internal sealed class LitCases
{
    private readonly Dictionary<CaseId, Light> lights;

    private LitCases(Dictionary<CaseId, Light> lights) => this.lights = lights;

    /// <param name="within">Keeps those that a list is about; null for all of the hall.</param>
    public static async Task<LitCases> ReadAsync(HallDbContext db, HallId hall, Func<IQueryable<Case>, IQueryable<Case>>? within, CancellationToken cancel)
    {
        // The hall is chosen from what was read: a planner without statistics would otherwise start at all cases that the hall ever had.
        var lit = await db.Set<Case>().SelectMany(c => c.Clocks, (c, k) => new { c.Id, c.Hall, k.State, k.Light })
            .Where(x => x.State == ClockState.Running && x.Light != Light.None).Select(x => new { x.Id, x.Hall, x.Light }).ToListAsync(cancel);
        var lights = lit.Where(x => x.Hall == hall).GroupBy(x => x.Id).ToDictionary(g => g.Key, g => g.Max(x => x.Light));
        if (within is null || lights.Count == 0)
        {
            return new LitCases(lights);
        }

        var ids = lights.Keys.ToList();
        var kept = await within(db.Set<Case>().Where(c => ids.Contains(c.Id))).Select(c => c.Id).ToListAsync(cancel);
        return new LitCases(kept.ToDictionary(id => id, id => lights[id]));
    }

    public int Count(Light light) => lights.Count(l => l.Value == light);

    /// <summary>The cases whose heaviest light is this one.</summary>
    public IReadOnlyList<CaseId> Of(Light light) => [.. lights.Where(l => l.Value == light).Select(l => l.Key)];

    /// <summary>Those without a light.</summary>
    public static IQueryable<Case> Dark(IQueryable<Case> cases) => cases.Where(c => !c.Clocks.Any(k => k.State == ClockState.Running && k.Light != Light.None));
}
