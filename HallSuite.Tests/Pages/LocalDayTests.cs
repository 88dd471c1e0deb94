using HallSuite.Web.Shared.Looks;

namespace HallSuite.Tests.Pages;

public sealed class LocalDayTests
{
    [Theory]
    [InlineData("Asia/Shanghai", 2026, 9, 28, "2026-09-27T16:00:00Z")]
    [InlineData("UTC", 2026, 9, 28, "2026-09-28T00:00:00Z")]
    [InlineData("No/Where", 2026, 9, 28, "2026-09-28T00:00:00Z")]
    [InlineData("America/Santiago", 2026, 9, 6, "2026-09-06T04:00:00Z")] // put forward at midnight: the day begins at one o'clock
    public void Day_BeginsAsTheClocksThereHaveIt(string zone, int year, int month, int day, string instant) =>
        Assert.Equal(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture), LocalDay.Begin(new DateOnly(year, month, day), zone));
}
