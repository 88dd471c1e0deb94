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
