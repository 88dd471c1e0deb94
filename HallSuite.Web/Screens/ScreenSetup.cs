using HallSuite.Web.Api;
using HallSuite.Web.Screens.Relay;
using Microsoft.AspNetCore.SignalR;

namespace HallSuite.Web.Screens;

/// <summary>Wall displays: the hub that they and others watch, the relay behind it, and how their pictures are made.</summary>
internal static class ScreenSetup
{
    public const string HubAddress = "/hubs/hall";

    // A topic's or a view's name and little else.
    private const int LargestMessage = 4 * 1024;

    public static void AddScreens(this IServiceCollection services)
    {
        services.AddSignalR()
            .AddJsonProtocol(options => ApiSetup.ConfigureJson(options.PayloadSerializerOptions))
            .AddHubOptions<HallHub>(options =>
            {
                // A pulled cable resets nothing: a screen notices it by three pings that did not come.
                options.KeepAliveInterval = TimeSpan.FromSeconds(5);
                options.MaximumReceiveMessageSize = LargestMessage;
            });
        services.AddSingleton<HallConnections>();
        services.AddSingleton<HubLifetimeManager<HallHub>>(s => s.GetRequiredService<HallConnections>());
        services.AddSingleton<PictureRenderer>().AddSingleton<Pictures>().AddSingleton<Snapshots>().AddSingleton<ScreenRelay>();
        services.AddHostedService(s => s.GetRequiredService<ScreenRelay>());
    }

    public static void MapScreens(this WebApplication app) => app.MapHub<HallHub>(HubAddress);
}
