using FsCheck;
using FsCheck.Fluent;
using HallSuite.Domain.Calendar;
using HallSuite.Domain.Kernel;
using HallSuite.Tests.TestKit;
using static HallSuite.Tests.Domain.Calendar.Days;

namespace HallSuite.Tests.Domain.Calendar;

public class CalendarYearTests
{
    private const string Good = """
        # what the notice of the year might say
        year 2027
        notice https://example.org/2027
        元旦 off 01-01..01-03 work 2026-12-27
        春节 off 02-05..02-11   work 01-31 02-20  # two of them
        清明节 off 04-03..04-05
        劳动节 off 05-01..05-05 work 04-25 05-08
        端午节 off 06-09
        中秋节 off 09-15
        国庆节 off 10-01..10-07 work 09-26 10-09
        """;

    [Fact]
    public void Read_AWholeYear_HasItsDays()
    {
        var reading = CalendarText.Read(Good);
        Assert.Empty(reading.Faults);
        var year = Assert.Single(reading.Years);
        Assert.Equal((2027, "https://example.org/2027"), (year.Year, Assert.Single(year.Notices)));
        Assert.Equal(new NoticedDay(Day("2026-12-27"), true, "元旦"), year.Days[0]);
        Assert.Equal(3 + 7 + 3 + 5 + 1 + 1 + 7, year.Days.Count(d => !d.Works));
        Assert.Equal(7, year.Days.Count(d => d.Works));
    }

    [Fact]
    public void Read_WithWindowsLineEndsAndAMark_IsTheSame() =>
        Assert.Equal(CalendarText.Read(Good).Years[0].Days, CalendarText.Read("\uFEFF" + Good.ReplaceLineEndings("\r\n")).Years[0].Days);

    [Theory]
    [InlineData("端午节 off 06-09", "端午节 of 06-09", 8, "calendar.line-unreadable")]
    [InlineData("端午节 off 06-09", "端午节 off", 8, "calendar.line-unreadable")]
    [InlineData("端午节 off 06-09", "端午节 off work 06-12", 8, "calendar.line-unreadable")]
    [InlineData("端午节 off 06-09", "端午节", 8, "calendar.line-unreadable")]
    [InlineData("端午节 off 06-09", "端午节 off 06-31", 8, "calendar.date-invalid")]
    [InlineData("端午节 off 06-09", "端午节 off 06-09..06-08", 8, "calendar.date-invalid")]
    [InlineData("端午节 off 06-09", "端午节 off 06-09..06-10..06-11", 8, "calendar.date-invalid")]
    [InlineData("端午节 off 06-09", "端午节 off 6-9", 8, "calendar.date-invalid")]
    [InlineData("端午节 off 06-09", "端午节 off 2027-06-09..2029-06-09", 8, "calendar.date-invalid")]
    [InlineData("端午节 off 06-09", "端午节 off 06-09 work 06-08", 8, "calendar.make-up-on-weekday")]
    [InlineData("端午节 off 06-09", "端午节 off 06-09 2026-11-30", 8, "calendar.day-outside")]
    [InlineData("端午节 off 06-09", "端午节 off 06-09 06-09", 8, "calendar.day-twice")]
    [InlineData("端午节 off 06-09", "端午节 off 06-10", 2, "calendar.statutory-day-worked")]
    [InlineData("中秋节 off 09-15", "yeartwo", 9, "calendar.line-unreadable")]
    [InlineData("中秋节 off 09-15", "year 2027", 9, "calendar.year-twice")]
    [InlineData("year 2027", "", 3, "calendar.year-missing")]
    [InlineData("year 2027", "year MMXXVII", 2, "calendar.line-unreadable")]
    [InlineData("year 2027", "year 1997", 2, "calendar.year-out-of-range")]
    public void Read_WithAFault_SaysTheLine(string original, string changed, int line, string code)
    {
        var reading = CalendarText.Read(Good.Replace(original, changed, StringComparison.Ordinal));
        Assert.Empty(reading.Years);
        Assert.Equal((line, code), (reading.Faults[0].Line, reading.Faults[0].Error.Code));
    }

