using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HallSuite.Bench.Hub;

/// <summary>
/// The bare limit of a broadcast: a SignalR server that does nothing but send the body it is posted to one group, under the same method name, with as
/// many arguments as HallSuite's hub sends.
/// </summary>
internal static class BareHub
{
    public const string Verb = "serve-bare-hub";

    public static async Task ServeAsync(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.Services.AddSignalR();
        var app = builder.Build();
        app.MapGet("/ready", () => "ready");
        app.MapHub<GroupHub>("/hubs/hall");
        app.MapPost("/send", async (HttpRequest request, IHubContext<GroupHub> hub) =>
        {
            using var reader = new StreamReader(request.Body);
            var snapshot = System.Text.Json.JsonDocument.Parse(await reader.ReadToEndAsync()).RootElement;
            await hub.Clients.Group("all").SendAsync("Changed", "queue", 1L, snapshot);
        });
        await app.RunAsync();
    }

    internal sealed class GroupHub : Microsoft.AspNetCore.SignalR.Hub
    {
        public Task Watch(string hall, string topic) => Groups.AddToGroupAsync(Context.ConnectionId, "all");
    }
}
