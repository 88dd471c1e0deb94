namespace HallSuite.Domain.Calendar;

/// <summary>What one day does to a limit.</summary>
public enum StepReason
{
    /// <summary>The day counts.</summary>
    Counted,

    /// <summary>The day counts although it is a Saturday or Sunday: it is worked in place of another.</summary>
    CountedMakeUp,

    Weekend,
    Holiday,

    /// <summary>The limit is suspended (Administrative Licensing Law, Art. 45).</summary>
    Paused,

    /// <summary>The first working day after a last day on which nobody works (Civil Code, Art. 203).</summary>
    MovedTo,
}

/// <summary>One day on the way from the start of a limit to its end.</summary>
/// <param name="Number">Which day of the limit it is, from 1; 0 when it does not count.</param>
/// <param name="Holiday">The name of the holiday, where the reason is one or the day is worked in its place.</param>
public readonly record struct DueStep(DateOnly Day, StepReason Reason, int Number, string? Holiday, bool Provisional);

/// <summary>The end of a limit.</summary>
/// <param name="Day">The last day; a working day. The limit ends with it, at 24:00 local time.</param>
/// <param name="Provisional">A day on the way lies in a year that is not published, so the day may move when it is.</param>
/// <param name="Suspended">
/// A pause has not ended. Then <paramref name="Day"/> is the earliest it can be, as if the result arrived on the day of suspension: not a date to
/// be held to anyone.
/// </param>
public readonly record struct DueDay(DateOnly Day, bool Provisional, bool Suspended)
{
    /// <summary>The instant at which the limit is over.</summary>
    public DateTimeOffset EndsAt(TimeZoneInfo zone) => LocalDay.EndOf(Day, zone);
}

/// <summary>The end of a limit and how it came about.</summary>
/// <param name="Left">How many days of the limit were left on the day of the suspension; 0 unless suspended.</param>
/// <param name="Steps">Every day after the start through the last, in order.</param>
public sealed record DueDate(DateOnly Start, Limit Limit, DueDay End, int Left, IReadOnlyList<DueStep> Steps)
{
    /// <inheritdoc cref="DueDay.Day"/>
    public DateOnly Day => End.Day;

    /// <inheritdoc cref="DueDay.Provisional"/>
    public bool Provisional => End.Provisional;

    /// <inheritdoc cref="DueDay.Suspended"/>
    public bool Suspended => End.Suspended;

    /// <inheritdoc cref="DueDay.EndsAt"/>
    public DateTimeOffset EndsAt(TimeZoneInfo zone) => End.EndsAt(zone);
}

/// <summary>The instants of a local day, in UTC.</summary>
public static class LocalDay
{
    /// <summary>The day that it is in the zone at an instant.</summary>
    public static DateOnly Of(DateTimeOffset at, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);

    /// <summary>The first instant of the day. Where the clocks skip midnight, the day begins later.</summary>
    public static DateTimeOffset StartOf(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(local))
            local = local.AddMinutes(1);
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    /// <summary>24:00, which is the first instant of the next day.</summary>
    public static DateTimeOffset EndOf(DateOnly day, TimeZoneInfo zone) => StartOf(day.AddDays(1), zone);
}