    [Fact]
    public void Read_WithSeveralFaults_SaysAllOfThem()
    {
        var reading = CalendarText.Read(Good.Replace("06-09", "06-39", StringComparison.Ordinal).Replace("09-15", "9/15", StringComparison.Ordinal));
        Assert.Equal([8, 9], reading.Faults.Select(f => f.Line));
    }

    [Fact]
    public void Read_OfNothing_IsAFault() => Assert.Equal("calendar.year-missing", Assert.Single(CalendarText.Read("# empty\n").Faults).Error.Code);

    [Fact]
    public void Write_AnyYear_IsReadAsTheSame()
    {
        foreach (var year in (CalendarYear[])[.. WorkCalendar.Shipped.Years, CalendarText.Read(Good).Years[0], Year(2028, new NoticedDay(Day("2027-12-25"), true, "元旦"))])
        {
            var again = Assert.Single(CalendarText.Read(CalendarText.Write(year)).Years);
            Assert.Equal(year.Year, again.Year);
            Assert.Equal(year.Days, again.Days);
            Assert.Equal(year.Notices, again.Notices);
        }
    }

    [Fact]
    public void Write_AYear_IsShort() =>
        Assert.Equal(
            "year 2019\nnotice http://www.gov.cn/zhengce/zhengceku/2018-12/06/content_5346276.htm\nnotice http://www.gov.cn/zhengce/zhengceku/2019-03/22/content_5375877.htm\n"
            + "元旦 off 2018-12-30..01-01 work 2018-12-29\n春节 off 02-04..02-10 work 02-02..02-03\n清明节 off 04-05\n劳动节 off 05-01..05-04 work 04-28 05-05\n"
            + "端午节 off 06-07\n中秋节 off 09-13\n国庆节 off 10-01..10-07 work 09-29 10-12\n",
            CalendarText.Write(WorkCalendar.Shipped.Years.Single(y => y.Year == 2019)));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("两个 词")]
    [InlineData("#注")]
    [InlineData("一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一")]
    public void Of_AHolidayWithoutAProperName_IsRefused(string name) =>
        CalendarYear.Of(2027, [], [.. Year(2027).Days, new NoticedDay(Day("2027-03-01"), false, name)]).ShouldBeRefused("calendar.holiday-name-invalid");

    [Fact]
    public void Of_ANoticeOfTwoWords_IsRefused() => CalendarYear.Of(2027, ["two words"], Year(2027).Days).ShouldBeRefused("calendar.notice-invalid");

    [Fact]
    public void Of_AStatutoryDayThatIsWorked_IsRefused() // 1 May 2027 is a Saturday
    {
        var days = Year(2027).Days.Select(d => d.Date == Day("2027-05-01") ? d with { Works = true } : d);
        Assert.Equal([Day("2027-05-01"), Festival.LabourDay], CalendarYear.Of(2027, [], days).ShouldBeRefused("calendar.statutory-day-worked").Arguments);
    }

    [Fact]
    public void With_AYearThatIsThere_TakesItsPlace()
    {
        var again = WorkCalendar.Shipped.With(Year(2026));
        Assert.Equal(Enumerable.Range(2018, 9), again.Years.Select(y => y.Year));
        Assert.Equal(DayKind.Working, again.DayOf(Day("2026-10-07")).Kind);
        Assert.Equal(DayKind.Holiday, WorkCalendar.Shipped.DayOf(Day("2026-10-07")).Kind);
        Assert.Equal(DayKind.Working, WorkCalendar.Of([.. WorkCalendar.Shipped.Years, Year(2026)]).DayOf(Day("2026-10-07")).Kind);
    }

    [Fact]
    public void With_ANoticeThatReachesBack_ChangesTheDecemberBefore()
    {
        var calendar = WorkCalendar.Shipped.With(Year(2027, new NoticedDay(Day("2026-12-31"), false, "元旦")));
        Assert.Equal((DayKind.Holiday, "元旦"), (calendar.DayOf(Day("2026-12-31")).Kind, calendar.DayOf(Day("2026-12-31")).Holiday));
    }

    [Fact]
    public void With_TwoNoticesAboutOneDay_FollowsTheOneAboutTheLaterYear()
    {
        var sunday = Day("2026-12-27");
        var (before, after) = (Year(2026, new NoticedDay(sunday, true, "国庆节")), Year(2027, new NoticedDay(sunday, false, "元旦")));
        foreach (var calendar in (WorkCalendar[])[WorkCalendar.Of([before, after]), WorkCalendar.Of([after, before]), WorkCalendar.Of([after]).With(before)])
            Assert.Equal((DayKind.Holiday, "元旦"), (calendar.DayOf(sunday).Kind, calendar.DayOf(sunday).Holiday));
    }

    [Fact]
    public void With_YearsInAnyOrder_IsTheSameCalendar()
    {
        CalendarYear[] years =
        [
            .. WorkCalendar.Shipped.Years, Year(2027, new NoticedDay(Day("2026-12-31"), false, "元旦")), Year(2028, new NoticedDay(Day("2027-12-25"), true, "元旦")),
        ];
        var expected = WorkCalendar.Of(years);
        Prop.ForAll(Gen.Shuffle(years).ToArbitrary(), order =>
        {
            var calendar = order.Aggregate(WorkCalendar.Of([]), (c, y) => c.With(y));
            return Enumerable.Range(Day("2017-11-01").DayNumber, 4200).Select(DateOnly.FromDayNumber).All(d => calendar.DayOf(d) == expected.DayOf(d));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Preview_OfANewYear_SaysWhatMovesAndWhy()
    {
        var after = WorkCalendar.Shipped.With(CalendarText.Read(Good).Years[0]);
        var preview = CalendarPreview.Of(WorkCalendar.Shipped, after,
        [
            Running("early", "2026-12-01", 5), Running("over new year", "2026-12-25", 1), Running("stays", "2026-12-28", 5), Running("spring", "2027-01-25", 9),
        ]);
        Assert.Equal(["over new year", "spring"], preview.Moved.Select(m => m.Running.Key));
        Assert.Equal(["stays"], preview.Confirmed.Select(c => c.Key));
        Assert.Equal(1, preview.Untouched);
        var (moved, spring) = (preview.Moved[0], preview.Moved[1]);
        Assert.Equal((Day("2026-12-28"), Day("2026-12-27"), true), (moved.Before.Day, moved.After.Day, moved.IsEarlier));
        Assert.Equal([Day("2026-12-27")], moved.Because.Select(d => d.Date));
        Assert.Equal([DayKind.Weekend, DayKind.MakeUp], [moved.Because[0].Before.Kind, moved.Because[0].After.Kind]);
        Assert.True(spring.Before.Provisional && !spring.After.Provisional);
        Assert.Equal([Day("2027-01-31"), Day("2027-02-11")], spring.Because.Select(d => d.Date).Where(d => d.Year == 2027));
    }

    [Fact]
    public void Preview_OfTheSameCalendar_MovesNothing()
    {
        var preview = CalendarPreview.Of(WorkCalendar.Shipped, WorkCalendar.Shipped, [Running("any", "2026-12-25", 30)]);
        Assert.Equal((0, 0, 0, 1), (preview.Days.Count, preview.Moved.Count, preview.Confirmed.Count, preview.Untouched));
    }

    [Fact]
    public void Preview_OfAnyLimits_SaysAReasonForEveryMove() =>
        Prop.ForAll((from start in Gen.Choose(Day("2026-06-01").DayNumber, Day("2027-12-31").DayNumber) from days in Counts select (start, days)).ToArbitrary(), x =>
        {
            var preview = CalendarPreview.Of(WorkCalendar.Shipped, WorkCalendar.Shipped.With(CalendarText.Read(Good).Years[0]),
                [new RunningLimit<int>(1, DateOnly.FromDayNumber(x.start), Limit.WorkingDays(x.days), [])]);
            return preview.Moved.Count + preview.Confirmed.Count + preview.Untouched == 1 && preview.Moved.All(m => m.Because.Count > 0);
        }).QuickCheckThrowOnFailure();

    private static RunningLimit<string> Running(string key, string start, int days) => new(key, Day(start), Limit.WorkingDays(days), []);
}
