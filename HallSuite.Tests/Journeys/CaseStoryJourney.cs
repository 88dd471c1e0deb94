using HallSuite.Domain.Applicants;
using HallSuite.Domain.Cases;
using HallSuite.Domain.Documents;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Queueing;
using HallSuite.Tests.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HallSuite.Tests.Journeys;

/// <summary>
/// One case as people live it: at the window with the ticket being served, to the reviewer who sees it come by itself, to the decision of somebody else, the
/// certificate, the public check, the pick-up and the archive; the big screen counts along and the applicant looks on. On both databases.
/// </summary>
public sealed class CaseStoryJourney(Chromium chromium)
{
    private const string Citizen = "11010519491231002X";
    private const string Licence = "护士执业注册";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ACase_FromTheTicketToTheArchive(DatabaseProvider provider)
    {
        await using var hall = await HallInBrowser.OpenAsync(chromium, provider);
        var big = await hall.NewPageAsync(1920, 1080);
        await big.GotoAsync("/screen/demo?key=demo-screen");
        var worklist = await hall.StaffPageAsync("reviewer1", "/worklist?hall=demo&part=ToTake", 1920, 1080);

        // At the window: the matter by a part of its name, each material judged with one key.
        var clerk = await ServingAsync(hall);
        await ChooseMatterAsync(clerk, "护士");
        await Expect(clerk.Locator("#intake-title")).ToHaveTextAsync(Licence);
        foreach (var _ in Enumerable.Range(0, 3))
        {
            await clerk.Keyboard.PressAsync("1");
        }

        await Expect(clerk.Locator("[data-act=Accept]")).ToBeEnabledAsync();
        await clerk.Keyboard.PressAsync("Control+Enter");
        await Expect(clerk.Locator(".note-success")).ToBeVisibleAsync(new() { Timeout = 30_000 }); // two papers are made first
        var number = (await clerk.Locator(".note-success .mono").InnerTextAsync()).Trim();
        await Expect(clerk.Locator(".item-row", new() { HasText = "收件回执" }).GetByRole(AriaRole.Link)).ToBeVisibleAsync();
        await Expect(clerk.Locator(".item-row", new() { HasText = "受理通知书" }).GetByRole(AriaRole.Link)).ToBeVisibleAsync();

        // The visitor rates the service, the clerk finishes.
        await clerk.Keyboard.PressAsync("F8");
        await Expect(clerk.Locator(".ticket-idle")).ToBeVisibleAsync();
        var evaluator = await hall.NewPageAsync(1280, 800);
        await evaluator.GotoAsync("/evaluator/demo/window/1?key=demo-evaluator");
        await evaluator.GetByRole(AriaRole.Button, new() { Name = "非常满意" }).First.ClickAsync();
        await Expect(big.Locator(".big-disc")).ToContainTextAsync("100");

        // The reviewer's list has changed by itself.
        await Expect(worklist.Locator("tbody")).ToContainTextAsync(number);
        var review = await hall.StaffPageAsync("reviewer1", $"/cases/{number}", 1920, 1080);
        await review.Locator(".act button[type=submit]").ClickAsync();
        await PassAsync(review, "审查", "材料齐全，同意。");
        await PassAsync(review, "复核", "复核无误，同意。");

        // The decision is somebody else's: the clerk and the reviewer are not even offered it.
        await Expect(review.Locator(".note", new() { HasText = "不能决定" }).Or(review.GetByText("现在不用您办"))).ToBeVisibleAsync();
        var decision = await hall.StaffPageAsync("head1", $"/cases/{number}", 1366, 768);
        await Expect(decision.Locator("#case-act")).ToHaveTextAsync("作出决定");
        await decision.Locator(".act button[type=submit]").ClickAsync();
        await Expect(decision.Locator(".case-title")).ToContainTextAsync("准予");
        await Expect(big.Locator(".big-figures > div", new() { HasText = "今日办结" }).Locator("b")).ToHaveTextAsync("1");

        // Made out, told, fetched against an identity check, archived.
        var desk = await hall.StaffPageAsync("clerk2", $"/cases/{number}", 1366, 768);
        await HallInBrowser.ActAsync(desk, "Issue");
        await HallInBrowser.ActAsync(desk, "NotifyReady");
        await Expect(desk.Locator("#deliver-receiver")).ToBeVisibleAsync();
        await desk.FillAsync("#deliver-receiver", "阿卜杜勒·热合曼");
        await HallInBrowser.ActAsync(desk, "Deliver");
        await Expect(desk.Locator(".field-error")).ToBeVisibleAsync(); // nobody looked at the identity document yet
        await desk.CheckAsync("#deliver-identity");
        await HallInBrowser.ActAsync(desk, "Deliver");
        await HallInBrowser.ActAsync(desk, "Archive");
        await Expect(desk.Locator(".case-title")).ToContainTextAsync("已归档");

        // Anyone checks the certificate; the applicant follows with the key of the receipt.
        var code = await hall.Web.ReadAsync(db => db.Set<IssuedDocument>().Where(d => d.Kind == DocumentKind.Certificate).Select(d => d.VerifyCode).SingleAsync(Cancel));
        var anyone = await hall.NewPageAsync(390, 844);
        await anyone.GotoAsync($"/verify/{code}");
        await Expect(anyone.Locator("main")).ToContainTextAsync("1.2.156.3005.2.");
        var key = await hall.Web.ReadAsync(db => db.Set<Case>().Where(c => c.Number == number).Select(c => c.QueryKey).SingleAsync(Cancel));
        await anyone.GotoAsync($"/portal/case/{number}?key={Uri.EscapeDataString(key)}");
        await Expect(anyone.Locator("main")).ToContainTextAsync(number);
        await Expect(anyone.Locator("main")).Not.ToContainTextAsync("热合曼");
    }

