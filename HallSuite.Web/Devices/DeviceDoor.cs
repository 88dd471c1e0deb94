using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Hall;
using HallSuite.Web.Api;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;

namespace HallSuite.Web.Devices;

/// <summary>
/// The first load of a screen or kiosk: <c>?key=</c> is swapped for a cookie that scripts cannot read, and the browser goes on to the
/// same address without it, so that the key stands in no history and in no picture of the screen.
/// </summary>
internal sealed class DeviceDoor(RequestDelegate next, DeviceKeys keys)
{
    public const string QueryKey = "key";

    // The longest that browsers keep a cookie. The key itself ends when it is revoked.
    private static readonly TimeSpan CookieAge = TimeSpan.FromDays(400);

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<DeviceDoorAttribute>() is not { IsPage: true } door
            || !HttpMethods.IsGet(context.Request.Method) || !context.Request.Query.TryGetValue(QueryKey, out var key))
        {
            await next(context);
            return;
        }

        if (await keys.FindAsync(key.ToString(), context.RequestAborted) is not { } device)
        {
            await RefuseAsync(context, HallErrors.DeviceUnknown);
        }
        else if (device.Kind != door.Kind)
        {
            await RefuseAsync(context, HallErrors.DeviceWrongKind(device.Kind));
        }
        else
        {
            context.Response.Cookies.Append(DevicePolicies.CookieOf(door.Kind), key.ToString(), new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
                IsEssential = true,
                MaxAge = CookieAge,
            });
            context.Response.Redirect(AddressWithoutKey(context.Request));
        }
    }

    /// <summary>Refuses a device: a browser of a device gets a page, everyone else problem details.</summary>
    public static Task RefuseAsync(HttpContext context, Error refusal)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (context.GetEndpoint()?.Metadata.GetMetadata<DeviceDoorAttribute>() is not { IsPage: true } door)
        {
            return context.RequestServices.GetRequiredService<Problems>().WriteAsync(context, refusal);
        }

        var page = new RazorComponentResult<DeviceNotice>(new { Refusal = refusal, door.Kind })
        {
            StatusCode = Problems.StatusOf(refusal),
            PreventStreamingRendering = true,
        };
        return page.ExecuteAsync(context);
    }

    private static string AddressWithoutKey(HttpRequest request)
    {
        var others = request.Query.Where(q => !string.Equals(q.Key, QueryKey, StringComparison.OrdinalIgnoreCase));
        return QueryHelpers.AddQueryString(UriHelper.BuildRelative(request.PathBase, request.Path), others);
    }
}
