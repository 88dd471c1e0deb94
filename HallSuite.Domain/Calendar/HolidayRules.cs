using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;

namespace HallSuite.Domain.Calendar;

/// <summary>
/// The days off that follow from the holiday regulation alone (全国年节及纪念日放假办法 as of 2025, Arts. 2 and 6), as long as no notice has said
/// how they are joined into longer holidays. A provisional year is made of these and the weekends.
/// </summary>
/// <remarks>
/// Two festivals on one day give one day off: the regulation makes up for weekends only, and a day too few is the safe side of a limit.
/// Lunar festivals and 清明 are known for 2000 to 2099; other years have the fixed dates alone.
/// </remarks>
public static class HolidayRules
{
    public const int FirstLunarYear = 2000;
    public const int LastLunarYear = 2099;

    private static readonly ChineseLunisolarCalendar Lunar = new();

    private static readonly ConcurrentDictionary<int, FrozenDictionary<DateOnly, string>> Years = new();

    /// <summary>The festival for which a date is off by the regulation, made-up days included; null when it is not.</summary>
    public static string? HolidayOn(DateOnly date) => Years.GetOrAdd(date.Year, DaysOff).GetValueOrDefault(date);

    /// <summary>The days of Art. 2 that fall into a year, in order, weekends included, nothing made up.</summary>
    public static IReadOnlyList<(DateOnly Date, Festival Festival)> StatutoryDays(int year)
    {
        List<(DateOnly, Festival)> days =
        [
            (new DateOnly(year, 1, 1), Festival.NewYear),
            .. Days(new DateOnly(year, 5, 1), 2, Festival.LabourDay),
            .. Days(new DateOnly(year, 10, 1), 3, Festival.NationalDay),
        ];
        if (year is >= FirstLunarYear and <= LastLunarYear)
        {
            days.AddRange(Days(OfLunar(year, 1, 1).AddDays(-1), 4, Festival.SpringFestival));
            days.Add((QingMing(year), Festival.QingMing));
            days.Add((OfLunar(year, 5, 5), Festival.DragonBoat));
            days.Add((OfLunar(year, 8, 15), Festival.MidAutumn));
        }

        days.Sort();
        return days;
    }

    private static FrozenDictionary<DateOnly, string> DaysOff(int year)
    {
        var statutory = StatutoryDays(year);
        var off = new Dictionary<DateOnly, string>();
        foreach (var (date, festival) in statutory)
            off.TryAdd(date, FestivalNames.Of(festival));
        foreach (var (date, festival) in statutory.Where(d => IsWeekend(d.Date)).DistinctBy(d => d.Date))
        {
            var madeUp = date.AddDays(1);
            while (IsWeekend(madeUp) || off.ContainsKey(madeUp))
                madeUp = madeUp.AddDays(1);
            off.Add(madeUp, FestivalNames.Of(festival));
        }

        return off.ToFrozenDictionary();
    }

    internal static bool IsWeekend(DateOnly date) => date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static IEnumerable<(DateOnly, Festival)> Days(DateOnly first, int count, Festival festival) =>
        Enumerable.Range(0, count).Select(i => (first.AddDays(i), festival));

    /// <summary>The day of the solar term by its usual formula for this century: 2000 to 2099 without exception.</summary>
    private static DateOnly QingMing(int year)
    {
        var ofCentury = year - FirstLunarYear;
        return new DateOnly(year, 4, (int)(ofCentury * 0.2422 + 4.81) - ofCentury / 4);
    }

    /// <summary>A day of a lunar month that is no leap month; the framework numbers the months after a leap month one higher.</summary>
    private static DateOnly OfLunar(int year, int month, int day)
    {
        var leap = Lunar.GetLeapMonth(year);
        return DateOnly.FromDateTime(Lunar.ToDateTime(year, leap > 0 && month >= leap ? month + 1 : month, day, 0, 0, 0, 0));
    }
}
