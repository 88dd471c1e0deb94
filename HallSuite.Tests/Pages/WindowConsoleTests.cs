using AngleSharp.Dom;
using Bunit;
using HallSuite.Domain.Evaluation;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Evaluation;
using HallSuite.Infrastructure.Platform.Work;
using HallSuite.Infrastructure.Queueing;
using HallSuite.Tests.TestKit;
using HallSuite.Web;
using HallSuite.Web.Features.Queueing;
using HallSuite.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HallSuite.Tests.Pages;

/// <summary>The clerk's console in each of its states, on a real database.</summary>
public sealed class WindowConsoleTests : ConsolePage
{
    private Task<IRenderedComponent<WindowConsole>> ConsoleAsync(int? window = 1) =>
        OpenAsync<WindowConsole>(Clerk, HallUrls.WindowConsole(Sample.Hall.Code, window));

    private async Task SitDownAsync(int window = 1)
    {
        // The sample's windows are open without anyone; a clerk sits down by opening one.
        (await Node.Get<CloseWindow>().ExecuteAsync(new(HallId, window), SampleStaff.Chief, Cancel)).ShouldPass();
        (await Node.Get<OpenWindow>().ExecuteAsync(new(HallId, window), ClerkActor, Cancel)).ShouldPass();
    }

    [Fact]
    public async Task WithoutAWindow_AllWindowsAreThereToChooseFrom()
    {
        var page = await ConsoleAsync(window: null);

        page.WaitForAssertion(() => Assert.Equal("选择窗口", page.Find("h1").TextContent));
        Assert.Equal(["1", "2", "3"], page.FindAll("a.tile .tile-number").Select(t => t.TextContent));
        Assert.Equal(HallUrls.WindowConsole(Sample.Hall.Code, 2), page.FindAll("a.tile")[1].GetAttribute("href"));
    }

