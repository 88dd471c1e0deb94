using System.Net;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Staffing;
using HallSuite.Tests.TestKit;

namespace HallSuite.Tests.Endpoints;

/// <summary>The screens' own pages: who gets in and how, and what the others are told.</summary>
public sealed class ScreenPageTests
{
    public static TheoryData<string> Screens => ["/screen/sample", "/screen/sample/queue", "/screen/sample/window/1"];

    [Theory, MemberData(nameof(Screens))]
    public async Task AKeyInTheAddress_IsSwappedForACookie_AndLeavesTheAddress(string screen)
    {
        await using var web = await OpenAsync();
        using var browser = web.Visitor();

        var first = await browser.GetAsync($"{screen}?theme=light&key=test-Screen&lang=en", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Equal($"{screen}?theme=light&lang=en", first.Headers.Location?.OriginalString);
        var cookie = Assert.Single(first.Headers.GetValues("Set-Cookie"), c => c.StartsWith("hallsuite-screen=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        var page = await browser.GetAsync(first.Headers.Location, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        var html = await page.TextAsync();
        Assert.Contains("id=\"screen\"", html);
        Assert.Contains("data-theme=\"light\"", html);
        Assert.Contains("data-culture=\"en\"", html);
        Assert.DoesNotContain("test-Screen", html);
        Assert.DoesNotContain("blazor.web", html);
    }

    [Theory, MemberData(nameof(Screens))]
    public async Task WithoutAKey_ThePageSaysWhatToDo(string screen)
    {
        await using var web = await OpenAsync();
        using var browser = web.Visitor();

        var refused = await browser.GetAsync(screen, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        var html = await refused.TextAsync();
        Assert.Contains("device.unknown", html);
        Assert.Contains("?key=", html);
    }

    [Theory]
    [InlineData("no-such-key", HttpStatusCode.Unauthorized, "device.unknown")]
    [InlineData("revoked", HttpStatusCode.Unauthorized, "device.unknown")]
    [InlineData("test-Kiosk", HttpStatusCode.Forbidden, "device.wrong-kind")]
    public async Task WithAWrongKey_ThePageSaysSo_AndKeepsNothing(string key, HttpStatusCode status, string code)
    {
        await using var web = await OpenAsync();
        using var browser = web.Visitor();

        var refused = await browser.GetAsync($"/screen/sample/queue?key={key}", TestContext.Current.CancellationToken);

        Assert.Equal(status, refused.StatusCode);
        Assert.Contains(code, await refused.TextAsync());
        Assert.False(refused.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task AKiosksCookie_OpensNoScreen()
    {
        await using var web = await OpenAsync();
        using var browser = web.Visitor();
        await browser.GetAsync("/kiosk/sample?key=test-Kiosk", TestContext.Current.CancellationToken);

        var refused = await browser.GetAsync("/screen/sample/queue", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    [Theory]
    [InlineData("/screen/nowhere/queue", HttpStatusCode.NotFound, "hall.unknown")]
    [InlineData("/screen/sample/window/99", HttpStatusCode.NotFound, "window.unknown")]
    [InlineData("/screen/elsewhere", HttpStatusCode.Forbidden, "permission.denied")]
    public async Task AScreenThatIsNoneOrOfAnotherHall_IsRefused(string screen, HttpStatusCode status, string code)
    {
        await using var web = await OpenAsync();
        await web.SeedAsync(new SampleHall(TestHall.Start, "elsewhere").Entities);
        using var browser = web.Visitor();
        await browser.GetAsync("/screen/sample?key=test-Screen", TestContext.Current.CancellationToken);

        var refused = await browser.GetAsync(screen, TestContext.Current.CancellationToken);

        Assert.Equal(status, refused.StatusCode);
        Assert.Contains(code, await refused.TextAsync());
    }

    [Theory]
    [InlineData(Role.HallManager, HttpStatusCode.OK)]
    [InlineData(Role.Auditor, HttpStatusCode.Forbidden)]
    public async Task Staff_OpenScreensByTheirSession_IfTheirPostLetsThem(Role role, HttpStatusCode status)
    {
        await using var web = await OpenAsync();
        await web.HireAsync("someone", role);
        using var browser = await web.SignedInAsync("someone");

        Assert.Equal(status, (await browser.GetAsync("/screen/sample/queue", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task NothingPersonal_IsOnAnyScreen()
    {
        await using var web = await OpenAsync();
        using var kiosk = new ApiClient(web, DeviceKind.Kiosk);
        var code = (await kiosk.PostAsync("tickets", new { lane = "A", name = "欧阳振华", idNumber = "11010519491231002X" }))["url"].GetString()!.Split('/')[^1];
        using var caller = new ApiClient(web, DeviceKind.Caller);
        await caller.PostAsync("windows/1/next");
        using var browser = web.Visitor();
        await browser.GetAsync("/screen/sample?key=test-Screen", TestContext.Current.CancellationToken);

        foreach (var screen in Screens)
        {
            var html = await (await browser.GetAsync(screen.Data, TestContext.Current.CancellationToken)).TextAsync();
            Assert.Contains(screen.Data == "/screen/sample" ? "plan-window is-busy" : "A001", html);
            Assert.DoesNotContain("欧阳", html);
            Assert.DoesNotContain("19491231", html);
            Assert.DoesNotContain(code, html);
        }
    }

    private static async Task<HallWeb> OpenAsync()
    {
        var web = await HallWeb.CreateAsync();
        var sample = new SampleHall(TestHall.Start);
        var revoked = SampleDevices.New(sample, DeviceKind.Screen, "revoked");
        revoked.Revoke(TestHall.Start);
        await web.SeedAsync([.. sample.Entities, .. SampleDevices.Of(sample), revoked]);
        return web;
    }
}
