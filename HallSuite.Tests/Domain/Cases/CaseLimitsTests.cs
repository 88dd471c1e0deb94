using HallSuite.Domain.Calendar;
using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;
using HallSuite.Tests.TestKit;
using static HallSuite.Tests.Domain.Cases.CaseScene;
using static HallSuite.Tests.Domain.Matters.Standards;
using Days = HallSuite.Tests.Domain.Calendar.Days;

namespace HallSuite.Tests.Domain.Cases;

/// <summary>Suspension, extension, lights and a changed calendar (DOMAIN §3, rules 5 to 7, and §6).</summary>
public class CaseLimitsTests
{
    private static DateOnly March(int day) => new(2026, 3, day);

    private static DateOnly Due(Case of, ClockKind kind) => ClockOf(of, kind).DueDay;

    /// <summary>Midnight in Shanghai at the beginning of a day in March.</summary>
    private static DateTimeOffset Midnight(int day) => LocalDay.StartOf(March(day), Shanghai);

    private static Result Extend(Case on, int days = 10, int after = 0, string approval = "") => on.Extend(days, "案情复杂。", approval, By(Head, after));

    [Fact]
    public void Suspend_StopsTheLimitsOfTheDecision()
    {
        var suspended = Suspended();
        Assert.All([ClockKind.Committed, ClockKind.Decision], kind => Assert.Equal(ClockState.Paused, ClockOf(suspended, kind).State));
        Assert.Equal(ClockState.Paused, ClockOf(suspended, ClockKind.Step, Papers).State);
        Assert.Equal(Case.NoDue, suspended.DueSort);
        Assert.All(suspended.Clocks.Where(c => c.State == ClockState.Paused), c => Assert.Equal((null, Light.None), (c.NextLightAt, c.Light)));
        Assert.Empty(suspended.TurnLights(On(100)));
    }

    [Fact]
    public void Suspend_WhenALightIsOn_TakesItBackUntilTheLimitRunsOn()
    {
        var blue = UnderReview();
        Assert.NotEmpty(blue.TurnLights(Midnight(12))); // two days before the promise
        Assert.Equal(Light.Blue, ClockOf(blue, ClockKind.Committed).Light);
        blue.Suspend(SpecialProcedure.Testing, 5, "送检。", By(Reviewer, 10)).ShouldPass();
        Assert.Equal(Light.None, ClockOf(blue, ClockKind.Committed).Light);
        blue.Resume(March(12), "合格。", By(Reviewer, 10)).ShouldPass();
        Assert.Equal(Light.Blue, blue.TurnLights(On(10)).Single(c => c.Kind == ClockKind.Committed).To);
    }

    [Fact]
    public void Suspend_TellsTheApplicantHowLongItTakes()
    {
        var suspended = Suspended(days: 0, told: 5);
        Assert.Equal(new Suspension(SpecialProcedure.Testing, Monday, 5, March(9), null, "送检。"), Assert.Single(suspended.Suspensions));
        Assert.Equal([NoticeKind.SpecialProcedure], Last(suspended).Notices);
        Assert.Equal(new DateOnly(2026, 4, 7), Due(suspended, ClockKind.Decision)); // 20 days after the 9th, Qingming left out
    }

    [Theory]
    [InlineData(0, SpecialProcedure.Testing)]
    [InlineData(366, SpecialProcedure.Testing)]
    [InlineData(21, SpecialProcedure.Hearing)]
    public void Suspend_ForATimeThatMakesNoSense_IsRefused(int told, SpecialProcedure procedure) =>
        UnderReview().Suspend(procedure, told, "理由", By(Reviewer)).ShouldBeRefused("case.told-days-invalid");

    [Fact]
    public void Suspend_ForAHearing_TakesTwentyDaysAtMost() => UnderReview().Suspend(SpecialProcedure.Hearing, 20, "听证。", By(Reviewer)).ShouldPass();

    [Fact]
    public void Suspend_WithoutReason_IsRefused() => UnderReview().Suspend(SpecialProcedure.Testing, 5, " ", By(Reviewer)).ShouldBeRefused("reason.required");

    [Fact]
    public void Suspend_NeverStopsAcceptanceSupplementOrIssue() =>
        Assert.Equal([ClockKind.Committed, ClockKind.Decision, ClockKind.Step], Enum.GetValues<ClockKind>().Where(Clock.IsPausable));

