using System.Globalization;
using HallSuite.Domain.Hall;
using HallSuite.Web.Shared.Looks;

namespace HallSuite.Tests.Pages;

public sealed class OpeningTextTests
{
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    [Fact]
    public void Lines_TakeDaysWithTheSameHoursTogether()
    {
        var hours = OpeningHours.Of(
        [
            .. new[] { DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday }
                .SelectMany(d => new[] { Span(d, 9, 3), Span(d, 13, 4) }),
            Span(DayOfWeek.Saturday, 9, 3), Span(DayOfWeek.Sunday, 9, 3),
        ]).Value;

        Assert.Equal(["周一至周五 09:00–12:00、13:00–17:00", "周六、周日 09:00–12:00"], OpeningText.Lines(hours, Chinese));
        Assert.Equal(["Mon–Fri 09:00–12:00, 13:00–17:00", "Sat, Sun 09:00–12:00"], OpeningText.Lines(hours, English));
    }

    [Fact]
    public void Lines_DoNotJoinDaysAcrossAClosedOne() =>
        Assert.Equal(
            ["周一 09:00–17:00", "周三 09:00–17:00"],
            OpeningText.Lines(OpeningHours.Of([Span(DayOfWeek.Monday, 9, 8), Span(DayOfWeek.Wednesday, 9, 8)]).Value, Chinese));

    [Theory]
    [InlineData(20, 4, "周一 20:00–24:00")]
    [InlineData(20, 6, "周一 20:00–02:00")]
    [InlineData(0, 24, "周一 00:00–24:00")]
    public void Lines_OfAnOpeningThatReachesMidnight(int from, int hours, string text) =>
        Assert.Equal([text], OpeningText.Lines(OpeningHours.Of([Span(DayOfWeek.Monday, from, hours)]).Value, Chinese));

    [Fact]
    public void Lines_AlwaysAndNever()
    {
        Assert.Equal(["全天开放"], OpeningText.Lines(OpeningHours.AlwaysOpen, Chinese));
        Assert.Empty(OpeningText.Lines(OpeningHours.Never, Chinese));
    }

    [Theory]
    [InlineData("2026-09-28T13:00", "今天 13:00", "today 13:00")]
    [InlineData("2026-09-29T09:00", "明天 09:00", "tomorrow 09:00")]
    [InlineData("2026-10-08T09:00", "10月8日 周四 09:00", "Thu 8 Oct 09:00")]
    public void Moment_IsToldAsPeopleSayIt(string opens, string chinese, string english)
    {
        var (at, now) = (DateTime.Parse(opens, CultureInfo.InvariantCulture), new DateTime(2026, 9, 28, 10, 0, 0));

        Assert.Equal(chinese, OpeningText.Moment(at, now, Chinese));
        Assert.Equal(english, OpeningText.Moment(at, now, English));
    }

    private static OpeningSpan Span(DayOfWeek day, int from, int hours) => new(day, new TimeOnly(from, 0), hours * 60);
}
