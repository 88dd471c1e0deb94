using System.Security.Claims;
using HallSuite.Domain.Kernel;
using HallSuite.Web.Shared;

namespace HallSuite.Web.Devices;

/// <summary>Who looks at a screen: a device by its key, or a signed-in member of staff.</summary>
public static class CurrentViewer
{
    public static Actor? Of(ClaimsPrincipal? user) => user switch
    {
        null => null,
        _ when CurrentDevice.Of(user) is { } device => CurrentDevice.ActorOf(device, ""),
        _ => CurrentActor.Of(user),
    };
}
