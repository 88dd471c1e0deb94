using System.Text.Json;
using HallSuite.Domain.Hall;
using HallSuite.Tests.TestKit;

namespace HallSuite.Tests.Domain.Hall;

public class OpeningHoursTests
{
    private static readonly DateTime Monday = new(2026, 9, 28);

    /// <summary>Monday 9–12 and 13–17, Friday 20 to Saturday 2, Saturday night into Sunday, over the end of the week.</summary>
    private static OpeningHours Hours => OpeningHours.Of(
    [
        new(DayOfWeek.Saturday, new(22, 0), 240), new(DayOfWeek.Monday, new(13, 0), 240), new(DayOfWeek.Monday, new(9, 0), 180),
        new(DayOfWeek.Friday, new(20, 0), 360),
    ]).ShouldPass();

    private static DateTime At(int day, int hour, int minute = 0) => Monday.AddDays(day).AddHours(hour).AddMinutes(minute);

    [Theory]
    [InlineData(0, 8, 59, false)]
    [InlineData(0, 9, 0, true)]
    [InlineData(0, 12, 0, false)]
    [InlineData(0, 13, 0, true)]
    [InlineData(0, 17, 0, false)]
    [InlineData(4, 23, 59, true)]
    [InlineData(5, 1, 59, true)]
    [InlineData(5, 2, 0, false)]
    [InlineData(6, 1, 0, true)]
    [InlineData(-1, 1, 0, true)] // the Sunday before
    public void IsOpenAt_AroundTheEdges_IncludesTheFirstMinuteOnly(int day, int hour, int minute, bool open) =>
        Assert.Equal(open, Hours.IsOpenAt(At(day, hour, minute)));

    [Fact]
    public void ServiceDayAt_PastMidnight_IsTheDayOnWhichItBegan()
    {
        Assert.Equal(new DateOnly(2026, 10, 2), Hours.ServiceDayAt(At(5, 1)));
        Assert.Equal(new DateOnly(2026, 10, 3), Hours.ServiceDayAt(At(6, 1)));
        Assert.Null(Hours.ServiceDayAt(At(0, 12, 30)));
        Assert.Equal(new DateOnly(2026, 9, 28), OpeningHours.AlwaysOpen.ServiceDayAt(At(0, 0)));
        Assert.Null(OpeningHours.Never.ServiceDayAt(At(0, 12)));
    }

    [Fact]
    public void ClosesAt_WhileOpen_IsTheEndOfThePresentOpening()
    {
        Assert.Equal(At(0, 12), Hours.ClosesAt(At(0, 9)));
        Assert.Equal(At(5, 2), Hours.ClosesAt(At(4, 21)));
        Assert.Null(Hours.ClosesAt(At(0, 12)));
        Assert.Null(OpeningHours.AlwaysOpen.ClosesAt(At(0, 12)));
        var touching = OpeningHours.Of([new(DayOfWeek.Monday, new(9, 0), 180), new(DayOfWeek.Monday, new(12, 0), 60)]).ShouldPass();
        Assert.Equal(At(0, 13), touching.ClosesAt(At(0, 10)));
    }

    [Fact]
    public void NextOpening_FromAnyMoment_IsTheNextBeginning()
    {
        Assert.Equal(At(0, 9), Hours.NextOpening(At(0, 8)));
        Assert.Equal(At(0, 13), Hours.NextOpening(At(0, 9)));
        Assert.Equal(At(7, 9), Hours.NextOpening(At(6, 3)));
        Assert.Equal(At(4, 20), Hours.NextOpening(At(0, 17)));
        Assert.Null(OpeningHours.Never.NextOpening(At(0, 8)));
        var once = OpeningHours.Of([new(DayOfWeek.Monday, new(9, 0), 60)]).ShouldPass();
        Assert.Equal(At(7, 9), once.NextOpening(At(0, 9)));
    }

    [Fact]
    public void EndOf_AServiceDay_PassesOverTheLunchBreak()
    {
        Assert.Equal(At(0, 17), Hours.EndOf(new DateOnly(2026, 9, 28)));
        Assert.Equal(At(5, 2), Hours.EndOf(new DateOnly(2026, 10, 2)));
        Assert.Equal(At(2, 0), Hours.EndOf(new DateOnly(2026, 9, 29)));
        Assert.Equal(At(1, 0), OpeningHours.AlwaysOpen.EndOf(new DateOnly(2026, 9, 28)));
    }

    [Theory]
    [InlineData(9, 0, 181, 12, 0, 60)]
    [InlineData(9, 0, 1440, 10, 0, 60)]
    [InlineData(9, 0, 60, 9, 0, 60)]
    public void Of_WhenOpeningsOverlap_IsRefused(int hour1, int minute1, int length1, int hour2, int minute2, int length2) =>
        OpeningHours.Of([new(DayOfWeek.Monday, new(hour1, minute1), length1), new(DayOfWeek.Monday, new(hour2, minute2), length2)])
            .ShouldBeRefused("opening-hours.overlap");

    [Fact]
    public void Of_WhenSaturdayNightRunsIntoSunday_IsRefusedAsOverlap() =>
        Assert.Equal(DayOfWeek.Sunday, Assert.Single(OpeningHours.Of([new(DayOfWeek.Saturday, new(22, 0), 180), new(DayOfWeek.Sunday, new(0, 30), 60)])
            .ShouldBeRefused("opening-hours.overlap").Arguments));

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(1441)]
    public void Of_WhenTheLengthIsImpossible_IsRefused(int minutes) =>
        OpeningHours.Of([new(DayOfWeek.Monday, new(9, 0), minutes)]).ShouldBeRefused("opening-hours.length");

    [Fact]
    public void Of_WhenItBeginsBetweenMinutes_IsRefused() =>
        OpeningHours.Of([new(DayOfWeek.Monday, new(9, 0, 30), 60)]).ShouldBeRefused("opening-hours.length");

    [Fact]
    public void Json_ThereAndBack_IsEqual()
    {
        foreach (var hours in (OpeningHours[])[Hours, OpeningHours.AlwaysOpen, OpeningHours.Never])
            Assert.Equal(hours, JsonSerializer.Deserialize<OpeningHours>(JsonSerializer.Serialize(hours)));
        Assert.NotEqual(OpeningHours.AlwaysOpen, OpeningHours.Never);
        Assert.Equal(new QueuePolicy { AgeingMinutes = 20 }, JsonSerializer.Deserialize<QueuePolicy>(JsonSerializer.Serialize(new QueuePolicy { AgeingMinutes = 20 })));
    }
}
