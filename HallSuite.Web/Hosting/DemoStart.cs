using HallSuite.Domain.Hall;
using HallSuite.Infrastructure.Demo;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace HallSuite.Web.Hosting;

/// <summary>Development starts with the demo hall and says on the console where it is and how to get in.</summary>
internal static class DemoStart
{
    public static async Task FillDemoAsync(this WebApplication app, CancellationToken cancel)
    {
        if (!app.Environment.IsDevelopment() || !app.Services.GetRequiredService<IOptions<DemoOptions>>().Value.Enabled)
        {
            return;
        }

        await app.Services.GetRequiredService<DemoHall>().FillAsync(cancel);
        app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine(Notice(app)));
    }

    private static string Notice(WebApplication app)
    {
        // A server that listens on all addresses is reached here by the one name that always works.
        var listening = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "";
        var address = listening.Replace("://[::]", "://localhost", StringComparison.Ordinal).Replace("://0.0.0.0", "://localhost", StringComparison.Ordinal);
        var screen = DemoHall.KeyOf(DeviceKind.Screen);
        return $"""

            HallSuite     {address}{HallUrls.Home}
            Kiosk         {address}{HallUrls.Kiosk(DemoHall.Code)}?key={DemoHall.KeyOf(DeviceKind.Kiosk)}
            Big screen    {address}{HallUrls.BigScreen(DemoHall.Code)}?key={screen}
            Queue screen  {address}{HallUrls.QueueScreen(DemoHall.Code)}?key={screen}
            Window screen {address}{HallUrls.WindowScreen(DemoHall.Code, 12)}?key={screen}
            Accounts      {string.Join(' ', DemoHall.UserNames)}
            Password      {DemoHall.Password}
            Device keys   {string.Join(' ', Enum.GetValues<DeviceKind>().Select(DemoHall.KeyOf))}

            """;
    }
}
