using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Cases;

/// <summary>
/// The open cases with a light on, each with its heaviest. They are few however many are open.
/// </summary>
internal sealed class LitCases
{
    private readonly Dictionary<CaseId, Light> lights;

    private LitCases(Dictionary<CaseId, Light> lights) => this.lights = lights;

    /// <param name="part">Those of the cases that a list is about.</param>
    public static async Task<LitCases> ReadAsync(HallDbContext db, HallId hall, Func<IQueryable<Case>, CaseSides> part, CancellationToken cancel)
    {
        var lit = await LitClocks.In(db, [hall]).Select(x => new { x.Case.Id, x.Clock.Light }).ToListAsync(cancel);
        var lights = lit.GroupBy(x => x.Id).ToDictionary(g => g.Key, g => g.Max(x => x.Light));
        if (lights.Count == 0)
        {
            return new LitCases(lights);
        }

        var ids = lights.Keys.ToList();
        var within = await part(db.Set<Case>().Where(c => ids.Contains(c.Id))).IdsAsync(cancel);
        return new LitCases(lights.Where(l => within.Contains(l.Key)).ToDictionary());
    }

    public int Count(Light light) => lights.Count(l => l.Value == light);

    /// <summary>The cases whose heaviest light is this one.</summary>
    public CaseSides Of(IQueryable<Case> all, Light light)
    {
        var ids = Ids(light);
        return new(all.Where(c => ids.Contains(c.Id)));
    }

    /// <summary>Those of the cases whose heaviest light is this one; none is a light too.</summary>
    public IQueryable<Case> Among(IQueryable<Case> cases, Light light)
    {
        var ids = Ids(light);
        return light == Light.None ? Dark(cases) : cases.Where(c => ids.Contains(c.Id));
    }

    /// <summary>Those without a light.</summary>
    public static IQueryable<Case> Dark(IQueryable<Case> cases) => cases.Where(c => !c.Clocks.Any(k => k.State == ClockState.Running && k.Light != Light.None));

    private List<CaseId> Ids(Light light) => [.. lights.Where(l => l.Value == light).Select(l => l.Key)];
}
