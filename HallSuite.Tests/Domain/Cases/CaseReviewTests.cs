using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;
using HallSuite.Tests.TestKit;
using static HallSuite.Tests.Domain.Cases.CaseScene;
using static HallSuite.Tests.Domain.Matters.Standards;

namespace HallSuite.Tests.Domain.Cases;

/// <summary>Steps, visits, and who may not do two things (DOMAIN §3, rule 8).</summary>
public class CaseReviewTests
{
    private static Result Pass(Case on, string step, StaffId who, StepOpinion? opinion = null) => on.PassStep(step, opinion ?? Agreed, Pinned, By(who));

    private static ReviewStep Step(Case of, string code) => of.Steps.Single(s => s.Code == code);

    [Fact]
    public void StartReview_OpensTheFirstStageSideBySide()
    {
        var reviewed = UnderReview();
        Assert.Equal([StepState.Open, StepState.Open, StepState.Waiting], reviewed.Steps.Select(s => s.State));
        Assert.Equal(new DateOnly(2026, 3, 5), ClockOf(reviewed, ClockKind.Step, Papers).DueDay);
        Assert.Equal(new DateOnly(2026, 3, 9), ClockOf(reviewed, ClockKind.Step, Site).DueDay);
        Assert.DoesNotContain(reviewed.Clocks, c => c.Step == Recheck);
        Assert.All(reviewed.Steps, s => Assert.Equal(Market, s.Department));
    }

    [Fact]
    public void StartReview_ByWhoeverTookTheCaseIn_IsRefused() => Accepted().StartReview(Pinned, By(Clerk)).ShouldBeRefused("case.took-it-in");

    [Fact]
    public void PassStep_ByWhoeverTookTheCaseIn_IsRefused() => Pass(UnderReview(), Papers, Clerk).ShouldBeRefused("case.took-it-in");

    [Fact]
    public void PassStep_ByWhoeverSentTheSupplementNotice_IsRefused()
    {
        var waiting = Received(Brought.NoPlan);
        waiting.RequestSupplement([new(Plan, "请补交。")], By(SecondReviewer)).ShouldPass();
        waiting.HandInSupplement(Pinned, [new(Plan, MaterialFinding.Sound)], By(Clerk)).ShouldPass();
        waiting.StartReview(Pinned, By(Reviewer)).ShouldPass();
        Pass(waiting, Papers, SecondReviewer).ShouldBeRefused("case.took-it-in");
    }

    [Fact]
    public void PassStep_WhenSomebodyElseIsInCharge_IsRefused()
    {
        var reviewed = UnderReview();
        reviewed.AssignStep(Papers, Reviewer, byHead: false, By(Reviewer)).ShouldPass();
        Pass(reviewed, Papers, SecondReviewer).ShouldBeRefused("case.step-of-other");
        Pass(reviewed, Papers, Reviewer).ShouldPass();
    }

    [Fact]
    public void PassStep_OfAnUnknownStep_IsRefused() => Pass(UnderReview(), "S9", Reviewer).ShouldBeRefused("case.step-unknown");

    [Fact]
    public void PassStep_OfAStepThatWaits_IsRefused() =>
        Assert.Equal(["复核", StepState.Waiting], Pass(UnderReview(), Recheck, Reviewer).ShouldBeRefused("case.step-wrong-state").Arguments);

    [Fact]
    public void PassStep_OnSiteBeforeTheVisit_IsRefused()
    {
        var reviewed = UnderReview();
        Pass(reviewed, Site, Reviewer).ShouldBeRefused("case.verification-missing");
        Visit(reviewed).ShouldPass();
        Pass(reviewed, Site, Reviewer).ShouldPass();
    }

    [Fact]
    public void PassStep_WithoutOpinion_IsRefused() => Pass(UnderReview(), Papers, Reviewer, Agreed with { Text = " " }).ShouldBeRefused("case.text-required");

