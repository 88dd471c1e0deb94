using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Platform.Clock;
using HallSuite.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Cases;

/// <summary>Somebody of a department that has to do with a case.</summary>
/// <param name="TookIn">Took the case in, and so neither reviews nor verifies it.</param>
public sealed record CaseColleague(StaffId Id, string Name, DepartmentId Department, bool Reviews, bool Heads, bool TookIn);

/// <summary>Who could review a case or go and look, for whoever sees it. Whether somebody may is decided again by the operation.</summary>
public sealed class CaseStaffQueries(IDbContextFactory<HallDbContext> contexts, CaseReach reach, HallClock clock)
{
    /// <summary>The reviewers and heads of the departments of a case, by name.</summary>
    public async Task<Result<IReadOnlyList<CaseColleague>>> ReadAsync(Actor actor, CaseId id, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var file = await db.Set<Case>().AsNoTracking().AsSplitQuery().SingleOrDefaultAsync(c => c.Id == id, cancel);
        if (file is null || !await reach.SeesAsync(db, actor, file, cancel))
        {
            return CaseErrors.Unknown;
        }

        var now = clock.Now;
        var departments = file.Steps.Select(s => s.Department).Append(file.Department).Distinct().ToList();
        var posts = await (
            from p in db.Set<Post>().AsNoTracking()
            where p.Department != null && departments.Contains(p.Department.Value) && (p.Role == Role.Reviewer || p.Role == Role.DepartmentHead)
            where p.From <= now && (p.Until == null || p.Until > now)
            join s in db.Set<StaffMember>() on p.Staff equals s.Id
            where s.Active
            select new { s.Id, s.Name, Department = p.Department!.Value, p.Role }).ToListAsync(cancel);
        var people = posts.GroupBy(p => new { p.Id, p.Name, p.Department })
            .Select(g => new CaseColleague(
                g.Key.Id, g.Key.Name, g.Key.Department, g.Any(p => p.Role == Role.Reviewer), g.Any(p => p.Role == Role.DepartmentHead), file.Hands.TookIn.Contains(g.Key.Id)))
            .OrderBy(p => p.Name, StringComparer.Ordinal).ToList();
        return Result.Of<IReadOnlyList<CaseColleague>>(people);
    }
}
