using HallSuite.Domain.Hall;
using Microsoft.AspNetCore.Authorization;

namespace HallSuite.Web.Devices;

/// <summary>Lets in devices of one kind, by their key. What they may do in which hall is decided by the operation they call.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class RequireDeviceAttribute : AuthorizeAttribute
{
    public RequireDeviceAttribute(DeviceKind kind)
    {
        Kind = kind;
        Policy = DevicePolicies.NameOf(kind); // with its scheme: an attribute of a page may not name one itself
    }

    public DeviceKind Kind { get; }
}

/// <summary>
/// Where the browser of a device comes in: its key may stand in the address as <c>?key=</c>. A page swaps it for the cookie of this kind
/// and an address without it; a hub takes it as it is, because a web socket has no headers of its own.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class DeviceDoorAttribute(DeviceKind kind, params DeviceKind[] others) : Attribute
{
    /// <summary>The address of a door of several kinds says by this which one comes, so that one machine can be tried as each of them.</summary>
    public const string KindQuery = "device";

    public DeviceKind Kind => kind;

    /// <summary>The kind that comes with this request: one of the others when the address names it.</summary>
    public DeviceKind KindOf(HttpRequest request) =>
        Enum.TryParse<DeviceKind>(request.Query[KindQuery], ignoreCase: true, out var named) && others.Contains(named) ? named : kind;

    /// <summary>False for a hub: nothing to redirect to.</summary>
    public bool IsPage { get; init; } = true;
}

/// <summary>Names of the schemes and policies by which devices come in.</summary>
public static class DevicePolicies
{
    /// <summary>The authentication scheme of device keys.</summary>
    public const string Scheme = "Device";

    /// <summary>A device by its key or cookie, otherwise the signed-in member of staff.</summary>
    public const string SchemeOrStaff = "DeviceOrStaff";

    /// <summary>Who may look at a screen: a screen's key, or staff, whose right is then read from the database for the hall.</summary>
    public const string Viewer = "device-or-staff:Screen";

    /// <summary>Who may watch the hub: whoever may look at a screen, and evaluators; what each of them may watch is decided there.</summary>
    public const string Watcher = "device-or-staff:Screen,Evaluator";

    public static string NameOf(DeviceKind kind) => $"device:{kind}";

    /// <summary>The cookie that a browser of this kind keeps. One per kind, so that one machine can be tried as a kiosk and as a screen.</summary>
    public static string CookieOf(DeviceKind kind) => kind switch
    {
        DeviceKind.Kiosk => "hallsuite-kiosk",
        DeviceKind.Caller => "hallsuite-caller",
        DeviceKind.Screen => "hallsuite-screen",
        DeviceKind.Evaluator => "hallsuite-evaluator",
        DeviceKind.Camera => "hallsuite-camera",
        DeviceKind.Meter => "hallsuite-meter",
    };
}
