using HallSuite.Tests.TestKit;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace HallSuite.Tests.TestKit;

/// <summary>One browser for the whole run, started when the first journey asks; each journey opens contexts of its own in it.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    // A busy machine is no reason to fail; a page that never shows what it should still does.
    static Chromium() => Assertions.SetDefaultExpectTimeout(30_000);

    private readonly SemaphoreSlim starting = new(1, 1);
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>The browser; where there is none the test is a visible skip, and with <c>CI=true</c> a failure.</summary>
    public async Task<IBrowser> BrowserAsync()
    {
        var program = Program();
        if (program is null)
        {
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", "CI runs every journey: chromium is not installed.");
            Assert.Skip("chromium is not installed; ./test.sh installs it where it can.");
        }

        await starting.WaitAsync();
        try
        {
            playwright ??= await Playwright.CreateAsync();
            return browser ??= await playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = Flags });
        }
        finally
        {
            starting.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.CloseAsync();
        }

        playwright?.Dispose();
        starting.Dispose();
    }

    private static string? Program() => new[] { Environment.GetEnvironmentVariable("HALL_CHROMIUM") }
        .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).SelectMany(folder =>
            new[] { Path.Combine(folder, "chromium"), Path.Combine(folder, "chromium-browser") }))
        .FirstOrDefault(File.Exists);
}
