using System.Globalization;
using HallSuite.Domain.Hall;
using HallSuite.Web.Text;

namespace HallSuite.Web.Shared.Looks;

/// <summary>Opening hours as people say them. Pure: local times of the hall and the reader's language are given.</summary>
public static class OpeningText
{
    private static readonly DayOfWeek[] Week =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo(Languages.Default);

    /// <summary>When it opens next: <c>今天 13:00</c>, <c>明天 09:00</c>, <c>10月8日 周四 09:00</c> / <c>today 13:00</c>, <c>tomorrow 09:00</c>, <c>Thu 8 Oct 09:00</c></summary>
    public static string Moment(DateTime opens, DateTime local, CultureInfo culture)
    {
        var english = IsEnglish(culture);
        var time = opens.ToString("HH:mm", CultureInfo.InvariantCulture);
        return (opens.Date - local.Date).Days switch
        {
            0 => english ? $"today {time}" : $"今天 {time}",
            1 => english ? $"tomorrow {time}" : $"明天 {time}",
            _ => english ? opens.ToString("ddd d MMM HH:mm", CultureInfo.InvariantCulture) : opens.ToString("M月d日 ddd HH:mm", Chinese),
        };
    }

    /// <summary>
    /// The week, days with the same hours taken together: <c>周一至周五 09:00–12:00、13:00–17:00</c>, <c>周六 09:00–12:00</c>. Empty when it never opens.
    /// </summary>
    public static IReadOnlyList<string> Lines(OpeningHours hours, CultureInfo culture)
    {
        var english = IsEnglish(culture);
        if (hours.AlwaysIsOpen)
        {
            return [english ? "Open around the clock" : "全天开放"];
        }

        var groups = new List<(List<DayOfWeek> Days, string Hours)>();
        foreach (var day in Week)
        {
            var text = string.Join(english ? ", " : "、", hours.Spans.Where(s => s.Day == day).Select(TextOf));
            if (groups.Count > 0 && groups[^1].Hours == text)
            {
                groups[^1].Days.Add(day);
            }
            else
            {
                groups.Add(([day], text));
            }
        }

        return [.. groups.Where(g => g.Hours.Length > 0).Select(g => $"{DaysOf(g.Days, english)} {g.Hours}")];
    }

    private static string TextOf(OpeningSpan span)
    {
        var end = span.From.AddMinutes(span.Minutes);
        return $"{Clock(span.From)}–{(end == TimeOnly.MinValue ? "24:00" : Clock(end))}";
    }

    private static string Clock(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string DaysOf(List<DayOfWeek> days, bool english) => days.Count switch
    {
        1 => NameOf(days[0], english),
        2 => $"{NameOf(days[0], english)}{(english ? ", " : "、")}{NameOf(days[1], english)}",
        _ => $"{NameOf(days[0], english)}{(english ? "–" : "至")}{NameOf(days[^1], english)}",
    };

    private static string NameOf(DayOfWeek day, bool english) =>
        (english ? CultureInfo.InvariantCulture : Chinese).DateTimeFormat.GetAbbreviatedDayName(day);

    private static bool IsEnglish(CultureInfo culture) => culture.TwoLetterISOLanguageName == Languages.English;
}
