using System.Net;
using System.Security.Claims;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Platform.Live;
using HallSuite.Infrastructure.Platform.Work;
using HallSuite.Infrastructure.Staffing;
using HallSuite.Tests.TestKit;
using HallSuite.Web.Hosting;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HallSuite.Tests.Endpoints;

public sealed class SessionTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Page_WithoutASession_LeadsToSignInAndBack()
    {
        await using var web = await HallWeb.CreateAsync();
        using var browser = web.Visitor();

        var answer = await browser.GetAsync("/account?x=1", Cancel);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/login?returnTo=%2Faccount%3Fx%3D1", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Page_WithASession_IsThereUntilTheSessionsEnd()
    {
        await using var web = await HallWeb.CreateAsync();
        var clerk = await web.HireAsync("clerk1", Role.WindowClerk);
        using var browser = await web.SignedInAsync("clerk1");
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account", Cancel)).StatusCode);

        (await web.Get<SignOutEverywhere>().ExecuteAsync(new(clerk), Actor.System("test"), Cancel)).ShouldPass();

        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/account", Cancel)).StatusCode);
    }

    [Fact]
    public async Task Page_OfSomeoneDeactivated_AsksToSignIn()
    {
        await using var web = await HallWeb.CreateAsync();
        await web.HireAsync("admin", Role.Administrator);
        var clerk = await web.HireAsync("clerk1", Role.WindowClerk);
        using var browser = await web.SignedInAsync("clerk1");

        (await web.Get<DeactivateStaff>().ExecuteAsync(new(clerk), Actor.System("test"), Cancel)).ShouldPass();

        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/account", Cancel)).StatusCode);
    }

    [Fact]
    public async Task Page_BeyondThePosts_IsRefusedWithAPageThatSaysSo()
    {
        await using var web = await HallWeb.CreateAsync();
        await web.HireAsync("clerk1", Role.WindowClerk);
        using var browser = await web.SignedInAsync("clerk1");

        var answer = await browser.GetAsync("/admin/staff", Cancel);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("没有权限打开这一页", await answer.TextAsync());
    }

    [Fact]
    public async Task Page_AfterThePostEnded_IsRefusedWithTheNextRequest()
    {
        await using var web = await HallWeb.CreateAsync();
        await web.HireAsync("admin", Role.Administrator);
        await web.HireAsync("second", Role.Administrator);
        using var browser = await web.SignedInAsync("second");
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/admin/staff", Cancel)).StatusCode);

        var post = await web.ReadAsync(db => db.Set<Post>().OrderByDescending(p => p.Id).Select(p => p.Id).FirstAsync());
        (await web.Get<EndPost>().ExecuteAsync(new(post), Actor.System("test"), Cancel)).ShouldPass();

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/admin/staff", Cancel)).StatusCode);
    }

    [Fact]
    public async Task Page_OfAnUnknownAddress_IsNotFoundWithAPageThatSaysSo()
    {
        await using var web = await HallWeb.CreateAsync();
        using var browser = web.Visitor();

        var answer = await browser.GetAsync("/no/such/page", Cancel);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("没有这一页", await answer.TextAsync());
    }

    [Fact]
    public async Task SignOut_EndsTheSessionAndIsAudited()
    {
        await using var web = await HallWeb.CreateAsync();
        await web.HireAsync("clerk1", Role.WindowClerk);
        using var browser = await web.SignedInAsync("clerk1");

        var answer = await browser.PostFormAsync("/account", [], marker: "everywhere", action: "/logout");

        Assert.Equal("/login", answer.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/account", Cancel)).StatusCode);
        Assert.Equal(1, await web.ReadAsync(db => db.Set<AuditRow>().CountAsync(r => r.Operation == nameof(SignOut) && r.ActorKind == ActorKind.Staff)));
    }

    [Fact]
    public async Task SignOut_WithoutTheAntiforgeryToken_IsRefused()
    {
        await using var web = await HallWeb.CreateAsync();
        await web.HireAsync("clerk1", Role.WindowClerk);
        using var browser = await web.SignedInAsync("clerk1");

        var answer = await browser.PostAsync("/logout", new FormUrlEncodedContent([]), Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account", Cancel)).StatusCode);
    }

    [Fact]
    public async Task OneTimePassword_LetsNothingBeDoneBeforeItIsChanged()
    {
        await using var web = await HallWeb.CreateAsync();
        var auditor = await web.HireAsync("auditor", Role.Auditor);
        (await web.Get<ResetPassword>().ExecuteAsync(new(auditor, "Given-to-you-1"), Actor.System("test"), Cancel)).ShouldPass();
        using var browser = web.Visitor();

        var signedIn = await browser.PostFormAsync("/login?returnTo=%2Faudit", new() { ["username"] = "auditor", ["password"] = "Given-to-you-1" });
        Assert.Equal("/account?returnTo=%2Faudit", signedIn.Headers.Location?.OriginalString);
        Assert.Equal("/account?returnTo=%2Faudit", (await browser.GetAsync("/audit", Cancel)).Headers.Location?.OriginalString);

        var changed = await browser.PostFormAsync(
            "/account?returnTo=%2Faudit", new() { ["current"] = "Given-to-you-1", ["new"] = "Only-mine-22", ["again"] = "Only-mine-22" }, marker: "\"current\"");
        Assert.Equal("/audit", changed.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/audit", Cancel)).StatusCode);
    }

    [Theory]
    [InlineData("wrong", "Only-mine-22", "Only-mine-22", "当前密码不对")]
    [InlineData(HallWeb.Password, "Only-mine-22", "Only-mine-23", "两次输入的密码不一样")]
    [InlineData(HallWeb.Password, "short", "short", "须为 10 至 128 个字符")]
    public async Task ChangePassword_AgainstTheRules_SaysWhatIsWrong(string current, string next, string again, string message)
    {
        await using var web = await HallWeb.CreateAsync();
        await web.HireAsync("clerk1", Role.WindowClerk);
        using var browser = await web.SignedInAsync("clerk1");

        var answer = await browser.PostFormAsync("/account", new() { ["current"] = current, ["new"] = next, ["again"] = again }, marker: "\"current\"");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(message, await answer.TextAsync());
    }

    [Fact]
    public async Task Circuit_AfterSignOutEverywhere_BelongsToNobodyAtOnce()
    {
        await using var web = await HallWeb.CreateAsync();
        var clerk = await web.HireAsync("clerk1", Role.WindowClerk);
        await using var circuit = await OpenCircuitAsync(web, clerk, TimeSpan.FromHours(1));
        Assert.True(circuit.IsSignedIn);

        (await web.Get<SignOutEverywhere>().ExecuteAsync(new(clerk), Actor.System("test"), Cancel)).ShouldPass();

        await circuit.Ended.WaitAsync(TimeSpan.FromSeconds(10), Cancel);
    }

    [Fact]
    public async Task Circuit_OfAnotherSession_GoesOnWhenOneIsSignedOut()
    {
        await using var web = await HallWeb.CreateAsync();
        var clerk = await web.HireAsync("clerk1", Role.WindowClerk);
        await using var mine = await OpenCircuitAsync(web, clerk, TimeSpan.FromHours(1));
        await using var other = await OpenCircuitAsync(web, clerk, TimeSpan.FromHours(1));

        (await web.Get<SignOut>().ExecuteAsync(new(mine.Session), Actor.Staff(clerk, ""), Cancel)).ShouldPass();

        await mine.Ended.WaitAsync(TimeSpan.FromSeconds(10), Cancel);
        Assert.True(other.IsSignedIn);
    }

    [Fact]
    public async Task Circuit_WhoseSessionIsOver_BelongsToNobodyFromTheBeginning()
    {
        await using var web = await HallWeb.CreateAsync();
        var clerk = await web.HireAsync("clerk1", Role.WindowClerk);

        await using var circuit = await OpenCircuitAsync(web, clerk, TimeSpan.FromSeconds(-1));

        await circuit.Ended.WaitAsync(TimeSpan.FromSeconds(10), Cancel);
    }

    // The services of a circuit, with the session that the browser's cookie would carry.
    private static async Task<OpenCircuit> OpenCircuitAsync(HallWeb web, StaffId staff, TimeSpan left)
    {
        var who = (await web.Get<SignIn>().ExecuteAsync(new("clerk1", HallWeb.Password), Actor.Visitor(""), Cancel)).ShouldPass();
        Assert.Equal(staff, who.Id);
        var scope = web.Services.CreateAsyncScope();
        var session = (CircuitSession)scope.ServiceProvider.GetRequiredService<AuthenticationStateProvider>();
        var user = Sessions.PrincipalOf(who, "", TimeProvider.System.GetUtcNow() + left);
        ((IHostEnvironmentAuthenticationStateProvider)session).SetAuthenticationState(Task.FromResult(new AuthenticationState(user)));
        var circuit = new OpenCircuit(scope, session, user);
        await session.WatchAsync();
        return circuit;
    }

    private sealed class OpenCircuit : IAsyncDisposable
    {
        private readonly AsyncServiceScope scope;
        private readonly TaskCompletionSource ended = new();

        public OpenCircuit(AsyncServiceScope scope, AuthenticationStateProvider provider, ClaimsPrincipal user)
        {
            this.scope = scope;
            Session = user.FindFirstValue(Sessions.SessionClaim)!;
            provider.AuthenticationStateChanged += async state =>
            {
                if ((await state).User.Identity?.IsAuthenticated != true)
                {
                    ended.TrySetResult();
                }
            };
        }

        public string Session { get; }

        public Task Ended => ended.Task;

        public bool IsSignedIn => !ended.Task.IsCompleted;

        public ValueTask DisposeAsync() => scope.DisposeAsync();
    }
}
