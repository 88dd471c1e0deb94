using HallSuite.Domain.Calendar;
using HallSuite.Domain.Cases;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Platform.Clock;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Privacy;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Cases;

/// <summary>Reads one case for its page.</summary>
public sealed class CaseQueries(IDbContextFactory<HallDbContext> contexts, Access access, CaseReach reach, CaseRules rules, PersonalData personal, HallClock clock)
{
    /// <summary>The case with this number; <c>case.unknown</c> also where the actor may not see it, so that nobody learns which numbers there are.</summary>
    public async Task<Result<CaseView>> FindAsync(Actor actor, string number, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var file = await db.Set<Case>().AsNoTrackingWithIdentityResolution().AsSplitQuery().Include(c => c.Events).SingleOrDefaultAsync(c => c.Number == number, cancel);
        if (file is null || !await reach.SeesAsync(db, actor, file, cancel))
        {
            return CaseErrors.Unknown;
        }

        var hall = await db.Set<ServiceHall>().Where(h => h.Id == file.Hall).Select(h => new { h.Code, h.TimeZone }).SingleAsync(cancel);
        var occasion = new Occasion(actor, clock.Now, await rules.ReadAsync(db, hall.TimeZone, cancel));
        var standard = await CaseFiles.StandardOfAsync(db, file, occasion.Day, cancel);
        var matter = await db.Set<Matter>().AsNoTracking().SingleAsync(m => m.Id == file.Matter, cancel);
        var department = await db.Set<Department>().AsNoTracking().SingleAsync(d => d.Id == file.Department, cancel);
        var rights = await RightsAsync(db, actor, file, cancel);
        var papers = await db.Set<CasePaper>().AsNoTracking().Where(p => p.Case == file.Id).OrderBy(p => p.Event).ThenBy(p => p.Number)
            .Select(p => new PaperView(p.Event, p.Kind, p.Document, p.Number)).ToListAsync(cancel);
        return ViewOf(file, standard, matter, department, await NamesAsync(db, file, cancel), papers, rights, occasion, hall.Code, hall.TimeZone);
    }

    private CaseView ViewOf(
        Case file, Standard standard, Matter matter, Department department, IReadOnlyDictionary<StaffId, string> names, IReadOnlyList<PaperView> papers,
        Rights rights, Occasion occasion, string hallCode, string timeZone) => new(
        new SeenCase(file.Id, file.EventCount), file.Number, file.Hall, file.Department, department.Name, department.NameEn, matter.Code, matter.Name,
        standard.Number, standard.Content, file.State, file.Channel, file.Subject, Masked.Of(file.Applicant, personal), file.Ticket, file.OpenedAt,
        file.ReceivedDay, file.AcceptedDay, file.DeemedAccepted, file.OnTheSpot, file.ReadyAt, file.EndedAt, file.AwaitsDecision,
        file.Materials, file.Supplement, file.NotAccepted, file.Suspensions, file.Extension,
        file.Verifications, file.Marks, file.Decision, file.Issued, file.Handover?.Way,
        file.Handover?.Reference, Masked.NameOf(file.Handover?.Receiver, personal), file.TerminatedFor, [.. file.Clocks.Select(c => ClockOf(c, occasion))],
        [.. file.Steps.Select(s => StepOf(s, file, rights, occasion))], [.. file.Events.OrderBy(e => e.Number).Select(e => EventOf(e, names))], papers,
        file.ReadyAt is null || file.EndedAt is not null ? null : CaseLetters.PickupCodeOf(file), file.Hands.TookIn,
        [.. Enum.GetValues<CaseAct>().Where(a => rights.Covers(a) && file.Allows(a, occasion) && !IsIdle(a, file, occasion))], names,
        ShownDue.FirstOf(file.Clocks, occasion.Rules.Calendar, occasion.Day), occasion.Now, occasion.Day, hallCode, timeZone);

