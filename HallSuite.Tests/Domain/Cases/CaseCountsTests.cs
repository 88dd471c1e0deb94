using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Tests.TestKit;
using static HallSuite.Tests.Domain.Cases.CaseScene;
using static HallSuite.Tests.Domain.Matters.Standards;

namespace HallSuite.Tests.Domain.Cases;

/// <summary>What counts as received, accepted, decided, in time, delivered.</summary>
public sealed class CaseCountsTests
{
    [Theory]
    [InlineData(CaseAct.Receive, CaseState.Received, "1 0 0 0 0")]
    [InlineData(CaseAct.Accept, CaseState.Accepted, "0 1 0 0 0")]
    [InlineData(CaseAct.AcceptTolerantly, CaseState.Accepted, "0 1 0 0 0")]
    [InlineData(CaseAct.DeemAccepted, CaseState.Accepted, "0 1 0 0 0")]
    [InlineData(CaseAct.HandInSupplement, CaseState.Accepted, "0 1 0 0 0")]
    [InlineData(CaseAct.HandInSupplement, CaseState.SupplementRequested, "0 0 0 0 0")]
    [InlineData(CaseAct.Approve, CaseState.Approved, "0 0 1 1 0")]
    [InlineData(CaseAct.Refuse, CaseState.Refused, "0 0 1 1 0")]
    [InlineData(CaseAct.Deliver, CaseState.Delivered, "0 0 0 0 1")]
    [InlineData(CaseAct.CompleteOnTheSpot, CaseState.Delivered, "1 1 1 1 1")]
    [InlineData(CaseAct.NotAccept, CaseState.NotAccepted, "0 0 0 0 0")]
    [InlineData(CaseAct.Withdraw, CaseState.Withdrawn, "0 0 0 0 0")]
    [InlineData(CaseAct.Terminate, CaseState.Terminated, "0 0 0 0 0")]
    [InlineData(CaseAct.LapseSupplement, CaseState.Terminated, "0 0 0 0 0")]
    [InlineData(CaseAct.Issue, CaseState.Issued, "0 0 0 0 0")]
    public void AnEvent_CountsWhatItDid(CaseAct act, CaseState after, string counts) => Assert.Equal(counts, Words(CaseCounts.Of(act, after, inTime: true)));

    [Fact]
    public void ADecision_ThatCameLate_IsDecidedAndNotInTime() => Assert.Equal("0 0 1 0 0", Words(CaseCounts.Of(CaseAct.Approve, CaseState.Approved, inTime: false)));

    [Fact]
    public void TheWholeLifeOfACase_CountsEachOnce()
    {
        var file = Issued();
        file.Deliver(AtCounter, By(Clerk)).ShouldPass();

        Assert.Equal("1 1 1 1 1", Words(file.Events.Select(e => CaseCounts.Of(e.Act, e.After, file.IsDecidedInTime)).Aggregate(CaseCounts.None, (all, one) => all + one)));
    }

    [Fact]
    public void ADecision_BeforeItsLimits_IsInTime() => Assert.True(Approved().IsDecidedInTime);

    [Fact]
    public void ADecision_AfterItsPromise_IsNotInTime()
    {
        var file = Reviewed();
        var promised = ClockOf(file, ClockKind.Committed);
        var days = (int)Math.Ceiling((promised.DueAt - Nine).TotalDays);

        file.Approve(Pinned, "", By(Head, days)).ShouldPass();

        Assert.True(ClockOf(file, ClockKind.Committed).Late);
        Assert.False(ClockOf(file, ClockKind.Decision).Late);
        Assert.False(file.IsDecidedInTime);
    }

    [Fact]
    public void ALateStep_DoesNotMakeTheDecisionLate()
    {
        var file = Approved();

        Assert.All(new[] { ClockKind.Step, ClockKind.Acceptance, ClockKind.Issue, ClockKind.Supplement }, kind => Assert.False(Clock.IsOfDecision(kind)));
        Assert.True(file.IsDecidedInTime);
    }

    [Fact]
    public void ACaseWithoutLimits_CannotBeLate()
    {
        var file = Opened();
        file.CompleteOnTheSpot(Pinned, new(Findings(), [Good, True], AtCounter), Certificate, By(Clerk)).ShouldPass();

        Assert.DoesNotContain(file.Clocks, c => Clock.IsOfDecision(c.Kind));
        Assert.True(file.IsDecidedInTime);
    }

    [Fact]
    public void ADay_AddsUp_AndARecountTellsWhatDiffered()
    {
        var day = DailyCases.Begin(new HallId(Id(1)), Monday, Market);
        day.Count(new(2, 1, 1, 0, 0));
        day.Count(new(1, 1, 0, 0, 1));
        Assert.Equal(new CaseCounts(3, 2, 1, 0, 1), day.Counts);

        Assert.Empty(day.Correct(new(3, 2, 1, 0, 1)));
        Assert.Equal([nameof(DailyCases.Received), nameof(DailyCases.DecidedInTime)], day.Correct(new(4, 2, 1, 1, 1)));
        Assert.Equal(new CaseCounts(4, 2, 1, 1, 1), day.Counts);
    }

    private static string Words(CaseCounts counts) => $"{counts.Received} {counts.Accepted} {counts.Decided} {counts.DecidedInTime} {counts.Delivered}";
}
