using HallSuite.Domain.Calendar;

namespace HallSuite.Domain.Cases;

/// <summary>The limits of a hearing (ALL Art. 47). The law counts an authority's limits in working days (Art. 82); the applicant's is counted alike, in their favour.</summary>
public static class HearingLimits
{
    /// <summary>To ask for a hearing, from the day on which one was told of the right.</summary>
    public static Limit ToAsk { get; } = Limit.WorkingDays(5);

    /// <summary>To hold it, from the day on which it was asked for.</summary>
    public static Limit ToHold { get; } = Limit.WorkingDays(20);

    /// <summary>The last day on which a hearing can be asked for.</summary>
    public static DueDate AskBy(DateOnly told, WorkCalendar calendar) => calendar.Due(told, ToAsk);

    /// <summary>The last day on which it is held.</summary>
    public static DueDate HoldBy(DateOnly asked, WorkCalendar calendar) => calendar.Due(asked, ToHold);

    /// <summary>Whether the decision has to wait: somebody may still ask, or asked in time and was not heard.</summary>
    /// <param name="asked">The first day on which anybody asked; null when nobody did.</param>
    public static bool HoldsUpDecision(DateOnly told, DateOnly? asked, bool held, DateOnly today, WorkCalendar calendar)
    {
        var last = AskBy(told, calendar).Day;
        return asked is { } day && day <= last ? !held : today <= last;
    }
}
