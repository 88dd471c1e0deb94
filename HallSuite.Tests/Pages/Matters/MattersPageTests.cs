using AngleSharp.Dom;
using Bunit;
using HallSuite.Domain.Matters;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Matters;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Staffing;
using HallSuite.Tests.TestKit;
using HallSuite.Web;
using HallSuite.Web.Features.Matters;
using HallSuite.Web.Shared.Layout;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Tests.Pages.Matters;

public sealed class MattersPageTests
{
    private static CancellationToken Cancel => SampleStaff.Cancel;

    [Fact]
    public async Task TheList_FollowsTheAddress_AndShowsAMatterBeside()
    {
        await using var hall = await OpenAsync(Role.Administrator);
        var page = hall.Open<MattersPage>(HallUrls.AdminMattersOf("卫生", matter: MatterSheet.SecondCode));

        Assert.Equal(["公共场所卫生许可（新办）"], page.FindAll("tbody a").Select(a => a.TextContent));
        Assert.Contains("找到 1 项，共 2 项", page.Markup);
        var beside = page.Find(".detail");
        Assert.Contains("30 个工作日", beside.TextContent);
        Assert.Contains("申请材料 2 项", beside.TextContent);
        Assert.Contains("第 1 版", beside.TextContent);
        await page.ChooseAsync("input[type=search]", "食品");
        page.WaitForAssertion(() => Assert.Equal(["食品经营许可"], page.FindAll("tbody a").Select(a => a.TextContent)));
        await page.ChooseAsync("select", "11440000671571488");
        page.WaitForAssertion(() => Assert.Contains("没有找到事项", page.Markup));
    }

    [Fact]
    public async Task TheList_FollowsAnImportElsewhere()
    {
        await using var hall = await OpenAsync(Role.Administrator);
        var page = hall.Open<MattersPage>(HallUrls.AdminMattersOf(null, matter: MatterSheet.FirstCode));

        await ImportAsync(hall, MatterSheet.OfTwo().With(0, "promised_days", "3"));

        page.WaitForAssertion(() => Assert.Contains("第 2 版", page.Find(".detail").TextContent));
        Assert.Contains("3 个工作日", page.Find("tbody tr").TextContent);
    }

    [Fact]
    public async Task AMatterThatIsNone_IsToldBesideTheList()
    {
        await using var hall = await OpenAsync(Role.Administrator);

        Assert.Contains("目录里没有这个事项", hall.Open<MattersPage>(HallUrls.AdminMattersOf(null, matter: "NONE")).Markup);
    }

    [Fact]
    public async Task TheImport_IsOfferedToAdministratorsOnly()
    {
        await using var admin = await OpenAsync(Role.Administrator);
        await using var clerk = await OpenAsync(Role.WindowClerk);

        Assert.Single(ShellOf(admin, await MeAsync(admin)).FindAll($"a[href='{HallUrls.AdminMatterImport}']"));
        Assert.Empty(ShellOf(clerk, await MeAsync(clerk)).FindAll($"a[href='{HallUrls.AdminMatterImport}']"));
    }

    [Fact]
    public async Task AFile_IsComparedFirst_AndImportedWhenConfirmed()
    {
        await using var hall = await OpenAsync(Role.Administrator);
        var page = ImportPage(hall, await MeAsync(hall));

        Upload(page, MatterSheet.OfTwo().With(0, "promised_days", "3").Add("11440000006939756B2440101007001", "药品经营许可", "市场监督管理局").Csv);

        page.WaitForAssertion(() => Assert.Equal(("1", "1", "1"), (page.Find("#created").TextContent, page.Find("#changed").TextContent, page.Find("#unchanged").TextContent)));
        Assert.Equal(2, await CountAsync(hall));
        await page.ClickAsync("[data-act=import]");
        page.WaitForAssertion(() => Assert.Contains("已导入 m.csv", page.Markup));
        Assert.Equal(3, await CountAsync(hall));
    }

    [Fact]
    public async Task AFileWithFaults_ListsThemAndOffersNoImport()
    {
        await using var hall = await OpenAsync(Role.Administrator);
        var page = ImportPage(hall, await MeAsync(hall));

        Upload(page, MatterSheet.OfTwo().With(0, "legal_days", "abc").With(1, "promised_days", "99").Csv);

        page.WaitForAssertion(() => Assert.Equal(["2", "3"], page.FindAll("tbody tr td:first-child").Select(c => c.TextContent)));
        Assert.Contains("“legal_days”列的“abc”不是整数", page.Markup);
        Assert.Empty(page.FindAll("[data-act=import]"));
    }

    [Fact]
    public async Task AFileThatChangesNothing_CannotBeImported()
    {
        await using var hall = await OpenAsync(Role.Administrator);
        var page = ImportPage(hall, await MeAsync(hall));

        Upload(page, MatterSheet.OfTwo().Csv);

        page.WaitForAssertion(() => Assert.True(page.Find("[data-act=import]").IsDisabled()));
    }

    private static async Task<PageHall> OpenAsync(Role role)
    {
        var hall = await PageHall.OpenAsync(role);
        await ImportAsync(hall, MatterSheet.OfTwo());
        return hall;
    }

    private static async Task ImportAsync(PageHall hall, MatterSheet sheet) =>
        (await hall.Node.Get<ImportMatters>().ExecuteAsync(new(hall.Sample.Hall.Id, await sheet.ReadAsync()), SampleStaff.Chief, Cancel)).ShouldPass();

    private static async Task<StaffShell> MeAsync(PageHall hall)
    {
        var me = (await hall.Node.Get<StaffQueries>().MeAsync(hall.Me, Cancel)).ShouldPass();
        return new StaffShell(me, me.Halls[0]);
    }

    private static IRenderedComponent<MattersPage> ShellOf(PageHall hall, StaffShell shell)
    {
        hall.Address.NavigateTo(HallUrls.AdminMatters);
        return hall.Render<MattersPage>(p => p.AddCascadingValue(shell));
    }

    private static IRenderedComponent<MatterImportPage> ImportPage(PageHall hall, StaffShell shell) => hall.Render<MatterImportPage>(p => p.AddCascadingValue(shell));

    private static void Upload(IRenderedComponent<MatterImportPage> page, string csv) =>
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText(csv, "m.csv"));

    private static Task<int> CountAsync(PageHall hall) => hall.Node.ReadAsync(db => db.Set<Matter>().CountAsync(Cancel));
}
