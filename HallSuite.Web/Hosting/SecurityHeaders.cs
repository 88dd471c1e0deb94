namespace HallSuite.Web.Hosting;

/// <summary>What browsers may do with our pages: nothing from elsewhere, in no frame elsewhere, without camera or microphone.</summary>
internal static class SecurityHeaders
{
    /// <summary>
    /// Everything from this site alone. Radzen places its popups by style attributes, hence the one exception; without it they show
    /// where they should be hidden. Pictures made on the spot (QR codes) are data addresses.
    /// </summary>
    public const string ContentPolicy =
        "default-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'";

    public const string PermissionsPolicy = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

    public static void UseSecurityHeaders(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }

        app.Use((context, next) =>
        {
            context.Response.OnStarting(() =>
            {
                Write(context);
                return Task.CompletedTask;
            });
            return next(context);
        });
    }

    private static void Write(HttpContext context)
    {
        var headers = context.Response.Headers;
        if (headers.ContentSecurityPolicy.Count == 0)
        {
            headers.ContentSecurityPolicy = ContentPolicy;
        }

        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = PermissionsPolicy;

        // A page of someone who has signed out must not come back with the browser's back button.
        if (context.User.Identity is { IsAuthenticated: true } && context.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true)
        {
            headers.CacheControl = "no-store";
        }
    }
}
