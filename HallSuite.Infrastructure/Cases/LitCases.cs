using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Cases;

/// <summary>The open cases of a hall with a light on, each with its heaviest. They are few however many are open, so what a list is about is chosen here.</summary>
internal sealed class LitCases
{
    private readonly IReadOnlyList<Lit> cases;

    private LitCases(IReadOnlyList<Lit> cases) => this.cases = cases;

    /// <summary>Those in somebody's sight.</summary>
    public static async Task<LitCases> ReadAsync(HallDbContext db, HallId hall, CaseSight sight, CancellationToken cancel)
    {
        var limits = LitClocks.In(db, [hall]);
        var lit = await OfAsync(sight.Departments is { } own ? limits.Where(x => own.Contains(x.Clock.Department)) : limits, cancel);
        if (sight.Elsewhere is { Count: > 0 } elsewhere)
        {
            lit.AddRange(await OfAsync(limits.Where(x => EF.Parameter(elsewhere).Contains(x.Case.Id)), cancel));
        }

        return new LitCases([.. lit.GroupBy(l => l.Id).Select(g => g.MaxBy(l => l.Light)!)]);
    }

    public LitCases Within(IReadOnlySet<CaseId> ids) => new([.. cases.Where(c => ids.Contains(c.Id))]);

    public int Count(Light light) => cases.Count(c => c.Light == light);

    /// <summary>The cases whose heaviest light is this one.</summary>
    public IReadOnlyList<CaseId> Ids(Light light) => [.. cases.Where(c => c.Light == light).Select(c => c.Id)];

    /// <summary>Those without a light.</summary>
    public static IQueryable<Case> Dark(IQueryable<Case> cases) => cases.Where(c => !c.Clocks.Any(k => k.State == ClockState.Running && k.Light != Light.None));

    private static Task<List<Lit>> OfAsync(IQueryable<LitClock> limits, CancellationToken cancel) => limits.Select(x => new Lit(x.Case.Id, x.Clock.Light)).ToListAsync(cancel);

    private sealed record Lit(CaseId Id, Light Light);
}
