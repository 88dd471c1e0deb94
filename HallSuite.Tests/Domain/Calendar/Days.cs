using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using HallSuite.Domain.Calendar;
using HallSuite.Tests.TestKit;

namespace HallSuite.Tests.Domain.Calendar;

/// <summary>Dates, limits and years for tests of the calendar.</summary>
internal static class Days
{
    public static DateOnly Day(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Any day around the published years, so that limits also run into years that are not.</summary>
    public static Gen<DateOnly> Any => Gen.Choose(Day("2017-06-01").DayNumber, Day("2028-12-31").DayNumber).Select(DateOnly.FromDayNumber);

    public static Gen<int> Counts => Gen.Choose(1, 70);

    /// <summary>Up to three pauses in order that do not overlap, from some days before the start on.</summary>
    public static Gen<IReadOnlyList<Pause>> PausesFrom(DateOnly start) =>
        from count in Gen.Choose(0, 3)
        from gaps in Gen.Choose(0, 25).ArrayOf(count)
        from lengths in Gen.Choose(0, 40).ArrayOf(count)
        select (IReadOnlyList<Pause>)InOrder(start.AddDays(-5), gaps, lengths);

    /// <summary>A year of few days, with the statutory ones off as they must be.</summary>
    public static CalendarYear Year(int year, params NoticedDay[] more) =>
        CalendarYear.Of(year, ["https://example.org/notice"], [.. Statutory(year), .. more]).ShouldPass();

    private static IEnumerable<NoticedDay> Statutory(int year) =>
        HolidayRules.StatutoryDays(year).DistinctBy(d => d.Date).Select(d => new NoticedDay(d.Date, false, FestivalNames.Of(d.Festival)));

    private static List<Pause> InOrder(DateOnly from, int[] gaps, int[] lengths)
    {
        var pauses = new List<Pause>();
        for (var i = 0; i < gaps.Length; i++)
        {
            var begin = from.AddDays(gaps[i]);
            from = begin.AddDays(lengths[i]);
            pauses.Add(new Pause(begin, from));
        }

        return pauses;
    }
}
