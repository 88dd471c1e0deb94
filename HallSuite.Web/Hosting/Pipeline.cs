using HallSuite.Infrastructure;
using HallSuite.Web.Api;
using HallSuite.Web.Devices;
using HallSuite.Web.Features.Cases;
using HallSuite.Web.Features.Documents;
using HallSuite.Web.Features.Supervision;
using HallSuite.Web.Kiosk;
using HallSuite.Web.Portal;
using HallSuite.Web.Screens;
using HallSuite.Web.Shared;

namespace HallSuite.Web.Hosting;

/// <summary>The order in which a request passes through, and what is mapped where.</summary>
internal static class Pipeline
{
    public static void UseHallWeb(this WebApplication app)
    {
        app.UseProxies();
        app.UsePrivatePages();
        app.UseSecurityHeaders();
        app.UseRequestLog();
        app.UseResponseCompression();
        app.UseRequestLocalization();
        app.UsePageFaults();
        app.UseBodyLimits();
        app.UseHallApi();
        app.UseRateLimiter();
        app.UseDeviceDoor();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapStaticAssets().AnonymousBecause("style sheets, scripts and fonts are the same for everyone, the sign-in page included");
        app.MapSessions();
        app.MapLanguage();
        app.MapHealth();
        app.MapHallApi();
        app.MapScreens();
        app.MapKiosk();
        app.MapPortal();
        app.MapDocuments();
        app.MapScans();
        app.MapSupervision();
        app.MapPapers();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.DisableWebSocketCompression = true);
    }

    /// <summary>Prepares the database and serves until stopped; the exit code of the process.</summary>
    public static async Task<int> RunHallAsync(this WebApplication app)
    {
        await app.Services.PrepareHallAsync(CancellationToken.None);
        await app.FillDemoAsync(CancellationToken.None);
        await app.ShowSetUpAsync(CancellationToken.None);
        try
        {
            await app.StartAsync();
            await app.WaitForShutdownAsync();
            return 0;
        }
        finally
        {
            // A start that fails halfway (an address in use) has background work running already: it is stopped before what it uses is gone.
            await app.StopAsync();
            await app.DisposeAsync();
        }
    }
}
