using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Queueing;
using HallSuite.Tests.TestKit;
using HallSuite.Web.Screens.Relay;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HallSuite.Tests.Journeys;

/// <summary>A wall that nobody touches: it speaks each call once, turns its pages, and keeps its picture while the connection is away.</summary>
public sealed class ScreenJourney(Chromium chromium)
{
    [Fact]
    public async Task EachCall_IsSpokenOnce_NeitherAtFirstSightNorAfterAReloadNorAfterALostConnection()
    {
        await using var hall = await HallInBrowser.OpenAsync(chromium);
        await hall.Web.OpenWindowsAsync(1, 2);
        await hall.Web.TakeTicketsAsync("A", 4);
        await hall.Web.CallNextAsync(1); // before anybody looks
        var queue = await hall.NewPageAsync(1920, 1080);
        await queue.GotoAsync("/screen/demo/queue?key=demo-screen");
        await Expect(queue.Locator(".call-ticket")).ToHaveTextAsync("A001");

        await hall.Web.CallNextAsync(2);
        await Expect(queue.Locator(".call-ticket")).ToHaveTextAsync("A002");
        await Expect(queue.Locator(".call-now")).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("is-new"));
        Assert.Equal(["请 A002 到 2 号窗口"], await SpokenAsync(queue));

        await queue.ReloadAsync();
        await Expect(queue.Locator(".call-ticket")).ToHaveTextAsync("A002");
        Assert.Empty(await SpokenAsync(queue));
        await Eventually.HoldsAsync(() => hall.Web.Get<ScreenRelay>().Groups == 1);

