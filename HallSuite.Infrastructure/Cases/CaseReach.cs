using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Cases;

/// <summary>Which departments' cases somebody sees in a hall: a clerk's own hall, a reviewer's own department.</summary>
public sealed class CaseReach(Access access)
{
    /// <summary>No department: whoever may look there is bound to none.</summary>
    private static readonly DepartmentId NoneInParticular = new(Guid.Empty);

    /// <summary>The departments; null for all of them. Refused where there is none.</summary>
    internal Task<Result<CaseSight>> ReadAsync(HallDbContext db, Actor actor, HallId hall, CancellationToken cancel) =>
        ReadAsync(db, actor, hall, Permission.ViewCases, cancel);

    /// <summary>The departments for whose cases the actor has another right.</summary>
    internal async Task<Result<CaseSight>> ReadAsync(HallDbContext db, Actor actor, HallId hall, Permission permission, CancellationToken cancel)
    {
        var grants = await access.ReadAsync(db, actor, hall, cancel);
        if (grants.RefusalOf(permission, new Scope(hall, NoneInParticular)) is not { } denied)
        {
            return new CaseSight(null, []);
        }

        var departments = await db.Set<Department>().AsNoTracking().OrderBy(d => d.Code).Select(d => d.Id).ToListAsync(cancel);
        var own = departments.Where(department => grants.RefusalOf(permission, new Scope(hall, department)) is null).ToList();
        return own.Count == 0 ? denied : new CaseSight(own, await ElsewhereAsync(db, hall, own, cancel));
    }

    /// <summary>Null where they are too many to be named.</summary>
    private static async Task<IReadOnlyList<CaseId>?> ElsewhereAsync(HallDbContext db, HallId hall, IReadOnlyList<DepartmentId> own, CancellationToken cancel)
    {
        var cases = await db.Set<Case>().SelectMany(c => c.Steps, (c, s) => new { c.Id, c.Hall, Decides = c.Department, s.Department, s.State })
            .Where(x => x.State == StepState.Open && own.Contains(x.Department) && !own.Contains(x.Decides) && x.Hall == hall)
            .Select(x => x.Id).Distinct().Take(CaseSight.MostNamed + 1).ToListAsync(cancel);
        return cases.Count > CaseSight.MostNamed ? null : cases;
    }

    /// <summary>Whether the actor sees this case: by the hall, by the department that decides, or by that of a step.</summary>
    internal async Task<bool> SeesAsync(HallDbContext db, Actor actor, Case file, CancellationToken cancel)
    {
        var grants = await access.ReadAsync(db, actor, file.Hall, cancel);
        return file.Steps.Select(s => s.Department).Prepend(file.Department)
            .Any(department => grants.RefusalOf(Permission.ViewCases, new Scope(file.Hall, department)) is null);
    }
}

/// <summary>What somebody sees in a hall: the cases of these departments, and those of others in which a step of theirs is open.</summary>
/// <param name="Departments">Null for all of them.</param>
/// <param name="Elsewhere">The cases of other departments in which a step of theirs is open; null where they are too many to be named.</param>
internal sealed record CaseSight(IReadOnlyList<DepartmentId>? Departments, IReadOnlyList<CaseId>? Elsewhere)
{
    public const int MostNamed = 200;

    /// <summary>Whether what is in sight can be told of a case by its id and department.</summary>
    public bool CanBeNamed => Departments is null || Elsewhere is not null;

    public IQueryable<Case> Of(IQueryable<Case> cases) => (Departments, Elsewhere) switch
    {
        (null, _) => cases,
        ({ } own, null) => cases.Where(c => own.Contains(c.Department) || c.Steps.Any(s => own.Contains(s.Department) && s.State == StepState.Open)),
        ({ } own, { Count: 0 }) => cases.Where(c => own.Contains(c.Department)),
        ({ } own, { } elsewhere) => cases.Where(c => own.Contains(c.Department) || elsewhere.Contains(c.Id)),
    };

    /// <summary>Without those in which another department's step is theirs.</summary>
    public IQueryable<Case> Own(IQueryable<Case> cases) => Departments is { } own ? cases.Where(c => own.Contains(c.Department)) : cases;

    /// <summary>The cases in sight.</summary>
    /// <param name="cases">Those of the hall among which they are.</param>
    /// <param name="all">All cases, to be chosen from by their ids.</param>
    public CaseSides Sides(IQueryable<Case> cases, IQueryable<Case> all) => Elsewhere is { Count: > 0 } elsewhere && Departments is not null
        ? new(Own(cases), CaseSides.Among(all, elsewhere))
        : new(Of(cases));
}
