using HallSuite.Infrastructure.Platform.Health;
using HallSuite.Web.Shared;

namespace HallSuite.Web.Hosting;

/// <summary>What <c>/healthz</c> answers (CONTRACT §3).</summary>
public sealed record HealthAnswer(string Status, string Version, string Boot);

internal static class HealthEndpoint
{
    /// <summary>For load balancers, monitors and screens that wait for the server.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes) => routes.MapGet(HallUrls.Health, async (HallHealth health, HttpContext context, CancellationToken cancel) =>
    {
        context.Response.Headers.CacheControl = "no-store";
        var answers = await health.DatabaseAnswersAsync(cancel);
        return Results.Json(
            new HealthAnswer(answers ? "ok" : "database-unavailable", HallHealth.Version, health.Boot),
            statusCode: answers ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }).AnonymousBecause("load balancers, monitors and screens have no account; it says nothing about people or data").DisableAntiforgery();
}
