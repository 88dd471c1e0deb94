using HallSuite.Domain.Cases;
using HallSuite.Infrastructure.Cases;
using HallSuite.Tests.TestKit;
using HallSuite.Web;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HallSuite.Tests.Journeys;

/// <summary>The supervisor watches the board while time passes: lights come on by themselves, and what follows is done there.</summary>
public sealed class SupervisionJourney(Chromium chromium)
{
    private const string Matter = "公共场所卫生许可";

    [Fact]
    public async Task FiveSilentDays_AppearAsAcceptedByLaw_AndTheCallIsLogged()
    {
        await using var hall = await HallInBrowser.OpenAsync(chromium);
        var number = await hall.Web.NumberOfAsync(await hall.Web.ReceiveCaseAsync(Matter));
        var page = await hall.StaffPageAsync("supervisor", HallUrls.Supervision("demo"));
        await Expect(page.Locator("[data-light=Yellow] .card-count")).ToHaveTextAsync("0");

        // 29 and 30 September, 8, 9 and – worked in place of another – Saturday 10 October.
        hall.Web.GoTo(new DateOnly(2026, 10, 11), 0, 1);
        await hall.Web.RunJobAsync("deem-accepted");

        var row = page.Locator($"tr[data-case='{number}']");
        await Expect(row).ToContainTextAsync("视为受理");
        await Expect(page.Locator("[data-light=Yellow] .card-count")).ToHaveTextAsync("1");
        await row.Locator(".btn").ClickAsync();
        await page.FillAsync("#call-with", "周越");
        await page.FillAsync("#call-promise", "今后五日内答复。");
        await Expect(page.Locator("form[data-act=log-call] button[type=submit]")).ToBeEnabledAsync();
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator(".detail")).ToContainTextAsync("今后五日内答复。");
        await Expect(page.Locator("[data-light=Yellow] .card-count")).ToHaveTextAsync("0");
    }

    [Fact]
    public async Task APromise_TurnsBlueYellowAndRed_ByItself_AndTheLetterGoesOut()
    {
        await using var hall = await HallInBrowser.OpenAsync(chromium);
        var number = await hall.Web.NumberOfAsync(await hall.Web.AcceptCaseAsync(Matter));
        var page = await hall.StaffPageAsync("supervisor", HallUrls.Supervision("demo"));
        var row = page.Locator($"tr[data-case='{number}']");

        // Eight working days from 28 September end on Wednesday 14 October.
        foreach (var (day, light, said) in new[] { (12, "Blue", "蓝牌 · 还剩 2 个工作日"), (15, "Yellow", "黄牌 · 超期 1 个工作日"), (16, "Red", "红牌 · 超期 2 个工作日") })
        {
            hall.Web.GoTo(new DateOnly(2026, 10, day), 0, 1);
            await hall.Web.RunJobAsync("turn-lights");
            await Expect(row).ToContainTextAsync(said);
            await Expect(page.Locator($".card-sum[data-light={light}] .card-count")).ToHaveTextAsync("1");
        }

        await row.Locator(".btn").ClickAsync();
        await Expect(page.Locator(".detail .week-grid")).ToBeVisibleAsync();
        await page.FillAsync("#answer-by", "2026-10-23");
        await page.ClickAsync("form[data-act=send-letter] button[type=submit]");
        await Expect(row).ToContainTextAsync("10月23日 周五前说明");
        var papers = page.Locator(".detail a[href*='/paper']");
        await Expect(papers).ToHaveCountAsync(2);
        foreach (var address in new[] { await papers.Nth(0).GetAttributeAsync("href"), await papers.Nth(1).GetAttributeAsync("href") })
        {
            // The signature follows after the commit.
            await Eventually.HoldsAsync(async () => (await page.APIRequest.GetAsync(address!)).Status == 200);
            Assert.Equal("%PDF", System.Text.Encoding.ASCII.GetString((await (await page.APIRequest.GetAsync(address!)).BodyAsync())[..4]));
        }
    }

    [Fact]
    public async Task TheBoard_IsUsableByEveryone_AndFitsEveryScreen()
    {
        await using var hall = await HallInBrowser.OpenAsync(chromium);
        var red = await hall.Web.NumberOfAsync(await FillAsync(hall.Web));
        string[] addresses = [HallUrls.Supervision("demo"), HallUrls.Supervision("demo", chosen: red), HallUrls.Supervision("demo", "Yellow", "wjj")];
        var faults = new List<string>();
        foreach (var (width, height, language, dark) in new[]
        {
            (1366, 768, "en", true), (1920, 1080, "zh-CN", false), (390, 844, "en", false),
        })
        {
            var page = await hall.StaffPageAsync("supervisor", addresses[0], width, height, language, dark);
            foreach (var address in addresses)
            {
                await page.GotoAsync(address);
                await HallInBrowser.InteractiveAsync(page);
                faults.AddRange(await Usability.FaultsOfAsync(page, $"{address} {width} {language}", "#main"));
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    /// <summary>Cases of several departments in every light on 16 October; the one that is answered is red.</summary>
    private static async Task<SeenCase> FillAsync(HallWeb web)
    {
        web.GoTo(new DateOnly(2026, 9, 28), 11);
        var red = await web.AcceptCaseAsync(Matter);
        await web.TakeUpCaseAsync("护士执业注册", "reviewer1");
        web.GoTo(new DateOnly(2026, 9, 29), 9);
        await web.AcceptCaseAsync(Matter);
        await web.AcceptCaseAsync("食品经营许可（新办）");
        web.GoTo(new DateOnly(2026, 10, 8), 9);
        await web.AcceptCaseAsync("涉路施工许可");
        await web.TakeUpCaseAsync("放射诊疗许可", "reviewer1");
        web.GoTo(new DateOnly(2026, 10, 16), 9);
        await web.RunJobAsync("turn-lights");
        await web.AcceptCaseAsync("道路货物运输经营许可");
        return red;
    }
}