    [Fact]
    public void PassStep_WithAnAnswerThatThereIsNot_IsRefused() =>
        Assert.Equal(["C1", "也许"], Pass(UnderReview(), Papers, Reviewer, Agreed with { Marks = [new("C1", "也许")] }).ShouldBeRefused("case.mark-unknown").Arguments);

    [Fact]
    public void PassStep_WithALaterAnswer_ReplacesTheEarlierOne()
    {
        var reviewed = UnderReview();
        Visit(reviewed).ShouldPass();
        Pass(reviewed, Papers, Reviewer, Agreed with { Marks = [Good, Doubtful] }).ShouldPass();
        Pass(reviewed, Site, Reviewer, Agreed with { Marks = [Good, Bad] }).ShouldPass();
        Assert.Equal([Doubtful, Bad], reviewed.Marks);
    }

    [Fact]
    public void PassStep_OfTheLastOfAStage_OpensTheNext()
    {
        var reviewed = UnderReview();
        Visit(reviewed).ShouldPass();
        Pass(reviewed, Papers, Reviewer).ShouldPass();
        Assert.Equal(StepState.Waiting, Step(reviewed, Recheck).State);
        Assert.Equal(ClockState.Ended, ClockOf(reviewed, ClockKind.Step, Papers).State);
        reviewed.PassStep(Site, Agreed, Pinned, By(Reviewer, 2)).ShouldPass();
        Assert.Equal(StepState.Open, Step(reviewed, Recheck).State);
        Assert.Equal(new DateOnly(2026, 3, 6), ClockOf(reviewed, ClockKind.Step, Recheck).DueDay);
        Assert.False(reviewed.AwaitsDecision);
        Pass(reviewed, Recheck, Reviewer).ShouldPass();
        Assert.True(reviewed.AwaitsDecision);
    }

    [Fact]
    public void PassStep_KeepsTheOpinionInTheHistory()
    {
        var reviewed = UnderReview();
        Pass(reviewed, Papers, Reviewer).ShouldPass();
        Assert.Equal((Papers, "符合条件。", Reviewer.Value), (Last(reviewed).Subject, Last(reviewed).Note, Last(reviewed).WhoId));
    }

    [Fact]
    public void AssignStep_OfAFreeStepToOneself_Passes()
    {
        var reviewed = UnderReview();
        reviewed.AssignStep(Papers, Reviewer, byHead: false, By(Reviewer)).ShouldPass();
        Assert.Equal(Reviewer, Step(reviewed, Papers).Reviewer);
        reviewed.AssignStep(Papers, SecondReviewer, byHead: false, By(SecondReviewer)).ShouldBeRefused("case.step-of-other");
        reviewed.AssignStep(Papers, SecondReviewer, byHead: true, By(Head)).ShouldPass();
        Assert.Equal(SecondReviewer, Step(reviewed, Papers).Reviewer);
        Assert.Equal((Papers, SecondReviewer.ToString()), (Last(reviewed).Subject, Last(reviewed).Note));
    }

    [Fact]
    public void AssignStep_OfAFreeStepToSomebodyElse_IsTheHeadsAct()
    {
        UnderReview().AssignStep(Papers, SecondReviewer, byHead: false, By(Reviewer)).ShouldBeRefused("case.step-of-other");
        UnderReview().AssignStep(Papers, SecondReviewer, byHead: true, By(Head)).ShouldPass();
    }

    [Fact]
    public void AssignStep_ToWhoeverTookTheCaseIn_IsRefused() => UnderReview().AssignStep(Papers, Clerk, byHead: true, By(Head)).ShouldBeRefused("case.took-it-in");

    [Fact]
    public void AssignStep_OfAPassedStep_IsRefused() => Reviewed().AssignStep(Papers, Reviewer, byHead: true, By(Head)).ShouldBeRefused("case.step-wrong-state");

    [Fact]
    public void VerifyOnSite_ByOneOfficerNamedTwice_IsRefused() => Visit(UnderReview(), Officer, Officer).ShouldBeRefused("case.officers-too-few");

