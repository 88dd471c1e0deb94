using HallSuite.Domain.Calendar;
using HallSuite.Domain.Cases;
using HallSuite.Domain.Documents;
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

        var about = await AboutAsync(db, actor, file, cancel);
        return ViewOf(file, about);
    }

    private async Task<About> AboutAsync(HallDbContext db, Actor actor, Case file, CancellationToken cancel)
    {
        var hall = await db.Set<ServiceHall>().Where(h => h.Id == file.Hall).Select(h => new { h.Code, h.TimeZone }).SingleAsync(cancel);
        var occasion = new Occasion(actor, clock.Now, await rules.ReadAsync(db, file.Hall, hall.TimeZone, cancel));
        var grants = await access.ReadAsync(db, actor, file.Hall, cancel);
        var departments = file.Steps.Select(s => s.Department).Append(file.Department).Distinct().ToList();
        var papers = await (
            from p in db.Set<CasePaper>().AsNoTracking()
            where p.Case == file.Id
            join d in db.Set<IssuedDocument>() on p.Document equals d.Id
            orderby p.Event, p.Number
            select new PaperView(p.Event, p.Kind, p.Document, p.Number, d.SignedAt != null)).ToListAsync(cancel);
        return new About(
            hall.Code, hall.TimeZone, occasion,
            await CaseFiles.StandardOfAsync(db, file, occasion.Day, cancel),
            await db.Set<Matter>().AsNoTracking().SingleAsync(m => m.Id == file.Matter, cancel),
            await db.Set<Department>().AsNoTracking().Where(d => departments.Contains(d.Id)).ToDictionaryAsync(d => d.Id, cancel),
            await NamesAsync(db, file, cancel), papers, await ScanQueries.OfAsync(db, file.Id, cancel), RightsIn(grants, file),
            grants.RefusalOf(Permission.RevealIdentity, new Scope(file.Hall, file.Department)) is null);
    }

    private CaseView ViewOf(Case file, About about) => new(
        new SeenCase(file.Id, file.EventCount), file.Number, file.Hall, file.Department, about.Departments[file.Department].Name,
        about.Departments[file.Department].NameEn, about.Matter.Code, about.Matter.Name,
        about.Standard.Number, about.Standard.Content, file.State, file.Channel, file.Subject, Masked.Of(file.Applicant, personal), file.Ticket, file.OpenedAt,
        file.ReceivedDay, file.AcceptedDay, file.DeemedAccepted, file.OnTheSpot, file.ReadyAt, file.EndedAt, file.AwaitsDecision,
        file.Materials, file.Supplement, file.NotAccepted, file.Suspensions, file.Extension,
        file.Verifications, file.Marks, file.Decision, file.Issued, file.Handover?.Way,
        file.Handover?.Reference, Masked.NameOf(file.Handover?.Receiver, personal), file.TerminatedFor, [.. file.Clocks.Select(c => ClockOf(c, about.Occasion))],
        [.. file.Steps.Select(s => StepOf(s, file, about.Rights, about.Occasion))], [.. file.Events.OrderBy(e => e.Number).Select(e => EventOf(e, about.Names))],
        about.Papers, file.ReadyAt is null || file.EndedAt is not null ? null : CaseLetters.PickupCodeOf(file), file.Hands.TookIn,
        [.. Enum.GetValues<CaseAct>().Where(a => about.Rights.Covers(a) && file.Allows(a, about.Occasion) && !IsIdle(a, file, about))], about.Names,
        ShownDue.FirstOf(file.Clocks, about.Occasion.Rules.Calendar, about.Occasion.Day), about.Occasion.Now, about.Occasion.Day, about.HallCode, about.TimeZone,
        about.Scans, about.MayReveal, about.Rights.Held.Contains(Permission.TakeInCases) && !CaseLife.IsOver(file.State), about.Departments.ToDictionary(d => d.Key, d => d.Value.Name), WhyNotOf(file, about));

    /// <summary>Why the actor neither reviews nor decides the case, where that is because of what they did to it; null otherwise.</summary>
    private static Error? WhyNotOf(Case file, About about) => about.Occasion.Staff is not { } me
        ? null
        : about.Rights.Held.Contains(Permission.ReviewCases) ? file.Hands.ToReview(me) ?? (file.AwaitsDecision ? file.Hands.ToDecide(me) : null)
        : about.Rights.Held.Contains(Permission.DecideCases) ? file.Hands.ToDecide(me) : null;

    /// <summary>Whether the case itself already says that the act would be refused, whatever somebody would type.</summary>
    private static bool IsIdle(CaseAct act, Case file, About about) => IsIdle(act, file, about.Occasion)
        || (act is CaseAct.CompleteOnTheSpot && !about.Standard.Content.OnTheSpot);

    private static bool IsIdle(CaseAct act, Case file, Occasion occasion) =>
        (act is CaseAct.HandInPromised && !file.Materials.Any(m => m.Owed))
        || (act is CaseAct.AssignStep or CaseAct.PassStep && !file.Steps.Any(s => s.State == StepState.Open))
        || (act is CaseAct.ReturnStep && !file.Steps.Any(s => s.State == StepState.Passed))
        || (act is CaseAct.Approve && !file.AwaitsDecision)
        || (act is CaseAct.Refuse && !file.AwaitsDecision && !file.Steps.Any(s => s.Agrees is false))
        || (act is CaseAct.Approve or CaseAct.Refuse && occasion.Staff is { } decider && file.Hands.ToDecide(decider) is not null)
        || (act is CaseAct.StartReview or CaseAct.PassStep or CaseAct.ReturnStep && occasion.Staff is { } reviewer && file.Hands.ToReview(reviewer) is not null)
        || (act is CaseAct.RequestSupplement && (file.Supplement is not null || MaterialCheck.Lacking(file.Materials) is null))
        || (act is CaseAct.AcceptTolerantly && MaterialCheck.Lacking(file.Materials) is null)
        || (act is CaseAct.Accept && MaterialCheck.Lacking(file.Materials) is not null)
        || (act is CaseAct.Extend && file.Extension is not null)
        || (act is CaseAct.NotifyReady && file.ReadyAt is not null);

    internal static ClockView ClockOf(Domain.Cases.Clock clock, Occasion occasion) => new(
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
    private static Rights RightsIn(IGrants grants, Case file)
    {
        var held = Enum.GetValues<CaseAct>().Select(CaseRights.Of).Where(p => p != Permission.ActAsSystem)
            .Where(p => grants.RefusalOf(p, new Scope(file.Hall, file.Department)) is null).ToHashSet();
        var steps = file.Steps.Where(s => s.State == StepState.Open && grants.RefusalOf(CaseRights.OfStep(s.Role), new Scope(file.Hall, s.Department)) is null)
            .Select(s => s.Code).ToHashSet();
        return new Rights(held, steps);
    }

    /// <summary>The names of everyone of staff who had to do with it.</summary>
    private static async Task<IReadOnlyDictionary<StaffId, string>> NamesAsync(HallDbContext db, Case file, CancellationToken cancel)
    {
        var people = file.Events.Where(e => e.WhoKind == ActorKind.Staff).Select(e => new StaffId(e.WhoId))
            .Concat(file.Steps.Select(s => s.Reviewer).OfType<StaffId>()).Concat(file.Verifications.SelectMany(v => v.Officers)).Distinct().ToList();
        return await db.Set<StaffMember>().Where(s => people.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, cancel);
    }

    /// <summary>What is told beside the case itself.</summary>
    private sealed record About(
        string HallCode, string TimeZone, Occasion Occasion, Standard Standard, Matter Matter, IReadOnlyDictionary<DepartmentId, Department> Departments,
        IReadOnlyDictionary<StaffId, string> Names, IReadOnlyList<PaperView> Papers, IReadOnlyList<ScanView> Scans, Rights Rights, bool MayReveal);

    private sealed record Rights(IReadOnlySet<Permission> Held, IReadOnlySet<string> Steps)
    {
        public bool Covers(CaseAct act) => Held.Contains(CaseRights.Of(act))
            || (act is CaseAct.AssignStep && Held.Contains(Permission.HeadCases))
            || (act is CaseAct.AssignStep or CaseAct.PassStep && Steps.Count > 0);
    }
}
