using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;
using HallSuite.Infrastructure.Calendar;
using HallSuite.Tests.TestKit;
using HallSuite.Web.Hosting.Verbs;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Tests.Endpoints;

/// <summary>The verbs that take files, on a node of their own; what the process makes of their answers, <see cref="VerbTests"/> shows.</summary>
public sealed class ImportVerbTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ImportMatters_TakesTheFile_AndADryRunOnlyTells()
    {
        await using var dry = await OpenAsync(("hall", "sample"), ("dry-run", "true"));
        await using var web = await OpenAsync(("hall", "sample"));
        var file = await FileAsync(dry, MatterSheet.OfTwo().Csv);

        var told = await RunAsync(dry, new ImportMattersVerb(), file);
        var done = await RunAsync(web, new ImportMattersVerb(), file);

        Assert.Equal("Nothing was changed. The import would make: 2 created, 0 changed, 0 unchanged, 2 departments added, 0 warnings.", told.ShouldPass());
        Assert.Equal(0, await CountAsync(dry));
        Assert.Equal("Imported: 2 created, 0 changed, 0 unchanged, 2 departments added, 0 warnings.", done.ShouldPass());
        Assert.Equal(2, await CountAsync(web));
        Assert.Equal("Imported: 0 created, 0 changed, 2 unchanged, 0 departments added, 0 warnings.", (await RunAsync(web, new ImportMattersVerb(), file)).ShouldPass());
    }

    [Fact]
    public async Task ImportMatters_ABadFile_ABadHall_OrNoFile_IsRefused()
    {
        await using var web = await OpenAsync(("hall", "sample"));
        await using var elsewhere = await OpenAsync(("hall", "nowhere"));
        await using var nowhere = await OpenAsync();
        var bad = await FileAsync(web, MatterSheet.OfTwo().With(0, "legal_days", "abc").With(1, "objects", "").Csv);

        Assert.Equal([2], (await RunAsync(web, new ImportMattersVerb(), bad)).ShouldBeRefused("matter-file.faulty").Arguments);
        (await RunAsync(web, new ImportMattersVerb(), "/no/such/file.csv")).ShouldBeRefused("request.file-unreadable");
        (await RunAsync(elsewhere, new ImportMattersVerb(), bad)).ShouldBeRefused("hall.unknown");
        (await RunAsync(nowhere, new ImportMattersVerb(), bad)).ShouldBeRefused("hall.unknown");
        Assert.Equal(0, await CountAsync(web));
    }

    [Fact]
    public async Task ImportCalendar_PutsAYearInPlace_OrRefusesTheFirstFault()
    {
        await using var web = await OpenAsync();
        var good = await FileAsync(web, "year 2027\n元旦 off 01-01..01-03\n春节 off 02-05..02-12\n清明节 off 04-05\n劳动节 off 05-01..05-05\n端午节 off 06-09\n中秋节 off 09-15\n国庆节 off 10-01..10-07\n");
        var bad = await FileAsync(web, "year 2028\n元旦 off 13-01\n", "bad.txt");

        var done = (await RunAsync(web, new ImportCalendarVerb(), good)).ShouldPass();

        Assert.StartsWith("Imported: 1 years added, 0 replaced, 0 unchanged,", done, StringComparison.Ordinal);
        Assert.True((await web.Get<WorkCalendars>().ReadAsync(Cancel)).IsPublished(2027));
        (await RunAsync(web, new ImportCalendarVerb(), bad)).ShouldBeRefused("calendar.date-invalid");
    }

    private static async Task<HallWeb> OpenAsync(params (string Key, string? Value)[] settings)
    {
        var web = await HallWeb.CreateAsync(settings: settings.ToDictionary(s => s.Key, s => s.Value));
        await web.SeedAsync(new SampleHall(TestHall.Start).Entities);
        return web;
    }

    private static async Task<string> FileAsync(HallWeb web, string text, string name = "file.csv")
    {
        var path = Path.Combine(web.Database.Folder, name);
        await File.WriteAllTextAsync(path, text, Cancel);
        return path;
    }

    private static Task<Result<string>> RunAsync(HallWeb web, Verb verb, string argument) => verb.RunAsync(web.Services, argument, Cancel);

    private static Task<int> CountAsync(HallWeb web) => web.ReadAsync(db => db.Set<Matter>().CountAsync(Cancel));
}
