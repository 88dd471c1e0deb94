using HallSuite.Infrastructure.Platform.Health;

namespace HallSuite.Web.Hosting;

/// <summary>What <c>/healthz</c> answers (CONTRACT §3).</summary>
public sealed record HealthAnswer(string Status, string Version, string Boot);

internal static class HealthEndpoint
{
    /// <summary>For load balancers, monitors and screens that wait for the server: open to anyone, says nothing about people or data.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes) => routes.MapGet(HallUrls.Health, async (HallHealth health, HttpContext context, CancellationToken cancel) =>
    {
        context.Response.Headers.CacheControl = "no-store";
        var answers = await health.DatabaseAnswersAsync(cancel);
        return Results.Json(
            new HealthAnswer(answers ? "ok" : "database-unavailable", HallHealth.Version, health.Boot),
            statusCode: answers ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }).AllowAnonymous().DisableAntiforgery();
}
