using System.Globalization;
using HallSuite.Domain.Hall;

namespace HallSuite.Web.Features.Hall;

/// <summary>
/// One opening as it was typed; the times as <c>HH:mm</c>, or whatever stands in the field. An end that is not after the beginning lies
/// on the next day.
/// </summary>
public sealed record HoursSpan(DayOfWeek Day, string From, string To)
{
    private const string Format = "HH:mm";

    /// <summary>
    /// A time as it may be typed (<c>9</c>, <c>0930</c>, <c>9.30</c>, <c>9：30</c>, <c>24:00</c>) as it is written; anything else stays as it is.
    /// </summary>
    public static string Tidy(string typed)
    {
        var parts = typed.Trim().Split([':', '：', '.'], 2);
        var (hours, minutes) = parts is [{ Length: 3 or 4 } both] ? (both[..^2], both[^2..]) : (parts[0], parts.ElementAtOrDefault(1) ?? "0");
        return Number(hours) is { } hour && Number(minutes) is { } minute && minute < 60 && (hour < 24 || (hour, minute) == (24, 0))
            ? new TimeOnly(hour % 24, minute).ToString(Format, CultureInfo.InvariantCulture)
            : typed;
    }

    /// <summary>It passes midnight, or ends at it.</summary>
    public bool EndsNextDay => Read(From) is { } from && Read(To) is { } to && to <= from;

    /// <summary>0 where a time cannot be read; the hall refuses it by its day.</summary>
    public int Minutes => (Read(From), Read(To)) is ({ } from, { } to) ? (int)(to - from).TotalMinutes + (to == from ? 24 * 60 : 0) : 0;

    public static HoursSpan Of(OpeningSpan span) => new(
        span.Day, span.From.ToString(Format, CultureInfo.InvariantCulture), span.From.AddMinutes(span.Minutes).ToString(Format, CultureInfo.InvariantCulture));

    public OpeningSpan Typed() => new(Day, Read(From) ?? TimeOnly.MinValue, Minutes);

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static TimeOnly? Read(string text) =>
        TimeOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}

/// <summary>The opening hours of a week as they are being written. Immutable; what is typed while “always open” is kept beside it.</summary>
public sealed class HoursForm(bool always, IEnumerable<HoursSpan> spans) : IEquatable<HoursForm>
{
    /// <summary>Monday first.</summary>
    public static IReadOnlyList<DayOfWeek> Week { get; } =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    public bool Always { get; } = always;

    /// <summary>By day, Monday first; within a day as they were typed.</summary>
    public IReadOnlyList<HoursSpan> Spans { get; } = [.. spans.OrderBy(s => Place(s.Day))];

    public static HoursForm Of(OpeningHours hours) => new(hours.AlwaysIsOpen, hours.Spans.Select(HoursSpan.Of));

    public IReadOnlyList<HoursSpan> On(DayOfWeek day) => [.. Spans.Where(s => s.Day == day)];

    public HoursForm WithAlways(bool isAlways) => new(isAlways, Spans);

    /// <summary>One more opening on a day, two hours after the last one of the day.</summary>
    public HoursForm Add(DayOfWeek day)
    {
        var next = On(day) is [.., { EndsNextDay: false } last] && last.Typed() is { Minutes: > 0 } typed
            ? new HoursSpan(day, Text(typed.From.AddMinutes(typed.Minutes + 60)), Text(typed.From.AddMinutes(typed.Minutes + 4 * 60)))
            : new HoursSpan(day, "09:00", "17:00");
        return new HoursForm(Always, Spans.Append(next));
    }

    /// <summary>Puts another opening in the place of the n-th of a day; none removes it.</summary>
    public HoursForm With(DayOfWeek day, int place, HoursSpan? span)
    {
        var ofDay = On(day).ToList();
        ofDay.RemoveAt(place);
        if (span is not null)
        {
            ofDay.Insert(place, span);
        }

        return new HoursForm(Always, Spans.Where(s => s.Day != day).Concat(ofDay));
    }

    /// <summary>Gives other days the hours of one.</summary>
    public HoursForm Copy(DayOfWeek day, IEnumerable<DayOfWeek> to)
    {
        var days = to.Where(d => d != day).ToHashSet();
        var ofDay = On(day);
        return new HoursForm(Always, Spans.Where(s => !days.Contains(s.Day)).Concat(days.SelectMany(d => ofDay.Select(s => s with { Day = d }))));
    }

    public bool Equals(HoursForm? other) => other is not null && Always == other.Always && (Always || Spans.SequenceEqual(other.Spans));

    public override bool Equals(object? obj) => Equals(obj as HoursForm);

    public override int GetHashCode() => Always ? 1 : Spans.Aggregate(0, HashCode.Combine);

    private static int Place(DayOfWeek day) => ((int)day + 6) % 7;

    private static string Text(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
