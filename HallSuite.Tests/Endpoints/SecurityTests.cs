using System.Net;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Tests.Pdf.Signing;
using HallSuite.Tests.TestKit;
using HallSuite.Web.Hosting;

namespace HallSuite.Tests.Endpoints;

public sealed class SecurityTests
{
    private const string Elsewhere = "192.0.2.44";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/login")]
    [InlineData("/account")]
    [InlineData("/no/such/page")]
    [InlineData("/css/tokens.css")]
    [InlineData("/healthz")]
    [InlineData("/api/v1/halls/none/lanes")]
    public async Task EveryAnswer_CarriesTheSecurityHeaders(string address)
    {
        await using var web = await HallWeb.CreateAsync();
        using var browser = web.Visitor();

        var answer = await browser.GetAsync(address, Cancel);

        Assert.Equal(SecurityHeaders.ContentPolicy, Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.Equal(SecurityHeaders.PermissionsPolicy, Assert.Single(answer.Headers.GetValues("Permissions-Policy")));
    }

    [Fact]
    public async Task Production_AsksBrowsersToStayWithHttps()
    {
        using var certificates = new TemporaryFolder();
        await using var web = await HallWeb.CreateAsync(settings: await ProductionAsync(certificates), environment: "Production");
        using var browser = web.Visitor();
        browser.BaseAddress = new Uri("https://hall.example.cn");

        var answer = await browser.GetAsync("/login", Cancel);

        Assert.True(answer.Headers.Contains("Strict-Transport-Security"));
        var form = await browser.GetAsync("/login", Cancel);
        Assert.Equal(HttpStatusCode.OK, form.StatusCode);
    }

    [Fact]
    public async Task SessionCookie_OverHttps_IsSecure()
    {
        await using var web = await HallWeb.CreateAsync();
        await web.HireAsync("clerk1", Role.WindowClerk);
        using var browser = web.Visitor();
        browser.BaseAddress = new Uri("https://localhost");

        var answer = await browser.PostFormAsync("/login", new() { ["username"] = "clerk1", ["password"] = HallWeb.Password });

        Assert.Contains("secure", Assert.Single(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith("hall-session=", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task PageOfASession_IsKeptByNoCache()
    {
        await using var web = await HallWeb.CreateAsync();
        await web.HireAsync("clerk1", Role.WindowClerk);
        using var browser = await web.SignedInAsync("clerk1");

        Assert.True((await browser.GetAsync("/account", Cancel)).Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task WrongSignIns_FromOneAddress_AreSlowedDownWhateverTheName()
    {
        await using var web = await HallWeb.CreateAsync();
        await web.HireAsync("clerk1", Role.WindowClerk);
        using var browser = web.Visitor();
        browser.DefaultRequestHeaders.Add(HallWeb.AddressHeader, Elsewhere);
        for (var i = 0; i < SignInLimit.PerAddress; i++)
        {
            var tried = await browser.PostFormAsync("/login", new() { ["username"] = $"nobody{i}", ["password"] = "wrong" });
            Assert.Equal(HttpStatusCode.Unauthorized, tried.StatusCode);
        }

        var answer = await browser.PostFormAsync("/login", new() { ["username"] = "clerk1", ["password"] = HallWeb.Password });
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        var page = await answer.TextAsync();
        Assert.Contains("尝试太频繁", page);
        Assert.Contains("value=\"clerk1\"", page);

        using var other = web.Visitor();
        other.DefaultRequestHeaders.Add(HallWeb.AddressHeader, "192.0.2.45");
        Assert.Equal(HttpStatusCode.Redirect, (await other.PostFormAsync("/login", new() { ["username"] = "clerk1", ["password"] = HallWeb.Password })).StatusCode);
    }

    [Fact]
    public async Task RightSignIns_FromOneAddress_AreNotCounted()
    {
        await using var web = await HallWeb.CreateAsync();
        await web.HireAsync("clerk1", Role.WindowClerk);
        for (var i = 0; i <= SignInLimit.PerAddress; i++)
        {
            using var browser = web.Visitor();
            browser.DefaultRequestHeaders.Add(HallWeb.AddressHeader, Elsewhere);
            var answer = await browser.PostFormAsync("/login", new() { ["username"] = "clerk1", ["password"] = HallWeb.Password });
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Calls_BeyondTheLimit_Are429WithATimeToWait_ButNotFromThisMachineInDevelopment()
    {
        await using var web = await HallWeb.CreateAsync();
        using var device = web.Visitor();
        var here = await Task.WhenAll(Enumerable.Range(0, 400).Select(_ => device.GetAsync("/api/v1/halls/none/lanes", Cancel)));
        Assert.All(here, answer => Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode));

        device.DefaultRequestHeaders.Add(HallWeb.AddressHeader, Elsewhere);
        HttpResponseMessage? refused = null;
        for (var round = 0; refused is null && round < 20; round++)
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => device.GetAsync("/api/v1/halls/none/lanes", Cancel)));
            refused = answers.FirstOrDefault(a => a.StatusCode == HttpStatusCode.TooManyRequests);
        }

        Assert.NotNull(refused);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Contains("\"code\"", await refused.TextAsync());
    }

    [Fact]
    public async Task AFormOfFiftyMegabytes_IsRefusedUnread()
    {
        await using var web = await HallWeb.ListenAsync();
        using var browser = web.Visitor();
        using var body = new ByteArrayContent(new byte[50 * 1024 * 1024]);
        body.Headers.ContentType = new("application/x-www-form-urlencoded");

        var answer = await browser.PostAsync("/login", body, Cancel);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("提交的内容太大", await answer.TextAsync());
    }

    [Fact]
    public async Task ForwardedAddress_IsBelievedFromKnownProxiesOnly()
    {
        await using var web = await HallWeb.CreateAsync(settings: new() { ["Proxy:Known"] = "192.0.2.1, 198.51.100.0/24" });
        Assert.Equal("203.0.113.9", await AuditedFromAsync(web, from: "192.0.2.1"));
        Assert.Equal("203.0.113.9", await AuditedFromAsync(web, from: "198.51.100.7"));
        Assert.Equal("192.0.2.2", await AuditedFromAsync(web, from: "192.0.2.2"));
    }

    [Fact]
    public void ProxyThatIsNoAddress_IsToldBeforeTheStart() => Assert.Contains(
        "'my-proxy'", new ProxyOptionsRules().Validate(null, new ProxyOptions { Known = "10.0.0.5, my-proxy" }).FailureMessage);

    [Fact]
    public async Task ForwardedAddress_WithoutProxies_IsNotBelieved()
    {
        await using var web = await HallWeb.CreateAsync();
        Assert.Equal("192.0.2.1", await AuditedFromAsync(web, from: "192.0.2.1"));
    }

    [Theory]
    [InlineData("collector", false)]
    [InlineData("ftp://collector/", false)]
    [InlineData("http://127.0.0.1:4317", true)]
    public void AnAddressOfTheCollectorThatIsNone_IsTold(string address, bool good) =>
        Assert.Equal(good, new TelemetryOptionsRules().Validate(null, new TelemetryOptions { OtlpEndpoint = new Uri(address, UriKind.RelativeOrAbsolute) }).Succeeded);

    private static async Task<string> AuditedFromAsync(HallWeb web, string from)
    {
        using var browser = web.Visitor();
        browser.DefaultRequestHeaders.Add(HallWeb.AddressHeader, from);
        browser.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");
        await browser.PostFormAsync("/login", new() { ["username"] = "nobody", ["password"] = "wrong" });
        return await web.ReadAsync(db => Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.FirstAsync(
            db.Set<Infrastructure.Platform.Work.AuditRow>().OrderByDescending(r => r.Seq).Select(r => r.From)));
    }

    private static async Task<Dictionary<string, string?>> ProductionAsync(TemporaryFolder certificates)
    {
        var key = Path.Combine(Directory.CreateTempSubdirectory("hall-key-").FullName, "master.key");
        await File.WriteAllTextAsync(key, Convert.ToBase64String(new byte[32]), Cancel);
        var pfx = TestCertificates.PfxOfToday(certificates);
        return new() { ["Privacy:MasterKeyFile"] = key, ["Signing:Pfx"] = pfx, ["Clock:Start"] = null };
    }
}
