using HallSuite.Domain.Calendar;
using HallSuite.Domain.Cases;

namespace HallSuite.Infrastructure.Cases;

/// <summary>A limit that is not over, as pages tell it.</summary>
/// <param name="Step">The code of the review step; empty for the other kinds.</param>
/// <param name="Day">The last day; while paused, the one that follows from the time told to the applicant.</param>
/// <param name="DaysLeft">Working days after today up to the last day; negative for days overdue (DOMAIN §6).</param>
public sealed record ShownDue(ClockKind Kind, string Step, ClockState State, DateOnly Day, int DaysLeft, bool Provisional, Light Light)
{
    internal static ShownDue? FirstOf(IEnumerable<Clock> clocks, WorkCalendar calendar, DateOnly today) => ClockOf(clocks) is { } first ? Of(first, calendar, today) : null;

    /// <summary>The limit with the heaviest light that ends first; without one that runs, the first that stands still; null when there is none.</summary>
    internal static Clock? ClockOf(IEnumerable<Clock> clocks) =>
        clocks.Where(c => c.State != ClockState.Ended).OrderByDescending(c => c.Runs).ThenByDescending(c => c.Light).ThenBy(c => c.DueAt).FirstOrDefault();

    internal static ShownDue Of(Clock clock, WorkCalendar calendar, DateOnly today) =>
        new(clock.Kind, clock.Step, clock.State, clock.DueDay, LeftOf(clock.DueDay, calendar, today), clock.Provisional, clock.Light);

    internal static int LeftOf(DateOnly due, WorkCalendar calendar, DateOnly today) => calendar.DaysLeft(today, due) - calendar.DaysOverdue(today, due);
}
