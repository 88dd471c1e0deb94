using FsCheck;
using FsCheck.Fluent;
using HallSuite.Domain.Calendar;
using HallSuite.Domain.Cases;
using HallSuite.Domain.Supervision;
using HallSuite.Tests.Domain.Calendar;
using HallSuite.Tests.TestKit;
using static HallSuite.Tests.Domain.Calendar.Days;

namespace HallSuite.Tests.Domain.Supervision;

public class CardPolicyTests
{
    private static readonly WorkCalendar Calendar = WorkCalendar.Shipped;

    private static readonly TimeZoneInfo China = TimeZoneInfo.CreateCustomTimeZone("China", TimeSpan.FromHours(8), "China", "China");

    [Theory]
    [InlineData(5, "2026-03-10", Light.None)] // Tuesday; due on Friday
    [InlineData(5, "2026-03-11", Light.Blue)] // 2 left
    [InlineData(5, "2026-03-13", Light.Blue)] // the due day
    [InlineData(5, "2026-03-15", Light.Blue)] // a weekend changes nothing
    [InlineData(5, "2026-03-16", Light.Yellow)]
    [InlineData(5, "2026-03-17", Light.Red)]
    [InlineData(4, "2026-03-12", Light.None)]
    [InlineData(4, "2026-03-13", Light.Blue)]
    [InlineData(4, "2026-03-16", Light.Yellow)]
    public void LightOn_ByDefault_FollowsTheRulesOfDezhou(int days, string today, Light light) =>
        Assert.Equal(light, CardPolicy.Default.LightOn(Day(today), Day("2026-03-13"), Limit.WorkingDays(days), Calendar));

    [Fact]
    public void TimesOf_OverAHoliday_AreStartsOfWorkingDays()
    {
        var times = CardPolicy.Default.TimesOf(Day("2026-09-30"), Limit.WorkingDays(20), Calendar, China);
        Assert.Equal(
            new CardTimes(MidnightOf("2026-10-01"), MidnightOf("2026-09-28"), MidnightOf("2026-10-08"), MidnightOf("2026-10-09")), times);
    }

    [Fact]
    public void TimesOf_ALongHolidayBeforeTheDueDay_IsBlueFromTheLastWorkingDayBefore() =>
        Assert.Equal(MidnightOf("2026-09-30"), CardPolicy.Default.TimesOf(Day("2026-10-09"), Limit.WorkingDays(5), Calendar, China).BlueAt);

    [Theory]
    [InlineData(7, "2026-03-11")]
    [InlineData(6, "2026-03-13")]
    public void TimesOf_ALimitInCalendarDays_IsLongFromAWeekOn(int days, string blue) =>
        Assert.Equal(MidnightOf(blue), CardPolicy.Default.TimesOf(Day("2026-03-13"), Limit.CalendarDays(days), Calendar, China).BlueAt);

    [Fact]
    public void TimesOf_ASuspendedLimit_AreNone()
    {
        var limit = Limit.WorkingDays(10);
        var paused = Calendar.DueDayOf(Day("2026-03-02"), limit, [new Pause(Day("2026-03-05"), null)]);
        Assert.Null(CardPolicy.Default.TimesOf(paused, limit, Calendar, China));
        var resumed = Calendar.DueDayOf(Day("2026-03-02"), limit, [new Pause(Day("2026-03-05"), Day("2026-03-06"))]);
        Assert.Equal(MidnightOf("2026-03-18"), CardPolicy.Default.TimesOf(resumed, limit, Calendar, China)!.Value.DueAt);
    }

