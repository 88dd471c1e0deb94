using Bunit;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Queueing;
using HallSuite.Tests.TestKit;
using HallSuite.Web;
using HallSuite.Web.Features.Hall;

namespace HallSuite.Tests.Pages.Administration;

public sealed class LanesAndWindowsTests
{
    private static CancellationToken Cancel => SampleStaff.Cancel;

    [Fact]
    public async Task ANewLane_WithATakenLetter_IsToldAtTheLetter_ThenMade()
    {
        await using var hall = await PageHall.OpenAsync(Role.Administrator);
        var page = OpenHall(hall, HallUrls.AdminLane("sample", HallUrls.New));

        await page.TypeAsync("#lane-prefix", "a");
        await page.TypeAsync("#lane-name", "公证");
        await page.TypeAsync("#lane-name-en", "Notary");
        await page.SendAsync();
        page.WaitForAssertion(() => Assert.Equal("字母 A 已经用过。", page.Find("#lane-prefix-error").TextContent));
        Assert.Equal("公证", page.ValueOf("#lane-name"));
        await page.TypeAsync("#lane-prefix", "n");
        await page.SendAsync();

        page.WaitForAssertion(() => Assert.EndsWith(HallUrls.AdminLane("sample", "N"), hall.Address.Uri));
        Assert.Equal(new LaneDetails("N", "公证", "Notary", 8), (await ReadAsync(hall)).Lanes[^1].Details);
    }

    [Fact]
    public async Task ALane_IsMovedDownAndKeepsItsPlaceBesideTheList()
    {
        await using var hall = await PageHall.OpenAsync(Role.Administrator);
        var page = OpenHall(hall, HallUrls.AdminLane("sample", "A"));
        Assert.Contains("第 1 个，共 3 个", page.Markup);

        await page.PressAsync("下移");

        page.WaitForAssertion(() => Assert.Contains("第 2 个，共 3 个", page.Markup));
        Assert.Equal(["B", "A", "C"], (await ReadAsync(hall)).Lanes.Select(l => l.Details.Prefix));
        Assert.Equal("A", page.Find("tr.is-selected .lane-letter").TextContent);
    }

    [Fact]
    public async Task ALane_GivenAnotherLetter_StaysTheOneLookedAt()
    {
        await using var hall = await PageHall.OpenAsync(Role.Administrator);
        var page = OpenHall(hall, HallUrls.AdminLane("sample", "B"));

        await page.TypeAsync("#lane-prefix", "Q");
        await page.SendAsync();

        page.WaitForAssertion(() => Assert.EndsWith(HallUrls.AdminLane("sample", "Q"), hall.Address.Uri));
        Assert.Equal("Q", page.ValueOf("#lane-prefix"));
        Assert.DoesNotContain("没有字母", page.Markup);
    }

    [Fact]
    public async Task ClosingALane_AsksWithItsLetterAndName()
    {
        await using var hall = await PageHall.OpenAsync(Role.Administrator);
        var page = OpenHall(hall, HallUrls.AdminLane("sample", "C"));

        await page.PressAsync("停止取号");
        Assert.Equal("停止 C 社保医保 取号？", page.Find("[role=alertdialog] h2").TextContent);
        await page.ClickAsync("[role=alertdialog] .btn-danger-solid");

        page.WaitForAssertion(() => Assert.Contains("恢复取号", page.Markup));
        Assert.False((await ReadAsync(hall)).Lanes[2].Open);
    }

    [Fact]
    public async Task TheSkills_OfAWindow_AreSavedByRank()
    {
        await using var hall = await PageHall.OpenAsync(Role.Administrator);
        var page = OpenHall(hall, HallUrls.AdminWindow("sample", "1"));
        Assert.Equal(["1", "2", ""], Ranks(page));

        await page.ChooseAsync("#rank-A", "");
        await page.ChooseAsync("#rank-C", "1");
        await page.SendAsync(1);

        page.WaitForAssertion(() => Assert.Contains("已保存", page.Markup));
        var (b, c) = (hall.Sample.Lanes[1].Id, hall.Sample.Lanes[2].Id);
        Assert.Equal([new WindowLane(c, 1), new WindowLane(b, 2)], (await ReadAsync(hall)).Windows[0].Lanes);
        Assert.Equal("C›B", string.Concat(page.FindAll("tbody tr.is-selected .row-wrap > *").Select(e => e.TextContent)));
    }

