using HallSuite.Domain.Cases;
using HallSuite.Tests.TestKit;
using HallSuite.Web;
using Microsoft.EntityFrameworkCore;
using static Microsoft.Playwright.Assertions;

namespace HallSuite.Tests.Journeys;

/// <summary>A certificate from the decision to the applicant's hand, in the browser of whoever stands at the desk.</summary>
public sealed class IssueJourney(Chromium chromium)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FromTheDecisionToTheApplicantsHand_ByKeyboard_WhileAColleagueLooks()
    {
        await using var hall = await HallInBrowser.OpenAsync(chromium);
        var number = await hall.Web.ApprovedCaseAsync();
        var clerk = await hall.StaffPageAsync("clerk1", HallUrls.Issue("demo", chosen: number));
        var colleague = await hall.StaffPageAsync("clerk2", HallUrls.Issue("demo"));
        await Expect(colleague.Locator("tbody tr")).ToHaveCountAsync(1);

        await clerk.Keyboard.PressAsync("Control+Enter");
        await Expect(clerk.Locator("[data-act=NotifyReady]")).ToBeEnabledAsync();
        await Expect(colleague.Locator("tbody tr")).ToHaveCountAsync(0);
        var file = await clerk.Locator(".item-row a").First.GetAttributeAsync("href");
        var pdf = await clerk.APIRequest.GetAsync(hall.Url + file);
        Assert.Equal("application/pdf", pdf.Headers["content-type"]);
        await HallInBrowser.ActAsync(clerk, "NotifyReady");
        await clerk.FillAsync("#deliver-receiver", "阿卜杜勒·热合曼");
        await clerk.CheckAsync("#deliver-identity");
        await HallInBrowser.ActAsync(clerk, "Deliver");
        await Expect(clerk.Locator("[data-act=Archive]")).ToBeEnabledAsync();

        Assert.Equal(CaseState.Delivered, await hall.Web.ReadAsync(db => db.Set<Case>().Where(c => c.Number == number).Select(c => c.State).SingleAsync(Cancel)));
    }

    [Theory]
    [InlineData(1366, 768, "zh-CN", false)]
    [InlineData(1366, 768, "en", true)]
    [InlineData(1920, 1080, "zh-CN", true)]
    [InlineData(1920, 1080, "en", false)]
    [InlineData(390, 844, "zh-CN", false)]
    [InlineData(390, 844, "en", true)]
    public async Task TheDesk_IsUsableByEveryone_AndFitsTheScreen(int width, int height, string language, bool dark)
    {
        await using var hall = await HallInBrowser.OpenAsync(chromium);
        var number = await hall.Web.ApprovedCaseAsync();
        await hall.Web.ApprovedCaseAsync();
        var clerk = await hall.StaffPageAsync("clerk1", HallUrls.Issue("demo"), width, height, language, dark);
        var faults = new List<string>();
        await LookAsync("list");
        await clerk.GotoAsync(HallUrls.Issue("demo", chosen: number));
        await HallInBrowser.InteractiveAsync(clerk);
        await LookAsync("issue");
        await HallInBrowser.ActAsync(clerk, "Issue");
        await Expect(clerk.Locator("[data-act=NotifyReady]")).ToBeEnabledAsync();
        await LookAsync("notify");
        await HallInBrowser.ActAsync(clerk, "deliver-now");
        await HallInBrowser.ActAsync(clerk, "Deliver");
        await Expect(clerk.Locator(".field-error")).ToBeVisibleAsync();
        await LookAsync("deliver, refused");
        await clerk.GotoAsync(HallUrls.Issue("demo", nameof(Infrastructure.Cases.IssueDeskPart.DeliveredToday)));
        await HallInBrowser.InteractiveAsync(clerk);
        await LookAsync("empty");

        Assert.True(faults.Count == 0, string.Join('\n', faults));

        async Task LookAsync(string what) => faults.AddRange(await Usability.FaultsOfAsync(clerk, what, "#main"));
    }
}
