using HallSuite.Domain.Queueing;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Tests.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HallSuite.Tests.Journeys;

/// <summary>A clerk's day at the console: hands that click twice, two clerks at one ticket, a look of one's own, and pages that everyone can use.</summary>
public sealed class ConsoleJourney(Chromium chromium)
{
    private const string Console1 = "/window?hall=demo&window=1";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ADoubleClick_CallsOnePerson(DatabaseProvider provider)
    {
        await using var hall = await HallInBrowser.OpenAsync(chromium, provider);
        await hall.Web.TakeTicketsAsync("A", 3);
        var clerk = await hall.StaffPageAsync("clerk1", Console1);
        await clerk.DispatchEventAsync("[data-act=OpenWindow]", "click"); // no finger: the next click there is no second half of this one
        await Expect(clerk.Locator("[data-act=CallNext]")).ToBeEnabledAsync();

        await clerk.DblClickAsync("[data-act=CallNext]");

        await Expect(clerk.Locator(".ticket-number")).ToHaveTextAsync("A001");
        await Expect(clerk.Locator("[data-act=Serve]")).ToBeEnabledAsync();
        Assert.Equal(2, await hall.Web.ReadAsync(db => db.Set<Ticket>().CountAsync(t => t.State == TicketState.Waiting, Cancel)));
    }

    [Fact]
    public async Task TwoClerksAtOneTicket_TheSecondIsTold_AndSeesWhatIsSo()
    {
        await using var hall = await HallInBrowser.OpenAsync(chromium);
        await hall.Web.TakeTicketsAsync("A", 1);
        var first = await hall.StaffPageAsync("clerk1", Console1);
        await first.ClickAsync("[data-act=OpenWindow]");
        await Expect(first.Locator("[data-act=CallNext]")).ToBeEnabledAsync();
        await first.Keyboard.PressAsync("F2");
        await Expect(first.Locator(".ticket-number")).ToHaveTextAsync("A001");
        var second = await hall.StaffPageAsync("clerk1", Console1);
        await Expect(second.Locator("[data-act=Serve]")).ToBeEnabledAsync();

        await Task.WhenAll(first.Keyboard.PressAsync("F7"), second.Keyboard.PressAsync("F7"));

        await Expect(first.Locator("[data-act=Finish]")).ToBeEnabledAsync();
        await Expect(second.Locator("[data-act=Finish]")).ToBeEnabledAsync();
        Assert.Equal(TicketState.Serving, await hall.Web.ReadAsync(db => db.Set<Ticket>().Select(t => t.State).SingleAsync(Cancel)));
    }

    [Fact]
    public async Task LanguageAndLook_AreTheClerksOwn_AndStay()
    {
        await using var hall = await HallInBrowser.OpenAsync(chromium);
        var clerk = await hall.StaffPageAsync("clerk1", Console1, language: "en", dark: true);

        await Expect(clerk.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await Expect(clerk.Locator("[data-act=OpenWindow]")).ToContainTextAsync("Open");
        var dark = await clerk.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
        await clerk.ReloadAsync();
        await HallInBrowser.InteractiveAsync(clerk);
        Assert.Equal(dark, await clerk.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
        var light = await hall.StaffPageAsync("clerk2", "/window?hall=demo&window=2");
        Assert.NotEqual(dark, await light.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
    }

    [Theory]
    [InlineData(1366, 768, "zh-CN", false)]
    [InlineData(1920, 1080, "en", true)]
    [InlineData(390, 844, "en", false)]
    public async Task ConsoleAndHall_AreUsableByEveryone_AndFitTheScreen(int width, int height, string language, bool dark)
    {
        await using var hall = await HallInBrowser.OpenAsync(chromium);
        await hall.Web.TakeTicketsAsync("A", 3);
        var clerk = await hall.StaffPageAsync("clerk1", Console1, width, height, language, dark);
        var faults = new List<string>();
        await LookAsync("closed");
        await clerk.ClickAsync("[data-act=OpenWindow]");
        await Expect(clerk.Locator("[data-act=CallNext]")).ToBeEnabledAsync();
        await LookAsync("idle");
        await clerk.Keyboard.PressAsync("F2");
        await Expect(clerk.Locator(".ticket-number")).ToHaveTextAsync("A001");
        await LookAsync("called");
        await clerk.Keyboard.PressAsync("F7");
        await Expect(clerk.Locator("[data-act=Finish]")).ToBeEnabledAsync();
        await LookAsync("serving");
        clerk = await hall.StaffPageAsync("manager", "/hall?hall=demo", width, height, language, dark);
        await LookAsync("hall");

        Assert.True(faults.Count == 0, string.Join('\n', faults));

        async Task LookAsync(string what) => faults.AddRange(await Usability.FaultsOfAsync(clerk, what, "#main"));
    }
}
