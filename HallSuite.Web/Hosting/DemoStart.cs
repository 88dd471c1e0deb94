using HallSuite.Infrastructure.Demo;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace HallSuite.Web.Hosting;

/// <summary>Development starts with the demo hall and says on the console where it is and how to get in.</summary>
internal static class DemoStart
{
    public static async Task FillDemoAsync(this WebApplication app, CancellationToken cancel)
    {
        if (!app.Environment.IsDevelopment())
        {
            return;
        }

        await app.Services.GetRequiredService<DemoHall>().FillAsync(cancel);
        app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine(Notice(app)));
    }

    private static string Notice(WebApplication app)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses;
        var address = addresses?.FirstOrDefault() ?? "";
        return $"""

            HallSuite    {address}{HallUrls.Home}
            Kiosk        {address}{HallUrls.Kiosk(DemoHall.Code)}
            Big screen   {address}{HallUrls.BigScreen(DemoHall.Code)}
            Queue screen {address}{HallUrls.QueueScreen(DemoHall.Code)}

            """;
    }
}
