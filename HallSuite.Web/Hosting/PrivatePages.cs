namespace HallSuite.Web.Hosting;

/// <summary>
/// Pages and files that show one visitor's own matters: kept by no browser and no proxy, named to no other site, found by no search engine. Their address
/// may hold the secret code of a ticket or document, or the key of a case.
/// </summary>
internal static class PrivatePages
{
    private static readonly PathString[] Paths = ["/kiosk", "/portal/ticket", "/portal/case", "/verify", "/documents"];

    /// <summary>First in the pipeline: what is registered first is written last, and these pages are stricter than all others.</summary>
    public static void UsePrivatePages(this WebApplication app) => app.Use((context, next) =>
    {
        if (Paths.Any(path => context.Request.Path.StartsWithSegments(path)))
        {
            context.Response.OnStarting(() =>
            {
                var headers = context.Response.Headers;
                headers.CacheControl = "no-store";
                headers["Referrer-Policy"] = "no-referrer";
                headers["X-Robots-Tag"] = "noindex, nofollow";
                return Task.CompletedTask;
            });
        }

        return next(context);
    });
}
