using HallSuite.Tests.TestKit;
using HallSuite.Web;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HallSuite.Tests.Journeys;

/// <summary>The applicant looks up the own case on a phone and on a desk, with scripts and without, in both languages.</summary>
public sealed class ProgressJourney(Chromium chromium)
{
    [Fact]
    public async Task AnApplicant_LooksTheCaseUp_AndUnderstandsTheDay()
    {
        await using var hall = await HallInBrowser.OpenAsync(chromium, withCases: true);
        var file = await hall.Web.CaseAsync("云海健身中心");
        foreach (var scripts in new[] { true, false })
        {
            var page = await hall.NewPageAsync(390, 844, scripts: scripts);
            await page.GotoAsync(HallUrls.Portal);
            await page.ClickAsync($"a[href='{HallUrls.ProgressSearch}']");
            await page.FillAsync("#number", file.Number);
            await page.FillAsync("#key", file.QueryKey);
            await page.ClickAsync("form.portal-card button");

            await Expect(page.Locator(".portal-status")).ToContainTextAsync("审查中");
            Assert.EndsWith(HallUrls.Progress(file.Number), page.Url, StringComparison.Ordinal);
            await Expect(page.Locator(".portal-date")).ToBeInViewportAsync();
            await Expect(page.Locator(".portal-todo h2")).ToBeInViewportAsync();
            await Expect(page.Locator(".week-grid")).ToBeHiddenAsync();
            await page.ClickAsync("summary");
            await Expect(page.Locator(".week-grid")).ToBeVisibleAsync();
            await page.ClickAsync(".portal-head a");
            await Expect(page.Locator("main.is-large .portal-status")).ToBeVisibleAsync();
        }
    }

    [Theory]
    [InlineData("zh-CN", false)]
    [InlineData("en", true)]
    public async Task ThePages_AreUsableByEveryone(string language, bool dark)
    {
        await using var hall = await HallInBrowser.OpenAsync(chromium, withCases: true);
        List<string> addresses = [HallUrls.ProgressSearch];
        foreach (var subject in new[] { "云海健身中心", "云泊酒店", "碧波游泳馆", "北岭村水厂", "紫薇美容美发店", "东湖二次供水泵房", "青山屠宰点", "仁和综合门诊部" })
        {
            var file = await hall.Web.CaseAsync(subject);
            addresses.Add(HallUrls.Progress(file.Number, file.QueryKey));
        }

        addresses.Add(HallUrls.Progress("DEMO2026010100001", "none"));
        foreach (var (width, height) in new[] { (390, 844), (1366, 768) })
        {
            var page = await hall.NewPageAsync(width, height, language, dark);
            foreach (var address in addresses)
            {
                await page.GotoAsync(address);
                await page.EvaluateAsync("() => document.querySelectorAll('details').forEach(d => d.open = true)");
                Assert.Empty(await Usability.FaultsOfAsync(page, $"{address} {width} {language}"));
            }
        }
    }
}
