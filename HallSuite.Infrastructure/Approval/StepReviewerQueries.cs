using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Platform.Clock;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Approval;

/// <summary>Somebody who could be put in charge of a step.</summary>
/// <param name="OpenSteps">How many they are in charge of already.</param>
public sealed record StepReviewer(StaffId Id, string Name, int OpenSteps);

/// <summary>To whom the head of a department can give an open step (<see cref="AssignStep"/>): its reviewers who did not take the case in.</summary>
public sealed class StepReviewerQueries(IDbContextFactory<HallDbContext> contexts, Access access, HallClock clock)
{
    /// <summary>Needs <see cref="Permission.HeadCases"/> in the department of the step. Whoever has the least to do comes first.</summary>
    public async Task<Result<IReadOnlyList<StepReviewer>>> ReadAsync(Actor actor, CaseId id, string code, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await db.Set<Case>().AsNoTracking().AsSplitQuery().SingleOrDefaultAsync(c => c.Id == id, cancel) is not { } file)
        {
            return CaseErrors.Unknown;
        }

        if (file.Steps.FirstOrDefault(s => s.Code == code) is not { } step)
        {
            return CaseErrors.StepUnknown(code);
        }

        var scope = new Scope(file.Hall, step.Department);
        if (await access.RefusalAsync(db, actor, Permission.HeadCases, scope, cancel) is { } denied)
        {
            return denied;
        }

        var able = new List<StaffId>();
        foreach (var person in await HoldersAsync(db, step, cancel))
        {
            if (file.Hands.ToReview(person) is null
                && await access.RefusalAsync(db, Actor.Staff(person, actor.From), CaseRights.OfStep(step.Role), scope, cancel) is null)
            {
                able.Add(person);
            }
        }

        var held = await db.Set<Case>().SelectMany(c => c.Steps).Where(s => s.State == StepState.Open && s.Reviewer != null && able.Contains(s.Reviewer.Value))
            .GroupBy(s => s.Reviewer!.Value).Select(g => new { Who = g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Who, g => g.Count, cancel);
        var names = await db.Set<StaffMember>().AsNoTracking().Where(s => able.Contains(s.Id)).Select(s => new { s.Id, s.Name }).ToListAsync(cancel);
        return Result.Of<IReadOnlyList<StepReviewer>>(
            [.. names.Select(n => new StepReviewer(n.Id, n.Name, held.GetValueOrDefault(n.Id))).OrderBy(r => r.OpenSteps).ThenBy(r => r.Name, StringComparer.Ordinal)]);
    }

    /// <summary>Who holds a fitting post in the department now; where it reaches is asked of each.</summary>
    private Task<List<StaffId>> HoldersAsync(HallDbContext db, ReviewStep step, CancellationToken cancel)
    {
        var now = clock.Now;
        var roles = Enum.GetValues<Role>().Where(r => RolePermissions.Of(r).Contains(CaseRights.OfStep(step.Role))).ToList();
        return db.Set<Post>().AsNoTracking()
            .Where(p => roles.Contains(p.Role) && (p.Department == null || p.Department == step.Department) && p.From <= now && (p.Until == null || p.Until > now))
            .Select(p => p.Staff).Distinct().ToListAsync(cancel);
    }
}
