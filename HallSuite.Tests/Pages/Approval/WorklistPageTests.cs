using Bunit;
using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Approval;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Tests.Domain.Cases;
using HallSuite.Tests.Operations.Cases;
using HallSuite.Tests.TestKit;
using HallSuite.Web;
using HallSuite.Web.Features.Approval;
using HallSuite.Web.Shared.Layout;
using static HallSuite.Tests.Domain.Matters.Standards;

namespace HallSuite.Tests.Pages.Approval;

/// <summary>The reviewers' worklist on a real database: what it shows, what can be done from it, and how it follows what happens elsewhere.</summary>
public sealed class WorklistPageTests
{
    private const string Hall = "sample";

    private static CancellationToken Cancel => CaseOffice.Cancel;

    [Fact]
    public async Task ItBeginsWithTheOwnSteps_AndShowsACaseBeside()
    {
        await using var office = await CaseOffice.OpenAsync(DatabaseProvider.Sqlite);
        var reviewer = await office.ReviewerAsync();
        var mine = await TakeAsync(office, await office.UnderReviewAsync(), reviewer);
        await office.UnderReviewAsync();
        await using var hall = await PageHall.OverAsync(office.Node, office.Sample, reviewer);

        var page = await hall.OpenInFrameAsync<WorklistPage>(HallUrls.Worklist(Hall, chosen: mine));

        Assert.Equal(["待我办 1", "部门待办 2", "待决定 0", "已暂停 0", "今日已办 0"], page.FindAll(".tabs a").Select(a => Words(a.TextContent)));
        Assert.Equal("待我办 1", Words(page.Find(".tabs [aria-current=page]").TextContent));
        var row = Words(Assert.Single(page.FindAll("tbody tr")).TextContent);
        Assert.Contains("经营许可", row, StringComparison.Ordinal);
        Assert.Contains("阿******曼 · 街角小店", row, StringComparison.Ordinal);
        Assert.Contains("还剩 3 个工作日 10月8日 周四到期", row, StringComparison.Ordinal);
        Assert.Contains("0%", row, StringComparison.Ordinal);
        Assert.Contains("林静怡、待分派", row, StringComparison.Ordinal);
        var beside = page.Find(".detail");
        Assert.Contains("开始，次日起算", beside.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(beside.QuerySelectorAll(".week-grid .day-due"));
        Assert.Equal(["收件", "受理", "书面审查", "现场核查", "复核", "决定"], beside.QuerySelectorAll(".step > span:nth-child(2)").Select(s => Words(s.TextContent).Split(' ')[0]));
        Assert.Contains("材料 4 项，齐全", beside.TextContent, StringComparison.Ordinal);
        Assert.Equal(HallUrls.Case(mine), beside.QuerySelector("[data-keys=Enter]")!.GetAttribute("href"));
        Assert.DoesNotContain(CaseOffice.Name, page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACaseAcceptedMeanwhile_AppearsByItself()
    {
        await using var office = await CaseOffice.OpenAsync(DatabaseProvider.Sqlite);
        await using var hall = await PageHall.OverAsync(office.Node, office.Sample, await office.ReviewerAsync());
        var page = await hall.OpenInFrameAsync<WorklistPage>(HallUrls.Worklist(Hall, nameof(WorklistPart.ToTake)));
        Assert.Contains("没有待领取的环节", page.Markup, StringComparison.Ordinal);

        await office.AcceptedAsync();

        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody tr")));
        Assert.Contains("已受理", page.Find("tbody tr").TextContent, StringComparison.Ordinal);
        Assert.Equal("部门待办 1", Words(page.Find(".tabs [aria-current=page]").TextContent));
    }

    [Fact]
    public async Task FromTheList_TheReviewBegins_AndAStepIsTaken()
    {
        await using var office = await CaseOffice.OpenAsync(DatabaseProvider.Sqlite);
        var reviewer = await office.ReviewerAsync();
        var seen = await office.AcceptedAsync();
        var number = (await office.FileAsync(seen)).Number;
        await using var hall = await PageHall.OverAsync(office.Node, office.Sample, reviewer);
        var page = await hall.OpenInFrameAsync<WorklistPage>(HallUrls.Worklist(Hall, nameof(WorklistPart.ToTake), chosen: number));

        await page.PressAsync("开始审查");
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("[data-act='Take S1']")));
        await page.ClickAsync("[data-act='Take S1']");

        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-act='Take S1']")));
        var step = (await office.FileAsync(seen)).Steps.Single(s => s.Code == Papers);
        Assert.Equal(new StaffId(reviewer.Id), step.Reviewer);
        Assert.Equal("待我办 1", Words(page.FindAll(".tabs a")[0].TextContent));
    }

