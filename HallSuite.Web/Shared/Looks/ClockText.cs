using System.Globalization;
using HallSuite.Web.Text;

namespace HallSuite.Web.Shared.Looks;

/// <summary>
/// Times as people say them (DESIGN-LANGUAGE §6): today only the time, yesterday by name, else the day; the year only when it is not this
/// one; always 24 hours. Pure: instants come in UTC, the hall's time zone and the reader's language are given.
/// </summary>
public sealed class ClockText(TimeZoneInfo zone, CultureInfo culture)
{
    private readonly bool english = culture.TwoLetterISOLanguageName == Languages.English;

    /// <summary>For a hall's time zone by its IANA name; UTC when this machine does not know it.</summary>
    public static ClockText For(string timeZone, CultureInfo culture) =>
        new(TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var zone) ? zone : TimeZoneInfo.Utc, culture);

    /// <summary>The instant in the hall's own time.</summary>
    public DateTime Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, zone).DateTime;

    /// <summary><c>10:26</c></summary>
    public string Time(DateTimeOffset instant) => Local(instant).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary><c>9月28日 周一</c> / <c>Mon 28 Sep</c></summary>
    public string Day(DateTimeOffset instant, DateTimeOffset now) => DayOf(Local(instant), Local(now).Year, weekday: true);

    /// <summary>On walls: <c>9月28日 星期一</c> / <c>Monday 28 September</c></summary>
    public string LongDay(DateTimeOffset instant) =>
        english ? Local(instant).ToString("dddd d MMMM", CultureInfo.InvariantCulture) : Local(instant).ToString("M月d日 dddd", Chinese);

    /// <summary><c>10:21</c> today, <c>昨天 16:50</c>, else <c>9月22日</c> / <c>10:21</c>, <c>yesterday 16:50</c>, <c>22 Sep</c></summary>
    public string Past(DateTimeOffset instant, DateTimeOffset now)
    {
        var (then, today) = (Local(instant), Local(now).Date);
        return (today - then.Date).Days switch
        {
            0 => Time(instant),
            1 => english ? $"yesterday {Time(instant)}" : $"昨天 {Time(instant)}",
            _ => DayOf(then, today.Year, weekday: false),
        };
    }

    /// <summary>A past instant with its exact day, for a title: <c>2026年9月28日 10:26:05</c> / <c>28 Sep 2026, 10:26:05</c></summary>
    public string Exact(DateTimeOffset instant) =>
        Local(instant).ToString(english ? "d MMM yyyy, HH:mm:ss" : "yyyy年M月d日 HH:mm:ss", english ? CultureInfo.InvariantCulture : culture);

    /// <summary>How long, in whole minutes from one up: <c>18 分</c>, <c>1 小时 5 分</c>, <c>不到 1 分</c> / <c>18 min</c>, <c>1 h 5 min</c>, <c>under 1 min</c></summary>
    public string Duration(TimeSpan span)
    {
        if (span < TimeSpan.FromMinutes(1))
        {
            return english ? "under 1 min" : "不到 1 分";
        }

        var (hours, minutes) = ((int)span.TotalHours, span.Minutes);
        return (hours, minutes) switch
        {
            (0, _) => english ? Say($"{minutes} min") : Say($"{minutes} 分"),
            (_, 0) => english ? Say($"{hours} h") : Say($"{hours} 小时"),
            _ => english ? Say($"{hours} h {minutes} min") : Say($"{hours} 小时 {minutes} 分"),
        };
    }

    /// <summary>A wait to come, always a range: <c>约 20–30 分</c> / <c>about 20–30 min</c>; one number where both ends are the same, <c>不用等</c> for none.</summary>
    public string Wait(int fromMinutes, int toMinutes)
    {
        if (toMinutes == 0)
        {
            return english ? "no wait" : "不用等";
        }

        var range = fromMinutes == toMinutes ? Say($"{toMinutes}") : Say($"{fromMinutes}–{toMinutes}");
        return english ? $"about {range} min" : $"约 {range} 分";
    }

    private string DayOf(DateTime day, int thisYear, bool weekday)
    {
        var year = day.Year == thisYear ? "" : english ? " yyyy" : "yyyy年";
        return english
            ? day.ToString(weekday ? $"ddd d MMM{year}" : $"d MMM{year}", CultureInfo.InvariantCulture)
            : day.ToString(weekday ? $"{year}M月d日 ddd" : $"{year}M月d日", Chinese);
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    // Only the weekday's name is needed of it (周一).
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo(Languages.Default);
}
