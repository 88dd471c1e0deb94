using HallSuite.Domain.Calendar;

namespace HallSuite.Web.Shared.Cases;

/// <summary>What one day of the grid is.</summary>
public enum GridDay
{
    /// <summary>Before the start or after the end of the last week.</summary>
    Outside,

    /// <summary>The day of the event, which is not counted.</summary>
    Start,

    Counted,
    CountedMakeUp,
    Weekend,
    Holiday,
    Paused,
    MovedTo,
}

/// <summary>One cell of the week grid.</summary>
/// <param name="Number">Which day of the limit it is; 0 when it does not count.</param>
/// <param name="Passed">It is counted and lies behind, today included.</param>
public readonly record struct GridCell(DateOnly Day, GridDay Kind, int Number, string? Holiday, bool Passed, bool IsToday, bool IsDue);

/// <summary>One row of the grid: a week, or the weeks that were left out.</summary>
/// <param name="Skipped">How many weeks of a long limit are left out here; the cells are empty then.</param>
public sealed record GridWeek(IReadOnlyList<GridCell> Cells, int Skipped = 0);

/// <summary>
/// The week grid that explains a date (DESIGN-LANGUAGE §4): Monday to Sunday from the starting day to the last. Of a long limit the weeks in the middle are
/// left out, never those with the start, today or the end. Pure.
/// </summary>
public static class WeekGridShape
{
    /// <summary>Up to this many weeks are shown whole.</summary>
    public const int MostWeeks = 9;

    public static IReadOnlyList<GridWeek> Of(DueDate due, DateOnly today)
    {
        var steps = due.Steps.ToDictionary(s => s.Day);
        var first = MondayOf(due.Start);
        var weeks = Enumerable.Range(0, ((MondayOf(due.Day).DayNumber - first.DayNumber) / 7) + 1)
            .Select(w => new GridWeek([.. Enumerable.Range(0, 7).Select(d => CellOf(first.AddDays((7 * w) + d), due, steps, today))])).ToList();
        if (weeks.Count <= MostWeeks)
        {
            return weeks;
        }

        var shown = new List<GridWeek>();
        foreach (var (index, week) in weeks.Index())
        {
            var near = index < 2 || index >= weeks.Count - 2 || week.Cells.Any(c => Math.Abs(c.Day.DayNumber - today.DayNumber) <= 7);
            if (near)
            {
                shown.Add(week);
            }
            else if (shown[^1].Skipped > 0)
            {
                shown[^1] = shown[^1] with { Skipped = shown[^1].Skipped + 1 };
            }
            else
            {
                shown.Add(new GridWeek([], 1));
            }
        }

        return shown;
    }

    /// <summary>The classes of a cell beside <c>day</c>.</summary>
    public static string ClassOf(GridCell cell)
    {
        var kind = cell.Kind switch
        {
            GridDay.Outside => " day-blank",
            GridDay.Start => "",
            GridDay.Counted or GridDay.CountedMakeUp or GridDay.MovedTo => cell is { Passed: true, IsToday: false, IsDue: false } ? " day-counted" : "",
            GridDay.Weekend or GridDay.Holiday or GridDay.Paused => " day-off",
        };
        return kind + (cell.IsDue ? " day-due" : cell.IsToday ? " day-today" : "");
    }

    private static GridCell CellOf(DateOnly day, DueDate due, Dictionary<DateOnly, DueStep> steps, DateOnly today)
    {
        if (day == due.Start)
        {
            return new GridCell(day, GridDay.Start, 0, null, Passed: day <= today, day == today, IsDue: false);
        }

        return steps.TryGetValue(day, out var step)
            ? new GridCell(day, KindOf(step.Reason), step.Number, step.Holiday, day <= today, day == today, day == due.Day)
            : new GridCell(day, GridDay.Outside, 0, null, Passed: false, IsToday: false, IsDue: false);
    }

    private static GridDay KindOf(StepReason reason) => reason switch
    {
        StepReason.Counted => GridDay.Counted,
        StepReason.CountedMakeUp => GridDay.CountedMakeUp,
        StepReason.Weekend => GridDay.Weekend,
        StepReason.Holiday => GridDay.Holiday,
        StepReason.Paused => GridDay.Paused,
        StepReason.MovedTo => GridDay.MovedTo,
    };

    private static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
