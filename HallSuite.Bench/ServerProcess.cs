using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace HallSuite.Bench;

/// <summary>A server in a process of its own, on a free port of this machine, in a folder of its own; ended and removed when disposed.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly string folder;

    private ServerProcess(Process process, string url, string folder) => (this.process, Url, this.folder) = (process, url, folder);

    public string Url { get; }

    /// <summary>HallSuite with its demo hall, as it is delivered.</summary>
    public static Task<ServerProcess> HallSuiteAsync() => StartAsync("HallSuite.Web.dll", "/healthz");

    /// <summary>This program as a bare SignalR server, see <see cref="Hub.BareHub"/>.</summary>
    public static Task<ServerProcess> BareHubAsync() => StartAsync("HallSuite.Bench.dll", "/ready", Hub.BareHub.Verb);

    /// <summary>Starts a program of this folder and waits until it answers.</summary>
    public static async Task<ServerProcess> StartAsync(string program, string ready, params string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("hall-bench-").FullName;
        var url = $"http://127.0.0.1:{FreePort()}";
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, program), .. arguments, "--urls", url])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Logging__LogLevel__Default"] = "Error";
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        using var client = new HttpClient { BaseAddress = new Uri(url) };
        for (var tries = 0; ; tries++)
        {
            try
            {
                if ((await client.GetAsync(ready)).IsSuccessStatusCode)
                {
                    return new ServerProcess(process, url, folder);
                }
            }
            catch (HttpRequestException) when (tries < 300)
            {
                // It is still starting.
            }

            await Task.Delay(100);
        }
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
