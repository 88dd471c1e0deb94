using HallSuite.Web.Text;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.Primitives;

namespace HallSuite.Web.Api;

/// <summary>
/// The language of whoever has no cookie: programs say it by <c>Accept-Language</c>, a wall by <c>?lang=en</c> in its address, whatever the
/// machine it runs on prefers.
/// </summary>
internal sealed class OutsideLanguage : RequestCultureProvider
{
    private static readonly AcceptLanguageHeaderRequestCultureProvider Header = new();

    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext)
    {
        if (ApiSetup.IsForPrograms(httpContext))
        {
            return Header.DetermineProviderCultureResult(httpContext);
        }

        return Task.FromResult(httpContext.Request.Path.StartsWithSegments("/screen") || httpContext.Request.Path.StartsWithSegments("/evaluator")
            ? new ProviderCultureResult(new StringSegment(httpContext.Request.Query["lang"] == Languages.English ? Languages.English : Languages.Default))
            : null);
    }
}
