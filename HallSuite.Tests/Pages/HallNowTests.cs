using Bunit;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Platform.Work;
using HallSuite.Infrastructure.Queueing;
using HallSuite.Tests.TestKit;
using HallSuite.Web;
using HallSuite.Web.Features.Queueing;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Tests.Pages;

/// <summary>The hall at this moment, for whoever may look and whoever may act.</summary>
public sealed class HallNowTests : ConsolePage
{
    private string Address => HallUrls.HallOverview(Sample.Hall.Code);

    private async Task<HallSuite.Domain.Kernel.StaffId> ManagerAsync()
    {
        var manager = await Node.HireAsync("manager");
        await Node.GiveAsync(manager, Role.HallManager, HallId);
        return manager;
    }

    [Fact]
    public async Task LanesAndWindows_AreThere_WithWhoWaits()
    {
        await TakeAsync();
        await TakeAsync();
        await TakeAsync("B");
        (await Node.Get<CallNextTicket>().ExecuteAsync(new(HallId, 3), SampleStaff.Chief, Cancel)).ShouldPass();

        var page = await OpenAsync<HallNow>(Clerk, Address);

        page.WaitForAssertion(() => Assert.Contains("2 人等候", page.Find(".page-sub").TextContent, StringComparison.Ordinal));
        Assert.Contains("3 / 3 个窗口开放", page.Find(".page-sub").TextContent, StringComparison.Ordinal);
        Assert.Equal(["A", "B", "C"], page.FindAll(".lane-letter").Select(l => l.TextContent));
        Assert.Equal(["1", "1", "0"], page.FindAll(".lane-waiting").Select(l => l.TextContent));
        Assert.Equal("A001", page.Find("[data-window='3'] .tile-ticket").TextContent);
        Assert.Equal(["2", "1", "3", "0"], page.FindAll(".figures dd").Select(b => b.TextContent));
    }

    [Fact]
    public async Task AManager_OpensPausesAndClosesWindows()
    {
        var page = await OpenAsync<HallNow>(await ManagerAsync(), Address);

        await page.Find("[data-act='CloseWindow 2']").ClickAsync();
        page.WaitForAssertion(() => Assert.Contains("关闭", page.Find("[data-window='2'] .tile-state").TextContent, StringComparison.Ordinal));

        await page.Find("[data-act='OpenWindow 2']").ClickAsync();
        page.WaitForAssertion(() => Assert.Contains("空闲", page.Find("[data-window='2'] .tile-state").TextContent, StringComparison.Ordinal));

        await page.Find("[data-act='PauseWindow 2']").ClickAsync();
        await page.FindAll(".choice input")[2].ChangeAsync(true);
        await page.Find(".dialog .btn-primary").ClickAsync();
        page.WaitForAssertion(() => Assert.Contains("设备故障", page.Find("[data-window='2']").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task ARefusal_NamesTheTicketInTheWay()
    {
        await TakeAsync();
        (await Node.Get<CallNextTicket>().ExecuteAsync(new(HallId, 1), SampleStaff.Chief, Cancel)).ShouldPass();
        var page = await OpenAsync<HallNow>(await ManagerAsync(), Address);

        await page.Find("[data-act='CloseWindow 1']").ClickAsync();

        page.WaitForAssertion(() => Assert.Contains("A001", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Contains("window.busy", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoMayOnlyLook_FindsNothingToPress()
    {
        var agent = await Node.HireAsync("agent");
        await Node.GiveAsync(agent, Role.HotlineAgent, HallId);

        var page = await OpenAsync<HallNow>(agent, Address);

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".tile")));
        Assert.Empty(page.FindAll("[data-act]"));
        Assert.NotEmpty(page.FindAll($"a[href='{HallUrls.WindowScreen(Sample.Hall.Code, 1)}']"));
    }

    [Fact]
    public async Task AManager_TakesANumberForAVisitor()
    {
        var page = await OpenAsync<HallNow>(await ManagerAsync(), Address);

        await TypeAsync(page, "B", KioskScene.Citizen);
        await page.Find(".dialog .btn-primary").ClickAsync();

        page.WaitForAssertion(() => Assert.Equal("B001", page.Find(".dialog [role=status]").TextContent));
        page.WaitForAssertion(() => Assert.Equal(["0", "1", "0"], page.FindAll(".lane-waiting").Select(l => l.TextContent)), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task ANumberWhoseCheckFails_IsRefused_AndWhatWasTypedStays()
    {
        var page = await OpenAsync<HallNow>(await ManagerAsync(), Address);

        await TypeAsync(page, "A", KioskScene.WrongCheckDigit);
        await page.Find(".dialog .btn-primary").ClickAsync();

        page.WaitForAssertion(() => Assert.NotEmpty(page.Find(".dialog [role=alert]").TextContent));
        Assert.Equal(KioskScene.WrongCheckDigit, page.Find("#take-id").GetAttribute("value"));
        Assert.Empty(page.FindAll("#take-reason"));
    }

    [Fact]
    public async Task ASupervisor_AcceptsIt_WithAReason()
    {
        var supervisor = await Node.HireAsync("watch");
        await Node.GiveAsync(supervisor, Role.Supervisor, HallId);
        var page = await OpenAsync<HallNow>(supervisor, Address);

        await TypeAsync(page, "A", KioskScene.WrongCheckDigit);
        await page.Find(".dialog .btn-primary").ClickAsync();
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("#take-reason")));
        await page.Find("#take-reason").InputAsync("已核对证件原件");
        Time.Move(TimeSpan.FromSeconds(5)); // looking at the card takes longer than a double click
        await page.Find(".dialog .btn-primary").ClickAsync();

        page.WaitForAssertion(() => Assert.Equal("A001", page.Find(".dialog [role=status]").TextContent));
        Assert.Equal("已核对证件原件", await Node.ReadAsync(db => db.Set<AuditRow>().Where(a => a.Operation == nameof(TakeTicket)).Select(a => a.Reason).SingleAsync(Cancel)));
    }

    [Fact]
    public async Task WhatHappensElsewhere_AppearsByItself()
    {
        var page = await OpenAsync<HallNow>(Clerk, Address);

        await TakeAsync("C");

        page.WaitForAssertion(() => Assert.Equal(["0", "0", "1"], page.FindAll(".lane-waiting").Select(l => l.TextContent)), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task AHallOutsideThePersonsPosts_IsRefused()
    {
        var other = new SampleHall(TestHall.Start, "other");
        await Node.SeedAsync(other.Entities);
        var agent = await Node.HireAsync("agent");
        await Node.GiveAsync(agent, Role.HotlineAgent, other.Hall.Id);

        var page = await OpenAsync<HallNow>(agent, Address);

        Assert.Contains("hall.unknown", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_HasNoHall()
    {
        var auditor = await Node.HireAsync("nobody");

        var page = await OpenAsync<HallNow>(auditor, "/hall");

        Assert.Contains("没有可用的大厅", page.Find(".empty").TextContent, StringComparison.Ordinal);
    }

    private static async Task TypeAsync(IRenderedComponent<HallNow> page, string lane, string idNumber)
    {
        await page.Find("[data-act=TakeNumber]").ClickAsync();
        await page.Find("#take-lane").ChangeAsync(lane);
        await page.Find("#take-id").InputAsync(idNumber);
        await page.Find("#take-name").InputAsync("阿卜杜拉·买买提");
    }
}
