using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;
using HallSuite.Tests.TestKit;
using static HallSuite.Tests.Domain.Cases.CaseScene;
using static HallSuite.Tests.Domain.Matters.Standards;

namespace HallSuite.Tests.Domain.Cases;

/// <summary>Decision, issue, delivery and what is done on the spot (DOMAIN §3, rules 4 and 8 to 11).</summary>
public class CaseDecisionTests
{
    private static Result Approve(Case on, StaffId who, string note = "") => on.Approve(Pinned, note, By(who));

    private static Result Refuse(Case on, RefusalGrounds? grounds = null) => on.Refuse(Pinned, grounds ?? Grounds, By(Head));

    private static Case Marked(params CriterionMark[] marks)
    {
        var marked = UnderReview();
        Visit(marked).ShouldPass();
        marked.PassStep(Papers, Agreed with { Marks = marks }, Pinned, By(Reviewer)).ShouldPass();
        marked.PassStep(Site, Agreed with { Marks = [] }, Pinned, By(Reviewer)).ShouldPass();
        marked.PassStep(Recheck, Agreed with { Marks = [] }, Pinned, By(Reviewer)).ShouldPass();
        return marked;
    }

    private static Result OnTheSpot(
        StandardContent? content = null, Brought brought = Brought.All, CriterionMark[]? marks = null, bool certified = true, Handover? handover = null, Case? on = null)
    {
        var standard = content is null ? Pinned : InForce(content);
        var work = new SpotWork(Findings(brought), marks ?? [Good, True], handover ?? AtCounter);
        return (on ?? Opened(standard)).CompleteOnTheSpot(standard, work, certified ? Certificate : null, By(Clerk));
    }

    [Fact]
    public void Approve_ByWhoeverTookTheCaseIn_IsRefused() => Approve(Reviewed(), Clerk).ShouldBeRefused("case.took-it-in");

    [Fact]
    public void Approve_ByAReviewer_IsRefused() => Approve(Reviewed(), Reviewer).ShouldBeRefused("case.reviewed-it");

    [Fact]
    public void Approve_ByAnOfficerOfTheVisit_IsRefused() => Approve(Reviewed(), Officer).ShouldBeRefused("case.reviewed-it");

    [Fact]
    public void Refuse_ByAReviewer_IsRefused() => Reviewed().Refuse(Pinned, Grounds, By(SecondReviewer)).ShouldBeRefused("case.reviewed-it");

    [Fact]
    public void Approve_BeforeTheReviewIsThrough_IsRefusedAndNamesTheStep() =>
        Assert.Equal("书面审查", Assert.Single(Approve(UnderReview(), Head).ShouldBeRefused("case.review-open").Arguments));

    [Fact]
    public void Approve_WhenACriterionHasNoAnswer_IsRefusedAndNamesIt() =>
        Assert.Equal("材料真实性", Assert.Single(Approve(Marked(Good), Head).ShouldBeRefused("case.criterion-unmarked").Arguments));

    [Fact]
    public void Approve_AgainstADiscretionRule_IsRefusedWithTheRulesName() =>
        Assert.Equal([NoBadPlace.Name, DecisionOutcome.Approve], Approve(Marked(Bad, True), Head).ShouldBeRefused("case.outcome-forbidden").Arguments);

    [Fact]
    public void Refuse_AgainstADiscretionRule_IsRefusedWithTheRulesName() =>
        Assert.Equal([NoIdleRefusal.Name, DecisionOutcome.Refuse], Refuse(Marked(Good, True)).ShouldBeRefused("case.outcome-forbidden").Arguments);

    [Fact]
    public void Approve_WhereAReviewerDisagreed_NeedsAReason()
    {
        var doubted = Reviewed(agrees: false);
        Approve(doubted, Head).ShouldBeRefused("reason.required");
        Approve(doubted, Head, "补充核查后符合条件。").ShouldPass();
        Assert.Equal("补充核查后符合条件。", doubted.Decision!.Note);
    }

