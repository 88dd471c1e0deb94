using HallSuite.Domain.Calendar;
using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;
using HallSuite.Tests.TestKit;
using static HallSuite.Tests.Domain.Cases.CaseScene;
using static HallSuite.Tests.Domain.Matters.Standards;

namespace HallSuite.Tests.Domain.Cases;

/// <summary>Five days, one notice, acceptance in its four ways (DOMAIN §3, rules 2 to 5).</summary>
public class CaseAcceptanceTests
{
    private static readonly SupplementItem PlanItem = new(Plan, "请补交。");

    /// <summary>The first instant after the five working days.</summary>
    private static readonly DateTimeOffset Silence = new(2026, 3, 9, 16, 0, 0, TimeSpan.Zero);

    private static Result Request(Case on, params SupplementItem[] items) => on.RequestSupplement(items, By(Clerk));

    private static Case LacksTwo()
    {
        var received = Opened();
        received.Receive(Pinned, [.. Findings(Brought.NoPlan).Where(f => f.Requirement != Form), new(Form, MaterialFinding.Faulty, "未签名")], By(Clerk)).ShouldPass();
        return received;
    }

    [Fact]
    public void RequestSupplement_EndsTheOfficesTimeAndStartsTheApplicants()
    {
        var waiting = Supplementing();
        Assert.Equal(ClockState.Ended, ClockOf(waiting, ClockKind.Acceptance).State);
        Assert.False(ClockOf(waiting, ClockKind.Acceptance).Late);
        var clock = ClockOf(waiting, ClockKind.Supplement);
        Assert.Equal((15, new DateOnly(2026, 3, 23), null), (clock.Days, clock.DueDay, clock.NextLightAt));
        Assert.Equal(clock.DueAt, waiting.DueSort);
        Assert.Equal([NoticeKind.Supplement], Last(waiting).Notices);
    }

    [Fact]
    public void RequestSupplement_GivesTheDaysOfTheHallsPolicy()
    {
        var received = Received(Brought.NoPlan);
        received.RequestSupplement([PlanItem], By(Clerk) with { Rules = RulesBy(WorkCalendar.Shipped, new CasePolicy { SupplementDays = 3 }) }).ShouldPass();
        Assert.Equal(new DateOnly(2026, 3, 5), ClockOf(received, ClockKind.Supplement).DueDay);
    }

    [Fact]
    public void RequestSupplement_OfAllInOneNotice_Passes()
    {
        var received = LacksTwo();
        Request(received, PlanItem, new(Form, "请签名。")).ShouldPass();
        Assert.Equal([Plan, Form], received.Supplement!.Items.Select(i => i.Requirement));
    }

    [Fact]
    public void RequestSupplement_WhenOneWasAlreadySent_IsRefused() => Request(Supplementing(), PlanItem).ShouldBeRefused("case.supplement-sent");

    [Fact]
    public void RequestSupplement_AfterTheFirstWasFulfilled_IsRefused()
    {
        var accepted = Supplementing();
        accepted.HandInSupplement(Pinned, [new(Plan, MaterialFinding.Sound)], By(Clerk)).ShouldPass();
        Request(accepted, PlanItem).ShouldBeRefused("case.supplement-sent");
    }

    [Fact]
    public void RequestSupplement_ForSomethingOutsideTheStandard_IsRefused() =>
        Assert.Equal("M9", Assert.Single(Request(Received(Brought.NoPlan), PlanItem, new("M9", "房产证")).ShouldBeRefused("case.outside-standard").Arguments));

    [Fact]
    public void RequestSupplement_WhenItLeavesOneOut_IsRefusedAndNamesIt() =>
        Assert.Equal("申请表", Assert.Single(Request(LacksTwo(), PlanItem).ShouldBeRefused("case.notice-incomplete").Arguments));

    [Fact]
    public void RequestSupplement_ForWhatIsInOrder_IsRefused() => Request(Received(Brought.NoPlan), PlanItem, new(Form, "重交")).ShouldBeRefused("case.material-settled");

