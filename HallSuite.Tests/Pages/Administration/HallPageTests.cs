using AngleSharp.Dom;
using Bunit;
using HallSuite.Domain.Cases;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Staffing;
using HallSuite.Domain.Supervision;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Platform.Work;
using HallSuite.Infrastructure.Supervision;
using HallSuite.Tests.TestKit;
using HallSuite.Web;
using HallSuite.Web.Features.Hall;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Tests.Pages.Administration;

public sealed class HallPageTests
{
    private static CancellationToken Cancel => SampleStaff.Cancel;

    [Fact]
    public async Task General_WhatIsTyped_IsSavedAndSaidSo()
    {
        await using var hall = await PageHall.OpenAsync(Role.Administrator);
        var page = OpenHall(hall);
        Assert.True(page.Find("form button[type=submit]").HasAttribute("disabled")); // nothing to save yet

        await page.TypeAsync("#hotline", "0755-12345");
        Assert.Contains("有改动没有保存", page.Markup);
        await page.SendAsync();

        page.WaitForAssertion(() => Assert.Contains("已保存", page.Markup));
        Assert.Equal("0755-12345", (await ReadAsync(hall)).Details.Hotline);
        Assert.True(page.Find("form button[type=submit]").HasAttribute("disabled"));
    }

    [Fact]
    public async Task General_WithABadField_SaysItThereAndKeepsEverythingTyped()
    {
        await using var hall = await PageHall.OpenAsync(Role.Administrator);
        var page = OpenHall(hall);

        await page.TypeAsync("#name", " ");
        await page.TypeAsync("#address", "学府路 1 号");
        await page.SendAsync();

        var name = page.Find("#name");
        Assert.Equal("true", name.GetAttribute("aria-invalid"));
        Assert.Equal("请填名称，最多 100 字。", page.Find("#" + name.GetAttribute("aria-describedby")).TextContent);
        Assert.Equal("学府路 1 号", page.ValueOf("#address"));
        Assert.Equal("", (await ReadAsync(hall)).Details.Address);
    }

    [Fact]
    public async Task General_WhileNobodyWrites_FollowsWhatOthersSave()
    {
        await using var hall = await PageHall.OpenAsync(Role.Administrator);
        var page = OpenHall(hall);
        var seen = HallDetails.Of(hall.Sample.Hall);

        await SaveAsync(hall, await hall.SomebodyElseAsync("zhangwei", Role.Administrator), seen, seen with { Name = "新的名称" });

        page.WaitForAssertion(() => Assert.Equal("新的名称", page.ValueOf("#name")));
        Assert.Contains("没有改动", page.Markup);
    }

    [Fact]
    public async Task General_OvertakenWhileWriting_KeepsWhatWasTypedAndShowsBoth()
    {
        await using var hall = await PageHall.OpenAsync(Role.Administrator);
        var page = OpenHall(hall);
        var seen = HallDetails.Of(hall.Sample.Hall);
        await page.TypeAsync("#name", "我的名称");

        await SaveAsync(hall, await hall.SomebodyElseAsync("zhangwei", Role.Administrator), seen, seen with { Name = "他的名称", Hotline = "1" });

        page.WaitForAssertion(() => Assert.Contains("林静怡 10:", page.Find(".note").TextContent)); // who and when
        Assert.Equal("我的名称", page.ValueOf("#name"));
        await page.ClickAsync(".note button");
        Assert.Equal(["他的名称", "我的名称", "1", "空"], page.FindAll(".compare-value:not(.compare-head)").Select(v => v.TextContent));

        await page.SendAsync(); // not before the person has chosen
        page.WaitForAssertion(() => Assert.Contains("work.changed-elsewhere", page.Markup));
        await page.PressAsync("保留我写的");
        await page.SendAsync();

        page.WaitForAssertion(() => Assert.Contains("已保存", page.Markup));
        Assert.Equal("我的名称", (await ReadAsync(hall)).Details.Name);
    }

