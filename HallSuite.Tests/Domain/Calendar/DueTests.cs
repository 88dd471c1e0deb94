using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using HallSuite.Domain.Calendar;
using HallSuite.Tests.TestKit;
using static HallSuite.Tests.Domain.Calendar.Days;

namespace HallSuite.Tests.Domain.Calendar;

public class DueTests
{
    private static readonly WorkCalendar Calendar = WorkCalendar.Shipped;

    private static readonly TimeZoneInfo China = TimeZoneInfo.CreateCustomTimeZone("China", TimeSpan.FromHours(8), "China", "China");

    [Theory]
    [InlineData("2026-03-02", 5, "2026-03-09")]
    [InlineData("2026-09-24", 3, "2026-09-30")] // Mid-Autumn on the Friday
    [InlineData("2026-09-28", 5, "2026-10-10")] // the National Day holiday; the 10th is a Saturday worked in its place
    [InlineData("2026-02-13", 1, "2026-02-14")] // a Saturday, worked
    [InlineData("2020-01-23", 1, "2020-02-03")] // the holiday that was made longer while it ran
    [InlineData("2018-12-28", 2, "2019-01-02")] // 29 December worked by the notice about 2019
    [InlineData("2026-03-07", 1, "2026-03-09")] // begins on a Saturday
    [InlineData("2026-10-01", 20, "2026-11-03")]
    public void Due_InWorkingDays_IsTheNthWorkingDayAfterTheStart(string start, int days, string due)
    {
        var answer = Calendar.Due(Day(start), Limit.WorkingDays(days));
        Assert.Equal(Day(due), answer.Day);
        Assert.False(answer.Provisional);
    }

    [Theory]
    [InlineData("2026-03-02", 10, "2026-03-12")]
    [InlineData("2026-03-02", 5, "2026-03-09")] // Saturday, so Monday
    [InlineData("2026-09-20", 11, "2026-10-08")] // 1 October
    [InlineData("2026-09-10", 10, "2026-09-20")] // a Sunday that is worked
    public void Due_InCalendarDays_MovesFromADayOffToTheNextWorkingDay(string start, int days, string due) =>
        Assert.Equal(Day(due), Calendar.Due(Day(start), Limit.CalendarDays(days)).Day);

    [Fact]
    public void Due_ExplainsEveryDay()
    {
        var due = Calendar.Due(Day("2026-09-24"), Limit.WorkingDays(3), [new Pause(Day("2026-09-28"), Day("2026-09-29"))]);
        Assert.Equal(
        [
            new DueStep(Day("2026-09-25"), StepReason.Holiday, 0, "中秋节", false),
            new DueStep(Day("2026-09-26"), StepReason.Holiday, 0, "中秋节", false),
            new DueStep(Day("2026-09-27"), StepReason.Holiday, 0, "中秋节", false),
            new DueStep(Day("2026-09-28"), StepReason.Counted, 1, null, false),
            new DueStep(Day("2026-09-29"), StepReason.Paused, 0, null, false),
            new DueStep(Day("2026-09-30"), StepReason.Counted, 2, null, false),
            .. Enumerable.Range(1, 7).Select(d => new DueStep(new DateOnly(2026, 10, d), StepReason.Holiday, 0, "国庆节", false)),
            new DueStep(Day("2026-10-08"), StepReason.Counted, 3, null, false),
        ], due.Steps);
        Assert.Equal((Day("2026-10-08"), false, 0), (due.Day, due.Suspended, due.Left));
    }

    [Fact]
    public void Due_InCalendarDays_ExplainsTheMove()
    {
        var due = Calendar.Due(Day("2026-03-11"), Limit.CalendarDays(3));
        Assert.Equal(
            [(StepReason.Counted, 1), (StepReason.Counted, 2), (StepReason.Counted, 3), (StepReason.Weekend, 0), (StepReason.MovedTo, 0)],
            due.Steps.Select(s => (s.Reason, s.Number)));
        Assert.Equal(StepReason.CountedMakeUp, Calendar.Due(Day("2026-02-13"), Limit.WorkingDays(1)).Steps.Single().Reason);
    }

    [Fact]
    public void Due_PastThePublishedYears_IsProvisional()
    {
        var due = Calendar.Due(Day("2026-12-28"), Limit.WorkingDays(5));
        Assert.Equal((Day("2027-01-05"), true), (due.Day, due.Provisional));
        Assert.Equal([false, false, false, true, true, true, true, true], due.Steps.Select(s => s.Provisional));
        Assert.False(Calendar.Due(Day("2026-12-28"), Limit.WorkingDays(3)).Provisional);
    }

    [Fact]
    public void Due_WhileAPauseHasNotEnded_IsTheEarliestDayAndSaysWhatIsLeft()
    {
        var due = Calendar.Due(Day("2026-03-02"), Limit.WorkingDays(10), [new Pause(Day("2026-03-05"), null)]);
        Assert.Equal((true, 7, Day("2026-03-16")), (due.Suspended, due.Left, due.Day));
        var ended = Calendar.Due(Day("2026-03-02"), Limit.WorkingDays(10), [new Pause(Day("2026-03-05"), Day("2026-03-06"))]);
        Assert.Equal((false, 0, Day("2026-03-17")), (ended.Suspended, ended.Left, ended.Day));
    }