    /// <summary>Suspended on Wednesday the 4th, result on Tuesday the 10th: the 5th, 6th, 9th and 10th do not count.</summary>
    [Fact]
    public void Resume_LeavesOutTheDaysAfterTheSuspensionThroughTheResult()
    {
        var resumed = Suspended(days: 2);
        resumed.Resume(March(10), "合格。", By(Reviewer, 8)).ShouldPass();
        Assert.Equal(new DateOnly(2026, 4, 3), Due(resumed, ClockKind.Decision));
        Assert.Equal(March(20), Due(resumed, ClockKind.Committed));
        Assert.Equal(March(11), ClockOf(resumed, ClockKind.Step, Papers).DueDay);
        Assert.Equal(ClockOf(resumed, ClockKind.Step, Papers).DueAt, resumed.DueSort);
        Assert.Equal((March(10), "合格。"), (resumed.Suspensions[0].Through!.Value, resumed.Suspensions[0].Outcome));
    }

    [Fact]
    public void Resume_RecordedLate_CountsFromTheDayTheResultArrived()
    {
        var (atOnce, late) = (Suspended(), Suspended());
        atOnce.Resume(March(5), "合格。", By(Reviewer, 3)).ShouldPass();
        late.Resume(March(5), "合格。", By(Reviewer, 7)).ShouldPass();
        Assert.Equal(Due(atOnce, ClockKind.Decision), Due(late, ClockKind.Decision));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(4)]
    public void Resume_WhenTheResultArrivedBeforeOrInTheFuture_IsRefused(int days) =>
        Suspended().Resume(Monday.AddDays(days), "合格。", By(Reviewer, 3)).ShouldBeRefused("case.arrival-invalid");

    [Fact]
    public void Resume_WithoutOutcome_IsRefused() => Suspended().Resume(Monday, "", By(Reviewer)).ShouldBeRefused("reason.required");

    [Fact]
    public void Suspend_Twice_GivesPausesThatTouchAndNeverOverlap()
    {
        var again = Suspended();
        again.Resume(March(5), "合格。", By(Reviewer, 3)).ShouldPass();
        again.Suspend(SpecialProcedure.ExpertReview, 5, "评审。", By(Reviewer, 3)).ShouldPass();
        again.Resume(March(9), "通过。", By(Reviewer, 7)).ShouldPass();
        var decision = ClockOf(again, ClockKind.Decision);
        Pause.Check(decision.Pauses).ShouldPass();
        Assert.Equal(new DateOnly(2026, 4, 7), decision.DueDay); // 3, 4, 5, 6, 9 March left out
    }

    [Fact]
    public void Suspend_WhenTheLimitIsOver_StopsNothing()
    {
        var late = Suspended(days: 20);
        Assert.Equal((ClockState.Running, March(16)), (ClockOf(late, ClockKind.Committed).State, Due(late, ClockKind.Committed)));
        Assert.Equal(ClockState.Paused, ClockOf(late, ClockKind.Decision).State);
    }

    [Fact]
    public void Extend_LengthensTheDecisionAndThePromise()
    {
        var extended = UnderReview();
        Extend(extended).ShouldPass();
        Assert.Equal((30, 10, new DateOnly(2026, 4, 14)), (ClockOf(extended, ClockKind.Decision).Days, ClockOf(extended, ClockKind.Decision).ExtendedBy, Due(extended, ClockKind.Decision)));
        Assert.Equal(March(30), Due(extended, ClockKind.Committed));
        Assert.Equal(new Extension(Monday, 10, "案情复杂。", Head, ""), extended.Extension);
        Assert.Equal([NoticeKind.Extension], Last(extended).Notices);
    }

