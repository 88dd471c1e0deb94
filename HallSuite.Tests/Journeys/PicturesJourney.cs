using HallSuite.Domain.Cases;
using HallSuite.Tests.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HallSuite.Tests.Journeys;

/// <summary>
/// The pictures of the README, taken from the running program. <c>HALL_PICTURES=1 ./test.sh --filter PicturesJourney</c> writes them to docs/images; any
/// other run only proves that they can be taken and are small.
/// </summary>
public sealed class PicturesJourney(Chromium chromium)
{
    private const int MostBytes = 200_000;

    private static readonly string Folder = Path.Combine(SourceTree.Root, "docs", "images");

    private static bool Writes => Environment.GetEnvironmentVariable("HALL_PICTURES") == "1";

    [Fact]
    public async Task EveryPicture_IsTakenFromARunningHall_AndSmall()
    {
        await using var hall = await HallInBrowser.OpenAsync(chromium, withCases: true);
        await hall.Web.OpenWindowsAsync(2, 3, 5, 6, 9, 11, 13, 14, 16, 20);
        foreach (var lane in new[] { "A", "B", "C", "D", "E", "F", "G", "H" })
        {
            await hall.Web.TakeTicketsAsync(lane, 4);
        }

        foreach (var window in new[] { 2, 3, 5, 6, 9, 11, 13, 14 })
        {
            await hall.Web.CallNextAsync(window);
        }

        var clerk = await hall.StaffPageAsync("clerk1", "/window?hall=demo&window=1");
        await clerk.ClickAsync("[data-act=OpenWindow]");
        await Expect(clerk.Locator("[data-act=CallNext]")).ToBeEnabledAsync();
        await clerk.Keyboard.PressAsync("F2");
        await Expect(clerk.Locator(".ticket-number")).ToBeVisibleAsync();
        await TakeAsync(clerk, "console");
        await Expect(clerk.Locator("[data-act=Serve]")).ToBeEnabledAsync();
        await clerk.Keyboard.PressAsync("F7");
        await Expect(clerk.Locator("#matter-search")).ToBeVisibleAsync();
        await clerk.FillAsync("#matter-search", "公共场所");
        await Expect(clerk.Locator(".chooser .side-item[aria-current=true]")).ToBeVisibleAsync();
        await clerk.Locator("#matter-search").PressAsync("Enter");
        await Expect(clerk.Locator("#intake-title")).ToBeVisibleAsync();
        await TakeAsync(clerk, "intake");
        await TakeAsync(await hall.StaffPageAsync("reviewer1", "/worklist?hall=demo&part=ToTake"), "worklist");
        await TakeAsync(await hall.StaffPageAsync("supervisor", "/supervision?hall=demo"), "supervision");
        var open = await hall.Web.ReadAsync(db => db.Set<Case>().Where(c => c.State == CaseState.UnderReview).OrderBy(c => c.DueSort).Select(c => c.Number).FirstAsync());
        await TakeAsync(await hall.StaffPageAsync("head1", $"/cases/{open}"), "case");
        await TakeAsync(await hall.StaffPageAsync("manager", "/hall?hall=demo"), "hall");
        await TakeAsync(await hall.StaffPageAsync("admin", "/admin/halls/demo?tab=windows"), "admin");
        await TakeAsync(await ScreenAsync(hall, "/screen/demo/queue?key=demo-screen", ".call-ticket"), "queue-screen");
        await TakeAsync(await ScreenAsync(hall, "/screen/demo?key=demo-screen", ".big-number"), "big-screen");
        await TakeAsync(await ScreenAsync(hall, "/kiosk/demo?key=demo-kiosk", ".kiosk-act-primary", 720, 1280), "kiosk");
    }

    [Fact]
    public void EveryPicture_IsShownSomewhere_AndSmall()
    {
        string[] pages = [.. Directory.GetFiles(SourceTree.Root, "*.md").Concat(Directory.GetFiles(Path.Combine(SourceTree.Root, "docs"), "*.md")).Select(File.ReadAllText)];
        var files = Directory.GetFiles(Folder).Select(f => Path.GetFileName(f)!).ToList();

        Assert.NotEmpty(files);
        Assert.All(files, f => Assert.Contains(pages, p => p.Contains($"images/{f}", StringComparison.Ordinal)));
        Assert.All(files, f => Assert.InRange(new FileInfo(Path.Combine(Folder, f)).Length, 1, MostBytes));
    }

    private static async Task<IPage> ScreenAsync(HallInBrowser hall, string address, string sign, int width = 1366, int height = 768)
    {
        var page = await hall.NewPageAsync(width, height);
        await page.GotoAsync(address);
        await Expect(page.Locator(sign).First).ToBeVisibleAsync();
        return page;
    }

    private static async Task TakeAsync(IPage page, string name)
    {
        var picture = await page.ScreenshotAsync(new() { Type = ScreenshotType.Jpeg, Quality = 82, Animations = ScreenshotAnimations.Disabled });
        Assert.InRange(picture.Length, 10_000, MostBytes);
        if (Writes)
        {
            await File.WriteAllBytesAsync(Path.Combine(Folder, $"{name}.jpg"), picture);
        }
    }
}