    [Fact]
    public void RequestSupplement_ThatNamesOneTwice_IsRefused() => Request(Received(Brought.NoPlan), PlanItem, PlanItem).ShouldBeRefused("case.named-twice");

    [Fact]
    public void RequestSupplement_ThatDoesNotSayWhat_IsRefused() => Request(Received(Brought.NoPlan), new SupplementItem(Plan, " ")).ShouldBeRefused("case.fault-unsaid");

    [Fact]
    public void RequestSupplement_WhenNothingLacks_IsRefused() => Request(Received()).ShouldBeRefused("case.nothing-lacking");

    [Fact]
    public void HandInSupplement_OfAll_IsAccepted()
    {
        var accepted = Supplementing();
        accepted.HandInSupplement(Pinned, [new(Plan, MaterialFinding.Sound)], By(Clerk, 3)).ShouldPass();
        Assert.Equal((CaseState.Accepted, Monday.AddDays(3)), (accepted.State, accepted.AcceptedDay));
        Assert.Equal(Monday.AddDays(3), ClockOf(accepted, ClockKind.Decision).StartDay);
        Assert.Equal(ClockState.Ended, ClockOf(accepted, ClockKind.Supplement).State);
        Assert.Equal([NoticeKind.Receipt, NoticeKind.Acceptance], Last(accepted).Notices);
    }

    [Fact]
    public void HandInSupplement_OfSome_Stands()
    {
        var waiting = LacksTwo();
        Request(waiting, PlanItem, new(Form, "请签名。")).ShouldPass();
        waiting.HandInSupplement(Pinned, [new(Plan, MaterialFinding.Sound)], By(Clerk, 1)).ShouldPass();
        Assert.Equal((CaseState.SupplementRequested, ClockState.Running), (waiting.State, ClockOf(waiting, ClockKind.Supplement).State));
        waiting.HandInSupplement(Pinned, [new(Form, MaterialFinding.Faulty, "签名不符")], By(Clerk, 2)).ShouldPass();
        Assert.Equal(CaseState.SupplementRequested, waiting.State);
        waiting.HandInSupplement(Pinned, [new(Form, MaterialFinding.Sound)], By(Clerk, 2)).ShouldPass();
        Assert.Equal(CaseState.Accepted, waiting.State);
    }

    [Fact]
    public void HandInSupplement_WhenLateAndNotYetTerminated_IsTaken()
    {
        var waiting = Supplementing();
        waiting.HandInSupplement(Pinned, [new(Plan, MaterialFinding.Sound)], By(Clerk, 40)).ShouldPass();
        Assert.True(ClockOf(waiting, ClockKind.Supplement).Late);
    }

    [Fact]
    public void HandInSupplement_OfWhatTheNoticeDidNotAskFor_IsRefused() =>
        Supplementing().HandInSupplement(Pinned, [new(Form, MaterialFinding.Faulty, "模糊")], By(Clerk)).ShouldBeRefused("case.not-in-notice");

    [Fact]
    public void HandInSupplement_OfNothing_IsRefused() => Supplementing().HandInSupplement(Pinned, [], By(Clerk)).ShouldBeRefused("case.nothing-handed-in");

    [Fact]
    public void LapseSupplement_BeforeItsTime_IsRefusedAndSaysTheDay()
    {
        var waiting = Supplementing();
        var due = ClockOf(waiting, ClockKind.Supplement);
        Assert.Equal(due.DueDay, Assert.Single(waiting.LapseSupplement(BySystem() with { Now = due.DueAt.AddTicks(-1) }).ShouldBeRefused("case.supplement-running").Arguments));
        waiting.LapseSupplement(BySystem() with { Now = due.DueAt }).ShouldPass();
        Assert.Equal((CaseState.Terminated, TerminationGround.SupplementOverdue), (waiting.State, waiting.TerminatedFor));
        Assert.Equal([NoticeKind.Termination], Last(waiting).Notices);
    }

    [Fact]
    public void Accept_WhenAMaterialLacks_IsRefusedAndNamesIt() =>
        Assert.Equal("场所平面图", Assert.Single(Received(Brought.NoPlan).Accept(Pinned, By(Clerk)).ShouldBeRefused("case.material-lacking").Arguments));