    [Fact]
    public void Extend_ASecondTime_IsRefused()
    {
        var extended = UnderReview();
        Extend(extended, 1).ShouldPass();
        Extend(extended, 1).ShouldBeRefused("case.already-extended");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    public void Extend_ByMoreThanTenDays_IsRefused(int days) => Assert.Equal(10, Assert.Single(Extend(UnderReview(), days).ShouldBeRefused("case.extension-invalid").Arguments));

    [Fact]
    public void Extend_WithoutReason_IsRefused() => UnderReview().Extend(5, "", "", By(Head)).ShouldBeRefused("reason.required");

    [Fact]
    public void Extend_UnderJointHandling_TakesFifteenDaysAndTheGovernmentsApproval()
    {
        var joint = UnderReview(standard: InForce(Content with { Handling = Handling.Joint }));
        Extend(joint, 16, approval: "某府批〔2026〕3号").ShouldBeRefused("case.extension-invalid");
        Extend(joint, 15).ShouldBeRefused("case.government-approval-missing");
        Extend(joint, 15, approval: new string('长', Case.SubjectLength + 1)).ShouldBeRefused("case.government-approval-missing");
        Extend(joint, 15, approval: "某府批〔2026〕3号").ShouldPass();
        Assert.Equal((60, "某府批〔2026〕3号"), (ClockOf(joint, ClockKind.Decision).Days, joint.Extension!.GovernmentApproval));
    }

    [Fact]
    public void Extend_WhenTheLimitIsOver_IsRefusedAndSaysTheDay() =>
        Assert.Equal(March(30), Assert.Single(Extend(UnderReview(), after: 29).ShouldBeRefused("case.extension-too-late").Arguments));

    [Fact]
    public void Extend_OnTheLastDay_Passes() => Extend(UnderReview(), after: 28).ShouldPass();

    [Fact]
    public void Extend_WhenThePromiseIsBroken_LeavesItBroken()
    {
        var extended = UnderReview();
        Extend(extended, after: 15).ShouldPass();
        Assert.Equal((March(16), 0), (Due(extended, ClockKind.Committed), ClockOf(extended, ClockKind.Committed).ExtendedBy));
        Assert.Equal(new DateOnly(2026, 4, 14), Due(extended, ClockKind.Decision));
    }

    [Fact]
    public void Extend_WithoutAnyLimit_IsRefused() =>
        Extend(Accepted(standard: InForce(Content with { Statutory = StatutoryLimit.None, Committed = null }))).ShouldBeRefused("case.nothing-to-extend");

    [Fact]
    public void Extend_OfAPromiseAlone_Passes()
    {
        var extended = Accepted(standard: InForce(Content with { Statutory = StatutoryLimit.None }));
        Extend(extended).ShouldPass();
        Assert.Equal(March(30), Due(extended, ClockKind.Committed));
    }

    [Fact]
    public void Extend_WhileSuspended_KeepsTheClockStill()
    {
        var suspended = Suspended();
        Extend(suspended).ShouldPass();
        Assert.Equal(ClockState.Paused, ClockOf(suspended, ClockKind.Decision).State);
        suspended.Resume(March(9), "合格。", By(Reviewer, 7)).ShouldPass();
        Assert.Equal(new DateOnly(2026, 4, 21), Due(suspended, ClockKind.Decision)); // the 30th working day after 9 March
    }

    [Fact]
    public void TurnLights_PutsEachLightOnOnceAtTheStartOfItsDay()
    {
        var received = Received(); // due on Monday the 9th: blue when two days are left, on Thursday the 5th
        Assert.Empty(received.TurnLights(Midnight(5).AddTicks(-1)));
        Assert.Equal(new LightChange(1, ClockKind.Acceptance, "", Light.None, Light.Blue), Assert.Single(received.TurnLights(Midnight(5))));
        Assert.Empty(received.TurnLights(Midnight(10).AddTicks(-1)));
        Assert.Equal(Light.Yellow, Assert.Single(received.TurnLights(Midnight(10))).To);
        Assert.Equal(Light.Red, Assert.Single(received.TurnLights(Midnight(11))).To);
        Assert.Empty(received.TurnLights(Midnight(30)));
        Assert.Null(received.Clocks[0].NextLightAt);
    }

    [Fact]
    public void TurnLights_AfterANightOff_TellsTheLightBeforeAndNow() =>
        Assert.Equal(new LightChange(1, ClockKind.Acceptance, "", Light.None, Light.Red), Assert.Single(Received().TurnLights(Midnight(20))));

    [Fact]
    public void TurnLights_OfTheApplicantsTime_ShowsNone() => Assert.Empty(Supplementing().TurnLights(On(100)));

    [Fact]
    public void Extend_WhenALightIsOn_TakesItBack()
    {
        var late = Accepted();
        Assert.Equal(2, late.TurnLights(Midnight(30)).Count); // the promise red, the decision blue
        Assert.Equal(Light.Blue, ClockOf(late, ClockKind.Decision).Light);
        Extend(late, after: 28).ShouldPass();
        Assert.Equal(Light.None, ClockOf(late, ClockKind.Decision).Light);
        Assert.Equal(ClockOf(late, ClockKind.Decision).BlueAt, ClockOf(late, ClockKind.Decision).NextLightAt);
    }

    [Fact]
    public void Recalculate_ByAChangedCalendar_MovesEachRunningLimitAndRecordsIt()
    {
        var accepted = Accepted();
        var count = accepted.EventCount;
        var changed = RulesBy(WorkCalendar.Shipped.With(Days.Year(2026, new NoticedDay(March(10), false, "临时放假"))));
        var moves = accepted.Recalculate(BySystem() with { Rules = changed });
        Assert.Equal([(ClockKind.Committed, March(16), March(17)), (ClockKind.Decision, March(30), March(31))], moves.Select(m => (m.Kind, m.From, m.To)));
        Assert.Equal(count + 2, accepted.EventCount);
        Assert.Equal((CaseAct.Recalculate, "Decision", "2026-03-30 → 2026-03-31"), (Last(accepted).Act, Last(accepted).Subject, Last(accepted).Note));
        Assert.Equal(ClockOf(accepted, ClockKind.Committed).DueAt, accepted.DueSort);
        Assert.Equal(March(9), ClockOf(accepted, ClockKind.Acceptance).DueDay);
    }

    [Fact]
    public void Recalculate_OnceTheYearIsPublished_EndsTheProvision()
    {
        var december = Opening(days: 295).ShouldPass();
        december.Receive(Pinned, Findings(), By(Clerk, 295)).ShouldPass();
        december.Accept(Pinned, By(Clerk, 295)).ShouldPass();
        Assert.True(ClockOf(december, ClockKind.Decision).Provisional);
        Assert.False(ClockOf(december, ClockKind.Acceptance).Provisional);
        december.Recalculate(BySystem(296) with { Rules = RulesBy(WorkCalendar.Shipped.With(Days.Year(2027))) });
        Assert.False(ClockOf(december, ClockKind.Decision).Provisional);
    }

    [Fact]
    public void Recalculate_WhenNothingMoves_IsNoEvent()
    {
        var accepted = Accepted();
        var before = Snapshot.Of(accepted);
        Assert.Empty(accepted.Recalculate(BySystem()));
        Assert.Equal(before, Snapshot.Of(accepted));
    }

    [Fact]
    public void Recalculate_WhileSuspended_KeepsTheClockStill()
    {
        var suspended = Suspended();
        Assert.Empty(suspended.Recalculate(BySystem(3)));
        Assert.Equal(ClockState.Paused, ClockOf(suspended, ClockKind.Decision).State);
    }

    [Fact]
    public void Explain_TellsEachDayThePauseAndTheExtension()
    {
        var extended = Suspended(days: 2);
        extended.Resume(March(10), "合格。", By(Reviewer, 8)).ShouldPass();
        Extend(extended, 1, 8).ShouldPass();
        var decision = ClockOf(extended, ClockKind.Decision);
        var told = extended.Explain(decision.Number, WorkCalendar.Shipped)!;
        Assert.Equal(decision.DueDay, told.Due.Day);
        Assert.Equal([March(5), March(6), March(9), March(10)], told.Due.Steps.Where(s => s.Reason == StepReason.Paused).Select(s => s.Day));
        Assert.Equal(21, told.Due.Steps.Count(s => s.Number > 0));
        Assert.Equal(SpecialProcedure.Testing, Assert.Single(told.Suspensions).Procedure);
        Assert.Equal(1, told.Extension!.Days);
        Assert.Null(extended.Explain(99, WorkCalendar.Shipped));
    }

    [Fact]
    public void Explain_OfAClockThatWasNeverPausedNorExtended_TellsNeither()
    {
        var extended = Suspended();
        var told = extended.Explain(ClockOf(extended, ClockKind.Acceptance).Number, WorkCalendar.Shipped)!;
        Assert.Empty(told.Suspensions);
        Assert.Null(told.Extension);
    }
}
