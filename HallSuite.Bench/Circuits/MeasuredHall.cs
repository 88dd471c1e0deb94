using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace HallSuite.Bench.Circuits;

/// <summary>HallSuite in this process, with a second door that tells how many bytes live after a full collection: only the process itself knows.</summary>
internal static class MeasuredHall
{
    public const string Verb = "serve-measured-hall";

    /// <param name="args">The address of the second door, then the arguments of HallSuite.Web.</param>
    public static async Task ServeAsync(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        await using var door = builder.Build();
        door.MapGet("/live-bytes", () =>
        {
            for (var i = 0; i < 3; i++)
            {
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
                GC.WaitForPendingFinalizers();
            }

            return GC.GetTotalMemory(forceFullCollection: true);
        });
        door.Urls.Add(args[0]);
        await door.StartAsync();
        var web = typeof(Web.Shared.RequirePermissionAttribute).Assembly.EntryPoint!;
        await Task.Run(() => web.Invoke(null, [(string[])["--applicationName=HallSuite.Web", .. args[1..]]]));
    }
}
