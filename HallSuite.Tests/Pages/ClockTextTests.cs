using System.Globalization;
using HallSuite.Web.Shared.Looks;

namespace HallSuite.Tests.Pages;

/// <summary>Times as people say them (DESIGN-LANGUAGE §6).</summary>
public sealed class ClockTextTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 28, 2, 26, 0, TimeSpan.Zero); // Monday 10:26 in Shanghai

    private static ClockText Say(string culture) => ClockText.For("Asia/Shanghai", CultureInfo.GetCultureInfo(culture));

    [Theory]
    [InlineData("zh-CN", "9月28日 周一")]
    [InlineData("en", "Mon 28 Sep")]
    public void Day_NamesTheWeekdayAndNotThisYear(string culture, string expected) => Assert.Equal(expected, Say(culture).Day(Now, Now));

    [Theory]
    [InlineData("zh-CN", "2027年1月8日 周五")]
    [InlineData("en", "Fri 8 Jan 2027")]
    public void Day_OfAnotherYear_SaysTheYear(string culture, string expected) =>
        Assert.Equal(expected, Say(culture).Day(new DateTimeOffset(2027, 1, 8, 1, 0, 0, TimeSpan.Zero), Now));

    [Theory]
    [InlineData("zh-CN", 5, "10:21")]
    [InlineData("en", 5, "10:21")]
    [InlineData("zh-CN", 17 * 60 + 36, "昨天 16:50")]
    [InlineData("en", 17 * 60 + 36, "yesterday 16:50")]
    [InlineData("zh-CN", 6 * 24 * 60, "9月22日")]
    [InlineData("en", 6 * 24 * 60, "22 Sep")]
    [InlineData("en", 366 * 24 * 60, "27 Sep 2025")]
    public void Past_SaysTodayYesterdayOrTheDay(string culture, int minutesAgo, string expected) =>
        Assert.Equal(expected, Say(culture).Past(Now.AddMinutes(-minutesAgo), Now));

    [Fact]
    public void Past_CountsDaysInTheHallsTimeZone()
    {
        // 00:10 on the 28th in Shanghai is still the 27th in UTC.
        Assert.Equal("00:10", Say("zh-CN").Past(new DateTimeOffset(2026, 9, 27, 16, 10, 0, TimeSpan.Zero), Now));
        Assert.Equal("昨天 23:50", Say("zh-CN").Past(new DateTimeOffset(2026, 9, 27, 15, 50, 0, TimeSpan.Zero), Now));
    }

    [Theory]
    [InlineData("zh-CN", 20, "不到 1 分")]
    [InlineData("en", 20, "under 1 min")]
    [InlineData("zh-CN", 18 * 60 + 59, "18 分")]
    [InlineData("en", 18 * 60, "18 min")]
    [InlineData("zh-CN", 60 * 60, "1 小时")]
    [InlineData("en", 65 * 60, "1 h 5 min")]
    [InlineData("zh-CN", 27 * 3600 + 5 * 60, "27 小时 5 分")]
    public void Duration_IsInWholeMinutes(string culture, int seconds, string expected) => Assert.Equal(expected, Say(culture).Duration(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData("zh-CN", 20, 30, "约 20–30 分")]
    [InlineData("en", 20, 30, "about 20–30 min")]
    [InlineData("zh-CN", 5, 5, "约 5 分")]
    [InlineData("zh-CN", 0, 0, "不用等")]
    [InlineData("en", 0, 0, "no wait")]
    public void Wait_IsARange(string culture, int from, int to, string expected) => Assert.Equal(expected, Say(culture).Wait(from, to));

    [Fact]
    public void ATimeZoneThisMachineDoesNotKnow_ShowsUniversalTime() =>
        Assert.Equal("02:26", ClockText.For("Nowhere/AtAll", CultureInfo.InvariantCulture).Time(Now));
}