    [Fact]
    public async Task TheSkills_ChangedByAnotherMeanwhile_AreNotOverwritten()
    {
        await using var hall = await PageHall.OpenAsync(Role.Administrator);
        var page = OpenHall(hall, HallUrls.AdminWindow("sample", "1"));
        var (window, c) = (hall.Sample.Windows[0], hall.Sample.Lanes[2].Id);
        await page.ChooseAsync("#rank-B", "1");

        var set = hall.Node.Get<SetWindowLanes>();
        var somebodyElse = await hall.SomebodyElseAsync("zhangwei", Role.Administrator);
        (await set.ExecuteAsync(new(hall.Sample.Hall.Id, window.Id, window.Lanes, [new(c, 1)]), somebodyElse, Cancel))
            .ShouldPass();

        page.WaitForAssertion(() => Assert.Contains("改了这里", page.Find(".note").TextContent));
        Assert.Equal(["1", "1", ""], Ranks(page));
        Assert.Equal([new WindowLane(c, 1)], (await ReadAsync(hall)).Windows[0].Lanes);
    }

    [Fact]
    public async Task AnOpenWindow_RefusesAnotherNumber_AtTheNumber()
    {
        await using var hall = await PageHall.OpenAsync(Role.Administrator);
        var page = OpenHall(hall, HallUrls.AdminWindow("sample", "2"));

        await page.TypeAsync("#window-number", "9");
        await page.SendAsync();

        page.WaitForAssertion(() => Assert.Equal("窗口现在是“开放”，不能改窗口号。", page.Find("#window-number-error").TextContent));
        Assert.Equal("9", page.ValueOf("#window-number"));
    }

    [Fact]
    public async Task ANewWindow_IsOfferedTheNextNumber_AndItsNameFollowsIt()
    {
        await using var hall = await PageHall.OpenAsync(Role.Administrator);
        var page = OpenHall(hall, HallUrls.AdminWindow("sample", HallUrls.New));
        Assert.Equal(("4", "4 号窗口"), (page.ValueOf("#window-number"), page.ValueOf("#window-name")));

        await page.TypeAsync("#window-number", "12");
        Assert.Equal("12 号窗口", page.ValueOf("#window-name"));
        await page.ChooseAsync("#window-kind", "Issuing");
        await page.SendAsync();

        page.WaitForAssertion(() => Assert.EndsWith(HallUrls.AdminWindow("sample", "12"), hall.Address.Uri));
        Assert.Equal(new WindowDetails(12, "12 号窗口", 1, WindowKind.Issuing), (await ReadAsync(hall)).Windows[^1].Details);
    }

    [Fact]
    public async Task RemovingAWindow_AsksWithItsName_AndSaysWhyItStays()
    {
        await using var hall = await PageHall.OpenAsync(Role.Administrator);
        var page = OpenHall(hall, HallUrls.AdminWindow("sample", "3"));

        await page.PressAsync("删除窗口");
        Assert.Equal("删除 3 号窗 3 号窗口？", page.Find("[role=alertdialog] h2").TextContent);
        await page.ClickAsync("[role=alertdialog] .btn-danger-solid");

        page.WaitForAssertion(() => Assert.Contains("窗口现在是“开放”，不能删除。", page.Find(".panel-foot .text-danger").TextContent));
        Assert.Equal(3, (await ReadAsync(hall)).Windows.Count);
    }

    [Fact]
    public async Task AWindow_ThatIsRemovedByAnother_IsSaidToBeGone()
    {
        await using var hall = await PageHall.OpenAsync(Role.Administrator);
        (await hall.Node.Get<CreateWindow>().ExecuteAsync(new(hall.Sample.Hall.Id, new(9, "临时", 1, WindowKind.General)), hall.Me, Cancel)).ShouldPass();
        var page = OpenHall(hall, HallUrls.AdminWindow("sample", "9"));
        var window = (await ReadAsync(hall)).Windows[^1].Id;

        (await hall.Node.Get<RemoveWindow>().ExecuteAsync(new(hall.Sample.Hall.Id, window), hall.Me, Cancel)).ShouldPass();

        page.WaitForAssertion(() => Assert.Contains("没有 9 号窗", page.Find(".empty").TextContent));
    }

    private static IRenderedComponent<HallPage> OpenHall(PageHall hall, string address) => hall.Open<HallPage>(address, p => p.Add(x => x.Code, "sample"));

    private static string[] Ranks(IRenderedComponent<HallPage> page) =>
        [.. new[] { "A", "B", "C" }.Select(lane => page.Find($"#rank-{lane}").GetAttribute("value")!)];

    private static async Task<AdminHall> ReadAsync(PageHall hall) =>
        (await hall.Node.Get<AdminHallQueries>().ReadAsync(hall.Me, "sample", Cancel)).ShouldPass();
}