    [Fact]
    public void Approve_EndsTheDecisionsLimitsAndStartsTheIssues()
    {
        var approved = Approved();
        Assert.Equal((DecisionOutcome.Approve, Monday, Head), (approved.Decision!.Outcome, approved.Decision.Day, approved.Decision.By));
        Assert.Equal([Good, Doubtful], approved.Decision.Marks);
        var running = Assert.Single(approved.Clocks, c => c.State != ClockState.Ended);
        Assert.Equal((ClockKind.Issue, new DateOnly(2026, 3, 16)), (running.Kind, running.DueDay));
        Assert.Equal(running.DueAt, approved.DueSort);
    }

    [Fact]
    public void Approve_AfterThePromisedDay_IsMarkedLate()
    {
        var late = Reviewed();
        late.Approve(Pinned, "", By(Head, 20)).ShouldPass();
        Assert.True(ClockOf(late, ClockKind.Committed).Late);
        Assert.False(ClockOf(late, ClockKind.Decision).Late);
    }

    [Fact]
    public void Refuse_KeepsReasonsAndRemedies()
    {
        var refused = In(CaseState.Refused);
        Assert.Equal(Grounds, refused.Decision!.Refusal);
        Assert.Equal(Grounds.Reasons, Last(refused).Note);
        Assert.Equal([NoticeKind.Refusal], Last(refused).Notices);
        Assert.DoesNotContain(refused.Clocks, c => c.State != ClockState.Ended);
    }

    [Fact]
    public void Refuse_WithoutReasons_IsRefused() => Refuse(Reviewed(), Grounds with { Reasons = " \n " }).ShouldBeRefused("case.text-required");

    [Fact]
    public void Refuse_WithoutTheLaw_IsRefused() => Refuse(Reviewed(), Grounds with { LegalBasis = "" }).ShouldBeRefused("case.text-required");

    [Fact]
    public void Refuse_WithoutRemedies_IsRefused()
    {
        Refuse(Reviewed(), Grounds with { ReconsiderationBody = "" }).ShouldBeRefused("case.remedies-missing");
        Refuse(Reviewed(), Grounds with { Court = "" }).ShouldBeRefused("case.remedies-missing");
    }

    [Fact]
    public void Refuse_OnceAReviewerDisagreed_NeedNotWaitForTheOthers()
    {
        var doubted = UnderReview();
        Refuse(doubted).ShouldBeRefused("case.review-open");
        doubted.PassStep(Papers, Agreed with { Agrees = false, Marks = [Bad, True] }, Pinned, By(Reviewer)).ShouldPass();
        Approve(doubted, Head).ShouldBeRefused("case.review-open");
        Refuse(doubted).ShouldPass();
        Assert.Equal([StepState.Passed, StepState.Dropped, StepState.Dropped], doubted.Steps.Select(s => s.State));
    }

    [Fact]
    public void Issue_WhilePromisedMaterialIsNotIn_IsRefusedAndNamesIt()
    {
        var owing = Approved(Brought.NoPlan);
        Assert.Equal("场所平面图", Assert.Single(owing.Issue(Pinned, Certificate, Monday, By(Clerk)).ShouldBeRefused("case.still-owed").Arguments));
        owing.HandInPromised([new(Plan, MaterialFinding.Sound)], By(Clerk)).ShouldPass();
        owing.Issue(Pinned, Certificate, Monday, By(Clerk)).ShouldPass();
    }

    [Fact]
    public void Issue_KeepsTheCertificateAndItsValidity() => Assert.Equal(
        new IssuedResult(Monday, Clerk, Certificate.Number, Monday, new DateOnly(2029, 3, 1), Certificate.Identifier, Certificate.Document), Issued().Issued);

    [Fact]
    public void Issue_WithoutTheCertificateOfTheStandard_IsRefused() => Approved().Issue(Pinned, null, Monday, By(Clerk)).ShouldBeRefused("case.certificate-invalid");

