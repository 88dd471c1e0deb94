using System.Net;
using System.Text.RegularExpressions;
using HallSuite.Domain.Staffing;
using HallSuite.Tests.TestKit;
using HallSuite.Web;
using HallSuite.Web.Shared.Layout;

namespace HallSuite.Tests.Endpoints;

/// <summary>The document around every page: style sheets, scripts, language, theme, compression.</summary>
public sealed partial class DocumentTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static async Task<(HallWeb Web, HttpClient Clerk, SampleHall Sample)> SignedInAsync()
    {
        var web = await HallWeb.CreateAsync();
        var sample = new SampleHall(TestHall.Start);
        await web.SeedAsync(sample.Entities);
        await web.HireAsync("clerk1", Role.WindowClerk);
        return (web, await web.SignedInAsync("clerk1"), sample);
    }

    [Fact]
    public async Task AStaffPage_HasItsSheetsInOrder_AndNoInlineScript()
    {
        var (web, clerk, sample) = await SignedInAsync();
        await using var _ = web;

        var answer = await clerk.GetAsync(HallUrls.WindowConsole(sample.Hall.Code, 1), Cancel);
        var html = await answer.TextAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(Surfaces.SheetsOf(Surface.Staff), SheetsIn(html));
        Assert.All(Script().Matches(html), s => Assert.Matches("\\bsrc=\"|type=\"application/json\"", s.Value));
        Assert.Contains("data-mode=\"static\"", html, StringComparison.Ordinal);
        Assert.Contains("综合受理", html, StringComparison.Ordinal); // the page is there before its circuit is
    }

    [Fact]
    public async Task ASignInPage_NeedsNeitherCircuitNorRadzen()
    {
        await using var web = await HallWeb.CreateAsync();

        var html = await (await web.Visitor().GetAsync(HallUrls.Login(), Cancel)).TextAsync();

        Assert.Equal(Surfaces.SheetsOf(Surface.Public), SheetsIn(html));
        Assert.DoesNotContain("blazor.web", html, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"zh-CN\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheLanguage_IsKept_AndLeadsBack()
    {
        await using var web = await HallWeb.CreateAsync();
        var visitor = web.Visitor();

        var chosen = await visitor.GetAsync($"{HallUrls.Language}?to=en&returnTo={Uri.EscapeDataString(HallUrls.Login())}", Cancel);
        var html = await (await visitor.GetAsync(HallUrls.Login(), Cancel)).TextAsync();

        Assert.Equal((HttpStatusCode.Redirect, "/login"), (chosen.StatusCode, chosen.Headers.Location?.ToString()));
        Assert.Contains("<html lang=\"en\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/language?to=en&returnTo=https://evil.example/")]
    [InlineData("/language?to=en&returnTo=//evil.example")]
    [InlineData("/language?to=xx&returnTo=%0d%0aSet-Cookie:%20a=b")]
    [InlineData("/language")]
    public async Task TheLanguageSwitch_NeverLeadsElsewhere(string address)
    {
        await using var web = await HallWeb.CreateAsync();

        var answer = await web.Visitor().GetAsync(address, Cancel);

        Assert.Equal((HttpStatusCode.Redirect, "/"), (answer.StatusCode, answer.Headers.Location?.ToString()));
    }

    [Theory]
    [InlineData("hall-theme=dark", "dark")]
    [InlineData("hall-theme=light", "light")]
    [InlineData("hall-theme=auto", "light")]
    [InlineData("hall-theme=%22%3E%3Cscript%3E", "light")]
    public async Task TheTheme_IsDrawnAsTheCookieSays(string cookie, string expected)
    {
        await using var web = await HallWeb.CreateAsync();
        var request = new HttpRequestMessage(HttpMethod.Get, HallUrls.Login());
        request.Headers.Add("Cookie", cookie);

        var html = await (await web.CreateDefaultClient().SendAsync(request, Cancel)).TextAsync();

        Assert.Contains($"data-theme=\"{expected}\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_AreCompressed()
    {
        await using var web = await HallWeb.CreateAsync();
        var request = new HttpRequestMessage(HttpMethod.Get, HallUrls.Login());
        request.Headers.Add("Accept-Encoding", "gzip");

        var answer = await web.CreateDefaultClient().SendAsync(request, Cancel);

        Assert.Equal(["gzip"], answer.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task ThePageOfAHall_CompletesItsAddressFromTheLastVisit()
    {
        var (web, _, sample) = await SignedInAsync();
        await using var owner = web;
        var other = new SampleHall(TestHall.Start, "other");
        await web.SeedAsync(other.Entities);
        var clerk = await web.SignedInAsync("clerk1");
        var request = new HttpRequestMessage(HttpMethod.Get, HallUrls.WindowConsole());
        request.Headers.Add("Cookie", "hall-last=sample; hall-window-sample=2");

        // The container of the signed-in browser adds the session's cookie to these.
        var answer = await clerk.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.EndsWith(HallUrls.WindowConsole(sample.Hall.Code), answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    // Own files carry a fingerprint in their name: css/base.abc123.css.
    private static IEnumerable<string> SheetsIn(string html) =>
        Sheet().Matches(html).Select(m => m.Groups[1].Value).Select(href => Fingerprint().Replace(href, ".css"));

    [GeneratedRegex("<link rel=\"stylesheet\" href=\"([^\"]+)\"")]
    private static partial Regex Sheet();

    [GeneratedRegex(@"\.[a-z0-9]{10}\.css$")]
    private static partial Regex Fingerprint();

    [GeneratedRegex("<script\\b[^>]*>")]
    private static partial Regex Script();
}
