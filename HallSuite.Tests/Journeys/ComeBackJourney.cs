using System.Diagnostics;
using HallSuite.Tests.TestKit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HallSuite.Tests.Journeys;

/// <summary>The server is killed while a clerk and a wall look at it, and started again: both come back by themselves, and nobody touched them.</summary>
public sealed class ComeBackJourney(Chromium chromium)
{
    [Fact]
    public async Task StaffPagesAndScreens_WhenTheServerWasKilledAndStarted_ComeBackByThemselves()
    {
        var browser = await chromium.BrowserAsync();
        var folder = Directory.CreateTempSubdirectory("hall-back-").FullName;
        var address = HallProcess.FreeAddress();
        try
        {
            await using var first = await HallProcess.StartAsync(address, folder);
            await using var context = await browser.NewContextAsync(new() { BaseURL = address, ViewportSize = new() { Width = 1366, Height = 768 } });
            var clerk = await context.NewPageAsync();
            await clerk.GotoAsync("/login");
            await clerk.FillAsync("[name=username]", "clerk1");
            await clerk.FillAsync("[name=password]", "HallSuite-demo-1");
            await clerk.ClickAsync("form.signin-form button[type=submit]");
            await clerk.GotoAsync("/window?hall=demo&window=1");
            await HallInBrowser.InteractiveAsync(clerk);
            await clerk.ClickAsync("[data-act=OpenWindow]");
            await Expect(clerk.Locator(".ticket-idle")).ToBeVisibleAsync();
            var wall = await context.NewPageAsync();
            await wall.GotoAsync("/screen/demo/window/1?key=demo-screen");
            await Expect(wall.Locator(".window-number b")).ToHaveTextAsync("1");

            var allowed = await AllowedAsync(context);

            await first.KillAsync();
            await Expect(clerk.Locator("html")).ToHaveAttributeAsync("data-connection", new System.Text.RegularExpressions.Regex("waiting|lost"));
            await Expect(wall.Locator("[data-stale]").First).ToBeVisibleAsync(); // the last picture stays and says how old it is
            await Expect(wall.Locator(".window-number b")).ToHaveTextAsync("1");

            await using var second = await HallProcess.StartAsync(address, folder);
            await Expect(clerk.Locator("html")).ToHaveAttributeAsync("data-connection", "live", new() { Timeout = allowed });
            await Expect(wall.Locator("[data-stale]").First).ToBeHiddenAsync(new() { Timeout = allowed });
            await HallInBrowser.InteractiveAsync(clerk);
            await clerk.ClickAsync("[data-act=CloseWindow]");
            await Expect(wall.Locator(".window-state")).ToContainTextAsync("结束");
            await second.KillAsync();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>
    /// Five seconds, in milliseconds; on a machine so busy that a page of a warm server takes long, as many times longer as that page takes over half a second.
    /// </summary>
    private static async Task<float> AllowedAsync(IBrowserContext context)
    {
        var page = await context.NewPageAsync();
        var watch = Stopwatch.StartNew();
        await page.GotoAsync("/hall?hall=demo");
        await HallInBrowser.InteractiveAsync(page);
        await page.CloseAsync();
        return (float)(5000 * Math.Max(1, watch.Elapsed.TotalSeconds / 0.5));
    }
}