    [Fact]
    public void BarToIssue_TellsBeforeACertificateIsMade_WhatIssueWouldRefuse()
    {
        Assert.Equal("case.still-owed", Approved(Brought.NoPlan).BarToIssue(Pinned, Monday, By(Clerk))?.Code);
        Assert.Equal("case.wrong-state", Reviewed().BarToIssue(Pinned, Monday, By(Clerk))?.Code);
        Assert.Equal("case.other-standard", Approved().BarToIssue(InForce(number: 9), Monday, By(Clerk))?.Code);
        Assert.Equal("case.valid-from-invalid", Approved().BarToIssue(Pinned, Monday.AddDays(-1), By(Clerk))?.Code);
        Assert.Equal("case.needs-staff", Approved().BarToIssue(Pinned, Monday, BySystem())?.Code);
        Assert.Null(Approved().BarToIssue(Pinned, Monday, By(Clerk)));
    }

    [Fact]
    public void Issue_OfACertificateValidBeforeTheDecision_IsRefused() =>
        Assert.Equal(Monday, Assert.Single(Approved().Issue(Pinned, Certificate, Monday.AddDays(-1), By(Clerk)).ShouldBeRefused("case.valid-from-invalid").Arguments));

    [Fact]
    public void Issue_WhereTheDecisionIsAll_HasNoCertificate()
    {
        var standard = InForce(Content with { Result = ResultRule.Nothing, Steps = [], Criteria = [], Rules = [] });
        var decided = UnderReview(standard: standard);
        decided.Approve(standard, "", By(Head)).ShouldPass();
        decided.Issue(standard, Certificate, Monday, By(Clerk)).ShouldBeRefused("case.certificate-invalid");
        decided.Issue(standard, null, Monday.AddDays(-9), By(Clerk)).ShouldPass();
        Assert.Equal(new IssuedResult(Monday, Clerk, null, null, null), decided.Issued);
    }

    [Fact]
    public void NotifyReady_EndsTheIssuesTimeAndIsDoneOnce()
    {
        var ready = Issued();
        ready.NotifyReady(By(Clerk, 1)).ShouldPass();
        Assert.Equal((On(1), ClockState.Ended), (ready.ReadyAt, ClockOf(ready, ClockKind.Issue).State));
        Assert.Equal([NoticeKind.PickUpSlip], Last(ready).Notices);
        ready.NotifyReady(By(Clerk, 2)).ShouldBeRefused("case.already-ready");
        ready.Deliver(AtCounter, By(Clerk, 30)).ShouldPass();
        Assert.False(ClockOf(ready, ClockKind.Issue).Late);
    }

    [Fact]
    public void Deliver_AtThePickUpWithoutIdentityCheck_IsRefused() =>
        Issued().Deliver(AtCounter with { IdentityChecked = false }, By(Clerk)).ShouldBeRefused("case.identity-unchecked");

    [Fact]
    public void Deliver_ByCourierWithoutItsNumber_IsRefused() => Issued().Deliver(new(DeliveryWay.Courier, ""), By(Clerk)).ShouldBeRefused("case.reference-missing");

    [Fact]
    public void Deliver_AtAPickUpWithoutWhoTookIt_IsRefused() => Issued().Deliver(AtCounter with { Receiver = null }, By(Clerk)).ShouldBeRefused("case.receiver-missing");

    [Fact]
    public void Deliver_ByCourier_NeedsTheShipmentOnly()
    {
        var sent = Issued();
        sent.Deliver(new Handover(DeliveryWay.Courier, " SF123 "), By(Clerk, 3)).ShouldPass();
        Assert.Equal(("SF123", "SF123"), (sent.Handover!.Reference, Last(sent).Subject));
        Assert.Equal((CaseState.Delivered, On(3)), (sent.EndedAs, sent.EndedAt));
        Assert.Equal((On(0), On(3)), (ClockOf(sent, ClockKind.Decision).EndedAt, ClockOf(sent, ClockKind.Issue).EndedAt));
        Assert.Equal(Case.NoDue, sent.DueSort);
    }

    [Fact]
    public void Deliver_ByNobodyOfTheStaff_IsTheCouriersReportAlone()
    {
        Issued().Deliver(AtCounter, BySystem(3)).ShouldBeRefused("case.needs-staff");
        Issued().Deliver(new Handover(DeliveryWay.Courier, "SF123"), BySystem(3)).ShouldPass();
    }