    [Fact]
    public void Accept_StartsTheCommittedAndTheStatutoryLimit()
    {
        var accepted = Accepted();
        Assert.Equal(new DateOnly(2026, 3, 16), ClockOf(accepted, ClockKind.Committed).DueDay);
        Assert.Equal(new DateOnly(2026, 3, 30), ClockOf(accepted, ClockKind.Decision).DueDay);
        Assert.Equal(ClockOf(accepted, ClockKind.Committed).DueAt, accepted.DueSort);
        Assert.False(ClockOf(accepted, ClockKind.Acceptance).Late);
    }

    [Fact]
    public void Accept_WhenTheStandardHasNoLimit_StartsNone()
    {
        var accepted = Accepted(standard: InForce(Content with { Statutory = StatutoryLimit.None, Committed = null }));
        Assert.DoesNotContain(accepted.Clocks, c => c.State != ClockState.Ended);
        Assert.Equal(Case.NoDue, accepted.DueSort);
    }

    [Fact]
    public void Accept_UnderJointHandling_HasFortyFiveDays() =>
        Assert.Equal(45, ClockOf(Accepted(standard: InForce(Content with { Handling = Handling.Joint })), ClockKind.Decision).Days);

    [Fact]
    public void AcceptTolerantly_WithoutAKeyMaterial_IsRefused() =>
        Received(Brought.NoForm).AcceptTolerantly(Pinned, [new(Form, Monday.AddDays(9))], By(Clerk)).ShouldBeRefused("case.key-material-lacking");

    [Fact]
    public void AcceptTolerantly_WithoutAPromise_IsRefused() => Received(Brought.NoPlan).AcceptTolerantly(Pinned, [], By(Clerk)).ShouldBeRefused("case.promise-missing");

    [Fact]
    public void AcceptTolerantly_WhenThePromisedDayIsPast_IsRefused() =>
        Received(Brought.NoPlan).AcceptTolerantly(Pinned, [new(Plan, Monday.AddDays(-1))], By(Clerk)).ShouldBeRefused("case.promise-past");

    [Fact]
    public void AcceptTolerantly_WhenPromisedForToday_Passes() => Received(Brought.NoPlan).AcceptTolerantly(Pinned, [new(Plan, Monday)], By(Clerk)).ShouldPass();

    [Fact]
    public void AcceptTolerantly_OfWhatIsIn_IsRefused() => Received().AcceptTolerantly(Pinned, [new(Plan, Monday)], By(Clerk)).ShouldBeRefused("case.material-settled");

    [Fact]
    public void AcceptTolerantly_WhenNothingLacks_IsRefused() => Received().AcceptTolerantly(Pinned, [], By(Clerk)).ShouldBeRefused("case.nothing-lacking");

    [Fact]
    public void AcceptTolerantly_OfSomethingOutsideTheStandard_IsRefused() =>
        Received(Brought.NoPlan).AcceptTolerantly(Pinned, [new("M9", Monday)], By(Clerk)).ShouldBeRefused("case.outside-standard");

    [Fact]
    public void AcceptTolerantly_KeepsThePromiseUntilItIsKept()
    {
        var accepted = Accepted(Brought.NoPlan);
        Assert.Equal((Monday, new DateOnly(2026, 3, 30)), (accepted.AcceptedDay, ClockOf(accepted, ClockKind.Decision).DueDay));
        Assert.Equal(new DateOnly(2026, 3, 20), accepted.Materials.Single(m => m.Requirement == Plan).PromisedBy);
        Assert.True(accepted.Materials.Single(m => m.Requirement == Plan).Owed);
        accepted.HandInPromised([new(Plan, MaterialFinding.Faulty, "没有比例尺")], By(Clerk, 1)).ShouldPass();
        Assert.True(accepted.Materials.Single(m => m.Requirement == Plan).Owed);
        accepted.HandInPromised([new(Plan, MaterialFinding.Sound)], By(Clerk, 2)).ShouldPass();
        Assert.False(accepted.Materials.Single(m => m.Requirement == Plan).Owed);
        accepted.HandInPromised([new(Plan, MaterialFinding.Sound)], By(Clerk, 2)).ShouldBeRefused("case.not-owed");
    }

