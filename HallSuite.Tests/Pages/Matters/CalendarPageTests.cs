using Bunit;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Calendar;
using HallSuite.Infrastructure.Staffing;
using HallSuite.Tests.TestKit;
using HallSuite.Web;
using HallSuite.Web.Features.Calendar;
using HallSuite.Web.Shared.Layout;
using Microsoft.AspNetCore.Components.Forms;

namespace HallSuite.Tests.Pages.Matters;

public sealed class CalendarPageTests
{
    private const string Year2027 =
        "year 2027\n元旦 off 01-01..01-03\n春节 off 02-05..02-12 work 01-31\n清明节 off 04-05\n劳动节 off 05-01..05-05\n端午节 off 06-09\n中秋节 off 09-15\n国庆节 off 10-01..10-07\n";

    private static CancellationToken Cancel => SampleStaff.Cancel;

    [Fact]
    public async Task ThisYear_ShowsItsDays_AndWhenFiveDaysEnd()
    {
        await using var hall = await PageHall.OpenAsync(Role.WindowClerk);
        var page = Page(hall, HallUrls.AdminCalendarOf(2026), await ShellAsync(hall));

        Assert.Equal(12, page.FindAll(".year-month").Count);
        Assert.Equal(365, page.FindAll(".year-day").Count);
        Assert.Contains("周四 放假 国庆节", page.Find(".year-month:nth-child(10) .year-off").GetAttribute("title"));
        Assert.Equal("2026年10月10日 周六", page.Find("#due-day").TextContent);
        Assert.Contains("year-due", page.Find(".year-makeup[title^='2026年10月10日']").ClassName);
        Assert.Equal(12, page.FindAll(".step").Count);
        Assert.DoesNotContain("暂定", page.Markup);
        Assert.Empty(page.FindAll("[href*=import]"));
    }

    [Fact]
    public async Task AnotherQuestion_GoesIntoTheAddress()
    {
        await using var hall = await PageHall.OpenAsync(Role.WindowClerk);
        var page = Page(hall, HallUrls.AdminCalendarDue(2026, "2026-12-30", "5", "calendar"), await ShellAsync(hall));

        Assert.Equal("2027年1月4日 周一", page.Find("#due-day").TextContent);
        Assert.Contains("到期日是暂定的", page.Markup);
        await page.ChooseAsync("#due-days", "0");
        page.WaitForAssertion(() => Assert.Contains("时限是 1 到 3660 天", page.Markup));
        Assert.Empty(page.FindAll("#due-day"));
        await page.ChooseAsync("#due-from", "");
        Assert.EndsWith("from=&days=0&unit=calendar".Replace("from=&", "", StringComparison.Ordinal), hall.Address.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AYearThatIsNotPublished_SaysSo()
    {
        await using var hall = await PageHall.OpenAsync(Role.WindowClerk);
        var shell = await ShellAsync(hall);

        Assert.Contains("还没有公布这一年的放假安排", Page(hall, HallUrls.AdminCalendarOf(2030), shell).Markup);
        Assert.Contains("不能导入 2100 年", Page(hall, HallUrls.AdminCalendarOf(2100), shell).Markup);
    }

    [Fact]
    public async Task AnImport_ShowsFirstWhatChanges_ThenTheYearIsPublished()
    {
        await using var hall = await PageHall.OpenAsync(Role.Administrator);
        var page = Page(hall, HallUrls.AdminCalendarOf(2027, import: true), await ShellAsync(hall));

        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText(Year2027, "2027.txt"));

        page.WaitForAssertion(() => Assert.Contains("2027年1月31日 周日", page.Markup));
        Assert.Contains("在办时限：0 个改变到期日", page.Markup);
        Assert.False((await hall.Node.Get<WorkCalendars>().ReadAsync(Cancel)).IsPublished(2027));
        await page.ClickAsync("[data-act=import]");
        page.WaitForAssertion(() => Assert.Contains("以后的到期日按新日历计算", page.Markup));
        page.WaitForAssertion(() => Assert.DoesNotContain("还没有公布这一年", page.Markup));
        Assert.True((await hall.Node.Get<WorkCalendars>().ReadAsync(Cancel)).IsPublished(2027));
    }

    [Fact]
    public async Task AnImportWithFaults_ListsTheLines()
    {
        await using var hall = await PageHall.OpenAsync(Role.Administrator);
        var page = Page(hall, HallUrls.AdminCalendarOf(2027, import: true), await ShellAsync(hall));

        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText("year 2027\n春节 of 02-06\n清明节 off 4月5日\n", "2027.txt"));

        page.WaitForAssertion(() => Assert.Equal(["2", "3"], page.FindAll("tbody td.cell-number").Select(c => c.TextContent)));
        Assert.Empty(page.FindAll("[data-act=import]"));
    }

    private static IRenderedComponent<CalendarPage> Page(PageHall hall, string address, StaffShell shell)
    {
        hall.Address.NavigateTo(address);
        return hall.Render<CalendarPage>(p => p.AddCascadingValue(shell));
    }

    private static async Task<StaffShell> ShellAsync(PageHall hall)
    {
        var me = (await hall.Node.Get<StaffQueries>().MeAsync(hall.Me, Cancel)).ShouldPass();
        return new StaffShell(me, me.Halls[0]);
    }
}