    [Fact]
    public async Task SomethingMissing_IsAskedForOnce_AndWhoTookItIn_DoesNotDecide()
    {
        await using var hall = await HallInBrowser.OpenAsync(chromium);
        var clerk = await ServingAsync(hall);
        await ChooseMatterAsync(clerk, "护士");
        await Expect(clerk.Locator("#intake-title")).ToHaveTextAsync(Licence);
        foreach (var key in new[] { "1", "3", "1" })
        {
            await clerk.Keyboard.PressAsync(key);
        }

        await Expect(clerk.Locator("[data-act=RequestSupplement]")).ToBeEnabledAsync();
        await clerk.Keyboard.PressAsync("Control+Enter");
        await Expect(clerk.Locator(".note-success")).ToContainTextAsync("一次性补正告知书");
        var number = (await clerk.Locator(".note-success .mono").InnerTextAsync()).Trim();

        var page = await hall.StaffPageAsync("clerk1", $"/cases/{number}");
        await Expect(page.Locator(".case-title")).ToContainTextAsync("待补正");
        await Expect(page.Locator(".case-title .menu-item", new() { HasText = "补正告知" })).ToHaveCountAsync(0); // there is no second notice
        await page.Keyboard.PressAsync("1");
        await Expect(page.Locator("[data-act=HandInSupplement]")).ToBeEnabledAsync();
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator(".case-title")).ToContainTextAsync("已受理");
        await Expect(page.Locator(".case-title .menu-item", new() { HasText = "转入审查" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task AWrongFile_IsRefusedAtTheCounter_AndAScanIsShown()
    {
        await using var hall = await HallInBrowser.OpenAsync(chromium);
        var clerk = await ServingAsync(hall);
        await ChooseMatterAsync(clerk, "护士");
        await clerk.GetByRole(AriaRole.Button, new() { Name = "扫描材料" }).ClickAsync();
        var chooser = clerk.Locator(".scan-add input[type=file]");

        await Expect(chooser).ToBeEnabledAsync(); // until then the page does not hear of a file
        await chooser.SetInputFilesAsync(new FilePayload { Name = "页.png", MimeType = "image/png", Buffer = "<script>alert(1)</script>"u8.ToArray() });
        await Expect(clerk.Locator(".scan-add .note-error")).ToContainTextAsync("PDF、PNG 或 JPEG");
        await chooser.SetInputFilesAsync(TooLarge(hall));
        await Expect(clerk.Locator(".scan-add .note-error")).ToContainTextAsync("20 MB");
        await chooser.SetInputFilesAsync(Path.Combine(SourceTree.Root, "docs", "images", "console.jpg"));

        await Expect(clerk.Locator(".scan-page img")).ToBeVisibleAsync();
        Assert.True(await clerk.Locator(".scan-page img").EvaluateAsync<bool>("i => i.decode().then(() => i.naturalWidth > 0)"));
    }

    /// <summary>By its path, so that the browser alone reads it.</summary>
    private static string TooLarge(HallInBrowser hall)
    {
        var file = Path.Combine(hall.Web.Database.Folder, "大.png");
        using var made = File.Create(file);
        made.SetLength(50 * 1024 * 1024);
        return file;
    }

    /// <summary>The clerk of window 1 with a visitor who is being served.</summary>
    private static async Task<IPage> ServingAsync(HallInBrowser hall)
    {
        var at = await hall.Web.ReadAsync(db => db.Set<ServiceHall>().Where(h => h.Code == "demo").Select(h => h.Id).SingleAsync(Cancel));
        (await hall.Web.Get<TakeTicket>().ExecuteAsync(new(at, "A", "阿卜杜勒·热合曼", Citizen, IdentityType.Citizen, null, Entitlement.None), Actor.System("test"), Cancel)).ShouldPass();
        var clerk = await hall.StaffPageAsync("clerk1", "/window?hall=demo&window=1", 1920, 1080);
        await clerk.ClickAsync("[data-act=OpenWindow]");
        await Expect(clerk.Locator("[data-act=CallNext]")).ToBeEnabledAsync();
        await clerk.Keyboard.PressAsync("F2");
        await Expect(clerk.Locator("[data-act=Serve]")).ToBeEnabledAsync();
        await clerk.Keyboard.PressAsync("F7");
        await Expect(clerk.Locator("#matter-search")).ToBeVisibleAsync();
        return clerk;
    }

    private static async Task ChooseMatterAsync(IPage clerk, string words)
    {
        await clerk.FillAsync("#matter-search", words);
        await Expect(clerk.Locator(".chooser .side-item[aria-current=true]")).ToBeVisibleAsync();
        await clerk.Locator("#matter-search").PressAsync("Enter");
        await Expect(clerk.Locator("#intake-title")).ToBeVisibleAsync();
        await clerk.Locator("#intake-title").ClickAsync(); // out of the field: single keys act outside of fields only
    }

    private static async Task PassAsync(IPage page, string step, string opinion)
    {
        await Expect(page.Locator(".act")).ToContainTextAsync(step);
        await Expect(page.Locator("#opinion")).ToHaveValueAsync(""); // the form of the step before is gone
        await page.FillAsync("#opinion", opinion);
        await page.Locator("[data-act=PassStep]").ClickAsync();
        await Expect(page.Locator(".case-history")).ToContainTextAsync(opinion);
    }
}
