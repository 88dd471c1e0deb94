using HallSuite.Domain.Queueing;
using HallSuite.Tests.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HallSuite.Tests.Journeys;

/// <summary>The kiosk under a finger, under a card reader, without scripts, without a line to the server, and left alone.</summary>
public sealed class KioskJourney(Chromium chromium)
{
    private const string Citizen = "11010519491231002X";
    private const string Start = "/kiosk/demo?key=demo-kiosk";

    [Fact]
    public async Task AVisitor_WithAFingerOnly_GetsANumberAndNothingStays()
    {
        await using var hall = await HallInBrowser.OpenAsync(chromium);
        var kiosk = await hall.NewPageAsync(1080, 1920);
        await kiosk.GotoAsync(Start);
        await NoSeriousFaultsAsync(kiosk);

        await kiosk.GetByRole(AriaRole.Link, new() { Name = "取号" }).ClickAsync();
        await Expect(kiosk.Locator(".kiosk-lanes")).ToBeVisibleAsync();
        await NoSeriousFaultsAsync(kiosk);
        await kiosk.GetByRole(AriaRole.Button, new() { Name = "综合受理" }).ClickAsync();
        await Expect(kiosk.Locator("#id-number")).ToBeFocusedAsync();
        foreach (var key in "110105194912310021")
        {
            await kiosk.Locator($"[data-pad=digits] [data-key='{key}']").ClickAsync();
        }

        await kiosk.FillAsync("#name", "欧阳·娜娜");
        await kiosk.GetByRole(AriaRole.Button, new() { Name = "下一步" }).ClickAsync();
        await Expect(kiosk.Locator("#id-number-says")).ToContainTextAsync("最后一位");
        await Expect(kiosk.Locator("#name")).ToHaveValueAsync("欧阳·娜娜");
        await NoSeriousFaultsAsync(kiosk);

        await kiosk.ClickAsync("#id-number");
        await kiosk.Keyboard.PressAsync("End");
        await kiosk.Locator("[data-pad=digits] [data-key=back]").ClickAsync();
        await kiosk.Locator("[data-pad=digits] [data-key=back]").ClickAsync();
        await kiosk.Locator("[data-pad=digits] [data-key='2']").ClickAsync();
        await kiosk.Locator("[data-pad=digits] [data-key=X]").ClickAsync();
        await Expect(kiosk.Locator("#id-number")).ToHaveValueAsync(Citizen);
        await kiosk.GetByRole(AriaRole.Button, new() { Name = "下一步" }).ClickAsync();
        await Expect(kiosk.Locator("h1")).ToHaveTextAsync("您有优先条件吗？");
        await NoSeriousFaultsAsync(kiosk);
        await kiosk.GetByRole(AriaRole.Button, new() { Name = "都不是，直接取号" }).ClickAsync();

        await Expect(kiosk.Locator(".paper-number")).ToHaveTextAsync("A001");
        await Expect(kiosk.Locator(".kiosk-paper svg")).ToBeVisibleAsync();
        await Expect(kiosk.Locator("[data-print]")).ToBeVisibleAsync();
        await NoSeriousFaultsAsync(kiosk);
        var ticketPage = kiosk.Url;
        await kiosk.GoBackAsync();
        await Expect(kiosk.Locator(".paper-number")).ToHaveTextAsync("A001"); // back from the ticket is the ticket

        await kiosk.GotoAsync(ticketPage);
        await kiosk.GetByRole(AriaRole.Link, new() { Name = "完成" }).ClickAsync();
        await Expect(kiosk.Locator("h1")).ToHaveTextAsync("您好，今天办什么？");
        await kiosk.GoBackAsync();
        await Expect(kiosk.Locator(".paper-number")).ToHaveCountAsync(0);
        Assert.Equal(1, await hall.Web.ReadAsync(db => db.Set<Ticket>().CountAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task ACardReader_WhichTypesAndPressesEnter_NeedsNoFinger()
    {
        await using var hall = await HallInBrowser.OpenAsync(chromium);
        var kiosk = await hall.NewPageAsync(1080, 1920);
        await AtPersonAsync(kiosk);

        await kiosk.Locator("h1").ClickAsync(); // the visitor touched something else before putting the card down
        await kiosk.Keyboard.TypeAsync(Citizen);
        await kiosk.Keyboard.PressAsync("Enter");
        await Expect(kiosk.Locator("#name")).ToBeFocusedAsync(); // the reader had no name
        await kiosk.Keyboard.TypeAsync("欧阳娜娜");
        await kiosk.Keyboard.PressAsync("Enter");
        await Expect(kiosk.Locator("h1")).ToHaveTextAsync("您有优先条件吗？");
        await Expect(kiosk.Locator("main")).ToContainTextAsync("110***********002X");
        await kiosk.Keyboard.PressAsync("Tab");
        await kiosk.Keyboard.PressAsync("Enter"); // the first of the offers, by keyboard

        await Expect(kiosk.Locator(".paper-number")).ToHaveTextAsync("A001");
        Assert.Equal(Entitlement.Aged, await hall.Web.ReadAsync(db => db.Set<Ticket>().Select(t => t.Entitlement).SingleAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task LettersOnTheScreen_ForAPassport_WriteIntoTheFieldTouchedLast()
    {
        await using var hall = await HallInBrowser.OpenAsync(chromium);
        var kiosk = await hall.NewPageAsync(1366, 768);
        await AtPersonAsync(kiosk);
        await Expect(kiosk.Locator("[data-pad=letters]")).ToBeHiddenAsync();

        await kiosk.GetByRole(AriaRole.Radio, new() { Name = "护照" }).CheckAsync();
        await PressKeysAsync("E1234567");
        await kiosk.ClickAsync("#name");
        await PressKeysAsync("ANA DIAZ");

        await Expect(kiosk.Locator("#id-number")).ToHaveValueAsync("E1234567");
        await Expect(kiosk.Locator("#name")).ToHaveValueAsync("ANA DIAZ");

        async Task PressKeysAsync(string keys)
        {
            foreach (var key in keys)
            {
                await kiosk.Locator($"[data-pad=letters] [data-key='{key}']").ClickAsync();
            }
        }
    }

    [Fact]
    public async Task LeftAlone_ForHalfAMinute_TheKioskForgetsAndGoesHome()
    {
        await using var hall = await HallInBrowser.OpenAsync(chromium);
        var kiosk = await hall.NewPageAsync(1080, 1920);
        await kiosk.Clock.InstallAsync();
        await kiosk.GotoAsync(Start);
        await kiosk.GetByRole(AriaRole.Button, new() { Name = "English" }).ClickAsync();
        await Expect(kiosk.Locator("h1")).ToHaveTextAsync("How can we help?");
        await kiosk.ClickAsync(".kiosk-act-primary");
        await kiosk.ClickAsync("button[value=A]");
        await kiosk.FillAsync("#id-number", Citizen);

        await kiosk.Clock.RunForAsync(21_000);
        await Expect(kiosk.Locator(".kiosk-ring")).ToHaveTextAsync("9");
        await Expect(kiosk.Locator("[data-idle] [role=status]")).ToContainTextAsync("10 more seconds");
        await kiosk.Mouse.ClickAsync(540, 300); // a touch anywhere
        await kiosk.Clock.RunForAsync(1_000);
        await Expect(kiosk.Locator(".kiosk-ring")).ToHaveTextAsync("29");
        await kiosk.Clock.RunForAsync(31_000);

        await Expect(kiosk.Locator("h1")).ToHaveTextAsync("您好，今天办什么？"); // the language of the visitor is forgotten too
        await kiosk.GoBackAsync();
        await Expect(kiosk.Locator("#id-number")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Press_WhileTheServerIsAway_SaysSoAndKeepsWhatWasTyped()
    {
        await using var hall = await HallInBrowser.OpenAsync(chromium);
        var kiosk = await hall.NewPageAsync(1080, 1920);
        await AtPersonAsync(kiosk);
        await kiosk.FillAsync("#id-number", Citizen);
        await kiosk.FillAsync("#name", "欧阳娜娜");
        await kiosk.RouteAsync("**/healthz", route => route.AbortAsync());

        await kiosk.GetByRole(AriaRole.Button, new() { Name = "下一步" }).ClickAsync();

        await Expect(kiosk.Locator("[data-offline]")).ToBeVisibleAsync();
        await Expect(kiosk.Locator("#id-number")).ToHaveValueAsync(Citizen);
        await kiosk.UnrouteAsync("**/healthz");
        await kiosk.GetByRole(AriaRole.Button, new() { Name = "下一步" }).ClickAsync();
        await Expect(kiosk.Locator("h1")).ToHaveTextAsync("您有优先条件吗？");
    }

    [Fact]
    public async Task WithoutScripts_TheWholeWayWorks()
    {
        await using var hall = await HallInBrowser.OpenAsync(chromium);
        var kiosk = await hall.NewPageAsync(1080, 1920, scripts: false);
        await AtPersonAsync(kiosk);
        await Expect(kiosk.Locator("[data-pad=digits]")).ToBeHiddenAsync(); // keys that would do nothing
        await kiosk.FillAsync("#name", "欧阳娜娜");
        await kiosk.FillAsync("#id-number", Citizen);
        await kiosk.PressAsync("#id-number", "Enter");
        await kiosk.ClickAsync("button[value=None]");

        await Expect(kiosk.Locator(".paper-number")).ToHaveTextAsync("A001");
        await Expect(kiosk.Locator("[data-print]")).ToBeHiddenAsync();
        var own = await hall.NewPageAsync(360, 740, scripts: false);
        var code = await hall.Web.ReadAsync(db => db.Set<Ticket>().Select(t => t.Code).SingleAsync(TestContext.Current.CancellationToken));
        await own.GotoAsync($"/portal/ticket/{code}");
        await Expect(own.Locator(".portal-number")).ToHaveTextAsync("A001");
        Assert.Equal(360, await own.EvaluateAsync<int>("() => document.documentElement.scrollWidth")); // nothing sticks out
    }

    [Theory]
    [InlineData("large", ".is-large")]
    [InlineData("contrast", ".is-contrast")]
    [InlineData("language", "html[lang=en]")]
    public async Task EveryLook_HasNoSeriousFault(string look, string shownBy)
    {
        await using var hall = await HallInBrowser.OpenAsync(chromium);
        var kiosk = await hall.NewPageAsync(1080, 1920);
        await kiosk.GotoAsync(Start);
        await kiosk.ClickAsync($"button[value={look}]");
        await Expect(kiosk.Locator(shownBy)).ToHaveCountAsync(1);
        await NoSeriousFaultsAsync(kiosk);
        await kiosk.ClickAsync(".kiosk-act-primary");
        await Expect(kiosk.Locator(".kiosk-lanes")).ToBeVisibleAsync();
        await NoSeriousFaultsAsync(kiosk);
        await kiosk.ClickAsync("button[value=A]");
        await Expect(kiosk.Locator("#id-number")).ToBeFocusedAsync();
        await NoSeriousFaultsAsync(kiosk);
        await kiosk.GotoAsync("/kiosk/demo/help");
        await NoSeriousFaultsAsync(kiosk);
    }

    [Theory]
    [InlineData("zh-CN", false)]
    [InlineData("en", true)]
    public async Task ThePublicPages_HaveNoSeriousFault(string language, bool dark)
    {
        await using var hall = await HallInBrowser.OpenAsync(chromium);
        var kiosk = await hall.NewPageAsync(1080, 1920);
        await AtPersonAsync(kiosk);
        await kiosk.FillAsync("#name", "欧阳娜娜");
        await kiosk.FillAsync("#id-number", Citizen);
        await kiosk.PressAsync("#id-number", "Enter");
        await kiosk.ClickAsync("button[value=None]");
        await Expect(kiosk.Locator(".paper-number")).ToBeVisibleAsync();
        var code = await hall.Web.ReadAsync(db => db.Set<Ticket>().Select(t => t.Code).SingleAsync(TestContext.Current.CancellationToken));
        var own = await hall.NewPageAsync(390, 844, language, dark);
        foreach (var address in new[] { "/portal", $"/portal/ticket/{code}", $"/portal/ticket/{code}/give-back", $"/portal/ticket/{code}?large=true", "/portal/ticket/nothing" })
        {
            await own.GotoAsync(address);
            await NoSeriousFaultsAsync(own);
        }
    }

    [Fact]
    public async Task TheVisitorsPage_FollowsTheTicketByItself()
    {
        await using var hall = await HallInBrowser.OpenAsync(chromium);
        using var kiosk = new ApiClient(hall.Web, "demo-kiosk", "demo");
        using var caller = new ApiClient(hall.Web, "demo-caller", "demo");
        await caller.PostAsync("windows/1/open");
        var taken = await kiosk.PostAsync("tickets", new { lane = "A", name = "欧阳娜娜", idNumber = Citizen });
        var own = await hall.NewPageAsync(390, 844);
        await own.GotoAsync(taken["url"].GetString()!);
        await Expect(own.Locator(".portal-status")).ToContainTextAsync("下一个就是您");

        await caller.PostAsync("windows/1/next");

        await Expect(own.Locator(".portal-status")).ToContainTextAsync("请到 1 号窗口", new() { Timeout = 10_000 });
        await Expect(own).ToHaveTitleAsync("请到 1 号窗口 · A001");
        await Expect(own.Locator("#ticket-says")).ToHaveTextAsync("请到 1 号窗口 · A001");

        await own.RouteAsync("**/state", route => route.AbortAsync());
        await Expect(own.Locator("#ticket-offline")).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await Expect(own.Locator(".portal-number")).ToHaveTextAsync("A001"); // the last picture stays
        await own.UnrouteAsync("**/state");
        await Expect(own.Locator("#ticket-offline")).ToBeHiddenAsync(new() { Timeout = 30_000 });
    }

    private static async Task AtPersonAsync(IPage kiosk)
    {
        await kiosk.GotoAsync(Start);
        await kiosk.ClickAsync(".kiosk-act-primary");
        await kiosk.ClickAsync("button[value=A]");
    }

    /// <summary>WCAG 2.2 AA by axe: nothing serious, nothing critical.</summary>
    private static async Task NoSeriousFaultsAsync(IPage page) => Assert.Empty(await Usability.FaultsOfAsync(page, page.Url, seriousOnly: true));
}
