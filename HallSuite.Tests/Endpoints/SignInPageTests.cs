using System.Net;
using HallSuite.Domain.Staffing;
using HallSuite.Tests.TestKit;

namespace HallSuite.Tests.Endpoints;

public sealed class SignInPageTests
{
    [Fact]
    public async Task SignIn_WithTheRightPassword_StartsASessionAndGoesToWhereThePersonWanted()
    {
        await using var web = await HallWeb.CreateAsync();
        await web.HireAsync("clerk1", Role.WindowClerk);
        using var browser = web.Visitor();

        var answer = await browser.PostFormAsync("/login?returnTo=%2Fwindow%3Fhall%3Ddemo", new() { ["username"] = " Clerk1 ", ["password"] = HallWeb.Password });

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/window?hall=demo", answer.Headers.Location?.OriginalString);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith("hall-session=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    public async Task SignIn_WithAForgedReturnAddress_GoesHome(string returnTo)
    {
        await using var web = await HallWeb.CreateAsync();
        await web.HireAsync("clerk1", Role.WindowClerk);
        using var browser = web.Visitor();

        var answer = await browser.PostFormAsync(
            $"/login?returnTo={Uri.EscapeDataString(returnTo)}", new() { ["username"] = "clerk1", ["password"] = HallWeb.Password });

        Assert.Equal("/", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task SignIn_WithAWrongPassword_SaysSoAndKeepsTheName()
    {
        await using var web = await HallWeb.CreateAsync();
        await web.HireAsync("clerk1", Role.WindowClerk);
        using var browser = web.Visitor();

        var answer = await browser.PostFormAsync("/login", new() { ["username"] = "clerk1", ["password"] = "wrong" });

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        var page = await answer.TextAsync();
        Assert.Contains("用户名或密码不对", page);
        Assert.Contains("value=\"clerk1\"", page);
        Assert.DoesNotContain("wrong", page);
    }

    [Fact]
    public async Task SignIn_WithoutTheAntiforgeryToken_IsRefused()
    {
        await using var web = await HallWeb.CreateAsync();
        using var browser = web.Visitor();

        var answer = await browser.PostAsync("/login", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_handler"] = "sign-in", ["username"] = "clerk1", ["password"] = HallWeb.Password,
        }), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }
}
