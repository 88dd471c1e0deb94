using HallSuite.Tests.TestKit;
using HallSuite.Web;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HallSuite.Tests.Journeys;

/// <summary>A hall is set up in the browser from nothing until somebody can take a number there, and the pages are usable by everyone.</summary>
public sealed class AdministrationJourney(Chromium chromium)
{
    private static readonly string[] Pages =
    [
        HallUrls.AdminHalls, HallUrls.AdminNewHall(), HallUrls.AdminHall("demo"), HallUrls.AdminFloor("demo", "2"), HallUrls.AdminHall("demo", "hours"),
        HallUrls.AdminLane("demo", "A"), HallUrls.AdminLane("demo", HallUrls.New),
        HallUrls.AdminWindow("demo", "3"), HallUrls.AdminWindow("demo", HallUrls.New),
        HallUrls.AdminHall("demo", "policy"), HallUrls.AdminDevices, HallUrls.AdminDevicesOf("demo", device: HallUrls.New),
        HallUrls.AdminDocuments("Receipt", "page"), HallUrls.AdminDocuments("Acceptance", "page"),
    ];

    [Fact]
    public async Task ANewHall_SetUpStepByStep_GivesOutANumber()
    {
        await using var hall = await HallInBrowser.OpenAsync(chromium);
        var page = await hall.StaffPageAsync("admin", HallUrls.AdminNewHall());
        await page.FillAsync("#hall-code", "street");
        await page.FillAsync("#hall-name", "东门街道便民服务中心");
        await Expect(page.Locator("main button[data-keys='Ctrl+Enter']")).ToBeEnabledAsync();
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator("main h1")).ToHaveTextAsync("东门街道便民服务中心");
        await Expect(page).ToHaveURLAsync($"{hall.Url}{HallUrls.AdminHall("street")}");

        await page.ClickAsync(".tabs >> text=开放时间");
        await page.ClickAsync("main button:has-text('填入周一至周五')");
        await page.FillAsync("#to-Monday-0", "24:00");
        await page.FillAsync("#from-Monday-0", "0");
        await page.ClickAsync("main form button[type=submit]");
        await Expect(page.Locator("main form .panel-foot")).ToContainTextAsync("已保存");
        await Expect(page.Locator("#from-Monday-0")).ToHaveValueAsync("00:00");
        await page.CheckAsync("main input[type=checkbox]");
        await page.ClickAsync("main form button[type=submit]");
        await Expect(page.Locator("main .page-head .chip")).ToHaveTextAsync("开放中");

        await page.GotoAsync(HallUrls.AdminLane("street", HallUrls.New));
        await HallInBrowser.InteractiveAsync(page);
        await page.FillAsync("#lane-prefix", "a");
        await page.FillAsync("#lane-name", "综合受理");
        await page.FillAsync("#lane-name-en", "General services");
        await page.ClickAsync("main form button[type=submit]");
        await page.WaitForURLAsync($"**{HallUrls.AdminLane("street", "A")}");

        await page.GotoAsync(HallUrls.AdminWindow("street", HallUrls.New));
        await HallInBrowser.InteractiveAsync(page);
        await page.ClickAsync("main form button[type=submit]");
        await page.WaitForURLAsync($"**{HallUrls.AdminWindow("street", "1")}");
        await page.SelectOptionAsync("#rank-A", "1");
        await page.ClickAsync("main form:has(#rank-A) button[type=submit]");
        await Expect(page.Locator("main form:has(#rank-A) .panel-foot")).ToContainTextAsync("已保存");

        await page.GotoAsync(HallUrls.AdminDevicesOf("street", device: HallUrls.New));
        await HallInBrowser.InteractiveAsync(page);
        await page.FillAsync("#device-name", "门口取号机");
        await page.ClickAsync("main form button[type=submit]");
        var address = await page.Locator("#door-DoorKiosk").InputValueAsync();
        Assert.StartsWith($"{hall.Url}/kiosk/street?key=", address);

        var kiosk = await hall.NewPageAsync(1080, 1920);
        await kiosk.GotoAsync(address);
        await kiosk.ClickAsync(".kiosk-act-primary");
        await Expect(kiosk.Locator("button[name=lane][value=A]")).ToContainTextAsync("综合受理");
    }

    [Theory]
    [InlineData(1366, 768, "zh-CN", false)]
    [InlineData(1920, 1080, "en", true)]
    [InlineData(390, 844, "en", false)]
    public async Task EveryPage_IsUsableByEveryone_AndFitsTheScreen(int width, int height, string language, bool dark)
    {
        await using var hall = await HallInBrowser.OpenAsync(chromium);
        var page = await hall.StaffPageAsync("admin", HallUrls.AdminHalls, width, height, language, dark);
        var faults = new List<string>();
        foreach (var address in Pages)
        {
            await page.GotoAsync(address);
            await HallInBrowser.InteractiveAsync(page);
            faults.AddRange(await Usability.FaultsOfAsync(page, address, "#main"));
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }
}
