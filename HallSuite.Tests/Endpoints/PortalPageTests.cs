using System.Net;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Infrastructure.Queueing;
using HallSuite.Tests.TestKit;

namespace HallSuite.Tests.Endpoints;

/// <summary>The visitor's own page and the public page of the halls, without any script.</summary>
public sealed class PortalPageTests
{
    private static readonly Actor System = Actor.System("test");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ticket_ThatWaits_SaysNumberPlaceAndRange()
    {
        await using var scene = await KioskScene.OpenAsync();
        await scene.Web.SeedAsync(scene.Sample.NewTicket(0, 1), scene.Sample.NewTicket(0, 2), scene.Sample.NewTicket(0, 3), scene.Sample.NewTicket(0, 4));
        var (_, code) = await TakeAsync(scene);

        var page = await scene.Anyone().OpenAsync($"/portal/ticket/{code}");

        Assert.Equal("A005", page.One(".portal-number").TextContent);
        Assert.Contains("前面还有 4 人", page.One(".portal-status").TextContent);
        Assert.Matches(@"\d+–\d+ 分", page.One(".portal-figures").TextContent);
        Assert.Contains("什么都不用做", page.Text);
        Assert.Contains("http-equiv=\"refresh\"", page.Sources[^1]); // for a phone without scripts
    }

    [Fact]
    public async Task Ticket_OnItsWayThroughTheHall_SaysEachTimeWhatToDo()
    {
        await using var scene = await KioskScene.OpenAsync();
        var (ticket, code) = await TakeAsync(scene);
        var page = scene.Anyone();

        await page.OpenAsync($"/portal/ticket/{code}");
        Assert.Contains("下一个就是您", page.One(".portal-status").TextContent);

        await scene.Web.Get<CallNextTicket>().ExecuteAsync(new(scene.Sample.Hall.Id, 3), System, Cancel);
        await page.OpenAsync($"/portal/ticket/{code}");
        Assert.Contains("请到 3 号窗口", page.One(".portal-status").TextContent);
        Assert.Contains("1 楼 3 号窗口", page.Text);

        await scene.Web.Get<MissTicket>().ExecuteAsync(new(scene.Sample.Hall.Id, ticket), System, Cancel);
        await page.OpenAsync($"/portal/ticket/{code}");
        Assert.Contains("可以重排一次", page.Text);

        await scene.Web.Get<RejoinTicket>().ExecuteAsync(new(scene.Sample.Hall.Id, ticket), System, Cancel);
        await scene.Web.Get<CallNextTicket>().ExecuteAsync(new(scene.Sample.Hall.Id, 1), System, Cancel);
        await scene.Web.Get<ServeTicket>().ExecuteAsync(new(scene.Sample.Hall.Id, ticket), System, Cancel);
        await page.OpenAsync($"/portal/ticket/{code}");
        Assert.Contains("正在 1 号窗口办理", page.One(".portal-status").TextContent);
        Assert.False(page.Has("a[href$='/give-back']"));

        await scene.Web.Get<FinishTicket>().ExecuteAsync(new(scene.Sample.Hall.Id, ticket), System, Cancel);
        await page.OpenAsync($"/portal/ticket/{code}");
        Assert.Contains("已经办完", page.Text);
        Assert.DoesNotContain("http-equiv=\"refresh\"", page.Sources[^1]); // nothing can happen any more
    }

    [Fact]
    public async Task Ticket_OfAnotherDay_SaysThatItIsOver()
    {
        await using var scene = await KioskScene.OpenAsync();
        var (ticket, code) = await TakeAsync(scene);
        await scene.Web.Get<CallNextTicket>().ExecuteAsync(new(scene.Sample.Hall.Id, 1), System, Cancel);
        await scene.Web.Get<ServeTicket>().ExecuteAsync(new(scene.Sample.Hall.Id, ticket), System, Cancel);
        await scene.Web.Get<FinishTicket>().ExecuteAsync(new(scene.Sample.Hall.Id, ticket), System, Cancel);
        scene.Web.Clock.Move(TimeSpan.FromDays(1));

        var page = await scene.Anyone().OpenAsync($"/portal/ticket/{code}");

        Assert.Contains("这是 9月28日 周一 的号票，已经结束", page.Text);
    }

    [Fact]
    public async Task Ticket_ShowsNoIdentityAndIsKeptByNobody()
    {
        await using var scene = await KioskScene.OpenAsync();
        var (_, code) = await TakeAsync(scene);
        foreach (var address in new[] { $"/portal/ticket/{code}", $"/portal/ticket/{code}/give-back", $"/portal/ticket/{code}/state" })
        {
            var page = await scene.Anyone().OpenAsync(address);

            Assert.Equal(HttpStatusCode.OK, page.Answer.StatusCode);
            Assert.True(page.Answer.Headers.CacheControl?.NoStore);
            Assert.Equal("no-referrer", page.Answer.Headers.GetValues("Referrer-Policy").Single());
            Assert.Contains("noindex", page.Answer.Headers.GetValues("X-Robots-Tag").Single());
            Assert.All(new[] { KioskScene.Citizen, "古丽", "买买提", "110***" }, s => Assert.DoesNotContain(s, page.Sources[^1]));
        }
    }

    [Fact]
    public async Task State_IsSentOnlyWhenItChanged()
    {
        await using var scene = await KioskScene.OpenAsync();
        var (_, code) = await TakeAsync(scene);
        var page = await scene.Anyone().OpenAsync($"/portal/ticket/{code}");
        var mark = page.One("#ticket").GetAttribute("data-etag")!;
        var address = page.One("#ticket").GetAttribute("data-from")!;

        var same = await page.AskAsync(address, mark);
        await scene.Web.Get<CallNextTicket>().ExecuteAsync(new(scene.Sample.Hall.Id, 1), System, Cancel);
        var changed = await page.AskAsync(address, mark);

        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.NotEqual(mark, changed.Headers.ETag?.ToString());
        Assert.Contains("请到 1 号窗口", await changed.TextAsync());
    }

