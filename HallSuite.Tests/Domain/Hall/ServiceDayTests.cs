using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Tests.TestKit;

namespace HallSuite.Tests.Domain.Hall;

/// <summary>Which service day it is, and when one is over for good. 28 September 2026 is a Monday.</summary>
public sealed class ServiceDayTests
{
    private static readonly OpeningHours Evening = OpeningHours.Of(
        [new OpeningSpan(DayOfWeek.Monday, new TimeOnly(18, 0), 8 * 60), new OpeningSpan(DayOfWeek.Tuesday, new TimeOnly(9, 0), 180)]).ShouldPass();

    [Theory]
    [InlineData("2026-09-28 08:00", 28)]
    [InlineData("2026-09-28 18:00", 28)]
    [InlineData("2026-09-29 01:00", 28)]
    [InlineData("2026-09-29 02:30", 28)]
    [InlineData("2026-09-29 08:59", 28)]
    [InlineData("2026-09-29 09:00", 29)]
    [InlineData("2026-09-29 13:00", 29)]
    [InlineData("2026-09-30 00:00", 30)]
    public void LastServiceDay_OfAnEveningPastMidnight_LastsUntilTheNextOpening(string local, int day) =>
        Assert.Equal(new DateOnly(2026, 9, day), Evening.LastServiceDay(At(local)));

    [Theory]
    [InlineData("2026-09-28 00:00", 28)]
    [InlineData("2026-09-28 23:59", 28)]
    public void LastServiceDay_WhereTheHallNeverClosesOrNeverOpens_IsTheDate(string local, int day)
    {
        Assert.Equal(new DateOnly(2026, 9, day), OpeningHours.AlwaysOpen.LastServiceDay(At(local)));
        Assert.Equal(new DateOnly(2026, 9, day), OpeningHours.Never.LastServiceDay(At(local)));
    }

    [Theory]
    [InlineData("2026-09-29 03:59", 27)]
    [InlineData("2026-09-29 04:00", 28)]
    [InlineData("2026-09-29 13:59", 28)]
    [InlineData("2026-09-29 14:00", 29)]
    public void LastDayOver_IsTheDayWhoseLeftOversHaveLapsed(string local, int day)
    {
        var hall = ServiceHall.Create(
            new HallId(Guid.NewGuid()), "hall", "大厅", null, "Asia/Shanghai", Evening, codeTaken: false, zoneIsKnown: true).ShouldPass();

        Assert.Equal(new DateOnly(2026, 9, day), hall.LastDayOver(At(local)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    [InlineData("第一行\n第二行")]
    public void AReason_ThatSaysNothing_IsRefused(string? raw) => Reason.Read(raw).ShouldBeRefused("reason.required");

    [Fact]
    public void AReason_IsTakenAsTyped()
    {
        Assert.Equal("核对委托书", Reason.Read(" 核对委托书 ").ShouldPass());
        Reason.Read(new string('核', Reason.Longest)).ShouldPass();
        Reason.Read(new string('核', Reason.Longest + 1)).ShouldBeRefused("reason.required");
    }

    private static DateTime At(string local) => DateTime.ParseExact(local, "yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
