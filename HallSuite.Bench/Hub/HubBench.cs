using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HallSuite.Bench.Hub;

/// <summary>
/// A call until 1,000 hub clients have it, against a bare SignalR server that broadcasts the same bytes to as many: both in processes of their own on this
/// machine, measured from before the HTTP request that causes the push. Calls are half a second apart, because the hub sends at most five snapshots a second.
/// </summary>
internal static class HubBench
{
    private const int Clients = 1000;
    private const int Calls = 40;

    public static async Task RunAsync()
    {
        var (hall, push) = await HallSuiteAsync();
        var bare = await BareAsync(push);
        Console.WriteLine(FormattableString.Invariant($"call -> {Clients} clients   p50 {Measure.At(hall, 0.5),7:F1} ms   p99 {Measure.At(hall, 0.99),7:F1} ms   ({Encoding.UTF8.GetByteCount(push):N0} bytes)"));
        Console.WriteLine(FormattableString.Invariant($"bare broadcast          p50 {Measure.At(bare, 0.5),7:F1} ms   p99 {Measure.At(bare, 0.99),7:F1} ms   ratio p99 {Measure.At(hall, 0.99) / Measure.At(bare, 0.99):F2} (budget 2.00)"));
    }

    private static async Task<(double[] Times, string Push)> HallSuiteAsync()
    {
        await using var server = await ServerProcess.HallSuiteAsync();
        using var kiosk = Device(server.Url, "demo-kiosk");
        using var caller = Device(server.Url, "demo-caller");
        for (var i = 0; i < Calls + 1; i++)
        {
            var taken = await kiosk.PostAsJsonAsync("tickets", new { lane = "A", name = "量测", idNumber = CitizenNumber(i) });
            taken.EnsureSuccessStatusCode();
        }

        (await caller.PostAsync("windows/1/open", null)).EnsureSuccessStatusCode();
        await using var watchers = await Watchers.ConnectAsync(server.Url, "?key=demo-screen", Clients);
        var times = new List<double>();
        for (var i = 0; i <= Calls; i++)
        {
            await Task.Delay(500);
            string? id = null;
            var one = await watchers.UntilAllSeeAsync($"\"A{i + 1:000}\"", async () =>
            {
                var called = await caller.PostAsync("windows/1/next", null);
                called.EnsureSuccessStatusCode();
                id = (await called.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString();
            });
            if (i > 0)
            {
                times.AddRange(one); // the first warms up
            }

            await Task.Delay(300);
            (await caller.PostAsync($"tickets/{id}/serve", null)).EnsureSuccessStatusCode();
            (await caller.PostAsync($"tickets/{id}/finish", null)).EnsureSuccessStatusCode();
        }

        times.Sort();
        return ([.. times], watchers.LastPush);
    }

    private static async Task<double[]> BareAsync(string push)
    {
        await using var server = await ServerProcess.BareHubAsync();
        using var sender = new HttpClient { BaseAddress = new Uri(server.Url) };
        await using var watchers = await Watchers.ConnectAsync(server.Url, "", Clients);
        var snapshot = JsonNode.Parse(push)!["arguments"]![2]!;
        var times = new List<double>();
        for (var i = 0; i <= Calls; i++)
        {
            await Task.Delay(500);
            snapshot["round"] = $"R{i:000}";
            var body = snapshot.ToJsonString();
            var one = await watchers.UntilAllSeeAsync($"\"R{i:000}\"", async () => (await sender.PostAsync("/send", new StringContent(body))).EnsureSuccessStatusCode());
            if (i > 0)
            {
                times.AddRange(one);
            }
        }

        times.Sort();
        return [.. times];
    }

    private static HttpClient Device(string url, string key)
    {
        var client = new HttpClient { BaseAddress = new Uri($"{url}/api/v1/halls/demo/") };
        client.DefaultRequestHeaders.Add("X-Device-Key", key);
        return client;
    }

    /// <summary>Valid numbers of nobody: a region, a day and a running order with the check character of GB 11643.</summary>
    private static string CitizenNumber(int order)
    {
        var digits = $"11010519491231{order:000}";
        int[] weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        return digits + "10X98765432"[digits.Select((c, i) => (c - '0') * weights[i]).Sum() % 11];
    }
}
