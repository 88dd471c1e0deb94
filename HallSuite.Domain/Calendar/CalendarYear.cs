using HallSuite.Domain.Kernel;

namespace HallSuite.Domain.Calendar;

/// <summary>A day that a notice names: off, or worked in place of another.</summary>
/// <param name="Holiday">The holiday as published.</param>
public readonly record struct NoticedDay(DateOnly Date, bool Works, string Holiday);

/// <summary>
/// The holidays and make-up working days of one year, as the State Council's notice publishes them, usually in the November before. The year is
/// that of the notice: it may name days at the end of the December before. A later notice about the same year is a new <see cref="CalendarYear"/>,
/// which takes the place of this one.
/// </summary>
public sealed class CalendarYear
{
    public const int Earliest = HolidayRules.FirstLunarYear;
    public const int Latest = HolidayRules.LastLunarYear;
    public const int LongestName = 40;
    public const int LongestNotice = 300;

    private CalendarYear(int year, IReadOnlyList<string> notices, IReadOnlyList<NoticedDay> days) => (Year, Notices, Days) = (year, notices, days);

    public int Year { get; }

    /// <summary>Where the notices are to be read, the first one first.</summary>
    public IReadOnlyList<string> Notices { get; }

    /// <summary>The days that the notices name, in order.</summary>
    public IReadOnlyList<NoticedDay> Days { get; }

    /// <summary>A checked year, or the first of its <see cref="Faults"/>.</summary>
    public static Result<CalendarYear> Of(int year, IEnumerable<string> notices, IEnumerable<NoticedDay> days)
    {
        var (told, all) = (notices.ToList(), days.ToList());
        return Faults(year, told, all).Select(f => f.Fault).FirstOrDefault() is { } fault
            ? fault
            : new CalendarYear(year, told, [.. all.OrderBy(d => d.Date)]);
    }

    /// <summary>Everything that is wrong with a year, each with the index of the day it is about, or null where it is about the year.</summary>
    public static IEnumerable<(int? Day, Error Fault)> Faults(int year, IReadOnlyList<string> notices, IReadOnlyList<NoticedDay> days)
    {
        if (year is < Earliest or > Latest)
        {
            yield return (null, CalendarErrors.YearOutOfRange(year));
            yield break;
        }

        if (notices.Any(n => !IsOneWord(n, LongestNotice)))
            yield return (null, CalendarErrors.NoticeInvalid);
        var seen = new Dictionary<DateOnly, bool>();
        for (var i = 0; i < days.Count; i++)
        {
            var day = days[i];
            if (!Concerns(day.Date, year))
                yield return (i, CalendarErrors.DayOutside(day.Date, year));
            if (!seen.TryAdd(day.Date, day.Works))
                yield return (i, CalendarErrors.DayTwice(day.Date));
            if (day.Works && !HolidayRules.IsWeekend(day.Date))
                yield return (i, CalendarErrors.MakeUpOnWeekday(day.Date));
            if (!IsOneWord(day.Holiday, LongestName))
                yield return (i, CalendarErrors.HolidayNameInvalid);
        }

        foreach (var (date, festival) in HolidayRules.StatutoryDays(year).Where(d => IsOldEnough(d.Date, d.Festival)))
        {
            if (seen.TryGetValue(date, out var works) ? works : !HolidayRules.IsWeekend(date))
                yield return (null, CalendarErrors.StatutoryDayWorked(date, festival));
        }
    }

    /// <summary>The words of a <see cref="CalendarText"/> stand between blanks.</summary>
    private static bool IsOneWord(string text, int longest) => OneLine.Read(text, longest) is not null && !text.Any(char.IsWhiteSpace) && text[0] != '#';

    private static bool Concerns(DateOnly date, int year) => date.Year == year || (date.Year == year - 1 && date.Month == 12);

    /// <summary>New Year's Eve and 2 May are days off since 2025 (fourth revision of the regulation, 2024-11-10).</summary>
    private static bool IsOldEnough(DateOnly date, Festival festival) => date.Year >= 2025 || festival switch
    {
        Festival.SpringFestival => HolidayRules.StatutoryDays(date.Year).First(d => d.Festival == Festival.SpringFestival).Date != date,
        Festival.LabourDay => date.Day == 1,
        Festival.NewYear or Festival.QingMing or Festival.DragonBoat or Festival.MidAutumn or Festival.NationalDay => true,
    };
}
