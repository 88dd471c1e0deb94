using HallSuite.Domain.Calendar;
using HallSuite.Web.Shared.Looks;
using HallSuite.Web.Text;

namespace HallSuite.Web.Features.Calendar;

/// <summary>A day of the calendar → class and words.</summary>
public static class DayLook
{
    public static string ClassOf(CalendarDay day, DateOnly today, DueDate? due) =>
        $"{KindClass(day.Kind)}{(day.Date == today ? " year-today" : "")}{(due?.Day == day.Date ? " year-due" : "")}";

    /// <summary>1 for Monday.</summary>
    public static int Column(DateOnly date) => ((int)date.DayOfWeek + 6) % 7 + 1;

    public static string Title(CalendarDay day, EnumTexts words) => $"{DayText.Of(day.Date)} {Spoken(day, words)}";

    /// <summary>What kind of day it is and for which holiday.</summary>
    public static string Spoken(CalendarDay day, EnumTexts words) =>
        day.Holiday is { } holiday ? $"{words.Of(day.Kind)} {DayText.Holiday(holiday, words)}" : words.Of(day.Kind);

    /// <summary>What a day does to a limit, for the list of days.</summary>
    public static string StepClass(StepReason reason) => reason switch
    {
        StepReason.Counted or StepReason.CountedMakeUp or StepReason.MovedTo => "is-done",
        StepReason.Weekend or StepReason.Holiday or StepReason.Paused => "",
    };

    private static string KindClass(DayKind kind) => kind switch
    {
        DayKind.Working => "",
        DayKind.MakeUp => "year-makeup",
        DayKind.Weekend => "year-weekend",
        DayKind.Holiday => "year-off",
    };
}
