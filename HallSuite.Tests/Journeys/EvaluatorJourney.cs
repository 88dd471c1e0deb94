using HallSuite.Domain.Evaluation;
using HallSuite.Domain.Queueing;
using HallSuite.Tests.TestKit;
using HallSuite.Web.Screens.Relay;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HallSuite.Tests.Journeys;

/// <summary>The visitor rates: at the tablet of the window, which follows the window by itself, and on the phone.</summary>
public sealed class EvaluatorJourney(Chromium chromium)
{
    [Theory]
    [InlineData("", "欢迎来到综合窗口", "请您评价", "非常满意", "谢谢您的评价")]
    [InlineData("&lang=en", "Welcome to 综合窗口", "How was it?", "Very satisfied", "Thank you")]
    public async Task TheTablet_AsksWhenServiceBegins_ThanksForATouch_AndTheClerkSeesIt(string language, string rest, string ask, string grade, string thanks)
    {
        await using var hall = await HallInBrowser.OpenAsync(chromium);
        var clerk = await hall.StaffPageAsync("clerk1", "/window?hall=demo&window=1");
        await clerk.ClickAsync("[data-act=OpenWindow]");
        await hall.Web.TakeTicketsAsync("A", 1);
        await Expect(clerk.Locator("[data-act=CallNext]")).ToBeEnabledAsync();
        var tablet = await hall.NewPageAsync(1280, 800);
        await tablet.GotoAsync($"/evaluator/demo/window/1?key=demo-evaluator{language}");
        await Expect(tablet.Locator("main:visible h1")).ToHaveTextAsync(rest);
        await NoFaultsAsync(tablet);
        await Eventually.HoldsAsync(() => hall.Web.Get<ScreenRelay>().Groups == 1);

        await hall.Web.CallNextAsync(1);
        await hall.Web.FinishAllAsync();
        await Expect(tablet.Locator("main:visible h1")).ToHaveTextAsync(ask);
        await NoFaultsAsync(tablet);
        await Expect(clerk.Locator("[data-ratings]")).ToContainTextAsync("已请来访人评价");
        await tablet.GetByRole(AriaRole.Button, new() { Name = grade, Exact = true }).ClickAsync();

        await Expect(tablet.Locator("main:visible h1")).ToHaveTextAsync(thanks);
        await NoFaultsAsync(tablet);
        await Expect(clerk.Locator("[data-ratings]")).ToContainTextAsync("已评价：非常满意");
        await Expect(clerk.Locator("[data-ratings]")).ToContainTextAsync("平均 5.0 分，1 人评价");
        await Expect(tablet.Locator("main:visible h1")).ToHaveTextAsync(rest, new() { Timeout = 15_000 }); // by itself
        await Expect(tablet.Locator("body")).Not.ToContainTextAsync("A001");
    }

    [Theory]
    [InlineData("zh-CN", "")]
    [InlineData("en", "&lang=en")]
    public async Task ALowGrade_SaysWhyInOneMoreTouch(string language, string query)
    {
        await using var hall = await HallInBrowser.OpenAsync(chromium);
        await ServedAsync(hall);
        var tablet = await hall.NewPageAsync(1280, 800);
        await tablet.GotoAsync($"/evaluator/demo/window/1?key=demo-evaluator{query}");

        await tablet.Locator("button[value=Dissatisfied]").ClickAsync();
        await Expect(tablet.Locator(".evaluator-reasons")).ToBeVisibleAsync();
        await NoFaultsAsync(tablet);
        await tablet.Locator("button[value=LongWait]").ClickAsync();

        await Expect(tablet.Locator("main:visible .evaluator-says h1")).ToHaveTextAsync(language == "en" ? "Thank you" : "谢谢您的评价");
        Assert.Equal(RatingReason.LongWait, await hall.Web.ReadAsync(db => db.Set<ServiceRating>().Select(r => r.Reason).SingleAsync(TestContext.Current.CancellationToken)));
    }

    [Theory]
    [InlineData("zh-CN", true, "已评价：不满意")]
    [InlineData("en", true, "You said: Dissatisfied")]
    [InlineData("zh-CN", false, "已评价：不满意")]
    public async Task OnThePhone_AReasonIsAskedForALowGrade_AlsoWithoutScripts(string language, bool scripts, string words)
    {
        await using var hall = await HallInBrowser.OpenAsync(chromium);
        var ticket = await ServedAsync(hall);
        var phone = await hall.NewPageAsync(390, 844, language, scripts: scripts);
        await phone.GotoAsync($"/portal/ticket/{ticket.Code}");
        await phone.Locator("a[href$='/rate']").ClickAsync();
        await Expect(phone.Locator(".portal-grade")).ToHaveCountAsync(5);
        await Expect(phone.Locator(".portal-why")).ToBeHiddenAsync();

        await phone.Locator("label:has([value=Dissatisfied])").ClickAsync();
        await Expect(phone.Locator(".portal-why")).ToBeVisibleAsync();
        if (scripts)
        {
            await NoFaultsAsync(phone);
            Assert.Empty(await phone.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.portal *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1).map(e => e.className)"));
        }

        await phone.Locator("label:has([value=Manner])").ClickAsync();
        await phone.Locator("#comment").FillAsync("没有人理我。");
        await phone.Locator(".portal-btn-primary").ClickAsync();

        await Expect(phone.Locator(".portal-note", new() { HasText = words })).ToBeVisibleAsync();
        await Expect(phone.Locator("a[href$='/rate']")).ToHaveCountAsync(0);
    }

    private static async Task<Ticket> ServedAsync(HallInBrowser hall)
    {
        await hall.Web.OpenWindowsAsync(1);
        await hall.Web.TakeTicketsAsync("A", 1);
        await hall.Web.CallNextAsync(1);
        await hall.Web.FinishAllAsync();
        return await hall.Web.ReadAsync(db => db.Set<Ticket>().AsNoTracking().SingleAsync(TestContext.Current.CancellationToken));
    }

    private static async Task NoFaultsAsync(IPage page) => Assert.Empty(await Usability.FaultsOfAsync(page, page.Url, seriousOnly: true));
}
