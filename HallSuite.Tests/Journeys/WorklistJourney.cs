using HallSuite.Domain.Applicants;
using HallSuite.Domain.Cases;
using HallSuite.Domain.Matters;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Tests.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HallSuite.Tests.Journeys;

/// <summary>A reviewer's morning: cases come by themselves, a step is taken, the list is walked by keys; and pages that everyone can use.</summary>
public sealed class WorklistJourney(Chromium chromium)
{
    private const string ToTake = "/worklist?hall=demo&part=ToTake";

    private static readonly ApplicantEntry Pool = new(ApplicantKind.Company, "青澜区沐晨游泳馆有限公司", IdentityType.Citizen, "91350100M000100Y43", null, Reason: "执照原件核对一致");
    private static readonly ApplicantEntry Nurse = new(ApplicantKind.Natural, "刘晓敏", IdentityType.Citizen, "11010519491231002X", null);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ACaseComesByItself_AndIsTakenInOneBrowser_ForBothToSee(DatabaseProvider provider)
    {
        await using var hall = await HallInBrowser.OpenAsync(chromium, provider);
        var reviewer = await hall.StaffPageAsync("reviewer1", ToTake);
        var head = await hall.StaffPageAsync("head1", ToTake);
        await Expect(reviewer.Locator(".empty")).ToBeVisibleAsync();

        var accepted = await hall.Web.AcceptCaseAsync("公共场所卫生许可", Pool);

        foreach (var page in new[] { reviewer, head })
        {
            await Expect(page.Locator("tbody tr")).ToHaveCountAsync(1);
            await Expect(page.Locator("tbody tr")).ToContainTextAsync(Pool.Name);
        }

        await reviewer.Keyboard.PressAsync("j");
        await Expect(reviewer.Locator(".detail")).ToContainTextAsync(accepted.Number);
        await reviewer.DispatchEventAsync("[data-act=StartReview]", "click"); // no finger: the next click there is no second half of this one
        await reviewer.ClickAsync("[data-act^='Take ']");
        await Expect(reviewer.Locator("tbody tr")).ToHaveCountAsync(0);
        await Expect(head.Locator("tbody tr")).ToHaveCountAsync(0);
        await Expect(reviewer.Locator(".rail .badge")).ToHaveTextAsync("1");
        Assert.NotNull(await hall.Web.ReadAsync(db => db.Set<Case>().SelectMany(c => c.Steps).Where(s => s.State == StepState.Open).Select(s => s.Reviewer).SingleAsync(Cancel)));

        await reviewer.Keyboard.PressAsync("Control+k");
        await reviewer.FillAsync("#finder-text", "1");
        await reviewer.Keyboard.PressAsync("Enter");
        await Expect(reviewer.Locator(".dialog a.side-item")).ToContainTextAsync(accepted.Number);
    }

    [Theory]
    [InlineData(1366, 768, "zh-CN", false)]
    [InlineData(1920, 1080, "en", true)]
    [InlineData(390, 844, "en", false)]
    public async Task WorklistAndCases_AreUsableByEveryone_AndFitTheScreen(int width, int height, string language, bool dark)
    {
        await using var hall = await HallInBrowser.OpenAsync(chromium);
        var mine = await hall.Web.TakeUpCaseAsync(await hall.Web.AcceptCaseAsync("公共场所卫生许可", Pool, "更衣室"), "reviewer1");
        await hall.Web.AcceptCaseAsync("护士执业注册", Nurse);
        var page = await hall.StaffPageAsync("reviewer1", $"/worklist?hall=demo&case={mine.Number}", width, height, language, dark);
        var faults = new List<string>();
        await LookAsync("mine", "tbody tr");
        await PrintedAsync();
        await page.GotoAsync(ToTake);
        await LookAsync("to take", "tbody tr");
        await page.GotoAsync("/worklist?hall=demo&part=Suspended&light=Red");
        await LookAsync("empty", ".empty");
        await page.GotoAsync("/cases?hall=demo");
        await LookAsync("cases", "tbody tr");
        await page.ClickAsync(".toolbar [aria-expanded]");
        await Expect(page.Locator("#applicant-number")).ToBeVisibleAsync();
        await LookAsync("by number", "tbody tr");
        var head = await hall.StaffPageAsync("head1", $"/worklist?hall=demo&part=ToTake&case={mine.Number}", width, height, language, dark);
        page = head;
        await page.ClickAsync("[data-act^='Give ']");
        await LookAsync("give", ".dialog");

        Assert.True(faults.Count == 0, string.Join('\n', faults));

        // On paper the list stands alone, black on white, and says what it is.
        async Task PrintedAsync()
        {
            await page.EmulateMediaAsync(new() { Media = Media.Print });
            await Expect(page.Locator(".print-only")).ToBeVisibleAsync();
            await Expect(page.Locator("tbody tr")).ToBeVisibleAsync();
            foreach (var left in new[] { ".rail", ".topbar", ".toolbar", ".detail", "[data-print-page]" })
            {
                await Expect(page.Locator(left).First).ToBeHiddenAsync();
            }

            Assert.Equal("rgb(0, 0, 0)", await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('tbody td')).color"));
            await page.EmulateMediaAsync(new() { Media = Media.Screen });
        }

        async Task LookAsync(string what, string waitFor)
        {
            await HallInBrowser.InteractiveAsync(page);
            await page.Locator(waitFor).First.WaitForAsync();
            faults.AddRange(await Usability.FaultsOfAsync(page, what));
        }
    }
}
