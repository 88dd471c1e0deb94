using System.Text.Json;
using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;
using HallSuite.Tests.TestKit;
using static HallSuite.Tests.Domain.Cases.CaseScene;
using static HallSuite.Tests.Domain.Matters.Standards;

namespace HallSuite.Tests.Domain.Cases;

/// <summary>Withdrawal, termination, the archive, and the history (DOMAIN §3, rules 12 and 14).</summary>
public class CaseEndingTests
{
    [Fact]
    public void Withdraw_NeedsNoReasonAndEndsEveryClock()
    {
        var withdrawn = UnderReview();
        withdrawn.Withdraw("", ByApplicant(2)).ShouldPass();
        Assert.Equal((CaseState.Withdrawn, CaseState.Withdrawn, On(2)), (withdrawn.State, withdrawn.EndedAs, withdrawn.EndedAt));
        Assert.All(withdrawn.Clocks, c => Assert.Equal(ClockState.Ended, c.State));
        Assert.All(withdrawn.Steps, s => Assert.Equal(StepState.Dropped, s.State));
        Assert.Equal(Case.NoDue, withdrawn.DueSort);
        Assert.Empty(withdrawn.TurnLights(On(100)));
    }

    [Fact]
    public void Withdraw_WhenTheReasonIsNoLine_IsRefused() => Received().Withdraw("两\n行", ByApplicant()).ShouldBeRefused("reason.required");

    [Fact]
    public void Withdraw_AfterTheDecision_IsRefused() => Approved().Withdraw("", ByApplicant()).ShouldBeRefused("case.wrong-state");

    [Fact]
    public void Terminate_WithoutReason_IsRefused() => Received().Terminate(TerminationGround.ObjectLost, "", By(Clerk)).ShouldBeRefused("reason.required");

    [Fact]
    public void Terminate_ForASupplementThatStillHasTime_IsRefused()
    {
        Supplementing().Terminate(TerminationGround.SupplementOverdue, "逾期未补正。", By(Clerk)).ShouldBeRefused("case.supplement-running");
        Received().Terminate(TerminationGround.SupplementOverdue, "逾期未补正。", By(Clerk)).ShouldBeRefused("case.supplement-running");
        Supplementing().Terminate(TerminationGround.SupplementOverdue, "逾期未补正。", By(Clerk, 22)).ShouldPass();
    }

    [Fact]
    public void Terminate_KeepsTheGround()
    {
        var terminated = Suspended();
        terminated.Terminate(TerminationGround.ApplicantGone, "企业已注销。", By(Head)).ShouldPass();
        Assert.Equal((TerminationGround.ApplicantGone, "企业已注销。"), (terminated.TerminatedFor, Last(terminated).Note));
    }

    [Theory]
    [InlineData(CaseState.NotAccepted)]
    [InlineData(CaseState.Withdrawn)]
    [InlineData(CaseState.Terminated)]
    [InlineData(CaseState.Delivered)]
    public void Archive_KeepsHowTheCaseEnded(CaseState how)
    {
        var ended = In(how);
        var endedAt = ended.EndedAt;
        ended.Archive(By(Clerk, 9)).ShouldPass();
        Assert.Equal((CaseState.Archived, how, endedAt), (ended.State, ended.EndedAs, ended.EndedAt));
    }

    [Fact]
    public void Events_TellWhoWhenFromWhereAndWhy()
    {
        var returned = In(CaseState.PreReview);
        returned.ReturnDraft(" 请上传平面图。 ", By(Clerk, 1)).ShouldPass();
        Assert.Equal(
            new CaseEvent(3, CaseAct.ReturnDraft, CaseState.PreReview, CaseState.PreReviewReturned, On(1), ActorKind.Staff, Clerk.Value, "10.0.0.9", "", "请上传平面图。"),
            Last(returned));
        returned.Withdraw("", ByApplicant(2)).ShouldPass();
        Assert.Equal([1, 2, 3, 4], returned.Events.Select(e => e.Number));
        Assert.Equal((ActorKind.Visitor, "203.0.113.7"), (Last(returned).WhoKind, Last(returned).Where));
    }

    [Fact]
    public void Parts_WrittenAsTextAndReadAgain_AreTheSame()
    {
        var whole = In(CaseState.Archived, Brought.All);
        var suspended = Suspended();
        AssertRoundTrip(whole.Materials);
        AssertRoundTrip(whole.Hands);
        AssertRoundTrip(whole.Decision!);
        AssertRoundTrip(whole.Issued!);
        AssertRoundTrip(whole.Handover!);
        AssertRoundTrip(whole.Verifications);
        AssertRoundTrip(whole.Marks);
        AssertRoundTrip(whole.Applicant);
        AssertRoundTrip(Supplementing().Supplement!);
        AssertRoundTrip(suspended.Suspensions);
        AssertRoundTrip(ClockOf(suspended, ClockKind.Decision).Pauses);
        AssertRoundTrip(In(CaseState.NotAccepted).NotAccepted!);
        AssertRoundTrip(In(CaseState.Refused).Decision!);
        AssertRoundTrip(new Extension(Monday, 10, "理由", Head, ""));
    }

    private static void AssertRoundTrip<T>(T part)
    {
        var text = JsonSerializer.Serialize(part);
        Assert.True(text.Length > 2, text);
        Assert.Equal(text, JsonSerializer.Serialize(JsonSerializer.Deserialize<T>(text)));
    }
}