    [Theory]
    [InlineData("/portal/ticket/nothing")]
    [InlineData("/portal/ticket/nothing/give-back")]
    public async Task Ticket_ThatDoesNotExist_Is404WithAFriendlyPage(string address)
    {
        await using var scene = await KioskScene.OpenAsync();

        var page = await scene.Anyone().OpenAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, page.Answer.StatusCode);
        Assert.Contains("没有找到这张号票", page.Text);
        Assert.Equal(HttpStatusCode.NotFound, (await page.AskAsync("/portal/ticket/nothing/state")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await page.FollowAsync(".portal-acts a")).Answer.StatusCode);
    }

    [Fact]
    public async Task GiveBack_AsksFirstAndIsDoneOnce()
    {
        await using var scene = await KioskScene.OpenAsync();
        var (_, code) = await TakeAsync(scene);
        var page = await scene.Anyone().OpenAsync($"/portal/ticket/{code}");

        await page.FollowAsync("a[href$='/give-back']");
        Assert.Contains("退掉 A001 吗", page.Text);
        Assert.Equal(TicketState.Waiting, Assert.Single(await scene.TicketsAsync()).State);
        var twice = page.Form("form[method=post] button");
        await page.PressAsync("form[method=post] button");

        Assert.Equal($"/portal/ticket/{code}", page.Path);
        Assert.Contains("已退号", page.One(".portal-status").TextContent);
        Assert.Equal(TicketState.Cancelled, Assert.Single(await scene.TicketsAsync()).State);
        var again = await page.SendAsync(twice.Address, twice.Body);
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
    }

    [Fact]
    public async Task GiveBack_WhenServiceHasBegun_IsRefusedAndSaysWhy()
    {
        await using var scene = await KioskScene.OpenAsync();
        var (ticket, code) = await TakeAsync(scene);
        var page = await scene.Anyone().OpenAsync($"/portal/ticket/{code}/give-back");
        await scene.Web.Get<CallNextTicket>().ExecuteAsync(new(scene.Sample.Hall.Id, 1), System, Cancel);
        await scene.Web.Get<ServeTicket>().ExecuteAsync(new(scene.Sample.Hall.Id, ticket), System, Cancel);

        await page.PressAsync("form[method=post] button");

        Assert.Equal(HttpStatusCode.Conflict, page.Answer.StatusCode);
        Assert.Contains("办理", page.One("[role=alert]").TextContent);
        Assert.False(page.Has("form[method=post] button"));
        Assert.Equal(TicketState.Serving, Assert.Single(await scene.TicketsAsync()).State);
    }

    [Fact]
    public async Task LargeLettersAndEnglish_NeedNoScript()
    {
        await using var scene = await KioskScene.OpenAsync();
        var (_, code) = await TakeAsync(scene);
        var page = await scene.Anyone().OpenAsync($"/portal/ticket/{code}");

        await page.FollowAsync(".portal-head a");
        Assert.True(page.Has("main.is-large"));
        await page.OpenAsync($"/language?to=en&returnTo=/portal/ticket/{code}");

        Assert.Contains("You are next", page.Text);
        Assert.Contains("Lane A", page.Text);
    }

    [Fact]
    public async Task Portal_ListsTheHallsWithHoursAndLanes()
    {
        await using var scene = await KioskScene.OpenAsync();
        var closed = new SampleHall(TestHall.Start, "closed");
        closed.Hall.SetOpeningHours(OpeningHours.Of([.. Enum.GetValues<DayOfWeek>().Where(d => d is not DayOfWeek.Sunday and not DayOfWeek.Monday)
            .Select(d => new OpeningSpan(d, new TimeOnly(9, 0), 480))]).Value);
        var gone = new SampleHall(TestHall.Start, "gone");
        gone.Hall.Rename("撤销的大厅");
        gone.Hall.Deactivate(windowsOpen: 0);
        await scene.Web.SeedAsync([.. closed.Entities, .. gone.Entities, scene.Sample.NewTicket(1, 1)]);

        var page = await scene.Anyone().OpenAsync("/portal");

        var cards = page.Page.QuerySelectorAll(".portal-card").Select(c => c.TextContent).ToList();
        Assert.Equal(2, cards.Count);
        Assert.Contains("明天 09:00 开放", cards[0]); // "closed" comes before "sample"
        Assert.Contains("周二至周六 09:00–17:00", cards[0]);
        Assert.DoesNotContain("综合受理", cards[0]);
        Assert.Contains("全天开放", cards[1]);
        Assert.Contains("企业开办", cards[1]);
        Assert.DoesNotContain("撤销的大厅", page.Text);
        foreach (var link in page.Page.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).Where(h => !h.StartsWith("tel:", StringComparison.Ordinal)))
        {
            Assert.Equal(HttpStatusCode.OK, (await page.AskAsync(link)).StatusCode);
        }
    }

    private static async Task<(TicketId Id, string Code)> TakeAsync(KioskScene scene)
    {
        var taken = await scene.Web.Get<TakeTicket>().ExecuteAsync(
            new(scene.Sample.Hall.Id, "A", KioskScene.Name, KioskScene.Citizen, default, null, Entitlement.None), System, Cancel);
        return (taken.ShouldPass().Id, taken.Value.Code);
    }
}
