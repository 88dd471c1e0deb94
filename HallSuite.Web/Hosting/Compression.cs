using Microsoft.AspNetCore.ResponseCompression;

namespace HallSuite.Web.Hosting;

/// <summary>Pages and answers are compressed; files under wwwroot already are.</summary>
internal static class Compression
{
    public static void AddHallCompression(this IServiceCollection services) => services.AddResponseCompression(options =>
    {
        // Over TLS too: the antiforgery token is masked anew in each page, so its length says nothing about it.
        options.EnableForHttps = true;
        options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml", "application/problem+json"];
    });
}
