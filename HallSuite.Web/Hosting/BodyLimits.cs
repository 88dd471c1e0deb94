using HallSuite.Web.Api;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace HallSuite.Web.Hosting;

/// <summary>Nothing that people send to a page is large: a form is refused before its body is read (413). Programs have their own limit.</summary>
internal static class BodyLimits
{
    /// <summary>In bytes.</summary>
    public const long Longest = 1024 * 1024;

    // The server reads away what is refused, up to here, so that a browser shows the answer instead of a broken connection.
    private const long DrainLimit = 128 * 1024 * 1024;

    public static void AddBodyLimits(this WebApplicationBuilder builder) =>
        builder.WebHost.ConfigureKestrel(options => options.Limits.MaxRequestBodySize = Longest);

    public static void UseBodyLimits(this WebApplication app) => app.UseWhen(context => !ApiSetup.IsForPrograms(context), pages => pages.Use((context, next) =>
    {
        // The page that says so is shown for the same request.
        if (context.Request.ContentLength is not > Longest || context.Features.Get<IStatusCodeReExecuteFeature>() is not null)
        {
            return next(context);
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = DrainLimit;
        }

        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        return Task.CompletedTask;
    }));
}
