using HallSuite.Domain.Hall;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace HallSuite.Web.Devices;

/// <summary>Devices come in by their key: a scheme, a policy per kind, and the door at which a browser swaps its key for a cookie.</summary>
internal static class DeviceSetup
{
    public static void AddDevices(this IServiceCollection services)
    {
        services.AddAuthentication()
            .AddScheme<AuthenticationSchemeOptions, DeviceAuthentication>(DevicePolicies.Scheme, null)
            .AddPolicyScheme(DevicePolicies.SchemeOrStaff, null, options =>
            {
                options.ForwardDefaultSelector = context => DeviceAuthentication.KeyOf(context) is { Length: > 0 } ? DevicePolicies.Scheme : StaffSchemeOf(context);

                // Nobody is sent to the sign-in page from a wall: a screen that lost its key says so.
                options.ForwardChallenge = DevicePolicies.Scheme;
                options.ForwardForbid = DevicePolicies.Scheme;
            });
        var policies = services.AddAuthorizationBuilder();
        foreach (var kind in Enum.GetValues<DeviceKind>())
        {
            policies.AddPolicy(DevicePolicies.NameOf(kind), policy => policy.AddAuthenticationSchemes(DevicePolicies.Scheme)
                .RequireAuthenticatedUser().RequireAssertion(c => CurrentDevice.Of(c.User)?.Kind == kind));
        }

        policies.AddPolicy(DevicePolicies.Viewer, policy => policy.AddAuthenticationSchemes(DevicePolicies.SchemeOrStaff).RequireAuthenticatedUser()
            .RequireAssertion(c => CurrentDevice.Of(c.User) is null or { Kind: DeviceKind.Screen }));
        policies.AddPolicy(DevicePolicies.Watcher, policy => policy.AddAuthenticationSchemes(DevicePolicies.SchemeOrStaff).RequireAuthenticatedUser()
            .RequireAssertion(c => CurrentDevice.Of(c.User) is null or { Kind: DeviceKind.Screen or DeviceKind.Evaluator }));
    }

    /// <summary>Before authentication: the key in an address is swapped before anything looks for it in the cookie.</summary>
    public static void UseDeviceDoor(this WebApplication app) => app.UseMiddleware<DeviceDoor>();

    private static string? StaffSchemeOf(HttpContext context)
    {
        var options = context.RequestServices.GetRequiredService<IOptions<AuthenticationOptions>>().Value;
        return options.DefaultAuthenticateScheme ?? options.DefaultScheme;
    }
}
