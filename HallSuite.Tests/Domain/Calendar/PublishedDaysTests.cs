using System.Text.Json;
using HallSuite.Domain.Calendar;
using HallSuite.Tests.TestKit;

namespace HallSuite.Tests.Domain.Calendar;

/// <summary>The years that come with the program, against a collection of the notices made by others, and the regulation's rules against the notices.</summary>
public class PublishedDaysTests
{
    private const int First = 2018;
    private const int Last = 2026;

    private static readonly WorkCalendar Calendar = WorkCalendar.Shipped;

    private static readonly WorkCalendar Unpublished = WorkCalendar.Of([]);

    [Fact]
    public void EveryDay_From2018To2026_IsAsTheNoticesSay()
    {
        var noticed = Noticed();
        for (var date = new DateOnly(First, 1, 1); date.Year <= Last; date = date.AddDays(1))
        {
            var day = Calendar.DayOf(date);
            var weekend = date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
            Assert.False(day.Provisional);
            if (!noticed.TryGetValue(date, out var said))
                Assert.Equal((weekend ? DayKind.Weekend : DayKind.Working, (string?)null), (day.Kind, day.Holiday));
            else if (said.Off)
                Assert.Equal((DayKind.Holiday, said.Name), (day.Kind, day.Holiday));
            else if (weekend)
                Assert.Equal((DayKind.MakeUp, said.Name), (day.Kind, day.Holiday));
            else
                Assert.Equal(DayKind.Working, day.Kind); // 2020-02-03, a Monday to which the second notice moved the return to work
        }
    }

    [Fact]
    public void EveryYear_From2018To2026_HasItsWorkingDays()
    {
        using var counts = JsonDocument.Parse(File.ReadAllText(SharedData.Path("holidays", "per_year_counts.json")));
        for (var year = First; year <= Last; year++)
        {
            var said = counts.RootElement.GetProperty($"{year}");
            Assert.Equal(said.GetProperty("working").GetInt32(), WorkingDaysOf(Calendar, year));
        }
    }

    [Fact]
    public void Shipped_Years_AreThoseThatWerePublished()
    {
        Assert.Equal(Enumerable.Range(First, Last - First + 1), Calendar.Years.Select(y => y.Year));
        Assert.All(Calendar.Years, y => Assert.NotEmpty(y.Notices));
        Assert.True(Calendar.IsPublished(2026));
        Assert.False(Calendar.IsPublished(2027));
    }

    /// <summary>Joining holidays with weekends shuffles days and takes none: what the regulation gives is what the notices under it gave.</summary>
    [Theory]
    [InlineData(2025)]
    [InlineData(2026)]
    public void TheRegulationAlone_UnderItsPresentText_GivesAsManyWorkingDaysAsTheNotice(int year) =>
        Assert.Equal(WorkingDaysOf(Calendar, year), WorkingDaysOf(Unpublished, year));

    [Fact]
    public void StatutoryDays_OfPublishedYears_AreOffUnderTheirName()
    {
        var seen = 0;
        for (var year = First; year <= Last; year++)
        {
            foreach (var (date, festival) in HolidayRules.StatutoryDays(year))
            {
                if (year < 2025 && (date is { Month: 5, Day: 2 } || date == HolidayRules.StatutoryDays(year).First(d => d.Festival == Festival.SpringFestival).Date))
                    continue; // New Year's Eve and 2 May are in the regulation since 2025
                var day = Calendar.DayOf(date);
                Assert.False(day.Works, $"{date}");
                if (day.Holiday is { } name)
                    Assert.Contains(festival, FestivalNames.Read(name)!);
                seen++;
            }
        }

        Assert.Equal(9 * 11 + 2 * 2, seen);
    }

    [Theory]
    [InlineData("2027-01-01", "元旦")]
    [InlineData("2027-02-05", "春节")] // New Year's Eve, a Friday
    [InlineData("2027-02-06", "春节")]
    [InlineData("2027-02-07", "春节")]
    [InlineData("2027-02-08", "春节")]
    [InlineData("2027-02-09", "春节")] // Saturday and Sunday made up
    [InlineData("2027-02-10", "春节")]
    [InlineData("2027-02-11", null)]
    [InlineData("2027-04-05", "清明节")]
    [InlineData("2027-05-01", "劳动节")]
    [InlineData("2027-05-03", "劳动节")]
    [InlineData("2027-05-04", "劳动节")]
    [InlineData("2027-05-05", null)]
    [InlineData("2027-06-09", "端午节")]
    [InlineData("2027-09-15", "中秋节")]
    [InlineData("2027-10-04", "国庆节")]
    [InlineData("2027-10-05", "国庆节")]
    [InlineData("2027-10-06", null)]
    [InlineData("2034-02-20", "春节")] // the year before has a leap 11th month
    [InlineData("2028-05-29", "端午节")] // after a leap 5th month it is still the first one that counts: 28 May is a Sunday
    public void DayOf_AnUnpublishedDay_FollowsTheRegulation(string date, string? holiday)
    {
        var day = Calendar.DayOf(DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(holiday, day.Holiday);
        Assert.True(day.Provisional);
        Assert.Equal(holiday is null ? DayKind.Working : DayKind.Holiday, day.Kind);
    }

    [Fact]
    public void DayOf_YearsWithoutLunarFestivals_StillHasTheFixedOnes()
    {
        Assert.Equal("国庆节", Calendar.DayOf(new DateOnly(2150, 10, 1)).Holiday);
        Assert.Equal(DayKind.Working, Calendar.DayOf(new DateOnly(1990, 4, 5)).Kind);
    }

    [Theory]
    [InlineData("国庆节、中秋节", new[] { Festival.NationalDay, Festival.MidAutumn })]
    [InlineData("春节", new[] { Festival.SpringFestival })]
    [InlineData("中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日", null)]
    public void FestivalNames_OfAPublishedName_AreFoundOrNot(string published, Festival[]? festivals) => Assert.Equal(festivals, FestivalNames.Read(published));

    private static int WorkingDaysOf(WorkCalendar calendar, int year) => calendar.WorkingDaysBetween(new DateOnly(year - 1, 12, 31), new DateOnly(year, 12, 31));

    private static Dictionary<DateOnly, (bool Off, string Name)> Noticed()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(SharedData.Path("holidays", "merged_2018_2026.json")));
        return document.RootElement.GetProperty("days").EnumerateArray().ToDictionary(
            d => DateOnly.ParseExact(d.GetProperty("date").GetString()!, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            d => (d.GetProperty("off").GetBoolean(), d.GetProperty("name").GetString()!));
    }
}
