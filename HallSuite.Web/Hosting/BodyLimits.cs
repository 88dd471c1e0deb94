using Microsoft.AspNetCore.Diagnostics;

namespace HallSuite.Web.Hosting;

/// <summary>Nothing that people send to a page is large: a form is refused before its body is read (413). Programs have their own limit.</summary>
internal static class BodyLimits
{
    /// <summary>In bytes.</summary>
    public const long Longest = 1024 * 1024;

    public static void AddBodyLimits(this WebApplicationBuilder builder) =>
        builder.WebHost.ConfigureKestrel(options => options.Limits.MaxRequestBodySize = Longest);

    public static void UseBodyLimits(this WebApplication app) => app.UseWhen(context => !Api.ApiSetup.IsForPrograms(context), pages => pages.Use((context, next) =>
    {
        // The page that says so is shown for the same request.
        if (context.Request.ContentLength > Longest && context.Features.Get<IStatusCodeReExecuteFeature>() is null)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return Task.CompletedTask;
        }

        return next(context);
    }));
}
