using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;

namespace HallSuite.Domain.Cases;

/// <summary>What a reviewer says about a step.</summary>
/// <param name="Marks">Answers to criteria of the standard; a later answer to the same one replaces it.</param>
public sealed record StepOpinion(bool Agrees, string Text, IReadOnlyList<CriterionMark> Marks);

/// <content>The review (DOMAIN §3, rule 8): steps, some side by side, by people who did not take the case in.</content>
public sealed partial class Case
{
    /// <summary>Whether the review is through and somebody else has to decide.</summary>
    public bool AwaitsDecision => State == CaseState.UnderReview && steps.TrueForAll(s => s.State == StepState.Passed);

    /// <summary>Hands the accepted case over to review; the first stage opens.</summary>
    public Result StartReview(Standard standard, Occasion occasion)
    {
        if ((BarTo(CaseAct.StartReview, occasion) ?? BarByStandard(standard) ?? Hands.ToReview(occasion.Staff!.Value)) is { } refused)
            return refused;
        foreach (var rule in standard.Content.Steps)
            steps.Add(ReviewStep.Of(steps.Count + 1, rule, Department));
        OpenStage(1, occasion);
        return Done(CaseAct.StartReview, CaseState.UnderReview, occasion);
    }

    /// <summary>
    /// Puts somebody in charge of an open step. A reviewer takes a step that nobody has; to give it to somebody else, or take it away from them, is the
    /// head's act.
    /// </summary>
    /// <param name="byHead">Whether the head of the department does it.</param>
    public Result AssignStep(string code, StaffId reviewer, bool byHead, Occasion occasion)
    {
        if (BarTo(CaseAct.AssignStep, occasion) is { } refused)
            return refused;
        if (!FindStep(code, StepState.Open).TryGet(out var step, out var notOpen))
            return notOpen;
        if (Hands.ToReview(reviewer) is { } tookItIn)
            return tookItIn;
        if (!byHead && (step.Reviewer is not null || reviewer != occasion.Staff))
            return CaseErrors.StepOfOther(step.Name);
        step.Assign(reviewer);
        return Done(CaseAct.AssignStep, State, occasion, step.Code, reviewer.ToString());
    }

    /// <summary>Records what two officers or more found at the place (ALL Art. 34). None of them took the case in, and none will decide it.</summary>
    public Result VerifyOnSite(Verification visit, Occasion occasion)
    {
        if (BarTo(CaseAct.VerifyOnSite, occasion) is { } refused)
            return refused;
        if (visit.Officers.Distinct().Count() < 2)
            return CaseErrors.OfficersTooFew;
        if (visit.Officers.Select(Hands.ToReview).FirstOrDefault(e => e is not null) is { } tookItIn)
            return tookItIn;
        if (visit.Day > occasion.Day || visit.Day < AcceptedDay)
            return CaseErrors.VerificationDayInvalid;
        if (Paragraphs.Read(visit.Findings, ReviewStep.OpinionLength) is not { } findings)
            return CaseErrors.TextRequired(ReviewStep.OpinionLength);
        Verifications = [.. Verifications, visit with { Officers = [.. visit.Officers.Distinct()], Findings = findings }];
        Hands = Hands.ReviewedBy(visit.Officers);
        return Done(CaseAct.VerifyOnSite, State, occasion, note: findings);
    }

    /// <summary>Passes a step with an opinion, for or against; when its stage is through, the next one opens.</summary>
    public Result PassStep(string code, StepOpinion opinion, Standard standard, Occasion occasion)
    {
        if ((BarTo(CaseAct.PassStep, occasion) ?? BarByStandard(standard)) is { } refused)
            return refused;
        var reviewer = occasion.Staff!.Value;
        if (!FindStep(code, StepState.Open).TryGet(out var step, out var notOpen))
            return notOpen;
        if (Hands.ToReview(reviewer) is { } tookItIn)
            return tookItIn;
        if (step.Reviewer is { } inCharge && inCharge != reviewer)
            return CaseErrors.StepOfOther(step.Name);
        if (step.OnSite && Verifications.Count == 0)
            return CaseErrors.VerificationMissing(step.Name);
        if (Paragraphs.Read(opinion.Text, ReviewStep.OpinionLength) is not { } text)
            return CaseErrors.TextRequired(ReviewStep.OpinionLength);
        if (!MarksWith(opinion.Marks, standard).TryGet(out var marks, out var unknown))
            return unknown;
        Marks = marks;
        step.Pass(reviewer, opinion.Agrees, text, occasion.Now);
        Hands = Hands.ReviewedBy(reviewer);
        EndStepClock(step, occasion);
        if (steps.Where(s => s.Stage == step.Stage).All(s => s.State == StepState.Passed))
            OpenStage(step.Stage + 1, occasion);
        return Done(CaseAct.PassStep, State, occasion, step.Code, text);
    }

    /// <summary>Sends a passed step back to whoever reviewed it; what later stages found rested on it, so they wait again.</summary>
    public Result ReturnStep(string code, string reason, Occasion occasion)
    {
        if ((BarTo(CaseAct.ReturnStep, occasion) ?? Hands.ToReview(occasion.Staff!.Value)) is { } refused)
            return refused;
        if (!FindStep(code, StepState.Passed).TryGet(out var step, out var notPassed))
            return notPassed;
        if (!Reason.Read(reason).TryGet(out var why, out var unsaid))
            return unsaid;
        foreach (var later in steps.Where(s => s.Stage > step.Stage))
        {
            EndStepClock(later, occasion);
            later.Wait();
        }

        step.Return(occasion.Now);
        StartStepClock(step, occasion);
        return Done(CaseAct.ReturnStep, State, occasion, step.Code, why);
    }

    private Result<ReviewStep> FindStep(string code, StepState state)
    {
        if (steps.Find(s => s.Code == code) is not { } step)
            return CaseErrors.StepUnknown(code);
        return step.State == state ? step : CaseErrors.StepWrongState(step.Name, step.State);
    }

    private void OpenStage(int stage, Occasion occasion)
    {
        foreach (var step in steps.Where(s => s.Stage == stage))
        {
            step.Open(occasion.Now);
            StartStepClock(step, occasion);
        }
    }

    private void StartStepClock(ReviewStep step, Occasion occasion)
    {
        if (step.Limit is { } limit)
            StartClock(ClockKind.Step, occasion.Day, limit, occasion, step.Code);
    }

    private void EndStepClock(ReviewStep step, Occasion occasion) =>
        clocks.Find(c => c.Kind == ClockKind.Step && c.Step == step.Code && c.State != ClockState.Ended)?.End(occasion.Now);

    private Result<IReadOnlyList<CriterionMark>> MarksWith(IReadOnlyList<CriterionMark> more, Standard standard)
    {
        if (more.FirstOrDefault(m => !Discretion.IsKnown(standard.Content.Criteria, m)) is { } unknown)
            return CaseErrors.MarkUnknown(unknown.Criterion, unknown.Option);
        var latest = more.Reverse().DistinctBy(m => m.Criterion).Reverse().ToList();
        return Result.Of<IReadOnlyList<CriterionMark>>([.. Marks.Where(m => latest.TrueForAll(l => l.Criterion != m.Criterion)), .. latest]);
    }
}
