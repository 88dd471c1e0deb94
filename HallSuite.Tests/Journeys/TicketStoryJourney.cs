using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Tests.TestKit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HallSuite.Tests.Journeys;

/// <summary>
/// The first ticket's story as people live it: kiosk → queue, window and big screen, hub → clerk calls, recalls, misses, takes back, serves, finishes →
/// counts move. On both databases, because the live updates travel differently.
/// </summary>
public sealed class TicketStoryJourney(Chromium chromium)
{
    private const string GoodNumber = "11010519491231002X";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ATicket_FromKioskToFinish_IsSeenByEveryoneAtOnce(DatabaseProvider provider)
    {
        await using var hall = await HallInBrowser.OpenAsync(chromium, provider);
        var queue = await hall.NewPageAsync(1920, 1080);
        await queue.GotoAsync("/screen/demo/queue?key=demo-screen");
        var window = await hall.NewPageAsync(1920, 1080);
        await window.GotoAsync("/screen/demo/window/1?key=demo-screen");
        var big = await hall.NewPageAsync(1920, 1080);
        await big.GotoAsync("/screen/demo?key=demo-screen");
        await using var hub = await HubClient.ConnectAsync(hall.Url, "demo-screen");
        await hub.InvokeAsync("Watch", "demo", "queue");

        var clerk = await hall.StaffPageAsync("clerk1", "/window?hall=demo&window=1");
        await clerk.ClickAsync("[data-act=OpenWindow]");
        await Expect(clerk.Locator("[data-act=CallNext]")).ToBeDisabledAsync(); // nobody waits, and the button says so

        var (number, own) = await TakeNumberAsync(hall, "A", GoodNumber, "张晓·敏");
        Assert.Equal("A001", number);
        await Expect(queue.Locator(".lane-row", new() { HasText = "综合受理" }).Locator(".lane-people")).ToHaveTextAsync("1");
        await Expect(big.Locator(".big-number")).ToContainTextAsync("1");

        await Expect(clerk.Locator("[data-act=CallNext]")).ToBeEnabledAsync();
        await clerk.Keyboard.PressAsync("F2");
        await Expect(clerk.Locator(".ticket-number")).ToHaveTextAsync(number);
        await Expect(queue.Locator(".call-ticket")).ToHaveTextAsync(number);
        await Expect(window.Locator(".window-ticket")).ToHaveTextAsync(number);
        await Expect(own.Locator(".portal-status")).ToContainTextAsync("1 号");
        await hub.NextAsync(p => p.Method == "Changed" && p.Arguments[2].GetRawText().Contains($"\"number\":\"{number}\"", StringComparison.Ordinal));

        await clerk.Keyboard.PressAsync("F4");
        await Expect(queue.Locator(".call-now")).ToContainTextAsync("再次");
        await Expect(clerk.Locator(".ticket-why")).ToContainTextAsync("1");
        Assert.Equal(2, await queue.EvaluateAsync<int>("() => window.hallSpoken.length")); // the call and its repetition, each once

        await clerk.Keyboard.PressAsync("F9");
        await clerk.Locator("[data-act^='Rejoin']").ClickAsync();
        await Expect(clerk.Locator("[data-act=CallNext]")).ToBeEnabledAsync();
        await clerk.Keyboard.PressAsync("F2");
        await Expect(clerk.Locator(".ticket-number")).ToHaveTextAsync(number);
        await clerk.Keyboard.PressAsync("F7");
        await Expect(window.Locator(".window-state")).ToContainTextAsync("正在办理");
        await Expect(clerk.Locator("[data-act=Finish]")).ToBeEnabledAsync(); // the screen may be told before the page that acted
        await clerk.Keyboard.PressAsync("F8");

        await Expect(clerk.Locator(".ticket-idle")).ToBeVisibleAsync();
        await Expect(big.Locator(".big-figures > div", new() { HasText = "今日取号" }).Locator("b")).ToHaveTextAsync("1");
        await Expect(own.Locator(".portal-status")).ToContainTextAsync("办");
    }

    [Fact]
    public async Task AnAbandonedPlace_IsGivenBackByItsHolder_AndTheClerkSeesIt()
    {
        await using var hall = await HallInBrowser.OpenAsync(chromium);
        var clerk = await hall.StaffPageAsync("clerk1", "/window?hall=demo&window=1");
        await clerk.ClickAsync("[data-act=OpenWindow]");
        var (_, own) = await TakeNumberAsync(hall, "A", GoodNumber, "张晓敏");
        await Expect(clerk.Locator("[data-act=CallNext]")).ToBeEnabledAsync();

        await own.GetByRole(AriaRole.Link, new() { Name = "退号" }).ClickAsync();
        await own.GetByRole(AriaRole.Button, new() { Name = "退掉" }).ClickAsync();

        await Expect(own.Locator(".portal-status")).ToContainTextAsync("已退");
        await Expect(clerk.Locator("[data-act=CallNext]")).ToBeDisabledAsync();
    }

    /// <summary>Walks through the kiosk; answers the number and the visitor's own page.</summary>
    private static async Task<(string Number, IPage Own)> TakeNumberAsync(HallInBrowser hall, string lane, string idNumber, string name)
    {
        var kiosk = await hall.NewPageAsync(1080, 1920);
        await kiosk.GotoAsync("/kiosk/demo?key=demo-kiosk");
        await kiosk.ClickAsync(".kiosk-act-primary");
        await kiosk.ClickAsync($"button[name=lane][value={lane}]");
        await kiosk.FillAsync("#id-number", idNumber);
        await kiosk.FillAsync("#name", name);
        await kiosk.ClickAsync("button.kiosk-btn-primary");
        await kiosk.ClickAsync("button[name=entitlement][value=None]");
        var number = (await kiosk.Locator(".paper-number").TextContentAsync())!.Trim();
        var code = await hall.Web.ReadAsync(db => Task.FromResult(db.Set<HallSuite.Domain.Queueing.Ticket>().AsEnumerable().Single(t => t.Text == number).Code));
        var own = await hall.NewPageAsync(390, 844);
        await own.GotoAsync($"/portal/ticket/{code}");
        return (number, own);
    }
}
