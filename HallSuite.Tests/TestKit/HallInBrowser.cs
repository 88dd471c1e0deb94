using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Web.Shared.Looks;
using Microsoft.Playwright;

namespace HallSuite.Tests.TestKit;

/// <summary>The demo hall on a real port, and browsers that look at it.</summary>
public sealed class HallInBrowser : IAsyncDisposable
{
    private readonly IBrowser browser;
    private readonly List<IBrowserContext> contexts = [];

    private HallInBrowser(HallWeb web, IBrowser browser) => (Web, this.browser) = (web, browser);

    public HallWeb Web { get; }

    public string Url => Web.Url;

    /// <param name="withCases">Whether the demo hall has a past; it is told when this returns.</param>
    public static async Task<HallInBrowser> OpenAsync(Chromium chromium, DatabaseProvider provider = DatabaseProvider.Sqlite, bool withCases = false)
    {
        var browser = await chromium.BrowserAsync();
        var web = await HallWeb.ListenAsync(provider, new() { ["Demo:Enabled"] = "true", ["Demo:Cases"] = withCases ? "true" : "false" });
        if (withCases)
        {
            await web.CasesAreToldAsync();
        }

        return new HallInBrowser(web, browser);
    }

    /// <summary>A page of a browser that nobody has used.</summary>
    public async Task<IPage> NewPageAsync(int width = 1366, int height = 768, string language = "zh-CN", bool dark = false, bool scripts = true)
    {
        var context = await browser.NewContextAsync(new()
        {
            JavaScriptEnabled = scripts,
            ViewportSize = new() { Width = width, Height = height },
            BaseURL = Url,
            TimezoneId = "Asia/Shanghai",
            ReducedMotion = ReducedMotion.Reduce,
        });
        contexts.Add(context);
        if (language != "zh-CN")
        {
            await context.AddCookiesAsync([new() { Name = ".AspNetCore.Culture", Value = Uri.EscapeDataString($"c={language}|uic={language}"), Url = Url }]);
        }

        if (dark)
        {
            await DarkenAsync(context);
        }

        return await context.NewPageAsync();
    }

    /// <summary>From the next page that is loaded.</summary>
    public Task DarkenAsync(IBrowserContext context) => context.AddCookiesAsync([new() { Name = ThemeChoices.Cookie, Value = "dark", Url = Url }]);

    /// <summary>Opens a staff page as somebody who has signed in; it can be used when its circuit is up. What the sign-in page looks like other journeys see.</summary>
    public async Task<IPage> StaffPageAsync(string userName, string path, int width = 1366, int height = 768, string language = "zh-CN", bool dark = false)
    {
        var page = await SignedInPageAsync(userName, width, height, language, dark);
        await page.GotoAsync(path);
        await InteractiveAsync(page);
        return page;
    }

    /// <summary>A page of somebody who has signed in and opened nothing yet.</summary>
    public async Task<IPage> SignedInPageAsync(string userName, int width = 1366, int height = 768, string language = "zh-CN", bool dark = false)
    {
        var page = await NewPageAsync(width, height, language, dark);
        var session = await Web.SessionAsync(userName, "HallSuite-demo-1");
        await page.Context.AddCookiesAsync(session.Select(c => new Cookie { Name = c.Name, Value = c.Value, Url = Url, HttpOnly = c.HttpOnly }));
        return page;
    }

    /// <summary>A button of a prerendered page is dead until the circuit is up.</summary>
    public static async Task InteractiveAsync(IPage page) =>
        await page.Locator("#hall-mode[data-mode=interactive]").WaitForAsync(new() { State = WaitForSelectorState.Attached });

    /// <summary>
    /// Clicks an act as a person does who has looked first. The page takes two clicks at one place within a moment for one, and a test is quicker than a hand;
    /// whoever typed in between is believed.
    /// </summary>
    public static async Task ActAsync(IPage page, string act)
    {
        var button = page.Locator($"[data-act={act}]");
        await Assertions.Expect(button).ToBeEnabledAsync();
        await page.EvaluateAsync("() => document.dispatchEvent(new Event('input'))");
        await button.ClickAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var context in contexts)
        {
            await context.CloseAsync();
        }

        await Web.DisposeAsync();
    }
}
