using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;

namespace HallSuite.Domain.Cases;

/// <content>The decision and what follows from it (DOMAIN §3, rules 8 to 11).</content>
public sealed partial class Case
{
    /// <summary>Grants what was applied for. The ten working days to hand it out begin (ALL Art. 44).</summary>
    /// <param name="note">Why, where a reviewer disagreed; otherwise it can be empty.</param>
    public Result Approve(Standard standard, string note, Occasion occasion)
    {
        if ((BarTo(CaseAct.Approve, occasion) ?? BarToDecide(DecisionOutcome.Approve, standard, occasion)) is { } refused)
            return refused;
        var why = "";
        if ((steps.Exists(s => s.Agrees is false) || !string.IsNullOrWhiteSpace(note)) && !Reason.Read(note).TryGet(out why, out var unsaid))
            return unsaid;
        Decide(DecisionOutcome.Approve, null, why, occasion);
        StartClock(ClockKind.Issue, occasion.Day, LegalLimits.Issue, occasion);
        return Done(CaseAct.Approve, CaseState.Approved, occasion, note: why);
    }

    /// <summary>Refuses it, with reasons, the law, and where to turn to (ALL Art. 38). It need not wait for other steps once a reviewer disagreed.</summary>
    public Result Refuse(Standard standard, RefusalGrounds grounds, Occasion occasion)
    {
        if ((BarTo(CaseAct.Refuse, occasion) ?? BarToDecide(DecisionOutcome.Refuse, standard, occasion)) is { } refused)
            return refused;
        if (Paragraphs.Read(grounds.Reasons, RefusalGrounds.ReasonsLength) is not { } reasons)
            return CaseErrors.TextRequired(RefusalGrounds.ReasonsLength);
        if (OneLine.Read(grounds.LegalBasis, RefusalGrounds.BasisLength) is not { } basis)
            return CaseErrors.TextRequired(RefusalGrounds.BasisLength);
        if (OneLine.Read(grounds.ReconsiderationBody, RefusalGrounds.BodyLength) is not { } body || OneLine.Read(grounds.Court, RefusalGrounds.BodyLength) is not { } court)
            return CaseErrors.RemediesMissing;
        Decide(DecisionOutcome.Refuse, new RefusalGrounds(reasons, basis, body, court), "", occasion);
        return Done(CaseAct.Refuse, CaseState.Refused, occasion, note: reasons);
    }

    /// <summary>Why the result cannot be made out now; null when nothing but the certificate is wanting, which is made for no case in vain.</summary>
    /// <param name="validFrom">The first day of validity of a certificate, from the day of the decision on.</param>
    public Error? BarToIssue(Standard standard, DateOnly validFrom, Occasion occasion)
    {
        if ((BarTo(CaseAct.Issue, occasion) ?? BarByStandard(standard)) is { } refused)
            return refused;
        if (Materials.FirstOrDefault(m => m.Owed) is { } owed)
            return CaseErrors.StillOwed(owed.Name);
        return standard.Content.Result.HasCertificate && validFrom < Decision!.Day ? CaseErrors.ValidFromInvalid(Decision.Day) : null;
    }

    /// <summary>Makes the result out, once all that was promised is in (DOMAIN §3, rule 4).</summary>
    /// <param name="certificate">Null where the decision itself is all.</param>
    /// <param name="validFrom">The first day of validity of a certificate, from the day of the decision on.</param>
    public Result Issue(Standard standard, MadeCertificate? certificate, DateOnly validFrom, Occasion occasion)
    {
        if (BarToIssue(standard, validFrom, occasion) is { } refused)
            return refused;
        if (!MakeOut(standard.Content.Result, certificate, validFrom, occasion).TryGet(out var result, out var faulty))
            return faulty;
        Issued = result;
        return Done(CaseAct.Issue, CaseState.Issued, occasion, result.Certificate ?? "");
    }

    /// <summary>Tells the applicant that the result is ready to be fetched; the office has done its part.</summary>
    public Result NotifyReady(Occasion occasion)
    {
        if (BarTo(CaseAct.NotifyReady, occasion) is { } refused)
            return refused;
        if (ReadyAt is not null)
            return CaseErrors.AlreadyReady;
        ReadyAt = occasion.Now;
        EndClocks(occasion.Now);
        return Done(CaseAct.NotifyReady, State, occasion);
    }

    /// <summary>Hands over the result, or serves the refusal; the case ends.</summary>
    public Result Deliver(Handover handover, Occasion occasion)
    {
        if (BarTo(CaseAct.Deliver, occasion) is { } refused)
            return refused;
        if (handover.Way == DeliveryWay.PickUp && occasion.Staff is null)
            return CaseErrors.NeedsStaff(CaseAct.Deliver);
        if (!CheckHandover(handover).TryGet(out var checkedHandover, out var faulty))
            return faulty;
        Handover = checkedHandover;
        return Done(CaseAct.Deliver, CaseState.Delivered, occasion, checkedHandover.Reference);
    }

