using System.Globalization;
using HallSuite.Domain.Calendar;
using HallSuite.Web.Shared.Looks;

namespace HallSuite.Tests.Pages;

public sealed class DayTextTests
{
    private static readonly DateOnly Monday = new(2026, 9, 28);

    [Theory]
    [InlineData("zh-CN", "2026年9月28日 周一", "9月28日 周一", "9月", "一")]
    [InlineData("en", "Mon 28 Sep 2026", "Mon 28 Sep", "September", "Mo")]
    public void ADay_IsToldInTheReadersLanguage(string culture, string whole, string inShort, string month, string weekday)
    {
        CultureInfo.CurrentUICulture = new CultureInfo(culture);

        Assert.Equal((whole, inShort, month, weekday), (DayText.Of(Monday), DayText.Short(Monday), DayText.Month(9), DayText.Weekdays[0]));
    }

    [Theory]
    [InlineData("zh-CN", "1 个工作日", "30 个自然日")]
    [InlineData("en", "1 working day", "30 calendar days")]
    public void ALimit_IsToldWithItsUnit(string culture, string one, string many)
    {
        CultureInfo.CurrentUICulture = new CultureInfo(culture);

        Assert.Equal((one, many, ""), (DayText.Of(Limit.WorkingDays(1)), DayText.Of(Limit.CalendarDays(30)), DayText.Of((Limit?)null)));
    }
}