        // The connection dies; two calls later it is back by itself and speaks what it missed, in order.
        AbortAll(hall);
        await hall.Web.FinishAllAsync();
        await hall.Web.CallNextAsync(2);
        await hall.Web.CallNextAsync(1);
        await Expect(queue.Locator(".call-ticket")).ToHaveTextAsync("A004", new() { Timeout = 5000 });
        Assert.Equal(["请 A003 到 2 号窗口", "请 A004 到 1 号窗口"], await SpokenAsync(queue));
    }

    [Fact]
    public async Task WithoutItsServer_AScreenKeepsThePictureAndSaysHowOldItIs()
    {
        await using var hall = await HallInBrowser.OpenAsync(chromium);
        var page = await hall.NewPageAsync(1920, 1080);
        var (isAway, sockets) = (false, new List<IWebSocketRoute>());
        await page.RouteWebSocketAsync("**/hubs/hall", socket =>
        {
            if (isAway)
            {
                _ = socket.CloseAsync();
                return;
            }

            socket.ConnectToServer();
            sockets.Add(socket);
        });
        await page.GotoAsync("/screen/demo/queue?key=demo-screen");
        await Eventually.HoldsAsync(() => hall.Web.Get<ScreenRelay>().Groups == 1);

        isAway = true;
        await sockets[0].CloseAsync();

        await Expect(page.Locator("[data-stale]")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex(@"^\d\d:\d\d 的画面，正在重新连接$"));
        await Expect(page.Locator("[data-live]")).ToBeHiddenAsync();
        await Expect(page.Locator(".lane-row")).ToHaveCountAsync(8);

        isAway = false;
        await Expect(page.Locator("[data-live]")).ToBeVisibleAsync(new() { Timeout = 5000 });
        await Expect(page.Locator("[data-stale]")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task ALongList_TurnsItsPages_AndACallShowsTheFirstAgain()
    {
        await using var hall = await HallInBrowser.OpenAsync(chromium);
        await hall.Web.OpenWindowsAsync(1, 2, 5, 10, 11, 12, 18, 19);
        await hall.Web.TakeTicketsAsync("A", 9);
        foreach (var window in new[] { 1, 2, 5, 10, 11, 12, 18 })
        {
            await hall.Web.CallNextAsync(window);
        }

        var queue = await hall.NewPageAsync(1920, 1080);
        await queue.Clock.InstallAsync(new() { TimeDate = TestHall.Start.UtcDateTime });
        await queue.GotoAsync("/screen/demo/queue?key=demo-screen");
        await Expect(queue.Locator("[data-rotate-of=calls]")).ToHaveTextAsync("1/2");
        await Expect(queue.Locator(".call-list:visible .call-row > b").First).ToHaveTextAsync("A006");

        await queue.Clock.RunForAsync(10_500);
        await Expect(queue.Locator("[data-rotate-of=calls]")).ToHaveTextAsync("2/2");
        await Expect(queue.Locator(".call-list:visible .call-row > b").First).ToHaveTextAsync("A001");

        await hall.Web.CallNextAsync(19);
        await Expect(queue.Locator(".call-ticket")).ToHaveTextAsync("A008");
        await Expect(queue.Locator("[data-rotate-of=calls]")).ToHaveTextAsync("1/2");
    }

    [Theory]
    [InlineData("/screen/demo", 1920, 1080)]
    [InlineData("/screen/demo", 1366, 768)]
    [InlineData("/screen/demo?lang=en", 3840, 2160)]
    [InlineData("/screen/demo/queue", 1920, 1080)]
    [InlineData("/screen/demo/queue?lang=en&theme=light", 1366, 768)]
    [InlineData("/screen/demo/window/12", 1920, 540)]
    [InlineData("/screen/demo/window/12?lang=en", 1366, 768)]
    public async Task EveryWall_FitsItsScreen_AndWritesNothingSmall(string path, int width, int height)
    {
        await using var hall = await HallInBrowser.OpenAsync(chromium);
        await hall.Web.OpenWindowsAsync(1, 12, 13);
        await hall.Web.TakeTicketsAsync("A", 6);
        await hall.Web.CallNextAsync(1);
        await hall.Web.CallNextAsync(12);
        var faults = new List<string>();
        var page = await hall.NewPageAsync(width, height);
        page.Console += (_, message) => { if (message.Type is "error" or "warning") { faults.Add(message.Text); } };
        page.PageError += (_, error) => faults.Add(error);

        await page.GotoAsync(path + (path.Contains('?') ? "&" : "?") + "key=demo-screen");
        await Expect(page.Locator("[data-live]")).ToBeVisibleAsync();

        Assert.Empty(await page.EvaluateAsync<string[]>(OutsideThePicture));
        Assert.Empty(await page.EvaluateAsync<string[]>(TooSmall, Math.Min(width / 1920.0, height / (path.Contains("window") ? 860.0 : 1080.0)) * 27.5));
        Assert.Empty(faults);
    }

    // Text that leaves the window, or its own box where the box cuts it off without saying so by an ellipsis. The line of a Chinese font is a
    // little taller than its characters: four pixels cut nothing.
    private const string OutsideThePicture =
        """
        () => [...document.querySelectorAll(".wall *")].filter(e => {
          if (!e.textContent.trim() || e.closest("[hidden]") || e.closest(".big-sky svg")) return false;
          const box = e.getBoundingClientRect(), style = getComputedStyle(e);
          const cut = style.overflow === "hidden" && style.textOverflow !== "ellipsis" && style.webkitLineClamp === "none" && (e.scrollWidth > e.clientWidth + 4 || e.scrollHeight > e.clientHeight + 4);
          return cut || box.right > innerWidth + 3 || box.bottom > innerHeight + 3 || box.left < -3 || box.top < -3;
        }).map(e => `${e.className || e.tagName}: ${e.textContent.trim().slice(0, 30)}`)
        """;

    private const string TooSmall =
        """
        least => [...document.querySelectorAll(".wall *")].filter(e =>
          [...e.childNodes].some(n => n.nodeType === 3 && n.nodeValue.trim()) && !e.closest("[hidden]") && parseFloat(getComputedStyle(e).fontSize) < least)
          .map(e => `${e.className || e.tagName}: ${getComputedStyle(e).fontSize}`)
        """;

    private static async Task<string[]> SpokenAsync(IPage page) => await page.EvaluateAsync<string[]>("() => window.hallSpoken.map(line => line.text)");

    private static void AbortAll(HallInBrowser hall)
    {
        foreach (var connection in hall.Web.Get<HallConnections>().All)
        {
            connection.Abort();
        }
    }
}
