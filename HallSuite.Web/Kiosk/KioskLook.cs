using HallSuite.Web.Text;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.Primitives;

namespace HallSuite.Web.Kiosk;

/// <summary>How the present visitor wants to see the kiosk; the next one starts from Chinese and the usual size again.</summary>
public sealed record KioskLook(bool Large = false, bool Contrast = false, bool English = false)
{
    private const string Cookie = "hall-kiosk-look";

    /// <summary>What a button at the foot changes.</summary>
    public const string LargeSwitch = "large";
    public const string ContrastSwitch = "contrast";
    public const string LanguageSwitch = "language";

    public static KioskLook Of(HttpRequest request) => request.Cookies[Cookie] is { } kept
        ? new KioskLook(kept.Contains('l'), kept.Contains('c'), kept.Contains('e'))
        : new KioskLook();

    /// <summary>This look with one thing changed; unchanged for a switch that does not exist.</summary>
    public KioskLook With(string? toggle) => toggle switch
    {
        LargeSwitch => this with { Large = !Large },
        ContrastSwitch => this with { Contrast = !Contrast },
        LanguageSwitch => this with { English = !English },
        _ => this,
    };

    public void Keep(HttpContext context, string hall)
    {
        if (this == new KioskLook())
        {
            context.Response.Cookies.Delete(Cookie, KioskVisits.CookieOf(context, hall));
        }
        else
        {
            context.Response.Cookies.Append(
                Cookie, $"{(Large ? "l" : "")}{(Contrast ? "c" : "")}{(English ? "e" : "")}", KioskVisits.CookieOf(context, hall));
        }
    }
}

/// <summary>The language of a kiosk page is the present visitor's choice, never that of whoever set the machine up.</summary>
public sealed class KioskLanguage : RequestCultureProvider
{
    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext) => Task.FromResult(
        httpContext.Request.Path.StartsWithSegments("/kiosk", StringComparison.OrdinalIgnoreCase)
            ? new ProviderCultureResult(new StringSegment(KioskLook.Of(httpContext.Request).English ? Languages.English : Languages.Default))
            : null);
}
