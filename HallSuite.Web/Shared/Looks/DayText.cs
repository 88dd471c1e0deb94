using System.Globalization;
using HallSuite.Domain.Calendar;
using HallSuite.Web.Text;

namespace HallSuite.Web.Shared.Looks;

/// <summary>Days and limits as people say them, in the language of whoever reads.</summary>
public static class DayText
{
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo(Languages.Default);

    private static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == Languages.English;

    /// <summary><c>2026年9月28日 周一</c> / <c>Mon 28 Sep 2026</c></summary>
    public static string Of(DateOnly day) => IsEnglish ? day.ToString("ddd d MMM yyyy", CultureInfo.InvariantCulture) : day.ToString("yyyy年M月d日 ddd", Chinese);

    /// <summary><c>9月28日 周一</c> / <c>Mon 28 Sep</c></summary>
    public static string Short(DateOnly day) => IsEnglish ? day.ToString("ddd d MMM", CultureInfo.InvariantCulture) : day.ToString("M月d日 ddd", Chinese);

    /// <summary><c>9月</c> / <c>September</c></summary>
    public static string Month(int month) => IsEnglish ? CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month) : string.Create(Chinese, $"{month}月");

    /// <summary>From Monday to Sunday: <c>一</c> … <c>日</c> / <c>Mo</c> … <c>Su</c></summary>
    public static IReadOnlyList<string> Weekdays => IsEnglish ? ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"] : ["一", "二", "三", "四", "五", "六", "日"];

    /// <summary><c>20 个工作日</c> / <c>20 working days</c>; empty for none.</summary>
    public static string Of(Limit? limit) => limit is not { } some ? "" : IsEnglish
        ? string.Create(CultureInfo.InvariantCulture, $"{some.Days} {EnglishUnit(some.Unit)} day{(some.Days == 1 ? "" : "s")}")
        : string.Create(Chinese, $"{some.Days} 个{ChineseUnit(some.Unit)}");

    /// <summary>How far a last day is, in working days: <c>还剩 2 个工作日</c>, <c>今天到期</c>, <c>超期 1 个工作日</c> / <c>2 working days left</c>, <c>Due today</c>, <c>1 working day overdue</c></summary>
    /// <param name="daysLeft">Negative for days overdue.</param>
    public static string Left(int daysLeft) => daysLeft switch
    {
        0 => IsEnglish ? "Due today" : "今天到期",
        > 0 => IsEnglish ? Say($"{daysLeft} working day{Plural(daysLeft)} left") : Say($"还剩 {daysLeft} 个工作日"),
        < 0 => IsEnglish ? Say($"{-daysLeft} working day{Plural(-daysLeft)} overdue") : Say($"超期 {-daysLeft} 个工作日"),
    };

    /// <summary><c>9月30日 周三到期</c> / <c>due Wed 30 Sep</c>; the year only when it is not this one; a provisional day says so.</summary>
    public static string DueOn(DateOnly day, DateOnly today, bool provisional)
    {
        var told = day.Year == today.Year ? Short(day) : Of(day);
        return provisional ? (IsEnglish ? $"due about {told} (provisional)" : $"约 {told}到期（暂定）") : IsEnglish ? $"due {told}" : $"{told}到期";
    }

    /// <summary>The festivals in the reader's language; what is none, as it was published.</summary>
    public static string Holiday(string published, EnumTexts words) =>
        FestivalNames.Read(published) is { } festivals ? string.Join(" · ", festivals.Select(f => words.Of(f))) : published;

    /// <summary>As much of a holiday's name as a cell of a calendar has room for: <c>中秋</c> / <c>off</c></summary>
    public static string HolidayInShort(string? published) => IsEnglish ? "off" : published is { Length: > 0 } ? published[..Math.Min(2, published.Length)] : "休";

    /// <summary>Whole sentences one after the other.</summary>
    public static string Sentences(IEnumerable<string> sentences) => string.Join(IsEnglish ? " " : "", sentences);

    private static string Plural(int count) => count == 1 ? "" : "s";

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string EnglishUnit(LimitUnit unit) => unit switch
    {
        LimitUnit.WorkingDays => "working",
        LimitUnit.CalendarDays => "calendar",
    };

    private static string ChineseUnit(LimitUnit unit) => unit switch
    {
        LimitUnit.WorkingDays => "工作日",
        LimitUnit.CalendarDays => "自然日",
    };
}
