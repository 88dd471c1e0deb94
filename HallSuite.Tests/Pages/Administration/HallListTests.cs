using Bunit;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Hall;
using HallSuite.Tests.TestKit;
using HallSuite.Web;
using HallSuite.Web.Features.Hall;

namespace HallSuite.Tests.Pages.Administration;

public sealed class HallListTests
{
    private static CancellationToken Cancel => SampleStaff.Cancel;

    [Fact]
    public async Task TheList_ShowsTheTreeAndFollowsChanges()
    {
        await using var hall = await PageHall.OpenAsync(Role.Administrator);
        var page = hall.Open<HallsPage>(HallUrls.AdminHalls);
        Assert.Contains("共 1 个，1 个正在开放，3 个窗口开着", page.Markup);

        (await hall.Node.Get<CreateHall>().ExecuteAsync(new("street", "街道厅", hall.Sample.Hall.Id, "Asia/Shanghai"), hall.Me, Cancel)).ShouldPass();

        page.WaitForAssertion(() => Assert.Equal(["样例厅", "街道厅"], page.FindAll("tbody a").Select(a => a.TextContent)));
        Assert.Contains("padding-left:40px", page.FindAll("tbody tr")[1].QuerySelector("td")!.GetAttribute("style"));
        Assert.Equal(HallUrls.AdminHall("street"), page.FindAll("tbody a")[1].GetAttribute("href"));
    }

    [Fact]
    public async Task TheFilter_StandsInTheAddress_AndSaysWhyNothingIsShown()
    {
        await using var hall = await PageHall.OpenAsync(Role.Administrator);
        var page = hall.Open<HallsPage>(HallUrls.AdminHalls);

        await page.ChooseAsync(".toolbar input", " 没有的 ");

        page.WaitForAssertion(() => Assert.Contains("已筛选：没有的。全部共 1 个。", page.Find(".empty").TextContent));
        Assert.EndsWith(HallUrls.AdminHallsLike("没有的"), hall.Address.Uri);
        Assert.Equal(HallUrls.AdminHalls, page.Find(".empty a").GetAttribute("href"));
    }

    [Fact]
    public async Task ANewHall_IsSetUpBesideTheList_AndOpensItsPage()
    {
        await using var hall = await PageHall.OpenAsync(Role.Administrator);
        var page = hall.Open<HallsPage>(HallUrls.AdminNewHall());

        await page.TypeAsync("#hall-code", "Street 1");
        await page.TypeAsync("#hall-name", "街道厅");
        await page.ChooseAsync("#hall-parent", "sample");
        await page.SendAsync();
        page.WaitForAssertion(() => Assert.Contains("小写字母", page.Find("#hall-code-error").TextContent));
        Assert.Equal("街道厅", page.ValueOf("#hall-name"));
        await page.TypeAsync("#hall-code", "street");
        await page.SendAsync();

        page.WaitForAssertion(() => Assert.EndsWith(HallUrls.AdminHall("street"), hall.Address.Uri));
        Assert.Equal("样例厅", (await hall.Node.Get<AdminHallQueries>().ReadAsync(hall.Me, "street", Cancel)).ShouldPass().ParentName);
    }

    [Fact]
    public async Task SomebodyWithoutThePermission_SeesNoHall()
    {
        await using var hall = await PageHall.OpenAsync(Role.WindowClerk);

        var page = hall.Open<HallsPage>(HallUrls.AdminHalls);

        Assert.Contains("还没有大厅", page.Find(".empty").TextContent);
        Assert.DoesNotContain("样例厅", page.Markup);
    }

    [Fact]
    public async Task ANewHall_IsGoneTo_AlsoWhenAKeystrokeComesWhileThePageIsReadAnew()
    {
        await using var hall = await PageHall.OpenAsync(Role.Administrator);
        var halls = await hall.Node.Get<AdminHallQueries>().ListAsync(hall.Me, Cancel);
        IRenderedComponent<NewHallForm>? form = null;
        form = hall.Render<NewHallForm>(p => p.Add(f => f.Actor, hall.Me).Add(f => f.Halls, halls).Add(f => f.OnSaved, () => form!.TypeAsync("#hall-code", "street2")));

        await form.TypeAsync("#hall-code", "street");
        await form.TypeAsync("#hall-name", "东门街道便民服务中心");
        await form.SendAsync();

        form.WaitForAssertion(() => Assert.EndsWith(HallUrls.AdminHall("street"), hall.Address.Uri));
        Assert.Empty(form.FindAll("[role=alertdialog]"));
    }

    [Fact]
    public async Task ANewHall_IsGoneTo_AlsoWhenItIsPressedAgainWhileThePageIsReadAnew()
    {
        await using var hall = await PageHall.OpenAsync(Role.Administrator);
        var halls = await hall.Node.Get<AdminHallQueries>().ListAsync(hall.Me, Cancel);
        IRenderedComponent<NewHallForm>? form = null;
        form = hall.Render<NewHallForm>(p => p.Add(f => f.Actor, hall.Me).Add(f => f.Halls, halls).Add(f => f.OnSaved, () => form!.SendAsync()));

        await form.TypeAsync("#hall-code", "street");
        await form.TypeAsync("#hall-name", "东门街道便民服务中心");
        await form.SendAsync();

        form.WaitForAssertion(() => Assert.EndsWith(HallUrls.AdminHall("street"), hall.Address.Uri));
        Assert.Empty(form.FindAll("[role=alertdialog], .field-error"));
    }
}
