using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;

namespace HallSuite.Bench.Circuits;

/// <summary>
/// What a clerk's console costs: bytes that live on the server for each circuit more (full collections before and after), and for the first load of the
/// published program in a browser that has nothing yet the bytes on the wire and the seconds until the page answers to the hand.
/// </summary>
internal static class ConsoleBench
{
    private const int Circuits = 40;
    private const int Loads = 5;
    private const string Console1 = "/window?hall=demo&window=1";

    private static readonly string[] Flags =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    public static async Task RunAsync()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium(), Args = Flags });

        var published = await PublishedHall.PublishAsync();
        await using (var server = await ServerProcess.StartAsync(Path.Combine(published, "HallSuite.Web.dll"), "/healthz"))
        {
            await LoadsAsync(browser, server.Url);
        }

        Directory.Delete(published, recursive: true);
        var door = $"http://127.0.0.1:{ServerProcess.FreePort()}";
        await using var measured = await ServerProcess.StartAsync("HallSuite.Bench.dll", "/healthz", MeasuredHall.Verb, door);
        using var http = new HttpClient { BaseAddress = new Uri(door) };
        await CircuitsAsync(browser, measured.Url, http);
    }

    private static async Task LoadsAsync(IBrowser browser, string url)
    {
        var (bytes, seconds, asked) = (new List<double>(), new List<double>(), 0);
        for (var load = 0; load < Loads; load++)
        {
            var signedIn = await SignedInAsync(browser, url);
            var state = await signedIn.StorageStateAsync();
            await signedIn.CloseAsync();
            await using var empty = await browser.NewContextAsync(new() { BaseURL = url, StorageState = state, ViewportSize = new() { Width = 1366, Height = 768 } });
            var page = await empty.NewPageAsync();
            var finished = new List<IRequest>();
            page.RequestFinished += (_, request) => finished.Add(request);
            var watch = Stopwatch.StartNew();
            await page.GotoAsync(Console1);
            await InteractiveAsync(page);
            seconds.Add(watch.Elapsed.TotalSeconds);
            await page.WaitForLoadStateAsync(LoadState.Load);
            var sizes = await Task.WhenAll(finished.ToArray().Select(r => r.SizesAsync()));
            bytes.Add(sizes.Sum(s => (double)s.ResponseBodySize + s.ResponseHeadersSize));
            asked = sizes.Length;
        }

        System.Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"first load of the console   {Measure.Median(bytes) / 1024:F0} KB on the wire in {asked} requests (budget 400)   interactive after {Measure.Median(seconds):F2} s (budget 2)"));
    }

    private static async Task CircuitsAsync(IBrowser browser, string url, HttpClient http)
    {
        var context = await SignedInAsync(browser, url);
        var pages = new List<IPage>();
        await OpenAsync(context, pages, 5);
        var before = await LiveBytesAsync(http);
        await OpenAsync(context, pages, Circuits);
        var after = await LiveBytesAsync(http);
        System.Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"console circuit             {(after - before) / (double)Circuits / 1024 / 1024:F2} MB live on the server, mean of {Circuits} (budget 1.2)"));
    }

    private static async Task OpenAsync(IBrowserContext context, List<IPage> pages, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var page = await context.NewPageAsync();
            pages.Add(page);
            await page.GotoAsync($"/window?hall=demo&window={1 + (i % 24)}");
            await InteractiveAsync(page);
        }
    }

    private static async Task<IBrowserContext> SignedInAsync(IBrowser browser, string url)
    {
        var context = await browser.NewContextAsync(new() { BaseURL = url, ViewportSize = new() { Width = 1366, Height = 768 } });
        var page = await context.NewPageAsync();
        await page.GotoAsync("/login");
        await page.FillAsync("[name=username]", "clerk1");
        await page.FillAsync("[name=password]", "HallSuite-demo-1");
        await page.ClickAsync("form.signin-form button[type=submit]");
        await page.WaitForURLAsync(address => !address.Contains("/login", StringComparison.Ordinal));
        await page.CloseAsync();
        return context;
    }

    private static Task InteractiveAsync(IPage page) =>
        page.Locator("#hall-mode[data-mode=interactive]").WaitForAsync(new() { State = WaitForSelectorState.Attached });

    private static async Task<long> LiveBytesAsync(HttpClient http) => long.Parse(await http.GetStringAsync("/live-bytes"), CultureInfo.InvariantCulture);

    private static string Chromium() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "chromium")).FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("chromium is not on the PATH.");
}