    [Fact]
    public async Task General_SavedWhileOthersWrite_KeepsWhatTheyChangedInSight()
    {
        await using var hall = await PageHall.OpenAsync(Role.Administrator);
        var page = OpenHall(hall);
        var seen = HallDetails.Of(hall.Sample.Hall);
        await page.TypeAsync("#name", "我的名称");
        await SaveAsync(hall, await hall.SomebodyElseAsync("zhangwei", Role.Administrator), seen, seen with { Name = "他的名称" });
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".note button")));
        await page.ClickAsync(".note button");

        var slow = await SlowWriter.BeginAsync(hall.Node.Get<HallWork>());
        var sent = page.SendAsync();
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("[aria-busy=true]")));
        Assert.NotEmpty(page.FindAll(".compare"));
        await slow.EndAsync();
        await sent;

        page.WaitForAssertion(() => Assert.Contains("work.changed-elsewhere", page.Markup));
        Assert.NotEmpty(page.FindAll(".compare"));
    }

    [Fact]
    public async Task General_WrittenOnWhileItIsSaved_SavesWhatWasSentAndKeepsWhatWasWrittenSince()
    {
        await using var hall = await PageHall.OpenAsync(Role.Administrator);
        var page = OpenHall(hall);
        await page.TypeAsync("#hotline", "0755-1");

        var slow = await SlowWriter.BeginAsync(hall.Node.Get<HallWork>());
        var sent = page.SendAsync();
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("[aria-busy=true]")));
        await page.TypeAsync("#hotline", "0755-12");
        await slow.EndAsync();
        await sent;

        Assert.Equal("0755-1", (await ReadAsync(hall)).Details.Hotline);
        page.WaitForAssertion(() => Assert.Contains("有改动没有保存", page.Markup));
        Assert.Equal("0755-12", page.ValueOf("#hotline"));
        await page.SendAsync();
        page.WaitForAssertion(() => Assert.Contains("已保存", page.Markup));
        Assert.Equal("0755-12", (await ReadAsync(hall)).Details.Hotline);
    }

    [Fact]
    public async Task General_OvertakenWhileWriting_CanTakeTheirs()
    {
        await using var hall = await PageHall.OpenAsync(Role.Administrator);
        var page = OpenHall(hall);
        var seen = HallDetails.Of(hall.Sample.Hall);
        await page.TypeAsync("#name", "我的名称");
        await SaveAsync(hall, await hall.SomebodyElseAsync("zhangwei", Role.Administrator), seen, seen with { Name = "他的名称" });
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".note button")));

        await page.ClickAsync(".note button");
        await page.PressAsync("用现在保存的");

        Assert.Equal("他的名称", page.ValueOf("#name"));
        Assert.Contains("没有改动", page.Markup);
    }

    [Fact]
    public async Task Deactivate_AsksWithTheNameAndSaysWhyItIsRefused()
    {
        await using var hall = await PageHall.OpenAsync(Role.Administrator);
        var page = OpenHall(hall);

        await page.PressAsync("停用大厅");
        Assert.Equal("停用 样例厅？", page.Find("[role=alertdialog] h2").TextContent);
        await page.ClickAsync("[role=alertdialog] .btn-danger-solid");

        page.WaitForAssertion(() => Assert.Contains("还有 3 个窗口没有关闭", page.Find("[role=alert]").TextContent));
        Assert.Empty(page.FindAll("[role=alertdialog]"));
        Assert.True((await ReadAsync(hall)).Active);
    }

    [Fact]
    public async Task Floors_AreAddedAndRenamedBesideTheForm()
    {
        await using var hall = await PageHall.OpenAsync(Role.Administrator);
        var page = OpenHall(hall, HallUrls.AdminFloor("sample", HallUrls.New));
        Assert.Equal("2", page.ValueOf("#floor-number")); // the next one up

        await page.TypeAsync("#floor-number", "1");
        await page.SendAsync(1);
        page.WaitForAssertion(() => Assert.Equal("1 层已经有了。", page.Find("#floor-number-error").TextContent));
        await page.TypeAsync("#floor-number", "-1");
        await page.TypeAsync("#floor-name", "负一楼");
        await page.SendAsync(1);

        page.WaitForAssertion(() => Assert.Contains(new AdminFloor(-1, "负一楼", 0), ReadAsync(hall).Result.Floors));
        Assert.EndsWith(HallUrls.AdminHall("sample"), hall.Address.Uri);
    }

    [Fact]
    public async Task TheGaps_OfANewHall_LeadToTheTabsThatFillThem()
    {
        await using var hall = await PageHall.OpenAsync(Role.Administrator);
        (await hall.Node.Get<CreateHall>().ExecuteAsync(new("fresh", "新厅", null, "Asia/Shanghai"), hall.Me, Cancel)).ShouldPass();

        var page = OpenHall(hall, HallUrls.AdminHall("fresh"));

        Assert.Equal(
            [HallUrls.AdminHall("fresh", "hours"), HallUrls.AdminHall("fresh", "lanes"), HallUrls.AdminHall("fresh", "windows")],
            page.FindAll(".list-detail .stack .panel:first-child a.side-item").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task Leaving_WithSomethingUnsaved_Asks()
    {
        await using var hall = await PageHall.OpenAsync(Role.Administrator);
        var page = OpenHall(hall);
        await page.TypeAsync("#name", "没存的");

        hall.Address.NavigateTo(HallUrls.AdminHall("sample", "hours"));
        page.WaitForAssertion(() => Assert.Equal("放弃没有保存的改动？", page.Find("[role=alertdialog] h2").TextContent));
        Assert.EndsWith(HallUrls.AdminHall("sample"), hall.Address.Uri);
        await page.PressAsync("继续写");
        Assert.Equal("没存的", page.ValueOf("#name"));

        hall.Address.NavigateTo(HallUrls.AdminHall("sample", "hours"));
        page.WaitForAssertion(() => page.Find("[role=alertdialog] .btn-danger-solid"));
        await page.ClickAsync("[role=alertdialog] .btn-danger-solid");
        page.WaitForAssertion(() => Assert.EndsWith(HallUrls.AdminHall("sample", "hours"), hall.Address.Uri));
    }

    [Fact]
    public async Task AHall_ThatIsNotThere_IsSaidSo()
    {
        await using var hall = await PageHall.OpenAsync(Role.Administrator);

        var page = OpenHall(hall, HallUrls.AdminHall("nowhere"));

        Assert.Contains("没有这个大厅", page.Find(".empty").TextContent);
    }

    [Fact]
    public async Task Hours_OfOneDay_AreCopiedToAllWeekdays()
    {
        await using var hall = await PageHall.OpenAsync(Role.Administrator);
        var page = OpenHall(hall, HallUrls.AdminHall("sample", "hours"));

        await page.ChooseAsync("input[type=checkbox]", false);
        await page.PressAsync("添加时段", 0);
        await page.ChooseAsync("#from-Monday-0", "08:30");
        await page.ChooseAsync("#to-Monday-0", "12:00");
        await page.PressAsync("添加时段", 0); // after a break
        Assert.Equal("13:00", page.ValueOf("#from-Monday-1"));
        await page.PressAsync("抄到每个工作日", 0);
        await page.SendAsync();

        page.WaitForAssertion(() => Assert.Contains("已保存", page.Markup));
        var hours = (await ReadAsync(hall)).Hours;
        Assert.Equal(10, hours.Spans.Count);
        Assert.All(hours.Spans, s => Assert.InRange(s.Day, DayOfWeek.Monday, DayOfWeek.Friday));
        Assert.Equal(new OpeningSpan(DayOfWeek.Friday, new(8, 30), 210), hours.Spans[8]);
    }

    [Fact]
    public async Task Hours_ThatOverlapOrAreIncomplete_AreToldAtTheirDay()
    {
        await using var hall = await PageHall.OpenAsync(Role.Administrator);
        var page = OpenHall(hall, HallUrls.AdminHall("sample", "hours"));
        await page.ChooseAsync("input[type=checkbox]", false);
        await page.PressAsync("添加时段", 1);
        await page.PressAsync("添加时段", 1);

        await page.ChooseAsync("#from-Tuesday-1", "16:00"); // before the first one ends
        await page.SendAsync();
        page.WaitForAssertion(() => Assert.Equal("周二的两段开放时间重叠了。", page.Find("td .field-error").TextContent));
        await page.ChooseAsync("#to-Tuesday-1", "");
        await page.SendAsync();

        page.WaitForAssertion(() => Assert.Contains("周二有一段没有填完整", page.Find("td .field-error").TextContent));
        Assert.Equal("16:00", page.ValueOf("#from-Tuesday-1"));
        Assert.Equal(OpeningHours.AlwaysOpen, (await ReadAsync(hall)).Hours);
    }

    [Fact]
    public async Task Policy_ANumberThatIsNone_IsKeptAsTypedAndRefusedWithItsBounds()
    {
        await using var hall = await PageHall.OpenAsync(Role.Administrator);
        var page = OpenHall(hall, HallUrls.AdminHall("sample", "policy"));

        await page.TypeAsync("#AgeingMinutes", "半小时");
        await page.SendAsync();
        page.WaitForAssertion(() => Assert.Equal("请填 1 到 1440 的整数。", page.Find("#AgeingMinutes-error").TextContent));
        Assert.Equal("半小时", page.ValueOf("#AgeingMinutes"));
        await page.TypeAsync("#AgeingMinutes", "45");
        await page.SendAsync();

        page.WaitForAssertion(() => Assert.Contains("1 项与默认不同", page.Markup));
        Assert.Equal(QueuePolicy.Default with { AgeingMinutes = 45 }, (await ReadAsync(hall)).Policy);
        await page.PressAsync("用默认");
        Assert.Equal("30", page.ValueOf("#AgeingMinutes"));
    }

    [Fact]
    public async Task Policy_OfCasesAndLights_IsSavedEachByItself_AndFollowsOthers()
    {
        await using var hall = await PageHall.OpenAsync(Role.Administrator);
        var page = OpenHall(hall, HallUrls.AdminHall("sample", "policy"));
        var (id, cards) = (hall.Sample.Hall.Id, new CardPolicy { BlueDaysLeft = 3 });

        await page.TypeAsync("#SupplementDays", "20");
        await page.SendAsync(1);
        page.WaitForAssertion(() => Assert.Contains("1 项与默认不同", page.FindAll("form")[1].TextContent));
        await page.TypeAsync("#RedDaysOverdue", "1");
        await page.SendAsync(2);
        page.WaitForAssertion(() => Assert.Equal("请填 2 到 60 的整数。", page.Find("#RedDaysOverdue-error").TextContent));
        await page.TypeAsync("#RedDaysOverdue", "2");
        (await hall.Node.Get<SetCardPolicy>().ExecuteAsync(new(id, CardPolicy.Default, cards), await hall.SomebodyElseAsync("zhangwei", Role.Administrator), Cancel)).ShouldPass();

        page.WaitForAssertion(() => Assert.Equal("3", page.ValueOf("#BlueDaysLeft")));
        Assert.Equal(20, (await hall.Node.Get<CasePolicyQueries>().ReadAsync(hall.Me, id, Cancel)).ShouldPass().SupplementDays);
        Assert.Equal(cards, (await hall.Node.Get<CardPolicyQueries>().ReadAsync(hall.Me, id, Cancel)).ShouldPass());
    }

    private static IRenderedComponent<HallPage> OpenHall(PageHall hall, string? address = null)
    {
        var at = address ?? HallUrls.AdminHall("sample");
        return hall.Open<HallPage>(at, p => p.Add(x => x.Code, at.Split('/', '?')[3]));
    }

    private static async Task<AdminHall> ReadAsync(PageHall hall) =>
        (await hall.Node.Get<AdminHallQueries>().ReadAsync(hall.Me, "sample", Cancel)).ShouldPass();

    private static async Task SaveAsync(PageHall hall, Actor actor, HallDetails seen, HallDetails wanted) =>
        (await hall.Node.Get<EditHall>().ExecuteAsync(new(hall.Sample.Hall.Id, seen, wanted), actor, Cancel)).ShouldPass();
}
