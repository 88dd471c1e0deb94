using System.Text.Json.Serialization;
using HallSuite.Domain.Kernel;

namespace HallSuite.Domain.Hall;

/// <summary>One weekly opening: the day and minute it begins and how long it lasts. It may pass midnight.</summary>
/// <param name="Minutes">1 to 1440.</param>
public sealed record OpeningSpan(DayOfWeek Day, TimeOnly From, int Minutes);

/// <summary>
/// When a hall is open, week by week, in its own local time (DOMAIN §2: separate from working days). All questions are
/// asked in local time; what time zone that is, is the caller's knowledge.
/// </summary>
public sealed class OpeningHours : IEquatable<OpeningHours>
{
    private const int Day = 24 * 60;
    private const int Week = 7 * Day;

    [JsonConstructor]
    private OpeningHours(bool alwaysIsOpen, IReadOnlyList<OpeningSpan> spans)
    {
        AlwaysIsOpen = alwaysIsOpen;
        Spans = [.. spans.OrderBy(StartOf)];
    }

    /// <summary>Round the clock; each local date is a service day.</summary>
    public static OpeningHours AlwaysOpen { get; } = new(true, []);

    /// <summary>Not open at any time.</summary>
    public static OpeningHours Never { get; } = new(false, []);

    [JsonPropertyName("alwaysOpen")]
    public bool AlwaysIsOpen { get; }

    /// <summary>The openings of a week from Sunday on; empty when always or never open.</summary>
    [JsonPropertyName("spans")]
    public IReadOnlyList<OpeningSpan> Spans { get; }

    /// <summary>Checks and orders the openings of a week. Two may touch, none may overlap, none lasts more than 24 hours.</summary>
    public static Result<OpeningHours> Of(IEnumerable<OpeningSpan> spans)
    {
        var hours = new OpeningHours(false, [.. spans]);
        foreach (var span in hours.Spans)
        {
            if (span.Minutes is < 1 or > Day || span.From.Ticks % TimeSpan.TicksPerMinute != 0)
                return HallErrors.HoursLength(span.Day);
        }

        for (var i = 0; i < hours.Spans.Count; i++)
        {
            var (span, last) = (hours.Spans[i], i == hours.Spans.Count - 1);
            var next = hours.Spans[last ? 0 : i + 1];
            if (StartOf(span) + span.Minutes > StartOf(next) + (last ? Week : 0))
                return HallErrors.HoursOverlap(next.Day);
        }

        return hours;
    }

    public bool IsOpenAt(DateTime local) => AlwaysIsOpen || OpeningAt(local) is not null;

    /// <summary>The local date on which the opening at this moment began (DOMAIN §4, Number); null when closed.</summary>
    public DateOnly? ServiceDayAt(DateTime local) =>
        AlwaysIsOpen ? DateOnly.FromDateTime(local) : OpeningAt(local) is { } opening ? DateOnly.FromDateTime(opening.From) : null;

    /// <summary>
    /// The service day to show at this moment, open or not: the date, except that an evening which passed midnight lasts until the next opening.
    /// </summary>
    public DateOnly LastServiceDay(DateTime local)
    {
        if (ServiceDayAt(local) is { } open)
            return open;
        var (date, midnight) = (DateOnly.FromDateTime(local), local.Date);
        var openedToday = NextOpening(midnight.AddTicks(-1)) <= local;
        return EndOf(date.AddDays(-1)) > midnight && !openedToday ? date.AddDays(-1) : date;
    }

    /// <summary>When the present opening ends, openings of the same day that touch taken together; null when closed or never closing.</summary>
    public DateTime? ClosesAt(DateTime local)
    {
        if (AlwaysIsOpen || OpeningAt(local) is not { } opening)
            return null;
        var end = opening.To;
        while (OpeningAt(end) is { } next && next.From == end && next.From.Date == opening.From.Date)
            end = next.To;
        return end;
    }

    /// <summary>The next moment after this one at which an opening begins; null when always or never open.</summary>
    public DateTime? NextOpening(DateTime local)
    {
        for (var ahead = 0; ahead <= 7; ahead++)
        {
            var date = local.Date.AddDays(ahead);
            foreach (var span in Spans.Where(s => s.Day == date.DayOfWeek))
            {
                if (date + span.From.ToTimeSpan() > local)
                    return date + span.From.ToTimeSpan();
            }
        }

        return null;
    }

    /// <summary>
    /// When the last opening that begins on this date ends: the close of the service day, lunch breaks passed over.
    /// Midnight after it when always open, or when nothing opens on this date (any more).
    /// </summary>
    public DateTime EndOf(DateOnly serviceDay)
    {
        var midnight = serviceDay.ToDateTime(TimeOnly.MinValue);
        var last = Spans.LastOrDefault(s => s.Day == serviceDay.DayOfWeek);
        return last is null ? midnight.AddDays(1) : midnight + last.From.ToTimeSpan() + TimeSpan.FromMinutes(last.Minutes);
    }

    public bool Equals(OpeningHours? other) => other is not null && AlwaysIsOpen == other.AlwaysIsOpen && Spans.SequenceEqual(other.Spans);

    public override bool Equals(object? obj) => Equals(obj as OpeningHours);

    public override int GetHashCode() => Spans.Aggregate(AlwaysIsOpen.GetHashCode(), HashCode.Combine);

    private static int StartOf(OpeningSpan span) => (int)span.Day * Day + span.From.Hour * 60 + span.From.Minute;

    private (DateTime From, DateTime To)? OpeningAt(DateTime local)
    {
        // An opening lasts at most 24 hours, so it began today or yesterday.
        for (var back = 0; back <= 1; back++)
        {
            var date = local.Date.AddDays(-back);
            foreach (var span in Spans.Where(s => s.Day == date.DayOfWeek))
            {
                var from = date + span.From.ToTimeSpan();
                var to = from.AddMinutes(span.Minutes);
                if (from <= local && local < to)
                    return (from, to);
            }
        }

        return null;
    }
}
