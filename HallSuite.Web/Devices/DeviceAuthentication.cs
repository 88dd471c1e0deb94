using System.Text.Encodings.Web;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Hall;
using HallSuite.Web.Api;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace HallSuite.Web.Devices;

/// <summary>
/// Tells a device by its key: from the header <c>X-Device-Key</c>, from the address of a hub, or from the cookie that a screen's or
/// kiosk's browser got for it. Answers 401 <c>device.unknown</c> and 403 <c>device.wrong-kind</c>, to programs as problem details and
/// to browsers as a page that says what to do.
/// </summary>
internal sealed class DeviceAuthentication(
    DeviceKeys keys, IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public const string Header = "X-Device-Key";

    /// <summary>The key that came with the request, however it came; null when none did.</summary>
    public static string? KeyOf(HttpContext context)
    {
        if (context.Request.Headers.TryGetValue(Header, out var header))
        {
            return header.ToString();
        }

        return context.GetEndpoint()?.Metadata.GetMetadata<DeviceDoorAttribute>() switch
        {
            { IsPage: false } when context.Request.Query.TryGetValue(DeviceDoor.QueryKey, out var query) => query.ToString(),
            { } door => context.Request.Cookies[DevicePolicies.CookieOf(door.KindOf(context.Request))],
            null => null,
        };
    }

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (KeyOf(Context) is not { Length: > 0 } key)
        {
            return AuthenticateResult.NoResult();
        }

        return await keys.FindAsync(key, Context.RequestAborted) is { } device
            ? AuthenticateResult.Success(new AuthenticationTicket(CurrentDevice.PrincipalOf(device), Scheme.Name))
            : AuthenticateResult.Fail(HallErrors.DeviceUnknown.Code);
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => RefuseAsync(HallErrors.DeviceUnknown);

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        RefuseAsync(CurrentDevice.Of(Context.User) is { } device ? HallErrors.DeviceWrongKind(device.Kind) : HallErrors.DeviceUnknown);

    private Task RefuseAsync(Error refusal) => DeviceDoor.RefuseAsync(Context, refusal);
}
