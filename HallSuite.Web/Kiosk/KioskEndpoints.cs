using HallSuite.Domain.Hall;
using HallSuite.Web.Devices;

namespace HallSuite.Web.Kiosk;

/// <summary>The two ways out of a visit. Both only take cookies away, so that a link, the countdown and a page without script can lead there.</summary>
internal static class KioskEndpoints
{
    public static void AddKiosk(this IServiceCollection services) => services.AddSingleton<KioskVisits>();

    public static void MapKiosk(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/kiosk/{hall}/end", (string hall, HttpContext context, KioskVisits visits) =>
        {
            visits.Forget(context, hall);
            new KioskLook().Keep(context, hall);
            return Results.LocalRedirect(HallUrls.Kiosk(hall));
        }).WithMetadata(new RequireDeviceAttribute(DeviceKind.Kiosk), new DeviceDoorAttribute(DeviceKind.Kiosk));

        // The same person goes on: the look stays, the identity does not.
        routes.MapGet("/kiosk/{hall}/again", (string hall, HttpContext context, KioskVisits visits) =>
        {
            visits.Forget(context, hall);
            return Results.LocalRedirect(HallUrls.KioskLane(hall));
        }).WithMetadata(new RequireDeviceAttribute(DeviceKind.Kiosk), new DeviceDoorAttribute(DeviceKind.Kiosk));
    }
}