    [Fact]
    public void Deliver_OfARefusal_EndsTheCase()
    {
        var served = In(CaseState.Refused);
        served.Deliver(AtCounter, By(Clerk)).ShouldPass();
        Assert.Equal(CaseState.Delivered, served.EndedAs);
    }

    [Fact]
    public void CompleteOnTheSpot_IsOneActByOneClerkAndMarked()
    {
        var done = Opened();
        OnTheSpot(on: done).ShouldPass();
        Assert.Equal((true, CaseState.Delivered, Monday, Monday), (done.OnTheSpot, done.State, done.ReceivedDay, done.AcceptedDay));
        Assert.Equal((DecisionOutcome.Approve, Clerk), (done.Decision!.Outcome, done.Decision.By));
        Assert.Equal(("证字〔2026〕1号", new DateOnly(2029, 3, 1)), (done.Issued!.Certificate, done.Issued.ValidUntil));
        Assert.Empty(done.Clocks);
        Assert.Equal(2, done.EventCount);
    }

    [Fact]
    public void CompleteOnTheSpot_WhereTheStandardDoesNotSaySo_IsRefused() => OnTheSpot(Content with { OnTheSpot = false }).ShouldBeRefused("case.not-on-the-spot");

    [Fact]
    public void CompleteOnTheSpot_WhenPapersLack_IsRefused() => OnTheSpot(brought: Brought.NoPlan).ShouldBeRefused("case.material-lacking");

    [Fact]
    public void CompleteOnTheSpot_AgainstADiscretionRule_IsRefused() => OnTheSpot(marks: [Bad, True]).ShouldBeRefused("case.outcome-forbidden");

    [Fact]
    public void CompleteOnTheSpot_WithoutAllAnswers_IsRefused() => OnTheSpot(marks: [Good]).ShouldBeRefused("case.criterion-unmarked");

    [Fact]
    public void CompleteOnTheSpot_WithAnUnknownAnswer_IsRefused() => OnTheSpot(marks: [new("C9", "达标")]).ShouldBeRefused("case.mark-unknown");

    [Fact]
    public void CompleteOnTheSpot_WithoutCertificate_IsRefused() => OnTheSpot(certified: false).ShouldBeRefused("case.certificate-invalid");

    [Fact]
    public void CompleteOnTheSpot_WhereNobodyIsNamed_IsTakenByTheApplicant()
    {
        var done = Opened();
        OnTheSpot(on: done, handover: AtCounter with { Receiver = null }).ShouldPass();
        Assert.Equal(Applicant.Name, done.Handover!.Receiver);
    }

    [Fact]
    public void CompleteOnTheSpot_WithoutIdentityCheck_IsRefusedAndChangesNothing()
    {
        var opened = Opened();
        var before = Snapshot.Of(opened);
        OnTheSpot(on: opened, handover: AtCounter with { IdentityChecked = false }).ShouldBeRefused("case.identity-unchecked");
        Assert.Equal(before, Snapshot.Of(opened));
    }

    [Fact]
    public void EveryActUnderAStandard_RefusesAnotherVersion()
    {
        var other = InForce(number: 9);
        (Case On, Func<Case, Result> Act)[] acts =
        [
            (Received(), c => c.Accept(other, By(Clerk))),
            (Received(Brought.NoPlan), c => c.AcceptTolerantly(other, [new(Plan, Monday)], By(Clerk))),
            (Received(), c => c.DeemAccepted(other, BySystem(30)) is { IsOk: false } refused ? refused.Error : Result.Ok),
            (Supplementing(), c => c.HandInSupplement(other, [new(Plan, MaterialFinding.Sound)], By(Clerk))),
            (Accepted(), c => c.StartReview(other, By(Reviewer))),
            (UnderReview(), c => c.PassStep(Papers, Agreed, other, By(Reviewer))),
            (Reviewed(), c => c.Approve(other, "", By(Head))),
            (Reviewed(), c => c.Refuse(other, Grounds, By(Head))),
            (Approved(), c => c.Issue(other, Certificate, Monday, By(Clerk))),
        ];
        Assert.All(acts, a => a.Act(a.On).ShouldBeRefused("case.other-standard"));
    }
}
