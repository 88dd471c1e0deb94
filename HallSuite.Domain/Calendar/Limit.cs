using HallSuite.Domain.Kernel;

namespace HallSuite.Domain.Calendar;

/// <summary>What a limit counts. The unit belongs to the limit (DOMAIN §2).</summary>
public enum LimitUnit
{
    /// <summary>工作日: holidays and weekends are not counted (Administrative Licensing Law, Art. 82).</summary>
    WorkingDays,

    /// <summary>自然日: every day counts, and a last day on which nobody works moves to the next working day (Civil Code, Art. 203).</summary>
    CalendarDays,
}

/// <summary>How long something may take. No limit at all is no <see cref="Limit"/>, never one of zero days.</summary>
/// <param name="Days">At least 1; what people type is read by <see cref="Read"/>.</param>
public readonly record struct Limit(int Days, LimitUnit Unit)
{
    public const int Shortest = 1;
    public const int Longest = 3660;

    public static Limit WorkingDays(int days) => new(days, LimitUnit.WorkingDays);

    public static Limit CalendarDays(int days) => new(days, LimitUnit.CalendarDays);

    public static Result<Limit> Read(int days, LimitUnit unit) => days is < Shortest or > Longest ? CalendarErrors.LimitInvalid : new Limit(days, unit);

    /// <summary>The limit after an extension: it is counted from the same start, as one.</summary>
    public Limit Extend(int days) => this with { Days = Days + days };
}

/// <summary>
/// A time that a limit does not count (Administrative Licensing Law, Art. 45): the days after the day of suspension, through the day on which the
/// result arrives. Of a limit in working days it takes out the working days among them, of one in calendar days all of them.
/// </summary>
/// <param name="From">The day of suspension, which still counts.</param>
/// <param name="Through">The day the result arrived, the last one excluded; null while it has not.</param>
public readonly record struct Pause(DateOnly From, DateOnly? Through)
{
    /// <summary>Whether the day is known to be taken out. A pause that has not ended takes out nothing yet: how long it lasts is not known.</summary>
    public bool Excludes(DateOnly day) => day > From && day <= Through;

    /// <summary>Refuses pauses of one limit that end before they begin, or overlap; they may touch.</summary>
    public static Result Check(IEnumerable<Pause> pauses)
    {
        Pause? last = null;
        foreach (var pause in pauses.OrderBy(p => p.From).ThenBy(p => p.Through ?? DateOnly.MaxValue))
        {
            if (pause.Through < pause.From)
                return CalendarErrors.PauseReversed(pause.From, pause.Through.Value);
            if (last is { } before && (before.Through is null || pause.From < before.Through))
                return CalendarErrors.PausesOverlap(pause.From);
            last = pause;
        }

        return Result.Ok;
    }
}
