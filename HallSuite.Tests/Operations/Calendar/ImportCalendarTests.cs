using HallSuite.Domain.Calendar;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Calendar;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Tests.TestKit;

namespace HallSuite.Tests.Operations.Calendar;

public sealed class ImportCalendarTests
{
    private const string Year2027 = """
        year 2027
        notice https://example.cn/2027
        元旦 off 01-01..01-03
        春节 off 02-05..02-12 work 01-31 02-14
        清明节 off 04-03..04-05
        劳动节 off 05-01..05-05 work 05-08
        端午节 off 06-09
        中秋节 off 09-15..09-16
        国庆节 off 10-01..10-07 work 10-09
        """;

    private static readonly Actor Importer = Actor.System("test");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Import_ANewYear_EndsWhatWasProvisional_OnEveryNode(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);
        await using var other = TestHall.On(hall.Database);
        var (from, limit) = (new DateOnly(2027, 1, 29), Limit.WorkingDays(1));
        var before = (await other.Get<CalendarQueries>().DueAsync(from, limit, Cancel)).ShouldPass();

        var import = await ImportAsync(hall, Year2027);

        Assert.Equal([2027], import.Added);
        Assert.Equal((new DateOnly(2027, 2, 1), true), (before.Day, before.Provisional));
        var after = (await other.Get<CalendarQueries>().DueAsync(from, limit, Cancel)).ShouldPass();
        Assert.Equal((new DateOnly(2027, 1, 31), false), (after.Day, after.Provisional));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Import_TheSameYearAgain_ChangesNothing_AndAnotherTextReplacesIt(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);
        await ImportAsync(hall, Year2027);

        var again = await ImportAsync(hall, Year2027);
        var changed = await ImportAsync(hall, Year2027.Replace("中秋节 off 09-15..09-16", "中秋节 off 09-15", StringComparison.Ordinal));

        Assert.Equal([2027], again.Unchanged);
        Assert.Equal([2027], changed.Replaced);
        var year = (await hall.Get<CalendarQueries>().YearAsync(Importer, Scope.Everything, 2027, Cancel)).ShouldPass();
        Assert.True(year.Published);
        Assert.Equal(DayKind.Working, year.Days.Single(d => d.Date == new DateOnly(2027, 9, 16)).Kind);
        Assert.Equal(["https://example.cn/2027"], year.Notices);
        Assert.Equal((2018, 2027), (year.FirstPublished, year.LastPublished));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Import_AShippedYearAsItIs_ChangesNothing(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);

        var import = await ImportAsync(hall, CalendarText.Write(WorkCalendar.Shipped.Years.Single(y => y.Year == 2026)));

        Assert.Equal([2026], import.Unchanged);
        Assert.Null((await hall.Get<CalendarQueries>().YearAsync(Importer, Scope.Everything, 2026, Cancel)).ShouldPass().ImportedAt);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Import_AFaultyText_IsRefusedWhole(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);

        var done = await hall.Get<ImportCalendar>().ExecuteAsync(new(Year2027 + "\nyear 2028\n元旦 off 13-01"), Importer, Cancel);

        done.ShouldBeRefused("calendar.date-invalid");
        Assert.False((await hall.Get<WorkCalendars>().ReadAsync(Cancel)).IsPublished(2027));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Preview_TellsTheDaysAndTheLimitsThatMove(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);
        var years = CalendarText.Read(Year2027).Years;
        RunningLimit<string>[] running =
        [
            new("moves", new DateOnly(2027, 1, 29), Limit.WorkingDays(1), []), new("stays", new DateOnly(2027, 3, 1), Limit.WorkingDays(2), []),
            new("over", new DateOnly(2026, 3, 2), Limit.WorkingDays(2), []),
        ];

        var preview = (await hall.Get<CalendarQueries>().PreviewAsync(Importer, years, running, Cancel)).ShouldPass();

        Assert.Equal(["moves"], preview.Moved.Select(m => m.Running.Key));
        Assert.Equal([new DateOnly(2027, 1, 31)], preview.Moved[0].Because.Select(d => d.Date));
        Assert.Equal(["stays"], preview.Confirmed.Select(c => c.Key));
        Assert.Equal(1, preview.Untouched);
        Assert.Contains(preview.Days, d => d.Date == new DateOnly(2027, 10, 9) && d.After.Works);
        Assert.False((await hall.Get<WorkCalendars>().ReadAsync(Cancel)).IsPublished(2027));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Import_IsForAdministrators_LookingForAllStaff(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);
        var sample = new SampleHall(TestHall.Start);
        await hall.SeedAsync(sample.Entities);
        var clerk = await hall.HireAsync("clerk");
        await hall.GiveAsync(clerk, Role.WindowClerk, sample.Hall.Id);
        var actor = Actor.Staff(clerk, "test");

        (await hall.Get<ImportCalendar>().ExecuteAsync(new(Year2027), actor, Cancel)).ShouldBeRefused("permission.denied");
        (await hall.Get<CalendarQueries>().PreviewAsync(actor, CalendarText.Read(Year2027).Years, [], Cancel)).ShouldBeRefused("permission.denied");
        Assert.Equal(365, (await hall.Get<CalendarQueries>().YearAsync(actor, sample.Hall.Id, 2026, Cancel)).ShouldPass().Days.Count);
    }

    [Theory]
    [InlineData(1999)]
    [InlineData(2100)]
    [InlineData(9999)]
    public async Task AYear_BeyondTheCalendar_IsRefused(int year)
    {
        await using var hall = await TestHall.CreateAsync(DatabaseProvider.Sqlite);

        (await hall.Get<CalendarQueries>().YearAsync(Importer, Scope.Everything, year, Cancel)).ShouldBeRefused("calendar.year-out-of-range");
        (await hall.Get<CalendarQueries>().DueAsync(new DateOnly(year, 12, 31), Limit.WorkingDays(1), Cancel)).ShouldBeRefused("calendar.year-out-of-range");
    }

    private static async Task<ImportedYears> ImportAsync(TestHall hall, string text) =>
        (await hall.Get<ImportCalendar>().ExecuteAsync(new(text), Importer, Cancel)).ShouldPass();
}
