using System.Collections.Concurrent;
using System.Net;
using HallSuite.Domain.Hall;
using HallSuite.Tests.TestKit;
using Microsoft.Extensions.Logging;

namespace HallSuite.Tests.Endpoints;

/// <summary>Who may use a kiosk, and what it leaves of the people who did.</summary>
public sealed class KioskPrivacyTests
{
    private static readonly string[] Steps = ["", "/lane", "/person", "/priority", "/held", "/ticket", "/help", "/end", "/again"];

    public static TheoryData<string> AllSteps => [.. Steps];

    [Theory, MemberData(nameof(AllSteps))]
    public async Task EveryStep_WithoutAKey_IsRefusedWithAPage(string step)
    {
        await using var scene = await KioskScene.OpenAsync();

        var anyone = await scene.Anyone().OpenAsync($"/kiosk/sample{step}");

        Assert.Equal(HttpStatusCode.Unauthorized, anyone.Answer.StatusCode);
        Assert.Equal("text/html", anyone.Answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("设备密钥无效", anyone.Text);
        Assert.False(anyone.Has("form"));
    }

    [Fact]
    public async Task Key_OfAnotherKind_IsRefused()
    {
        await using var scene = await KioskScene.OpenAsync();

        var screen = await scene.Anyone().OpenAsync($"/kiosk/sample?key={SampleDevices.KeyOf(DeviceKind.Screen)}");

        Assert.Equal(HttpStatusCode.Forbidden, screen.Answer.StatusCode);
    }

    [Fact]
    public async Task Kiosk_OfAnotherHall_IsToldSo()
    {
        await using var scene = await KioskScene.OpenAsync();
        await scene.Web.SeedAsync(new SampleHall(TestHall.Start, "other").Entities);
        var kiosk = await scene.KioskAsync();

        await kiosk.OpenAsync("/kiosk/other");

        Assert.Equal(HttpStatusCode.Forbidden, kiosk.Answer.StatusCode);
        Assert.Contains("请管理员", kiosk.Text);
        Assert.False(kiosk.Has("form"));
    }

    [Fact]
    public async Task Hall_ThatDoesNotExist_Is404WithAPage()
    {
        await using var scene = await KioskScene.OpenAsync();
        var kiosk = await scene.KioskAsync();

        await kiosk.OpenAsync("/kiosk/nowhere");

        Assert.Equal(HttpStatusCode.NotFound, kiosk.Answer.StatusCode);
        Assert.Contains("没有这个大厅", kiosk.Text);
    }

    [Fact]
    public async Task Pages_AreKeptByNobody()
    {
        await using var scene = await KioskScene.OpenAsync();
        var kiosk = await scene.AtTicketAsync();
        foreach (var step in Steps)
        {
            await kiosk.OpenAsync($"/kiosk/sample{step}");

            Assert.True(kiosk.Answer.Headers.CacheControl?.NoStore, $"{step} may be stored");
            Assert.Equal("no-referrer", kiosk.Answer.Headers.GetValues("Referrer-Policy").Single());
        }
    }

    [Fact]
    public async Task Identity_IsInNoAddressNoClearCookieAndNoPageOnceTheTicketIsOut()
    {
        await using var scene = await KioskScene.OpenAsync();
        var kiosk = await scene.AtPersonAsync();
        await kiosk.PressAsync(".kiosk-btn-primary", ("idNumber", KioskScene.WrongCheckDigit), ("name", KioskScene.Name));
        await kiosk.PressAsync("button[value=large]");
        await kiosk.PressAsync(".kiosk-btn-primary", ("idNumber", KioskScene.Citizen), ("name", KioskScene.Name));
        Assert.DoesNotContain(KioskScene.Citizen, kiosk.Sources[^1]); // the next step shows it masked at most
        var before = kiosk.Sources.Count;
        await kiosk.PressAsync("button[value=None]");
        await kiosk.FollowAsync("a[href$='/help']");
        await kiosk.FollowAsync("a[href$='/ticket']");
        await kiosk.FollowAsync("a[href$='/end']");
        await kiosk.OpenAsync("/kiosk/sample/person");

        foreach (var secret in new[] { KioskScene.Citizen, KioskScene.WrongCheckDigit, "19491231", KioskScene.Name, "古丽" })
        {
            Assert.DoesNotContain(kiosk.Addresses, a => WebUtility.UrlDecode(a).Contains(secret, StringComparison.Ordinal));
            Assert.DoesNotContain(kiosk.Cookies, c => c.Contains(secret, StringComparison.Ordinal));
            Assert.DoesNotContain(kiosk.Sources.Skip(before), s => s.Contains(secret, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Identity_IsInNoLog()
    {
        await using var scene = await KioskScene.OpenAsync(settings: new() { ["Logging:LogLevel:Default"] = "Debug", ["Logging:LogLevel:Microsoft"] = "Debug" });
        using var heard = new Ears();
        scene.Web.Get<ILoggerFactory>().AddProvider(heard);

        var kiosk = await scene.AtPersonAsync();
        await kiosk.PressAsync(".kiosk-btn-primary", ("idNumber", KioskScene.WrongCheckDigit), ("name", KioskScene.Name));
        await scene.AtTicketAsync();
        var again = await scene.AtPriorityAsync();
        await again.PressAsync("button[value=None]");

        Assert.NotEmpty(heard.Lines);
        foreach (var secret in new[] { KioskScene.Citizen, KioskScene.WrongCheckDigit, KioskScene.Name })
        {
            Assert.DoesNotContain(heard.Lines, l => l.Contains(secret, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Database_HoldsNoHashThatTellsTheNumber()
    {
        await using var scene = await KioskScene.OpenAsync();
        await scene.AtTicketAsync();

        var kept = await scene.Web.ReadAsync(db => Task.FromResult(db.Set<HallSuite.Infrastructure.Platform.Work.OnceRow>().Single()));

        Assert.StartsWith("kiosk/", kept.Key.Split('/', 2)[1]);
        Assert.Equal("KioskPriority", kept.BodyHash);
    }

    private sealed class Ears : ILoggerProvider
    {
        private readonly ConcurrentQueue<string> lines = new();

        public IReadOnlyCollection<string> Lines => lines;

        public ILogger CreateLogger(string categoryName) => new Ear(lines);

        public void Dispose()
        {
        }

        private sealed class Ear(ConcurrentQueue<string> lines) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
                lines.Enqueue($"{formatter(state, exception)} {exception}");
        }
    }
}
