using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
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
        var address = $"http://127.0.0.1:{FreePort()}";
        try
        {
            using var first = await StartAsync(address, folder);
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

            first.Kill(entireProcessTree: true);
            await first.WaitForExitAsync(TestContext.Current.CancellationToken);
            await Expect(clerk.Locator("html")).ToHaveAttributeAsync("data-connection", new System.Text.RegularExpressions.Regex("waiting|lost"));
            await Expect(wall.Locator("[data-stale]").First).ToBeVisibleAsync(); // the last picture stays and says how old it is
            await Expect(wall.Locator(".window-number b")).ToHaveTextAsync("1");

            using var second = await StartAsync(address, folder);
            var five = new LocatorAssertionsToHaveAttributeOptions { Timeout = 5000 };
            await Expect(clerk.Locator("html")).ToHaveAttributeAsync("data-connection", "live", five);
            await Expect(wall.Locator("[data-stale]").First).ToBeHiddenAsync(new() { Timeout = 5000 });
            await HallInBrowser.InteractiveAsync(clerk);
            await clerk.ClickAsync("[data-act=CloseWindow]");
            await Expect(wall.Locator(".window-state")).ToContainTextAsync("结束");
            second.Kill(entireProcessTree: true);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The program as it is delivered, in a process of its own, once it answers.</summary>
    private static async Task<Process> StartAsync(string address, string folder)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "HallSuite.Web.dll"), "--urls", address]) { WorkingDirectory = folder };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        var process = Process.Start(start)!;
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        await Eventually.HoldsAsync(async () =>
        {
            try
            {
                return (await client.GetAsync("/healthz")).IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        });
        return process;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
