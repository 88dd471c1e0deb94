namespace HallSuite.Domain.Calendar;

/// <summary>A limit that runs, under whatever key its owner knows it by.</summary>
public sealed record RunningLimit<TKey>(TKey Key, DateOnly Start, Limit Limit, IReadOnlyList<Pause> Pauses);

/// <summary>A day on which people work in one calendar and not in the other.</summary>
public readonly record struct ChangedDay(CalendarDay Before, CalendarDay After)
{
    public DateOnly Date => After.Date;
}

/// <summary>A running limit whose last day the import moves.</summary>
/// <param name="Because">The changed days on its way; they are why.</param>
public sealed record MovedLimit<TKey>(RunningLimit<TKey> Running, DueDay Before, DueDay After, IReadOnlyList<ChangedDay> Because)
{
    /// <summary>Whether the new last day is the earlier one.</summary>
    public bool IsEarlier => After.Day < Before.Day;
}

/// <summary>
/// What an import would do, shown before it is confirmed: the days that change, the running limits that move and why, and those whose last day
/// stays but is provisional no longer (DOMAIN §2).
/// </summary>
public sealed record CalendarPreview<TKey>(
    IReadOnlyList<ChangedDay> Days, IReadOnlyList<MovedLimit<TKey>> Moved, IReadOnlyList<RunningLimit<TKey>> Confirmed, int Untouched);

public static class CalendarPreview
{
    /// <summary>Compares two calendars for the limits that run. The order of <paramref name="running"/> is kept.</summary>
    public static CalendarPreview<TKey> Of<TKey>(WorkCalendar before, WorkCalendar after, IEnumerable<RunningLimit<TKey>> running)
    {
        var days = ChangedDays(before, after);
        var moved = new List<MovedLimit<TKey>>();
        var confirmed = new List<RunningLimit<TKey>>();
        var untouched = 0;
        foreach (var limit in running)
        {
            var (old, now) = (before.DueDayOf(limit.Start, limit.Limit, limit.Pauses), after.DueDayOf(limit.Start, limit.Limit, limit.Pauses));
            var last = old.Day > now.Day ? old.Day : now.Day;
            if (old.Day != now.Day)
                moved.Add(new MovedLimit<TKey>(limit, old, now, [.. days.Where(d => d.Date > limit.Start && d.Date <= last)]));
            else if (old.Provisional && !now.Provisional)
                confirmed.Add(limit);
            else
                untouched++;
        }

        return new CalendarPreview<TKey>(days, moved, confirmed, untouched);
    }

    /// <summary>The days on which people work in one calendar and not in the other, in order.</summary>
    public static IReadOnlyList<ChangedDay> ChangedDays(WorkCalendar before, WorkCalendar after)
    {
        // A notice reaches from the December before into its own year.
        var years = before.Years.Concat(after.Years).SelectMany(y => new[] { y.Year - 1, y.Year }).Distinct().Order();
        return
        [
            .. years.SelectMany(DaysOf).Select(d => new ChangedDay(before.DayOf(d), after.DayOf(d))).Where(d => d.Before.Works != d.After.Works),
        ];
    }

    private static IEnumerable<DateOnly> DaysOf(int year)
    {
        for (var day = new DateOnly(year, 1, 1); day.Year == year; day = day.AddDays(1))
            yield return day;
    }
}
