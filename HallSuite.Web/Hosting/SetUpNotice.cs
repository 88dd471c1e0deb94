using HallSuite.Infrastructure.Staffing;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace HallSuite.Web.Hosting;

/// <summary>While there is no administrator, each start shows a one-time token on the console, and only there.</summary>
internal static class SetUpNotice
{
    public static async Task ShowSetUpAsync(this WebApplication app, CancellationToken cancel)
    {
        if (await app.Services.GetRequiredService<SetUpToken>().IssueAsync(cancel) is { } token)
        {
            app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine(Notice(app, token)));
        }
    }

    private static string Notice(WebApplication app, string token)
    {
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "";
        return $"""

            HallSuite has no administrator yet. Open {address}{HallUrls.Setup} and use this token, once:

                {token}

            """;
    }
}
