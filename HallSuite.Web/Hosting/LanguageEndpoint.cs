using HallSuite.Web.Shared;
using HallSuite.Web.Text;
using Microsoft.AspNetCore.Localization;

namespace HallSuite.Web.Hosting;

/// <summary>Where the language switch leads: it keeps the choice in a cookie and goes back to where the person was.</summary>
internal static class LanguageEndpoint
{
    public static void MapLanguage(this IEndpointRouteBuilder routes) =>
        routes.MapGet(HallUrls.Language, Choose).AnonymousBecause("a language is chosen before signing in");

    private static IResult Choose(HttpContext context, string? to, string? returnTo)
    {
        if (to is not null && Languages.All.Contains(to))
        {
            context.Response.Cookies.Append(
                CookieRequestCultureProvider.DefaultCookieName,
                CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(to)),
                new CookieOptions { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, HttpOnly = true, IsEssential = true });
        }

        return Results.LocalRedirect(HallUrls.LocalOrHome(returnTo));
    }
}
