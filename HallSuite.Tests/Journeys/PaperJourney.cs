using HallSuite.Tests.TestKit;
using HallSuite.Web;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HallSuite.Tests.Journeys;

/// <summary>An administrator looks through the papers, on paper and as pages, and prints one.</summary>
public sealed class PaperJourney(Chromium chromium)
{
    [Fact]
    public async Task APaper_IsChosenShownAndPrinted()
    {
        await using var hall = await HallInBrowser.OpenAsync(chromium);
        var page = await hall.StaffPageAsync("admin", HallUrls.AdminDocuments("Acceptance", "page"));
        await page.EvaluateAsync("window.open = (address) => { window.printed = address; return null; }");

        await Expect(page.Locator(".paper-title")).ToHaveTextAsync("受理通知书");
        await page.ClickAsync(".side-item >> text=不予行政许可决定书");
        await Expect(page.Locator(".paper-title")).ToHaveTextAsync("不予行政许可决定书");
        await page.ClickAsync("[data-print-frame]");

        Assert.EndsWith(HallUrls.AdminDocuments("Refusal", "page"), page.Url, StringComparison.Ordinal);
        Assert.Equal(HallUrls.PaperSample("Refusal"), await page.EvaluateAsync<string>("window.printed"));
    }

    [Fact]
    public async Task ThePdf_IsPrintedFromItsFrame()
    {
        await using var hall = await HallInBrowser.OpenAsync(chromium);
        var page = await hall.StaffPageAsync("admin", HallUrls.AdminDocuments("Acceptance"));

        // A browser without a window shows no PDF in the frame: a page of the same site stands in for it.
        await page.EvaluateAsync("""
            async () => {
              const frame = document.getElementById("paper");
              const loaded = new Promise((done) => frame.addEventListener("load", done, { once: true }));
              frame.src = "healthz";
              await loaded;
              frame.contentWindow.print = () => { window.printed = frame.id; };
            }
            """);
        await page.ClickAsync("[data-print-frame]");

        Assert.Equal("paper", await page.EvaluateAsync<string>("window.printed"));
    }

    [Theory]
    [InlineData(1366, 768)]
    [InlineData(390, 844)]
    public async Task ThePdf_FitsTheWindow(int width, int height)
    {
        await using var hall = await HallInBrowser.OpenAsync(chromium);
        var page = await hall.StaffPageAsync("admin", HallUrls.AdminDocuments("Receipt"), width, height);

        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        Assert.True((await page.Locator("#paper").BoundingBoxAsync())!.Height >= 480);
    }
}