    [Fact]
    public void HandInPromised_OfWhatWasNotPromised_IsRefused() => Accepted(Brought.NoPlan).HandInPromised([new(Form, MaterialFinding.Sound)], By(Clerk)).ShouldBeRefused("case.not-owed");

    [Fact]
    public void HandInPromised_OfNothing_IsRefused() => Accepted(Brought.NoPlan).HandInPromised([], By(Clerk)).ShouldBeRefused("case.nothing-handed-in");

    [Fact]
    public void DeemAccepted_BeforeTheFiveDaysAreOver_IsRefusedAndSaysTheDay() =>
        Assert.Equal(new DateOnly(2026, 3, 9), Assert.Single(Received().DeemAccepted(Pinned, BySystem() with { Now = Silence.AddTicks(-1) }).ShouldBeRefused("case.acceptance-running").Arguments));

    [Fact]
    public void DeemAccepted_CountsFromTheDayOfReceipt()
    {
        var silent = Received(Brought.NoForm);
        silent.DeemAccepted(Pinned, BySystem() with { Now = Silence }).ShouldPass();
        Assert.Equal((CaseState.Accepted, true, Monday), (silent.State, silent.DeemedAccepted, silent.AcceptedDay));
        Assert.Equal(new DateOnly(2026, 3, 30), ClockOf(silent, ClockKind.Decision).DueDay);
        Assert.Equal((ClockState.Ended, true), (ClockOf(silent, ClockKind.Acceptance).State, ClockOf(silent, ClockKind.Acceptance).Late));
        Assert.Empty(silent.Hands.TookIn.Except([Clerk]));
    }

    [Fact]
    public void DeemAccepted_GivesTheSilentOfficeOneYellowCard()
    {
        var silent = Received();
        var card = silent.DeemAccepted(Pinned, BySystem() with { Now = Silence }).ShouldPass();
        Assert.Equal(new LightChange(1, ClockKind.Acceptance, "", Light.None, Light.Yellow), card);
        Assert.Equal(Light.Yellow, silent.Clocks[0].Light);
        Assert.DoesNotContain(silent.TurnLights(On(30)), c => c.Kind == ClockKind.Acceptance);
    }

    [Fact]
    public void DeemAccepted_WhenTheSweepGaveTheCardAlready_GivesNoSecond()
    {
        var silent = Received();
        Assert.Equal(Light.Yellow, Assert.Single(silent.TurnLights(Silence)).To);
        Assert.Null(silent.DeemAccepted(Pinned, BySystem() with { Now = Silence }).ShouldPass());
    }

    [Fact]
    public void Act_AfterFiveSilentDays_IsRefusedBecauseTheCaseIsAcceptedByLaw()
    {
        var late = By(Clerk) with { Now = Silence };
        Func<Case, Result>[] acts =
        [
            silent => silent.Accept(Pinned, late),
            silent => silent.AcceptTolerantly(Pinned, [new(Plan, Monday.AddDays(20))], late),
            silent => silent.RequestSupplement([PlanItem], late),
            silent => silent.NotAccept(new NotAccepted(NotAcceptedGround.NoLicenceNeeded, "依法不需要取得许可。"), late),
            silent => silent.CorrectMaterials([new(Plan, MaterialFinding.Sound)], late),
        ];
        Assert.All(acts, act => Assert.Equal(Monday, Assert.Single(act(Received(Brought.NoPlan)).ShouldBeRefused("case.accepted-by-law").Arguments)));
    }

    [Fact]
    public void RequestSupplement_InTheLastMomentOfTheFifthDay_Passes() =>
        Received(Brought.NoPlan).RequestSupplement([PlanItem], By(Clerk) with { Now = Silence.AddTicks(-1) }).ShouldPass();
}
