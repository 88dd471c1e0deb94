using HallSuite.Domain.Calendar;
using HallSuite.Web.Shared.Cases;

namespace HallSuite.Tests.Pages.Cases;

public sealed class WeekGridTests
{
    private static readonly DateOnly Friday = new(2026, 9, 18);

    /// <summary>The picture of the design: received on 18 September, a test from the 23rd to the 24th, Mid-Autumn, National Day.</summary>
    private static readonly DueDate Design = WorkCalendar.Shipped.Due(Friday, Limit.WorkingDays(6), [new Pause(new(2026, 9, 22), new(2026, 9, 24))]);

    [Fact]
    public void Weeks_BeginWithMonday_AndHoldEveryDayFromTheStartToTheEnd()
    {
        var weeks = WeekGridShape.Of(Design, new(2026, 9, 28));

        Assert.All(weeks, w => Assert.Equal([1, 2, 3, 4, 5, 6, 0], w.Cells.Select(c => (int)c.Day.DayOfWeek)));
        Assert.Equal(GridDay.Outside, weeks[0].Cells[3].Kind);
        Assert.Equal((GridDay.Start, Friday), (weeks[0].Cells[4].Kind, weeks[0].Cells[4].Day));
        Assert.Equal(Design.Day, weeks.SelectMany(w => w.Cells).Single(c => c.IsDue).Day);
    }

    [Fact]
    public void Cells_SayWhyADayCountsOrNot()
    {
        var cells = WeekGridShape.Of(Design, new(2026, 9, 28)).SelectMany(w => w.Cells).ToDictionary(c => c.Day.Day);

        Assert.Equal((GridDay.CountedMakeUp, 1), (cells[20].Kind, cells[20].Number));
        Assert.Equal((GridDay.Counted, 3), (cells[22].Kind, cells[22].Number));
        Assert.Equal(GridDay.Paused, cells[23].Kind);
        Assert.Equal((GridDay.Holiday, "中秋节"), (cells[25].Kind, cells[25].Holiday));
        Assert.Equal((4, true, true), (cells[28].Number, cells[28].IsToday, cells[28].Passed));
        Assert.Equal((6, true, false), (cells[30].Number, cells[30].IsDue, cells[30].Passed));
    }

    [Fact]
    public void Classes_TellPassedDaysFromThoseToCome()
    {
        var cells = WeekGridShape.Of(Design, new(2026, 9, 28)).SelectMany(w => w.Cells).ToDictionary(c => c.Day.Day);

        Assert.Equal(" day-counted", WeekGridShape.ClassOf(cells[21]));
        Assert.Equal(" day-off", WeekGridShape.ClassOf(cells[23]));
        Assert.Equal(" day-today", WeekGridShape.ClassOf(cells[28]));
        Assert.Equal("", WeekGridShape.ClassOf(cells[29]));
        Assert.Equal(" day-due", WeekGridShape.ClassOf(cells[30]));
    }

    [Fact]
    public void ALongLimit_LeavesOutTheWeeksBetween_AndSaysHowMany()
    {
        var due = WorkCalendar.Shipped.Due(new(2026, 3, 2), Limit.WorkingDays(60));

        var weeks = WeekGridShape.Of(due, new(2026, 4, 15));

        Assert.True(weeks.Count(w => w.Skipped == 0) <= WeekGridShape.MostWeeks);
        Assert.Contains(weeks.SelectMany(w => w.Cells), c => c.IsToday);
        Assert.Contains(weeks.SelectMany(w => w.Cells), c => c.IsDue);
        Assert.Equal(((due.Day.DayNumber - due.Start.DayNumber) / 7) + 1, weeks.Sum(w => w.Skipped == 0 ? 1 : w.Skipped));
    }
}
