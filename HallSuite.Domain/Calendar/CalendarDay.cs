namespace HallSuite.Domain.Calendar;

/// <summary>What kind of day a date is.</summary>
public enum DayKind
{
    /// <summary>A Monday to Friday on which people work.</summary>
    Working,

    /// <summary>调休上班: a Saturday or Sunday on which people work, because a notice says so.</summary>
    MakeUp,

    /// <summary>A Saturday or Sunday that no notice mentions.</summary>
    Weekend,

    /// <summary>A day off that a notice or the holiday regulation names, on whatever day of the week.</summary>
    Holiday,
}

/// <summary>One date as the calendar knows it.</summary>
/// <param name="Holiday">The holiday as the notice names it, for a day off and for the day worked in its place; otherwise null.</param>
/// <param name="Provisional">The year is not published, and the kind is what the regulation alone makes of the day.</param>
public readonly record struct CalendarDay(DateOnly Date, DayKind Kind, string? Holiday, bool Provisional)
{
    public bool Works => Kind switch
    {
        DayKind.Working or DayKind.MakeUp => true,
        DayKind.Weekend or DayKind.Holiday => false,
    };
}
