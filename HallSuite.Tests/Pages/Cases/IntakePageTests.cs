using Bunit;
using HallSuite.Domain.Cases;
using HallSuite.Domain.Staffing;
using HallSuite.Tests.Domain.Matters;
using HallSuite.Tests.Operations.Cases;
using HallSuite.Tests.TestKit;
using HallSuite.Web;
using HallSuite.Web.Features.Cases;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Tests.Pages.Cases;

/// <summary>Taking papers in without a ticket, on a real database.</summary>
public sealed class IntakePageTests
{
    [Fact]
    public async Task AMatterWithAllItsMaterials_IsAccepted_AndItsPapersAreThere()
    {
        await using var hall = await PageHall.OpenAsync(Role.WindowClerk);
        var page = await OpenAsync(hall);
        Assert.True(page.Find("[data-act=Accept]").HasAttribute("disabled"));
        await TypeApplicantAsync(page);
        for (var i = 0; i < Standards.Content.Materials.Count; i++)
        {
            await page.InvokeAsync(() => page.Find($".materials tr:nth-child({i + 1}) .segmented button").ClickAsync());
        }

        await page.ClickAsync("[data-act=Accept]");

        page.WaitForAssertion(() => Assert.Contains("受理通知书", page.Find(".intake").TextContent));
        Assert.Equal(CaseState.Accepted, Assert.Single(await StatesAsync(hall)));
    }

    [Fact]
    public async Task ScansAskedForTwiceAtOnce_OpenOneCase()
    {
        await using var hall = await PageHall.OpenAsync(Role.WindowClerk);
        var page = await OpenAsync(hall);
        await TypeApplicantAsync(page);

        await page.InvokeAsync(() =>
        {
            var scans = page.FindAll("button").Single(b => b.TextContent.Contains("扫描材料", StringComparison.Ordinal));
            return Task.WhenAll(scans.ClickAsync(), scans.ClickAsync());
        });

        page.WaitForAssertion(() => Assert.Single(page.FindAll(".scan-viewer")));
        Assert.Equal(CaseState.Draft, Assert.Single(await StatesAsync(hall)));
    }

    [Theory]
    [InlineData("99")]
    [InlineData("Nothing")]
    public async Task APartThatThereIsNot_ShowsWhatAwaitsAcceptance(string part)
    {
        await using var hall = await PageHall.OpenAsync(Role.WindowClerk);

        var page = await hall.OpenInFrameAsync<IntakePage>(HallUrls.Intake(hall.Sample.Hall.Code, part));

        Assert.Contains("待受理", page.Find(".tabs .is-current").TextContent);
    }

    private static async Task<IRenderedComponent<IntakePage>> OpenAsync(PageHall hall)
    {
        await CaseOffice.InAsync(hall.Node, hall.Sample);
        return await hall.OpenInFrameAsync<IntakePage>(HallUrls.IntakeMatter(hall.Sample.Hall.Code, Standards.Code.Text));
    }

    private static async Task TypeApplicantAsync(IRenderedComponent<IntakePage> page)
    {
        await page.ChooseAsync("#id-number", CaseOffice.Number);
        await page.TypeAsync("#name", CaseOffice.Name);
    }

    private static Task<List<CaseState>> StatesAsync(PageHall hall) => hall.Node.ReadAsync(db => db.Set<Case>().Select(c => c.State).ToListAsync());
}
