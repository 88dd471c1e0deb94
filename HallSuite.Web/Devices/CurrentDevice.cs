using System.Globalization;
using System.Security.Claims;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Hall;

namespace HallSuite.Web.Devices;

/// <summary>The device of a request, as claims. They are its own, so that a device is never taken for a member of staff.</summary>
public static class CurrentDevice
{
    private const string IdClaim = "hall:device";
    private const string HallClaim = "hall:device-hall";
    private const string KindClaim = "hall:device-kind";
    private const string NameClaim = "hall:device-name";
    private const string WindowClaim = "hall:device-window";

    public static ClaimsPrincipal PrincipalOf(KnownDevice device)
    {
        List<Claim> claims =
        [
            new(IdClaim, device.Id.ToString()),
            new(HallClaim, device.Hall.ToString()),
            new(KindClaim, device.Kind.ToString()),
            new(NameClaim, device.Name),
        ];
        if (device.WindowNumber is { } window)
        {
            claims.Add(new(WindowClaim, window.ToString(CultureInfo.InvariantCulture)));
        }

        return new ClaimsPrincipal(new ClaimsIdentity(claims, DevicePolicies.Scheme, NameClaim, roleType: null));
    }

    /// <summary>The device of this principal; null when it is none.</summary>
    public static KnownDevice? Of(ClaimsPrincipal user) => Guid.TryParse(user.FindFirstValue(IdClaim), out var id)
        ? new KnownDevice(
            new DeviceId(id),
            new HallId(Guid.Parse(user.FindFirstValue(HallClaim)!)),
            Enum.Parse<DeviceKind>(user.FindFirstValue(KindClaim)!),
            user.FindFirstValue(NameClaim)!,
            user.FindFirstValue(WindowClaim) is { } window ? int.Parse(window, CultureInfo.InvariantCulture) : null)
        : null;

    /// <summary>Who acts, from which address.</summary>
    public static Actor ActorOf(KnownDevice device, string from) => Actor.Device(device.Id, from);
}
