using HallSuite.Infrastructure.Statistics;
using HallSuite.Web.Screens;

namespace HallSuite.Tests.Pages;

/// <summary>The day as the landscape draws it.</summary>
public sealed class DayShapeTests
{
    private static readonly DateTime Noon = new(2026, 9, 28, 12, 0, 0);

    [Fact]
    public void ADayWithoutVisits_ShowsTheUsualHours_FlatAndWithoutForecast()
    {
        var shape = DayShape.Of(Ridges(_ => 0), Noon);

        Assert.Equal(0.4, shape.Now!.Value, 3); // 8:00 to 18:00
        Assert.All(shape.Ridges, r => Assert.Equal(0, r.Sum()));
        Assert.Empty(shape.Forecast);
        Assert.Equal(["9:00", "10:00", "11:00", "13:00", "14:00", "15:00", "16:00", "17:00"], shape.Ticks.Select(t => t.Text)); // 12:00 is "now"
    }

    [Fact]
    public void TodaysRidge_EndsNow_AndTheForecastGoesOnToTheEnd()
    {
        var shape = DayShape.Of(Ridges(_ => 6), Noon);

        Assert.Equal(61, shape.Ridges[1].Count);
        Assert.Equal(25, shape.Ridges[0].Count);
        Assert.Equal(61, shape.Ridges[0].Count + shape.Forecast.Count);
        Assert.All(shape.Forecast.SkipLast(3), value => Assert.Equal(6, value, 6));
    }

    [Theory]
    [InlineData(12, 12)] // twice as busy as the weeks before
    [InlineData(3, 3)]
    [InlineData(60, 18)] // a rush does not foretell ten times as many for the whole day
    public void TheForecast_IsTheWeeksBefore_AtTodaysPace(int today, double expected)
    {
        var shape = DayShape.Of([Ridge(0, today), .. Ridges(_ => 6).Skip(1)], Noon);

        Assert.Equal(expected, shape.Forecast[5], 6);
    }

    [Fact]
    public void AVisitAtNight_WidensTheHours()
    {
        var late = new int[144];
        late[21 * 6 + 5] = 1; // 21:50
        late[6 * 6] = 1;      // 6:00
        var shape = DayShape.Of([new Ridge(new DateOnly(2026, 9, 28), late), .. Ridges(_ => 0).Skip(1)], Noon);

        Assert.Equal((22 - 6) * 6 + 1, shape.Ridges[1].Count);
        Assert.Equal(6 / 16.0, shape.Now!.Value, 3);
    }

    [Theory]
    [InlineData(7)]
    [InlineData(19)]
    public void OutsideTheHours_ThereIsNoNow(int hour) => Assert.Null(DayShape.Of(Ridges(_ => 0), Noon.Date.AddHours(hour)).Now);

    private static List<Ridge> Ridges(Func<int, int> taken) => [.. Enumerable.Range(0, 5).Select(week => Ridge(week, taken(week)))];

    private static Ridge Ridge(int week, int taken) =>
        new(new DateOnly(2026, 9, 28).AddDays(-7 * week), [.. Enumerable.Range(0, 144).Select(slot => slot is >= 48 and < 108 ? taken : 0)]);
}
