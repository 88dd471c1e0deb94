using System.Collections.Frozen;

namespace HallSuite.Domain.Calendar;

/// <summary>
/// The working-day calendar (DOMAIN §2): the published years and, beyond them, what the holiday regulation says. Immutable; safe to share.
/// All questions are asked and answered in local dates.
/// </summary>
public sealed class WorkCalendar
{
    private readonly FrozenDictionary<int, CalendarYear> years;
    private readonly FrozenDictionary<DateOnly, NoticedDay> noticed;

    private WorkCalendar(IEnumerable<CalendarYear> published)
    {
        years = published.ToFrozenDictionary(y => y.Year);
        var days = new Dictionary<DateOnly, NoticedDay>();
        // The notice about the later year is the later word on the days around New Year, whatever the order of imports.
        foreach (var day in years.Values.OrderBy(y => y.Year).SelectMany(y => y.Days))
            days[day.Date] = day;
        noticed = days.ToFrozenDictionary();
    }

    /// <summary>The years that come with the program.</summary>
    public static WorkCalendar Shipped { get; } = new(PublishedYears.All);

    /// <summary>The published years, the first one first.</summary>
    public IEnumerable<CalendarYear> Years => years.Values.OrderBy(y => y.Year);

    /// <summary>A calendar of these years; of two that are the same year, the later in the list holds.</summary>
    public static WorkCalendar Of(IEnumerable<CalendarYear> published) =>
        new(published.GroupBy(y => y.Year).Select(same => same.Last()));

    /// <summary>This calendar with the year added, or put in the place of the one it has.</summary>
    public WorkCalendar With(CalendarYear year) => new(years.Values.Where(y => y.Year != year.Year).Append(year));

    public bool IsPublished(int year) => years.ContainsKey(year);

    public CalendarDay DayOf(DateOnly date)
    {
        if (noticed.TryGetValue(date, out var day))
            return new CalendarDay(date, day.Works ? DayKind.MakeUp : DayKind.Holiday, day.Holiday, Provisional: false);
        var provisional = !IsPublished(date.Year);
        if (provisional && HolidayRules.HolidayOn(date) is { } holiday)
            return new CalendarDay(date, DayKind.Holiday, holiday, provisional);
        return new CalendarDay(date, HolidayRules.IsWeekend(date) ? DayKind.Weekend : DayKind.Working, null, provisional);
    }

    public bool Works(DateOnly date) => DayOf(date).Works;

    /// <summary>The date itself if people work on it, otherwise the first working day after it.</summary>
    public DateOnly WorkingDayFrom(DateOnly date)
    {
        while (!Works(date))
            date = date.AddDays(1);
        return date;
    }

    /// <summary>The <paramref name="count"/>-th working day after a date; it need not be one itself.</summary>
    /// <param name="count">At least 1.</param>
    public DateOnly WorkingDayAfter(DateOnly date, int count = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        for (; count > 0; count--)
            date = WorkingDayFrom(date.AddDays(1));
        return date;
    }

    /// <summary>The <paramref name="count"/>-th working day before a date; it need not be one itself.</summary>
    /// <param name="count">At least 1.</param>
    public DateOnly WorkingDayBefore(DateOnly date, int count = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        for (; count > 0; count--)
        {
            do
                date = date.AddDays(-1);
            while (!Works(date));
        }

        return date;
    }

    /// <summary>How many working days lie after <paramref name="after"/>, up to and including <paramref name="through"/>; 0 when there is none or it lies before.</summary>
    public int WorkingDaysBetween(DateOnly after, DateOnly through)
    {
        var count = 0;
        for (var day = through; day > after; day = day.AddDays(-1))
        {
            if (Works(day))
                count++;
        }

        return count;
    }

    /// <summary>Working days after today up to and including the due day; 0 on the due day itself and later (DOMAIN §6).</summary>
    public int DaysLeft(DateOnly today, DateOnly due) => WorkingDaysBetween(today, due);

    /// <summary>Working days after the due day up to and including today: 1 on the first of them, 0 before (DOMAIN §6).</summary>
    public int DaysOverdue(DateOnly today, DateOnly due) => WorkingDaysBetween(due, today);

    /// <summary>
    /// The last day of a limit that began on <paramref name="start"/>, which is not counted itself (Civil Code, Art. 201), with every day on the way.
    /// </summary>
    /// <param name="pauses">In any order; where they overlap, a day is taken out once.</param>
    public DueDate Due(DateOnly start, Limit limit, IReadOnlyList<Pause> pauses)
    {
        var steps = new List<DueStep>();
        var (end, left) = Walk(start, limit, pauses, steps);
        return new DueDate(start, limit, end, left, steps);
    }

    /// <inheritdoc cref="Due(DateOnly, Limit, IReadOnlyList{Pause})"/>
    public DueDate Due(DateOnly start, Limit limit) => Due(start, limit, []);

    /// <summary>The same day as <see cref="Due(DateOnly, Limit, IReadOnlyList{Pause})"/>, without the days on the way.</summary>
    public DueDay DueDayOf(DateOnly start, Limit limit, IReadOnlyList<Pause> pauses) => Walk(start, limit, pauses, steps: null).End;

    private (DueDay End, int Left) Walk(DateOnly start, Limit limit, IReadOnlyList<Pause> pauses, List<DueStep>? steps)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit.Days, Limit.Shortest);
        var open = pauses.Where(p => p.Through is null).Select(p => (DateOnly?)p.From).Min();
        var (counted, countedAtPause, provisional) = (0, 0, false);
        var date = start;
        while (true)
        {
            date = date.AddDays(1);
            var day = DayOf(date);
            provisional |= day.Provisional;
            var reason = ReasonOf(day, limit.Unit, pauses.Any(p => p.Excludes(date)), ranOut: counted == limit.Days);
            var counts = Counts(reason);
            if (counts)
                counted++;
            if (counts && date <= open)
                countedAtPause = counted;
            steps?.Add(new DueStep(date, reason, counts ? counted : 0, HolidayTold(day, reason), day.Provisional));
            if (counted == limit.Days && day.Works && (counts || reason is StepReason.MovedTo))
                break;
        }

        var suspended = open < date;
        return (new DueDay(date, provisional, suspended), suspended ? limit.Days - countedAtPause : 0);
    }

    private static StepReason ReasonOf(CalendarDay day, LimitUnit unit, bool paused, bool ranOut)
    {
        var everyDay = unit switch { LimitUnit.CalendarDays => true, LimitUnit.WorkingDays => false };
        if (!day.Works && (!everyDay || ranOut))
            return day.Kind is DayKind.Holiday ? StepReason.Holiday : StepReason.Weekend;
        if (paused)
            return StepReason.Paused;
        if (ranOut)
            return StepReason.MovedTo;
        return day.Kind is DayKind.MakeUp ? StepReason.CountedMakeUp : StepReason.Counted;
    }

    private static bool Counts(StepReason reason) => reason switch
    {
        StepReason.Counted or StepReason.CountedMakeUp => true,
        StepReason.Weekend or StepReason.Holiday or StepReason.Paused or StepReason.MovedTo => false,
    };

    private static string? HolidayTold(CalendarDay day, StepReason reason) => reason switch
    {
        StepReason.Holiday or StepReason.CountedMakeUp => day.Holiday,
        StepReason.Counted or StepReason.Weekend or StepReason.Paused or StepReason.MovedTo => null,
    };
}