    /// <summary>
    /// Receives complete papers, decides and hands out in one act by one clerk, where the standard allows it (即办件, ALL Art. 34); the only exception
    /// from the separation of powers, and marked as such.
    /// </summary>
    /// <param name="certificate">Null where the decision itself is all.</param>
    public Result CompleteOnTheSpot(Standard standard, SpotWork work, MadeCertificate? certificate, Occasion occasion)
    {
        if (!LookAtTheSpot(standard, work, occasion).TryGet(out var sound, out var refused))
            return refused;
        if (!MakeOut(standard.Content.Result, certificate, occasion.Day, occasion).TryGet(out var result, out var uncertified))
            return uncertified;
        PinTo(standard, sound.Materials, occasion);
        (OnTheSpot, AcceptedDay, Marks, Issued, Handover) = (true, occasion.Day, sound.Marks, result, sound.Handover);
        Decide(DecisionOutcome.Approve, null, "", occasion);
        return Done(CaseAct.CompleteOnTheSpot, CaseState.Delivered, occasion, result.Certificate ?? "");
    }

    /// <summary>Why it cannot be completed on the spot; null when nothing but the certificate is wanting.</summary>
    public Error? BarToCompleteOnTheSpot(Standard standard, SpotWork work, Occasion occasion) => LookAtTheSpot(standard, work, occasion).Error;

    private Result<SoundSpot> LookAtTheSpot(Standard standard, SpotWork work, Occasion occasion)
    {
        if (BarTo(CaseAct.CompleteOnTheSpot, occasion) is { } refused)
            return refused;
        if (!CheckPapers(standard, work.Findings, occasion).TryGet(out var materials, out var unfit))
            return unfit;
        if (!standard.Content.OnTheSpot)
            return CaseErrors.NotOnTheSpot;
        if (MaterialCheck.Lacking(materials) is { } lacking)
            return CaseErrors.MaterialLacking(lacking.Name);
        if (!MarksWith(work.Marks, standard).TryGet(out var answers, out var unknown))
            return unknown;
        if (BarByRules(DecisionOutcome.Approve, answers, standard) is { } forbidden)
            return forbidden;

        // Whoever stands at the counter is the applicant, or acts for them, unless somebody else is named.
        var atCounter = work.Handover with { Receiver = work.Handover.Receiver ?? Applicant.Agent?.Name ?? Applicant.Name };
        return CheckHandover(atCounter).TryGet(out var handover, out var faulty) ? new SoundSpot(materials, answers, handover) : faulty;
    }

    private Error? BarToDecide(DecisionOutcome outcome, Standard standard, Occasion occasion)
    {
        if ((BarByStandard(standard) ?? Hands.ToDecide(occasion.Staff!.Value)) is { } refused)
            return refused;
        var mayStopHere = outcome == DecisionOutcome.Refuse && steps.Exists(s => s.Agrees is false);
        if (!mayStopHere && steps.Find(s => s.State != StepState.Passed) is { } open)
            return CaseErrors.ReviewOpen(open.Name);
        return BarByRules(outcome, Marks, standard);
    }

    private static Error? BarByRules(DecisionOutcome outcome, IReadOnlyList<CriterionMark> marks, Standard standard)
    {
        if (Discretion.Unmarked(standard.Content.Criteria, marks) is { } unmarked)
            return CaseErrors.CriterionUnmarked(unmarked.Name);
        return Discretion.Breach(standard.Content.Rules, marks, outcome) is { } rule ? CaseErrors.OutcomeForbidden(rule.Name, outcome) : null;
    }

    private void Decide(DecisionOutcome outcome, RefusalGrounds? refusal, string note, Occasion occasion)
    {
        var who = occasion.Staff!.Value;
        Decision = new Decision(outcome, occasion.Day, who, Marks, refusal, note);
        Hands = Hands.DecidedBy(who);
        EndClocks(occasion.Now);
        DropSteps();
    }

    private static Result<IssuedResult> MakeOut(ResultRule rule, MadeCertificate? certificate, DateOnly validFrom, Occasion occasion)
    {
        if (rule.HasCertificate != certificate is not null)
            return CaseErrors.CertificateInvalid;
        return certificate is { } made
            ? new IssuedResult(occasion.Day, occasion.Staff!.Value, made.Number, validFrom, rule.ValidUntil(validFrom), made.Identifier, made.Document)
            : new IssuedResult(occasion.Day, occasion.Staff!.Value, null, null, null);
    }

    private static Result<Handover> CheckHandover(Handover handover)
    {
        var picked = handover.Way == DeliveryWay.PickUp;
        if ((picked ? OneLine.ReadOptional(handover.Reference, Handover.ReferenceLength) : OneLine.Read(handover.Reference, Handover.ReferenceLength)) is not { } reference)
            return CaseErrors.ReferenceMissing;
        if (picked && !handover.IdentityChecked)
            return CaseErrors.IdentityUnchecked;
        if (picked && handover.Receiver is null)
            return CaseErrors.ReceiverMissing;
        return handover with { Reference = reference };
    }

    private sealed record SoundSpot(IReadOnlyList<Material> Materials, IReadOnlyList<CriterionMark> Marks, Handover Handover);
}