    /// <summary>Around the due day, the stored instants say at the first and last moment of each day what counting says of the day.</summary>
    [Fact]
    public void TimesOf_AnyLimitAndPolicy_AreTheSameAsCountingDayByDay() =>
        Prop.ForAll(Runs.ToArbitrary(), run =>
        {
            var due = Calendar.Due(run.Start, run.Limit, run.Pauses);
            var times = run.Policy.TimesOf(due.End, run.Limit, Calendar, China)!.Value;
            return Enumerable.Range(-60, 100).Select(due.Day.AddDays).All(day =>
            {
                var light = run.Policy.LightOn(day, due.Day, run.Limit, Calendar);
                return times.LightAt(LocalDay.StartOf(day, China)) == light && times.LightAt(LocalDay.EndOf(day, China).AddTicks(-1)) == light;
            });
        }).QuickCheckThrowOnFailure();

    /// <summary>After an import a stored due day can be one on which nobody works, until it is computed anew.</summary>
    [Fact]
    public void TimesOf_AnyDueDayEvenOneOff_AreTheSameAsCounting() =>
        Prop.ForAll((from due in Any from policy in Policies select (due, policy)).ToArbitrary(), x =>
        {
            var times = x.policy.TimesOf(x.due, Limit.WorkingDays(9), Calendar, China);
            return Enumerable.Range(-60, 100).Select(x.due.AddDays).All(d =>
                times.LightAt(LocalDay.StartOf(d, China)) == x.policy.LightOn(d, x.due, Limit.WorkingDays(9), Calendar));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void NextLightAt_StepByStep_PassesEveryLightOnceAndEnds()
    {
        var times = CardPolicy.Default.TimesOf(Day("2026-03-13"), Limit.WorkingDays(5), Calendar, China);
        var seen = new List<Light>();
        for (DateTimeOffset? at = MidnightOf("2026-03-01"); at is { } now; at = times.NextLightAt(now))
            seen.Add(times.LightAt(now));
        Assert.Equal([Light.None, Light.Blue, Light.Yellow, Light.Red], seen);
    }

    [Fact]
    public void Check_TheDefault_Passes() => CardPolicy.Default.Check().ShouldPass();

    [Theory]
    [InlineData(0, 2, 0, 1, 2, nameof(CardPolicy.LongLimitDays))]
    [InlineData(5, -1, 0, 1, 2, nameof(CardPolicy.BlueDaysLeft))]
    [InlineData(5, 2, 31, 1, 2, nameof(CardPolicy.ShortBlueDaysLeft))]
    [InlineData(5, 2, 0, 0, 2, nameof(CardPolicy.YellowDaysOverdue))]
    [InlineData(5, 2, 0, 3, 3, nameof(CardPolicy.RedDaysOverdue))]
    public void Check_ANumberThatMakesNoSense_IsRefused(int length, int blue, int shortBlue, int yellow, int red, string name)
    {
        var policy = new CardPolicy { LongLimitDays = length, BlueDaysLeft = blue, ShortBlueDaysLeft = shortBlue, YellowDaysOverdue = yellow, RedDaysOverdue = red };
        Assert.Equal(name, policy.Check().ShouldBeRefused("card-policy.out-of-range").Arguments[0]);
    }

    private static DateTimeOffset MidnightOf(string day) => new(Day(day).ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(8));

    private static Gen<CardPolicy> Policies =>
        from length in Gen.Choose(1, 10)
        from blue in Gen.Choose(0, 6)
        from shortBlue in Gen.Choose(0, 3)
        from yellow in Gen.Choose(1, 4)
        from more in Gen.Choose(1, 4)
        select new CardPolicy { LongLimitDays = length, BlueDaysLeft = blue, ShortBlueDaysLeft = shortBlue, YellowDaysOverdue = yellow, RedDaysOverdue = yellow + more };

    private static Gen<(DateOnly Start, Limit Limit, IReadOnlyList<Pause> Pauses, CardPolicy Policy)> Runs =>
        from start in Any
        from days in Counts
        from unit in Gen.Elements(LimitUnit.WorkingDays, LimitUnit.CalendarDays)
        from pauses in PausesFrom(start)
        from policy in Policies
        select (start, new Limit(days, unit), pauses, policy);
}
