using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace HallSuite.Tests.TestKit;

/// <summary>The program as it is delivered, in a process of its own, so that it can be killed; ended when disposed.</summary>
public sealed class HallProcess : IAsyncDisposable
{
    private readonly Process process;

    private HallProcess(Process process, string url) => (this.process, Url) = (process, url);

    public string Url { get; }

    /// <summary>An address that nobody listens on now.</summary>
    public static string FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
    }

    /// <summary>Starts it in Development and waits until it answers.</summary>
    /// <param name="folder">From where it is started.</param>
    /// <param name="settings">As <c>Data:Folder</c>.</param>
    public static async Task<HallProcess> StartAsync(string address, string folder, Dictionary<string, string>? settings = null)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "HallSuite.Web.dll"), "--urls", address]) { WorkingDirectory = folder };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Demo__Cases"] = "false";
        foreach (var (name, value) in settings ?? [])
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        var hall = new HallProcess(Process.Start(start)!, address);
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        await Eventually.HoldsAsync(async () =>
        {
            try
            {
                return (await client.GetAsync("/healthz")).IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        });
        return hall;
    }

    /// <summary>Ends it as a power cut does (SIGKILL): it can finish nothing.</summary>
    public async Task KillAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await KillAsync();
        }

        process.Dispose();
    }
}