    [Fact]
    public async Task WithoutAWindow_WhereTheClerkSits_TheAddressIsCompleted()
    {
        await SitDownAsync(2);

        await ConsoleAsync(window: null);

        Assert.EndsWith(HallUrls.WindowConsole(Sample.Hall.Code, 2), Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutAHall_TheAddressIsCompleted()
    {
        await OpenAsync<WindowConsole>(Clerk, "/window");

        Assert.EndsWith(HallUrls.WindowConsole(Sample.Hall.Code), Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AHallThatIsNotThePersons_SaysSo()
    {
        var page = await OpenAsync<WindowConsole>(Clerk, HallUrls.WindowConsole("elsewhere"));

        Assert.Contains("hall.unknown", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/window?hall=sample&window=77")]
    [InlineData("/window?hall=sample&window=abc")]
    public async Task AWindowThatDoesNotExist_LeadsBackToTheChoice(string address)
    {
        var page = await OpenAsync<WindowConsole>(Clerk, address);

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll($"a[href='{HallUrls.ChooseWindow("sample")}'], a.tile")));
    }

    [Fact]
    public async Task AClosedWindow_OffersToOpenIt_AndThenIsTheClerks()
    {
        (await Node.Get<CloseWindow>().ExecuteAsync(new(HallId, 1), SampleStaff.Chief, Cancel)).ShouldPass();
        var page = await ConsoleAsync();
        Assert.Contains("已关闭", page.Find(".ticket-number").TextContent, StringComparison.Ordinal);

        await PressAsync(page, ConsoleAct.OpenWindow);

        page.WaitForAssertion(() => Assert.Equal("空闲", page.Find(".ticket-number").TextContent));
        Assert.NotNull(page.Find("[data-act=CallNext]"));
    }

    [Fact]
    public async Task AWindowWhereSomebodyElseSits_CanOnlyBeLookedAt()
    {
        var other = await Node.HireAsync("clerk2");
        await Node.GiveAsync(other, Role.WindowClerk, HallId);
        await SitDownAsync();

        var page = await OpenAsync<WindowConsole>(other, HallUrls.WindowConsole(Sample.Hall.Code, 1));

        page.WaitForAssertion(() => Assert.Contains("您只能看", page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("[data-act]"));
    }

    [Fact]
    public async Task AnOpenWindow_WithNobodyWaiting_SaysSoAndCannotCall()
    {
        await SitDownAsync();

        var page = await ConsoleAsync();

        Assert.True(page.Find("[data-act=CallNext]").HasAttribute("disabled"));
        Assert.Contains("没有人等候", page.Find(".panel-foot").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheStoryOfATicket_FromCallToFinish()
    {
        await SitDownAsync();
        await TakeAsync();
        var page = await ConsoleAsync();
        Assert.Contains("A001", page.Find(".panel-foot").TextContent, StringComparison.Ordinal);

        await PressAsync(page, ConsoleAct.CallNext);
        page.WaitForAssertion(() => Assert.Equal("A001", page.Find(".ticket-number").TextContent));
        Assert.Contains("呼叫中", page.Find(".ticket .chip").TextContent, StringComparison.Ordinal);
        Assert.False(page.Find("[data-act=Recall]").HasAttribute("disabled"));

        await PressAsync(page, ConsoleAct.Serve);
        page.WaitForAssertion(() => Assert.Contains("正在办理", page.Find(".ticket .chip").TextContent, StringComparison.Ordinal));
        Assert.True(page.Find("[data-act=Recall]").HasAttribute("disabled"));
        Assert.True(page.Find("[data-act=Miss]").HasAttribute("disabled"));

        await PressAsync(page, ConsoleAct.Finish);
        page.WaitForAssertion(() => Assert.Equal("空闲", page.Find(".ticket-number").TextContent));
        Assert.Equal("1", page.Find(".figures dd").TextContent);
        Assert.Contains("A001", page.Find(".console-visit table").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AMissedTicket_CanRejoin()
    {
        await SitDownAsync();
        await TakeAsync();
        var page = await ConsoleAsync();
        await PressAsync(page, ConsoleAct.CallNext);
        await PressAsync(page, ConsoleAct.Miss);
        page.WaitForAssertion(() => Assert.Contains("过号", page.Find(".held").TextContent, StringComparison.Ordinal));

        await page.Find(".held [data-act='Rejoin A001']").ClickAsync();

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".held")));
        Assert.Equal(TicketState.Waiting, await StateOfAsync(1));
    }

    [Fact]
    public async Task AHeldTicket_ComesBackToTheFreeWindow()
    {
        await SitDownAsync();
        await TakeAsync();
        var page = await ConsoleAsync();
        await PressAsync(page, ConsoleAct.CallNext);
        await PressAsync(page, ConsoleAct.Hold);
        page.WaitForAssertion(() => Assert.Contains("挂起", page.Find(".held").TextContent, StringComparison.Ordinal));

        await page.Find(".held [data-act='Resume A001']").ClickAsync();

        page.WaitForAssertion(() => Assert.Equal("A001", page.Find(".ticket-number").TextContent));
        Assert.Equal(TicketState.Serving, await StateOfAsync(1));
    }

    [Fact]
    public async Task Pausing_AsksWhy_AndTheReasonStands()
    {
        await SitDownAsync();
        var page = await ConsoleAsync();

        await PressAsync(page, ConsoleAct.PauseWindow);
        await page.FindAll(".choice input")[1].ChangeAsync(true);
        await page.Find(".dialog .btn-primary").ClickAsync();

        page.WaitForAssertion(() => Assert.Equal("开会", page.Find(".ticket-number").TextContent));
        Assert.Empty(page.FindAll(".dialog"));
        Time.Move(ActGuard.SameActWithin);
        await PressAsync(page, ConsoleAct.ResumeWindow);
        page.WaitForAssertion(() => Assert.Equal("空闲", page.Find(".ticket-number").TextContent));
    }

    [Fact]
    public async Task ATransfer_GoesToTheChosenLane()
    {
        await SitDownAsync();
        await TakeAsync();
        var page = await ConsoleAsync();
        await PressAsync(page, ConsoleAct.CallNext);

        await PressAsync(page, ConsoleAct.Transfer);
        Assert.True(page.Find(".dialog .btn-primary").HasAttribute("disabled"));
        await page.FindAll(".choice input")[2].ChangeAsync(true);
        await page.Find(".dialog .btn-primary").ClickAsync();

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".dialog")));
        Assert.Equal(Sample.Lanes[2].Id, await Node.ReadAsync(db => db.Set<Ticket>().Select(t => t.Lane).SingleAsync(Cancel)));
    }

    [Fact]
    public async Task AnIdentity_IsShownOnlyWithAReason()
    {
        await SitDownAsync();
        var ticket = await TakeAsync();
        var page = await ConsoleAsync();
        await PressAsync(page, ConsoleAct.CallNext);
        page.WaitForAssertion(() => Assert.Equal(ticket.Number, page.Find(".ticket-number").TextContent));
        Assert.DoesNotContain("陈晓敏", page.Markup, StringComparison.Ordinal);

        await page.Find(".visit-facts button").ClickAsync();
        await page.Find(".dialog .btn-primary").ClickAsync();
        page.WaitForAssertion(() => Assert.NotNull(page.Find(".dialog [role=alert]")));
        Assert.DoesNotContain(LastIdNumber, page.Markup, StringComparison.Ordinal);

        await page.Find("#reveal-reason").InputAsync("核对代办人身份");
        Time.Move(ActGuard.SameActWithin);
        await page.Find(".dialog .btn-primary").ClickAsync();
        page.WaitForAssertion(() => Assert.Contains(LastIdNumber, page.Find(".dialog").TextContent, StringComparison.Ordinal));
        Assert.Equal(1, await Node.ReadAsync(db => db.Set<AuditRow>().CountAsync(a => a.Operation == nameof(RevealVisitor), Cancel)));

        Time.Move(TimeSpan.FromMinutes(1));
        page.WaitForAssertion(() => Assert.DoesNotContain(LastIdNumber, page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task ARefusal_IsANoteThatSaysWhatToDo_AndGoesWithTheNextAct()
    {
        await SitDownAsync();
        await TakeAsync();
        await TakeAsync();
        var page = await ConsoleAsync();
        await PressAsync(page, ConsoleAct.CallNext);
        var called = await Node.ReadAsync(db => db.Set<Ticket>().SingleAsync(t => t.State == TicketState.Called, Cancel));

        // The visitor gives the place back at the moment in which the clerk presses: the button still stands there.
        var serve = page.Find("[data-act=Serve]");
        (await Node.Get<GiveBackTicket>().ExecuteAsync(new(called.Code), HallSuite.Domain.Kernel.Actor.Visitor("198.51.100.9"), Cancel)).ShouldPass();
        await serve.ClickAsync();

        page.WaitForAssertion(() => Assert.Contains("ticket.wrong-state", page.Find(".panel-notice [role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Contains("请看最新状态", page.Find(".panel-notice").TextContent, StringComparison.Ordinal);
        Time.Move(ActGuard.SameActWithin);
        await PressAsync(page, ConsoleAct.CallNext);
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".panel-notice")));
    }

    [Fact]
    public async Task AKeyPressedTwice_ActsOnce()
    {
        await SitDownAsync();
        await TakeAsync();
        var page = await ConsoleAsync();
        await PressAsync(page, ConsoleAct.CallNext);
        page.WaitForAssertion(() => Assert.False(page.Find("[data-act=Recall]").HasAttribute("disabled")));

        await PressAsync(page, ConsoleAct.Recall);
        page.WaitForAssertion(() => Assert.False(page.Find("[data-act=Recall]").HasAttribute("disabled")));
        await PressAsync(page, ConsoleAct.Recall);
        Assert.Equal(1, await CallsAsync());

        Time.Move(ActGuard.SameActWithin);
        await PressAsync(page, ConsoleAct.Recall);
        page.WaitForAssertion(() => Assert.Contains("已重呼 2 次", page.Find(".ticket-why").TextContent, StringComparison.Ordinal));
        Assert.Equal(2, await CallsAsync());
    }

    [Fact]
    public async Task EveryButton_CarriesItsKey_AndTheListOfKeysHasThemAll()
    {
        await SitDownAsync();
        await TakeAsync();
        var page = await ConsoleAsync();
        await PressAsync(page, ConsoleAct.CallNext);
        page.WaitForAssertion(() => Assert.NotNull(page.Find("[data-act=Serve]")));

        foreach (var act in Enum.GetValues<ConsoleAct>().Where(a => ConsoleActs.LookOf(a).Keys.Length > 0))
        {
            foreach (var button in page.FindAll($"[data-act={act}]"))
            {
                Assert.Equal(string.Join(' ', ConsoleActs.LookOf(act).Keys), button.GetAttribute("data-keys"));
                Assert.Equal(ConsoleActs.LookOf(act).Keys[0].Replace('+', ' '), button.QuerySelector("kbd")!.TextContent);
            }
        }

        // One key, one button: two buttons with one key on a page would make it a matter of luck which one acts.
        var keys = page.FindAll("[data-keys]").SelectMany(b => b.GetAttribute("data-keys")!.Split(' ')).ToList();
        Assert.Equal(keys.Distinct(), keys);
    }

    [Fact]
    public async Task WhatHappensElsewhere_AppearsByItself()
    {
        await SitDownAsync();
        var page = await ConsoleAsync();

        await TakeAsync();
        await TakeAsync();

        page.WaitForAssertion(() => Assert.Contains("共 2 人", page.Find(".console-waiting").TextContent, StringComparison.Ordinal), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Prerendering_SubscribesToNothing()
    {
        var before = Watching;

        var page = await OpenAsync<WindowConsole>(Clerk, HallUrls.WindowConsole(Sample.Hall.Code, 1), interactive: false);

        page.WaitForAssertion(() => Assert.NotNull(page.Find(".console")));
        Assert.Equal(before, Watching);
    }

    [Fact]
    public async Task ALeftPage_WatchesNothingAnyMore()
    {
        var before = Watching;
        var page = await ConsoleAsync();
        page.WaitForAssertion(() => Assert.Equal(before + 2, Watching)); // the console, and the ratings beside it

        await DisposeComponentsAsync();

        Assert.Equal(before, Watching);
    }

    private static async Task PressAsync(IRenderedComponent<WindowConsole> page, ConsoleAct act)
    {
        page.WaitForAssertion(() => Assert.False(page.Find($"[data-act={act}]").HasAttribute("disabled")), TimeSpan.FromSeconds(10));
        await page.Find($"[data-act={act}]").ClickAsync();
    }

    private Task<TicketState> StateOfAsync(int number) => Node.ReadAsync(db => db.Set<Ticket>().Where(t => t.Number == number).Select(t => t.State).SingleAsync(Cancel));

    private Task<int> CallsAsync() => Node.ReadAsync(db => db.Set<Ticket>().Select(t => t.Calls).SingleAsync(Cancel));

    [Fact]
    public async Task TheRatingsOfTheWindow_FollowWhatTheVisitorSays_AndNobodyHereCanGiveOne()
    {
        await SitDownAsync();
        var taken = await TakeAsync();
        (await Node.Get<CallNextTicket>().ExecuteAsync(new(HallId, 1), ClerkActor, Cancel)).ShouldPass();
        var page = await ConsoleAsync();
        page.WaitForAssertion(() => Assert.Contains("今天还没有人评价", page.Find("[data-ratings]").TextContent));

        (await Node.Get<ServeTicket>().ExecuteAsync(new(HallId, taken.Id), ClerkActor, Cancel)).ShouldPass();
        page.WaitForAssertion(() => Assert.Contains("A001已请来访人评价", Plain(page.Find("[data-ratings]").TextContent)));
        (await Node.Get<GiveRating>().ExecuteAsync(
            new(new RatedVisit.OfCode(taken.Code), new(Grade.VerySatisfied)), Actor.Visitor("203.0.113.7"), Cancel)).ShouldPass();

        page.WaitForAssertion(() => Assert.Contains("A001已评价：非常满意", Plain(page.Find("[data-ratings]").TextContent)));
        Assert.Contains("平均 5.0 分，1 人评价", page.Find("[data-ratings]").TextContent);
        Assert.Empty(page.FindAll("[data-ratings] button, [data-ratings] a, [data-ratings] input"));
    }

    private static string Plain(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
