using Bunit;
using HallSuite.Domain.Cases;
using HallSuite.Domain.Matters;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Approval;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Staffing;
using HallSuite.Tests.Domain.Cases;
using HallSuite.Tests.Domain.Matters;
using HallSuite.Tests.Operations.Cases;
using HallSuite.Tests.TestKit;
using HallSuite.Web;
using HallSuite.Web.Features.Cases;
using HallSuite.Web.Shared.Layout;

namespace HallSuite.Tests.Pages.Cases;

/// <summary>The desk that hands results out, as a clerk uses it.</summary>
public sealed class IssuePageTests
{
    private static readonly StandardContent Short = Standards.Content with { Steps = [], Criteria = [], Rules = [] };

    private static CancellationToken Cancel => CaseOffice.Cancel;

    [Fact]
    public async Task FromApprovalToArchive_EveryActIsDoneHere_AndItsPaperCanBeOpened()
    {
        await using var hall = await PageHall.OpenAsync(Role.WindowClerk);
        var office = await CaseOffice.InAsync(hall.Node, hall.Sample, Short);
        var number = await NumberAsync(office, await ApprovedAsync(office));
        var page = await OpenAsync(hall, chosen: number);
        Assert.Equal(["待制证 1", "待通知 0", "待领取 0", "待送达 0", "今日已送达 0"], page.FindAll(".tabs a").Select(a => string.Join(' ', a.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
        Assert.Contains("阿******曼", page.Find("tbody").TextContent);
        Assert.Equal("2029年9月27日 周四", page.Find(".is-readonly").TextContent);

        await page.SendAsync();
        page.WaitForAssertion(() => Assert.Contains("已制证", page.Find(".note-success").TextContent));
        Assert.Contains("青澜市监许证〔2026〕1号", page.Find(".facts").TextContent);
        Assert.Contains("1.2.156.3005.2.", page.Find(".facts").TextContent);
        page.WaitForAssertion(() => Assert.Contains(page.FindAll(".item-row a[href$='/file']"), a => a.GetAttribute("aria-label")!.Contains("经营许可证", StringComparison.Ordinal)));

        await page.SendAsync();
        page.WaitForAssertion(() => Assert.Contains("取件码", page.Find(".facts").TextContent));
        await page.SendAsync();
        page.WaitForAssertion(() => Assert.Single(page.FindAll("#deliver-identity-error")));
        await page.ChooseAsync("#deliver-identity", true);
        await page.SendAsync();
        page.WaitForAssertion(() => Assert.Contains("请填领取人", page.Find("#deliver-receiver-error").TextContent));
        await page.TypeAsync("#deliver-receiver", CaseOffice.Name);
        await page.SendAsync();
        page.WaitForAssertion(() => Assert.Contains("已送达", page.Find(".note-success").TextContent));
        await page.SendAsync();
        page.WaitForAssertion(() => Assert.Contains("已归档", page.Find(".note-success").TextContent));

        Assert.Equal("1", page.Find(".tabs a:last-child .count").TextContent);
        Assert.Empty(page.FindAll("form"));
        page.WaitForAssertion(() => Assert.Equal(6, page.FindAll(".item-row a[href$='/file']").Count));
    }

    [Fact]
    public async Task WhatIsStillOwed_IsNamed_AndNothingCanBeIssued()
    {
        await using var hall = await PageHall.OpenAsync(Role.WindowClerk);
        var office = await CaseOffice.InAsync(hall.Node, hall.Sample, Short);
        var number = await NumberAsync(office, await ApprovedAsync(office, Brought.NoPlan));

        var page = await OpenAsync(hall, chosen: number);

        Assert.Contains("场所平面图", page.Find(".note-error").TextContent);
        Assert.Equal(HallUrls.Case(number, nameof(CaseAct.HandInPromised)), page.Find(".note-error a").GetAttribute("href"));
        Assert.True(page.Find("[data-act=Issue]").HasAttribute("disabled"));
        Assert.Contains("欠承诺材料 1 项", page.Find("tbody").TextContent);
    }

    [Fact]
    public async Task SomebodyElseWasFaster_IsSaid_AndWhatWasTypedStays()
    {
        await using var hall = await PageHall.OpenAsync(Role.WindowClerk);
        var office = await CaseOffice.InAsync(hall.Node, hall.Sample, Short);
        var other = await office.StaffAsync("other", null, Role.WindowClerk);
        var seen = (await office.Get<IssueResult>().ExecuteAsync(new(await ApprovedAsync(office), office.Today), other, Cancel)).ShouldPass().Seen;
        seen = (await office.Get<NotifyReady>().ExecuteAsync(new(seen), other, Cancel)).ShouldPass().Seen;
        var page = await OpenAsync(hall, IssueDeskPart.ToFetch, await NumberAsync(office, seen));
        await page.TypeAsync("#deliver-receiver", "买买提");

        (await office.Get<DeliverResult>().ExecuteAsync(new(seen, CaseOffice.AtCounter), other, Cancel)).ShouldPass();

        page.WaitForAssertion(() => Assert.Contains("林静怡", page.Find("form .note").TextContent));
        Assert.Contains("送达", page.Find("form .note").TextContent);
        Assert.Equal("买买提", page.ValueOf("#deliver-receiver"));
        Assert.True(page.Find("[data-act=Deliver]").HasAttribute("disabled"));
        await page.ClickAsync("[data-act=look]");
        page.WaitForAssertion(() => Assert.False(page.Find("[data-act=Archive]").HasAttribute("disabled")));
    }

    [Fact]
    public async Task ARefusal_IsServedByCourierUnderItsNumber()
    {
        await using var hall = await PageHall.OpenAsync(Role.WindowClerk);
        var office = await CaseOffice.InAsync(hall.Node, hall.Sample, Short);
        var seen = (await office.Get<RefuseCase>().ExecuteAsync(new(await UnderReviewAsync(office), CaseScene.Grounds), await office.HeadAsync(), Cancel)).ShouldPass().Seen;
        var page = await OpenAsync(hall, IssueDeskPart.ToServe, await NumberAsync(office, seen));

        await page.ChooseAsync("[name=deliver-way][value=Courier]", "Courier");
        await page.SendAsync();
        page.WaitForAssertion(() => Assert.Contains("运单号", page.Find("#deliver-reference-error").TextContent));
        await page.TypeAsync("#deliver-reference", "EMS123");
        await page.SendAsync();

        page.WaitForAssertion(() => Assert.Contains("已送达", page.Find(".note-success").TextContent));
        Assert.Contains("EMS123", page.Find(".facts").TextContent);
        Assert.Contains("没有待送达的办件", page.Markup);
    }

    [Fact]
    public async Task TheList_FollowsTheAddress_AndSaysWhyItIsEmpty()
    {
        await using var hall = await PageHall.OpenAsync(Role.WindowClerk);
        var office = await CaseOffice.InAsync(hall.Node, hall.Sample, Short);
        var number = await NumberAsync(office, await ApprovedAsync(office));
        var page = await OpenAsync(hall);

        Assert.Single(page.FindAll("tbody tr"));
        await page.ChooseAsync("input[type=search]", "没有的店");
        page.WaitForAssertion(() => Assert.Contains("姓名已加密", page.Markup));
        Assert.EndsWith(HallUrls.Issue(hall.Sample.Hall.Code, search: "没有的店"), hall.Address.Uri, StringComparison.Ordinal);
        await page.ChooseAsync("input[type=search]", number[^5..]);
        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody tr")));
        Assert.Contains("今天还没有送达", (await OpenAsync(hall, IssueDeskPart.DeliveredToday)).Markup);
        Assert.Contains("找不到这件办件", (await OpenAsync(hall, chosen: "NOTHING")).Markup);
    }

    private static async Task<SeenCase> UnderReviewAsync(CaseOffice office, Brought brought = Brought.All)
    {
        var clerk = await office.ClerkAsync();
        var received = await office.ReceivedAsync(brought);
        var accepted = brought == Brought.All
            ? await office.Get<AcceptCase>().ExecuteAsync(new(received), clerk, Cancel)
            : await office.Get<AcceptTolerantly>().ExecuteAsync(new(received, [new(Standards.Plan, office.Today.AddDays(5))]), clerk, Cancel);
        return (await office.Get<StartReview>().ExecuteAsync(new(accepted.ShouldPass().Seen), await office.ReviewerAsync(), Cancel)).ShouldPass().Seen;
    }

    private static async Task<SeenCase> ApprovedAsync(CaseOffice office, Brought brought = Brought.All) =>
        (await office.Get<ApproveCase>().ExecuteAsync(new(await UnderReviewAsync(office, brought), ""), await office.HeadAsync(), Cancel)).ShouldPass().Seen;

    private static async Task<string> NumberAsync(CaseOffice office, SeenCase seen) => (await office.FileAsync(seen)).Number;

    private static async Task<IRenderedComponent<IssuePage>> OpenAsync(PageHall hall, IssueDeskPart? part = null, string? chosen = null)
    {
        var me = (await hall.Node.Get<StaffQueries>().MeAsync(hall.Me, Cancel)).ShouldPass();
        var shell = new StaffShell(me, me.Halls[0]);
        return hall.Open<IssuePage>(HallUrls.Issue(hall.Sample.Hall.Code, part?.ToString(), chosen: chosen), p => p.AddCascadingValue(shell));
    }
}
