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

    public static async Task<LitCases> ReadAsync(HallDbContext db, HallId hall, CancellationToken cancel)
    {
        var limits = await LitClocks.In(db, [hall]).Select(x => new Lit(x.Case.Id, x.Case.Department, x.Clock.Light)).ToListAsync(cancel);
        return new LitCases([.. limits.GroupBy(l => l.Id).Select(g => g.MaxBy(l => l.Light)!)]);
    }

    /// <summary>Those in somebody's sight.</summary>
    public LitCases Within(CaseSight sight) => new([.. cases.Where(c => sight.Sees(c.Id, c.Department))]);

    public LitCases Within(IReadOnlySet<CaseId> ids) => new([.. cases.Where(c => ids.Contains(c.Id))]);

    public int Count(Light light) => cases.Count(c => c.Light == light);

    /// <summary>The cases whose heaviest light is this one.</summary>
    public IReadOnlyList<CaseId> Ids(Light light) => [.. cases.Where(c => c.Light == light).Select(c => c.Id)];

    /// <summary>Those without a light.</summary>
    public static IQueryable<Case> Dark(IQueryable<Case> cases) => cases.Where(c => !c.Clocks.Any(k => k.State == ClockState.Running && k.Light != Light.None));

    private sealed record Lit(CaseId Id, DepartmentId Department, Light Light);
}