    [Fact]
    public async Task SeveralAreTakenAtOnce_AndWhatIsNotTakenIsTold()
    {
        await using var office = await CaseOffice.OpenAsync(DatabaseProvider.Sqlite);
        var reviewer = await office.ReviewerAsync();
        await office.UnderReviewAsync();
        await office.UnderReviewAsync();
        var waiting = (await office.FileAsync(await office.AcceptedAsync())).Number;
        await using var hall = await PageHall.OverAsync(office.Node, office.Sample, reviewer);
        var page = await hall.OpenInFrameAsync<WorklistPage>(HallUrls.Worklist(Hall, nameof(WorklistPart.ToTake)));

        await page.ChooseAsync("thead input", true);
        Assert.Contains("已选 3 件", page.Markup, StringComparison.Ordinal);
        await page.ClickAsync("[data-act=TakeTicked]");

        page.WaitForAssertion(() => Assert.Contains("领取了 2 件", page.Markup, StringComparison.Ordinal));
        Assert.Contains("1 件没有领到", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal($"选择 {waiting}", page.Find("tbody input:checked").GetAttribute("aria-label"));
        Assert.Equal("待我办 2", Words(page.FindAll(".tabs a")[0].TextContent));
    }

    [Fact]
    public async Task TheHead_GivesAStepToAReviewer()
    {
        await using var office = await CaseOffice.OpenAsync(DatabaseProvider.Sqlite);
        var (second, seen) = (await office.SecondReviewerAsync(), await office.UnderReviewAsync());
        var number = (await office.FileAsync(seen)).Number;
        await using var hall = await PageHall.OverAsync(office.Node, office.Sample, await office.HeadAsync());
        var page = await hall.OpenInFrameAsync<WorklistPage>(HallUrls.Worklist(Hall, nameof(WorklistPart.ToTake), chosen: number));
        Assert.Empty(page.FindAll("[data-act^=Take]"));

        await page.ClickAsync("[data-act='Give S1']");
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".dialog .choice").Count));
        Assert.Contains("手上 0 个环节", page.Find(".dialog .choice").TextContent, StringComparison.Ordinal);
        await page.ChooseAsync(".dialog .choice:nth-child(2) input", true);
        await page.ClickAsync("[data-act=GiveStep]");

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".dialog")));
        var inCharge = (await office.FileAsync(seen)).Steps.Single(s => s.Code == Papers).Reviewer;
        Assert.Contains(inCharge!.Value, new[] { new StaffId(second.Id), new StaffId((await office.ReviewerAsync()).Id) });
    }

    [Fact]
    public async Task TheHead_BeginsWithWhatIsToBeDecided()
    {
        await using var office = await CaseOffice.OpenAsync(DatabaseProvider.Sqlite);
        var number = (await office.FileAsync(await office.ReviewedAsync())).Number;
        await using var hall = await PageHall.OverAsync(office.Node, office.Sample, await office.HeadAsync());

        var page = await hall.OpenInFrameAsync<WorklistPage>(HallUrls.Worklist(Hall, chosen: number));

        Assert.Equal("待决定 1", Words(page.Find(".tabs [aria-current=page]").TextContent));
        Assert.Contains("“同意。” 林静怡", page.Find(".detail").TextContent, StringComparison.Ordinal);
        Assert.Contains("复核 林静怡，同意", Words(page.Find(".detail").TextContent), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheFilter_StandsInTheAddress_AndSaysWhatItIs()
    {
        await using var office = await CaseOffice.OpenAsync(DatabaseProvider.Sqlite);
        var numbers = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            numbers.Add((await office.FileAsync(await office.UnderReviewAsync())).Number);
        }

        await using var hall = await PageHall.OverAsync(office.Node, office.Sample, await office.ReviewerAsync());
        var page = await hall.OpenInFrameAsync<WorklistPage>(HallUrls.Worklist(Hall, nameof(WorklistPart.ToTake), chosen: numbers[1]));

        // The next and the one before stand in the order of the list; at its end one stays.
        Assert.EndsWith($"case={numbers[2]}", page.Find("[data-keys=J]").GetAttribute("href"), StringComparison.Ordinal);
        Assert.EndsWith($"case={numbers[0]}", page.Find("[data-keys=K]").GetAttribute("href"), StringComparison.Ordinal);
        await page.ChooseAsync("input[type=search]", "1");
        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody tr")));
        Assert.Contains("q=1", hall.Address.Uri, StringComparison.Ordinal);
        await page.ChooseAsync("select:nth-of-type(2)", nameof(Light.Red));
        page.WaitForAssertion(() => Assert.Contains("没有符合条件的办件", page.Markup, StringComparison.Ordinal));
        Assert.Contains("已筛选：“1”、红牌。", page.Find(".empty").TextContent, StringComparison.Ordinal);
        Assert.Contains("样例厅 · 部门待办：“1”、红牌", page.Find(".print-only").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheRail_CountsWhatWaits_AndFollows()
    {
        await using var office = await CaseOffice.OpenAsync(DatabaseProvider.Sqlite);
        var reviewer = await office.ReviewerAsync();
        var seen = await office.UnderReviewAsync();
        await using var hall = await PageHall.OverAsync(office.Node, office.Sample, reviewer);
        var me = (await office.Get<HallSuite.Infrastructure.Staffing.StaffQueries>().MeAsync(reviewer, Cancel)).ShouldPass();
        var badge = hall.Render<WaitingBadge>(p => p.Add(b => b.Shell, new StaffShell(me, me.Halls[0])).Add(b => b.Hall, office.Hall));
        Assert.Empty(badge.FindAll(".badge"));

        await TakeAsync(office, seen, reviewer);

        badge.WaitForAssertion(() => Assert.Equal("1", badge.Find(".badge").TextContent));
        Assert.Contains("1 件等您办", badge.Markup, StringComparison.Ordinal);
    }

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static async Task<string> TakeAsync(CaseOffice office, SeenCase seen, Actor reviewer) =>
        (await office.Get<AssignStep>().ExecuteAsync(new(seen, Papers, new StaffId(reviewer.Id), AsHead: false), reviewer, Cancel)).ShouldPass().Number;
}