    [Fact]
    public void VerifyOnSite_ByWhoeverTookTheCaseIn_IsRefused() => Visit(UnderReview(), Officer, Clerk).ShouldBeRefused("case.took-it-in");

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public void VerifyOnSite_BeforeAcceptanceOrInTheFuture_IsRefused(int days) =>
        UnderReview().VerifyOnSite(new Verification(Monday.AddDays(days), [Officer, SecondOfficer], "属实。"), By(Reviewer)).ShouldBeRefused("case.verification-day-invalid");

    [Fact]
    public void VerifyOnSite_WithoutFindings_IsRefused() =>
        UnderReview().VerifyOnSite(new Verification(Monday, [Officer, SecondOfficer], ""), By(Reviewer)).ShouldBeRefused("case.text-required");

    [Fact]
    public void ReturnStep_OpensItAgainAndLetsLaterStagesWait()
    {
        var reviewed = Reviewed();
        reviewed.ReturnStep(Papers, "请写明理由。", By(Head, 1)).ShouldPass();
        var papers = Step(reviewed, Papers);
        Assert.Equal((StepState.Open, Reviewer, 1, null, ""), (papers.State, papers.Reviewer, papers.Returns, papers.Agrees, papers.Opinion));
        Assert.Equal([StepState.Open, StepState.Passed, StepState.Waiting], reviewed.Steps.Select(s => s.State));
        Assert.Equal((ClockState.Running, Monday.AddDays(1)), (ClockOf(reviewed, ClockKind.Step, Papers).State, ClockOf(reviewed, ClockKind.Step, Papers).StartDay));
        reviewed.Approve(Pinned, "", By(Head, 1)).ShouldBeRefused("case.review-open");
        Pass(reviewed, Papers, SecondReviewer).ShouldBeRefused("case.step-of-other");
        Pass(reviewed, Papers, Reviewer).ShouldPass();
        Assert.Equal(StepState.Open, Step(reviewed, Recheck).State);
    }

    [Fact]
    public void ReturnStep_WhileALaterStageIsOpen_EndsItsClock()
    {
        var reviewed = UnderReview();
        Visit(reviewed).ShouldPass();
        Pass(reviewed, Papers, Reviewer).ShouldPass();
        Pass(reviewed, Site, Reviewer).ShouldPass();
        reviewed.ReturnStep(Site, "请补充照片。", By(SecondReviewer)).ShouldPass();
        Assert.Equal((StepState.Waiting, ClockState.Ended), (Step(reviewed, Recheck).State, ClockOf(reviewed, ClockKind.Step, Recheck).State));
    }

    [Fact]
    public void ReturnStep_OfOneThatIsNotPassed_IsRefused() => UnderReview().ReturnStep(Papers, "请写明理由。", By(Head)).ShouldBeRefused("case.step-wrong-state");

    [Fact]
    public void ReturnStep_WithoutReason_IsRefused() => Reviewed().ReturnStep(Papers, "", By(Head)).ShouldBeRefused("reason.required");

    [Fact]
    public void ReturnStep_ByWhoeverTookTheCaseIn_IsRefused() => Reviewed().ReturnStep(Papers, "请写明理由。", By(Clerk)).ShouldBeRefused("case.took-it-in");

    [Fact]
    public void HandInPromised_ByAReviewer_IsRefused()
    {
        var reviewed = UnderReview(Brought.NoPlan);
        Pass(reviewed, Papers, Reviewer).ShouldPass();
        reviewed.HandInPromised([new(Plan, MaterialFinding.Sound)], By(Reviewer)).ShouldBeRefused("case.reviewed-it");
        reviewed.HandInPromised([new(Plan, MaterialFinding.Sound)], By(Clerk)).ShouldPass();
    }

    [Fact]
    public void Hands_NameEverybodyWhoTookInAndReviewed()
    {
        var hands = Approved().Hands;
        Assert.Equal([Clerk], hands.TookIn);
        Assert.Equal([Officer, SecondOfficer, Reviewer, SecondReviewer], hands.Reviewed);
        Assert.Equal(Head, hands.Decided);
    }
}