    [Fact]
    public void Due_WhenThePauseBeginsOnTheLastDay_IsNotSuspended()
    {
        var due = Calendar.Due(Day("2026-03-02"), Limit.WorkingDays(3), [new Pause(Day("2026-03-05"), null)]);
        Assert.Equal((false, Day("2026-03-05")), (due.Suspended, due.Day));
    }

    [Fact]
    public void Due_OfALimitWithoutDays_IsABug() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.Due(Day("2026-03-02"), default));

    [Fact]
    public void Due_InAnyUnit_IsAWorkingDayAndCountsTheWholeLimit() =>
        Prop.ForAll(Runs.ToArbitrary(), run =>
        {
            var due = Calendar.Due(run.Start, run.Limit, run.Pauses);
            return Calendar.Works(due.Day) && due.Day == due.Steps[^1].Day && due.Steps.Count(s => s.Number > 0) == run.Limit.Days
                && due.Steps.Select(s => s.Day).SequenceEqual(Enumerable.Range(1, due.Day.DayNumber - run.Start.DayNumber).Select(run.Start.AddDays))
                && Calendar.DueDayOf(run.Start, run.Limit, run.Pauses) == due.End;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Due_OfNThenM_IsDueOfNPlusM() =>
        Prop.ForAll((from start in Any from n in Counts from m in Counts select (start, n, m)).ToArbitrary(), x =>
        {
            var first = Calendar.Due(x.start, Limit.WorkingDays(x.n)).Day;
            return Calendar.Due(first, Limit.WorkingDays(x.m)).Day == Calendar.Due(x.start, Limit.WorkingDays(x.n).Extend(x.m)).Day;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Due_WithPauses_IsLaterByExactlyTheWorkingDaysTheyExcluded() =>
        Prop.ForAll(Runs.Where(r => r.Limit.Unit == LimitUnit.WorkingDays).ToArbitrary(), run =>
        {
            var without = Calendar.Due(run.Start, run.Limit).Day;
            var with = Calendar.Due(run.Start, run.Limit, run.Pauses);
            var excluded = run.Pauses.Sum(p => Calendar.WorkingDaysBetween(Later(p.From, run.Start), Earlier(p.Through!.Value, with.Day)));
            return with.Steps.Count(s => s.Reason == StepReason.Paused) == excluded
                && with.Day == (excluded == 0 ? without : Calendar.WorkingDayAfter(without, excluded));
        }).QuickCheckThrowOnFailure();

    /// <summary>A limit in calendar days by arithmetic instead of a walk: add, then move.</summary>
    [Fact]
    public void Due_InCalendarDaysWithoutPauses_IsTheSumMovedToAWorkingDay() =>
        Prop.ForAll((from start in Any from n in Counts select (start, n)).ToArbitrary(), x =>
            Calendar.Due(x.start, Limit.CalendarDays(x.n)).Day == Calendar.WorkingDayFrom(x.start.AddDays(x.n))).QuickCheckThrowOnFailure();

    [Fact]
    public void Due_InCalendarDaysWithAPause_IsLaterByAllItsDays() =>
        Prop.ForAll((from start in Any from n in Counts from before in Gen.Choose(0, n - 1) from length in Gen.Choose(0, 60) select (start, n, before, length)).ToArbitrary(), x =>
        {
            var pause = new Pause(x.start.AddDays(x.before), x.start.AddDays(x.before + x.length));
            return Calendar.Due(x.start, Limit.CalendarDays(x.n), [pause]).Day == Calendar.WorkingDayFrom(x.start.AddDays(x.n + x.length));
        }).QuickCheckThrowOnFailure();

    /// <summary>The limits of real matters, statutory and promised; a matter may have none.</summary>
    [Fact]
    public void Due_OfRealLimits_IsAWorkingDayAndThePromisedOneIsNotTheLater()
    {
        var seen = 0;
        foreach (var row in Csv.Read("matters", "matters.csv"))
        {
            var (legal, promised) = (LimitOf(row["legal_days"], row["legal_unit"]), LimitOf(row["promised_days"], row["promised_unit"]));
            foreach (var limit in new[] { legal, promised }.OfType<Limit>())
            {
                seen++;
                Assert.True(Calendar.Works(Calendar.DueDayOf(Day("2025-09-30"), limit, []).Day));
            }

            if (legal is { } statutory && promised is { } shorter && statutory.Unit == shorter.Unit)
                Assert.True(Calendar.DueDayOf(Day("2025-09-30"), shorter, []).Day <= Calendar.DueDayOf(Day("2025-09-30"), statutory, []).Day);
        }

        Assert.Equal(1549 + 1723, seen);
    }

    [Fact]
    public void WorkingDayBefore_TakesBackWhatWorkingDayAfterWent() =>
        Prop.ForAll((from start in Any from n in Counts select (start, n)).ToArbitrary(), x =>
        {
            var after = Calendar.WorkingDayAfter(x.start, x.n);
            var back = Calendar.WorkingDayBefore(after, x.n);
            return Calendar.WorkingDaysBetween(x.start, after) == x.n && back <= x.start && Calendar.WorkingDaysBetween(back, x.start) == 0;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("2026-09-28", "2026-10-09", 4, 0)] // 29, 30 September, 8 and 9 October
    [InlineData("2026-10-03", "2026-10-09", 2, 0)]
    [InlineData("2026-10-09", "2026-10-09", 0, 0)]
    [InlineData("2026-10-10", "2026-10-09", 0, 1)] // Saturday, worked
    [InlineData("2026-10-11", "2026-10-09", 0, 1)]
    [InlineData("2026-10-12", "2026-10-09", 0, 2)]
    public void DaysLeftAndOverdue_CountWorkingDays(string today, string due, int left, int overdue) =>
        Assert.Equal((left, overdue), (Calendar.DaysLeft(Day(today), Day(due)), Calendar.DaysOverdue(Day(today), Day(due))));

    [Fact]
    public void EndsAt_IsMidnightAfterTheLastDayInLocalTime()
    {
        var due = Calendar.Due(Day("2026-03-02"), Limit.WorkingDays(5));
        Assert.Equal(new DateTimeOffset(2026, 3, 9, 16, 0, 0, TimeSpan.Zero), due.EndsAt(China));
        Assert.Equal(TimeSpan.Zero, due.EndsAt(China).Offset);
    }

    [Fact]
    public void LocalDay_WhereTheClocksSkipMidnight_BeginsLater()
    {
        var spring = TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(
            DateTime.MinValue.Date, DateTime.MaxValue.Date, TimeSpan.FromHours(1),
            TimeZoneInfo.TransitionTime.CreateFixedDateRule(new DateTime(1, 1, 1, 0, 0, 0), 4, 12),
            TimeZoneInfo.TransitionTime.CreateFixedDateRule(new DateTime(1, 1, 1, 0, 30, 0), 9, 13));
        var zone = TimeZoneInfo.CreateCustomTimeZone("Summer", TimeSpan.FromHours(8), "Summer", "Summer", "Summer", [spring]);
        Assert.Equal(new DateTimeOffset(2026, 4, 11, 16, 0, 0, TimeSpan.Zero), LocalDay.StartOf(Day("2026-04-12"), zone));
        // 13 September has its first half hour twice; the day begins with the first, which is summer time.
        Assert.Equal(new DateTimeOffset(2026, 9, 12, 15, 0, 0, TimeSpan.Zero), LocalDay.StartOf(Day("2026-09-13"), zone));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(3661)]
    public void LimitRead_OutsideTheBounds_IsRefused(int days) => Limit.Read(days, LimitUnit.WorkingDays).ShouldBeRefused("calendar.limit-invalid");

    [Fact]
    public void LimitRead_WithinTheBounds_IsTheLimit() => Assert.Equal(Limit.CalendarDays(30), Limit.Read(30, LimitUnit.CalendarDays).ShouldPass());

    [Fact]
    public void PauseCheck_WhenPausesTouch_Passes() =>
        Pause.Check([new Pause(Day("2026-03-10"), null), new Pause(Day("2026-03-02"), Day("2026-03-10"))]).ShouldPass();

    [Fact]
    public void PauseCheck_WhenPausesOverlap_IsRefused()
    {
        Pause.Check([new Pause(Day("2026-03-02"), Day("2026-03-10")), new Pause(Day("2026-03-09"), null)]).ShouldBeRefused("calendar.pauses-overlap");
        Pause.Check([new Pause(Day("2026-03-02"), null), new Pause(Day("2026-03-09"), Day("2026-03-10"))]).ShouldBeRefused("calendar.pauses-overlap");
    }

    [Fact]
    public void PauseCheck_WhenAPauseEndsBeforeItBegins_IsRefused() =>
        Pause.Check([new Pause(Day("2026-03-02"), Day("2026-03-01"))]).ShouldBeRefused("calendar.pause-reversed");

    private static Gen<(DateOnly Start, Limit Limit, IReadOnlyList<Pause> Pauses)> Runs =>
        from start in Any
        from days in Counts
        from unit in Gen.Elements(LimitUnit.WorkingDays, LimitUnit.CalendarDays)
        from pauses in PausesFrom(start)
        select (start, new Limit(days, unit), pauses);

    private static Limit? LimitOf(string days, string unit) => days.Length == 0
        ? null
        : Limit.Read(int.Parse(days, CultureInfo.InvariantCulture), unit == "自然日" ? LimitUnit.CalendarDays : LimitUnit.WorkingDays).ShouldPass();

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;
}
