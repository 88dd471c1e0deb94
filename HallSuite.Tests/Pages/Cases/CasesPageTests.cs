using Bunit;
using HallSuite.Domain.Cases;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Tests.Operations.Cases;
using HallSuite.Tests.TestKit;
using HallSuite.Web;
using HallSuite.Web.Features.Cases;
using HallSuite.Web.Shared.Layout;

namespace HallSuite.Tests.Pages.Cases;

/// <summary>The list of cases and the box that finds them: what can be asked, what stands in the address, what must not.</summary>
public sealed class CasesPageTests
{
    private const string Hall = "sample";

    [Fact]
    public async Task TheList_FollowsTheAddress_AndWhatHappensElsewhere()
    {
        await using var office = await CaseOffice.OpenAsync(DatabaseProvider.Sqlite);
        var clerk = await office.ClerkAsync();
        var first = (await office.FileAsync(await office.ReceivedAsync())).Number;
        await using var hall = await PageHall.OverAsync(office.Node, office.Sample, clerk);
        var page = await hall.OpenInFrameAsync<CasesPage>(HallUrls.Cases(Hall));
        Assert.Equal(HallUrls.Case(first), Assert.Single(page.FindAll("tbody a")).GetAttribute("href"));
        Assert.Contains("已收件", page.Find("tbody tr").TextContent, StringComparison.Ordinal);

        await office.DraftAsync();
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("tbody tr").Count));
        Assert.Contains("2 件在办", page.Find(".page-sub").TextContent, StringComparison.Ordinal);

        await page.ChooseAsync("select[aria-label=状态]", nameof(CaseState.Delivered));
        page.WaitForAssertion(() => Assert.Contains("没有符合条件的办件", page.Markup, StringComparison.Ordinal));
        Assert.Contains("已筛选：已办结。", page.Find(".empty").TextContent, StringComparison.Ordinal);
        Assert.EndsWith("state=Delivered", hall.Address.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACaseThatHasEnded_IsFoundByItsNumber()
    {
        await using var office = await CaseOffice.OpenAsync(DatabaseProvider.Sqlite);
        var clerk = await office.ClerkAsync();
        (await office.Get<WithdrawCase>().ExecuteAsync(new(await office.ReceivedAsync(), ""), clerk, CaseOffice.Cancel)).ShouldPass();
        await using var hall = await PageHall.OverAsync(office.Node, office.Sample, clerk);
        var page = await hall.OpenInFrameAsync<CasesPage>(HallUrls.Cases(Hall));
        Assert.Contains("收件以后，办件就在这里", page.Markup, StringComparison.Ordinal);

        await page.ChooseAsync("input[type=search]", "1");

        page.WaitForAssertion(() => Assert.Contains("已撤回", page.Find("tbody tr").TextContent, StringComparison.Ordinal));
        Assert.Contains("9月28日 周一办结", page.Find("tbody tr").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnApplicantsNumber_FindsTheirCases_AndStandsInNoAddress()
    {
        await using var office = await CaseOffice.OpenAsync(DatabaseProvider.Sqlite);
        await office.DraftAsync();
        var before = HallUrls.Cases(Hall, state: nameof(CaseState.Accepted));
        await using var hall = await PageHall.OverAsync(office.Node, office.Sample, await office.ClerkAsync());
        var page = await hall.OpenInFrameAsync<CasesPage>(before);
        Assert.Empty(page.FindAll("tbody tr"));

        await page.PressAsync("按证件号码查");
        await page.TypeAsync("#applicant-number", CaseOffice.Number[..17]);
        await page.SendAsync();
        page.WaitForAssertion(() => Assert.Contains("id-number.invalid", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Equal(CaseOffice.Number[..17], page.ValueOf("#applicant-number"));
        await page.TypeAsync("#applicant-number", CaseOffice.Number);
        await page.SendAsync();

        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody tr")));
        Assert.Contains("这位申请人有 1 件", page.Markup, StringComparison.Ordinal);
        Assert.EndsWith(before, hall.Address.Uri, StringComparison.Ordinal);
        Assert.All(hall.Address.History, h => Assert.DoesNotContain(CaseOffice.Number[..6], h.Uri, StringComparison.Ordinal));
        await page.PressAsync("回到清单");
        Assert.Empty(page.FindAll("tbody tr"));
        Assert.Equal("", page.ValueOf("#applicant-number") ?? "");
    }

    [Theory]
    [InlineData("1", 1)]
    [InlineData("经营", 1)]
    [InlineData("nothing", 0)]
    public async Task TheFinder_LeadsToACase(string typed, int expected)
    {
        await using var office = await CaseOffice.OpenAsync(DatabaseProvider.Sqlite);
        var number = (await office.FileAsync(await office.ReceivedAsync())).Number;
        await using var hall = await PageHall.OverAsync(office.Node, office.Sample, await office.ClerkAsync());
        var sample = office.Sample.Hall;
        var closed = false;
        var finder = hall.Render<Finder>(p => p.Add(f => f.Hall, new HallEntry(sample.Id, sample.Code, sample.Name, sample.TimeZone)).Add(f => f.WithCases, true).Add(f => f.OnClose, () => closed = true));

        await finder.TypeAsync("#finder-text", typed);
        await finder.SendAsync();

        finder.WaitForAssertion(() => Assert.Equal(expected, finder.FindAll("a.side-item").Count));
        Assert.Equal(expected == 0, finder.Markup.Contains("没有找到", StringComparison.Ordinal));
        foreach (var link in finder.FindAll("a.side-item"))
        {
            Assert.Equal(HallUrls.Case(number), link.GetAttribute("href"));
        }

        Assert.False(closed);
    }
}
