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

    private static async Task<IReadOnlyList<CaseId>> ElsewhereAsync(HallDbContext db, HallId hall, IReadOnlyList<DepartmentId> own, CancellationToken cancel) =>
        await db.Set<Case>().SelectMany(c => c.Steps, (c, s) => new { c.Id, c.Hall, Decides = c.Department, s.Department, s.State })
            .Where(x => x.State == StepState.Open && own.Contains(x.Department) && !own.Contains(x.Decides) && x.Hall == hall)
            .Select(x => x.Id).Distinct().ToListAsync(cancel);

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
/// <param name="Elsewhere">The cases of other departments in which a step of theirs is open.</param>
internal sealed record CaseSight(IReadOnlyList<DepartmentId>? Departments, IReadOnlyList<CaseId> Elsewhere)
{
    public IQueryable<Case> Of(IQueryable<Case> cases) =>
        Departments is { } own && Elsewhere is { Count: > 0 } elsewhere ? cases.Where(c => own.Contains(c.Department) || EF.Parameter(elsewhere).Contains(c.Id)) : Own(cases);

    /// <summary>Without those in which another department's step is theirs.</summary>
    public IQueryable<Case> Own(IQueryable<Case> cases) => Departments is { } own ? cases.Where(c => own.Contains(c.Department)) : cases;

    /// <summary>The cases in sight.</summary>
    /// <param name="cases">Those of the hall among which they are.</param>
    /// <param name="all">All cases, to be chosen from by their ids.</param>
    public CaseSides Sides(IQueryable<Case> cases, IQueryable<Case> all) => Elsewhere.Count > 0 ? new(Own(cases), CaseSides.Among(all, Elsewhere)) : new(Own(cases));
}