    /// <summary>Whether the case itself already says that the act would be refused, whatever somebody would type.</summary>
    private static bool IsIdle(CaseAct act, Case file, Occasion occasion) =>
        (act is CaseAct.HandInPromised && !file.Materials.Any(m => m.Owed))
        || (act is CaseAct.AssignStep or CaseAct.PassStep && !file.Steps.Any(s => s.State == StepState.Open))
        || (act is CaseAct.ReturnStep && !file.Steps.Any(s => s.State == StepState.Passed))
        || (act is CaseAct.Approve && !file.AwaitsDecision)
        || (act is CaseAct.Approve or CaseAct.Refuse && occasion.Staff is { } decider && file.Hands.ToDecide(decider) is not null)
        || (act is CaseAct.StartReview or CaseAct.PassStep or CaseAct.ReturnStep && occasion.Staff is { } reviewer && file.Hands.ToReview(reviewer) is not null)
        || (act is CaseAct.Extend && file.Extension is not null)
        || (act is CaseAct.NotifyReady && file.ReadyAt is not null);

    private static ClockView ClockOf(Domain.Cases.Clock clock, Occasion occasion) => new(
        clock.Number, clock.Kind, clock.Step, clock.State, clock.Limit, clock.ExtendedBy, clock.StartDay, clock.DueDay, clock.DueAt, clock.Provisional, clock.Light,
        clock.EndedAt, clock.Late, ShownDue.LeftOf(clock.DueDay, occasion.Rules.Calendar, occasion.Day), clock.Explain(occasion.Rules.Calendar));

    private static StepView StepOf(ReviewStep step, Case file, Rights rights, Occasion occasion) => new(
        step.Code, step.Name, step.Stage, step.Role, step.Department, step.OnSite, step.State, step.Reviewer, step.Agrees, step.Opinion, step.OpenedAt,
        step.PassedAt, step.Returns,
        step.State == StepState.Open && occasion.Staff is { } me && (step.Reviewer is null || step.Reviewer == me) && file.Hands.ToReview(me) is null
            && rights.Steps.Contains(step.Code));

    private static EventView EventOf(CaseEvent change, IReadOnlyDictionary<StaffId, string> names) => new(
        change.Number, change.Act, change.Before, change.After, change.At, change.WhoKind,
        change.WhoKind == ActorKind.Staff ? names.GetValueOrDefault(new StaffId(change.WhoId)) : null, change.Where, change.Subject, change.Note, change.Notices);

    /// <summary>What the actor may do where the case lies, and on which of its steps.</summary>
    private async Task<Rights> RightsAsync(HallDbContext db, Actor actor, Case file, CancellationToken cancel)
    {
        var held = new HashSet<Permission>();
        foreach (var permission in Enum.GetValues<CaseAct>().Select(CaseRights.Of).Distinct().Where(p => p != Permission.ActAsSystem))
        {
            if (await access.RefusalAsync(db, actor, permission, new Scope(file.Hall, file.Department), cancel) is null)
            {
                held.Add(permission);
            }
        }

        var steps = new HashSet<string>();
        foreach (var step in file.Steps.Where(s => s.State == StepState.Open))
        {
            if (await access.RefusalAsync(db, actor, CaseRights.OfStep(step.Role), new Scope(file.Hall, step.Department), cancel) is null)
            {
                steps.Add(step.Code);
            }
        }

        return new Rights(held, steps);
    }

    /// <summary>The names of everyone of staff who had to do with it.</summary>
    private static async Task<IReadOnlyDictionary<StaffId, string>> NamesAsync(HallDbContext db, Case file, CancellationToken cancel)
    {
        var people = file.Events.Where(e => e.WhoKind == ActorKind.Staff).Select(e => new StaffId(e.WhoId))
            .Concat(file.Steps.Select(s => s.Reviewer).OfType<StaffId>()).Concat(file.Verifications.SelectMany(v => v.Officers)).Distinct().ToList();
        return await db.Set<StaffMember>().Where(s => people.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, cancel);
    }

    private sealed record Rights(IReadOnlySet<Permission> Held, IReadOnlySet<string> Steps)
    {
        public bool Covers(CaseAct act) => Held.Contains(CaseRights.Of(act))
            || (act is CaseAct.AssignStep && Held.Contains(Permission.HeadCases))
            || (act is CaseAct.AssignStep or CaseAct.PassStep && Steps.Count > 0);
    }
}
