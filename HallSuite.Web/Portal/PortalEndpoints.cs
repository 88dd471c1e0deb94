using HallSuite.Infrastructure.Documents;
using HallSuite.Infrastructure.Evaluation;
using HallSuite.Infrastructure.Queueing;
using HallSuite.Web.Api;
using HallSuite.Web.Features.Documents;
using HallSuite.Web.Shared;

namespace HallSuite.Web.Portal;

/// <summary>What the portal has beside its pages.</summary>
internal static class PortalEndpoints
{
    public static void AddPortal(this IServiceCollection services) => services
        .AddScoped<TicketFaces>().AddSingleton<TicketPapers>().AddSingleton<IVerifyAddress, VerifyAddress>();

    public static void MapPortal(this IEndpointRouteBuilder routes)
    {
        const string Why = "the secret code in the address is the right to see this ticket; there is no identity on it";
        routes.MapGet("/portal/ticket/{code}/state", StateAsync).AnonymousBecause(Why);
        routes.MapGet("/portal/ticket/{code}/paper", PaperAsync).AnonymousBecause(Why).RequireRateLimiting(ApiSetup.RateLimit);
    }

    // A number that is over leads nowhere any more, so it is not printed again.
    private static async Task<IResult> PaperAsync(string code, TicketPageQueries tickets, TicketPapers papers, CancellationToken cancel) =>
        (await tickets.FindAsync(code, cancel)).TryGet(out var page, out _) && page.EndedAt is null
            ? Results.File(await papers.PrintAsync(page, code, cancel), PaperEndpoints.Pdf, $"{page.Number}.pdf")
            : Results.NotFound();

    private static async Task<IResult> StateAsync(
        string code, HttpContext context, TicketPageQueries tickets, TicketRatingQueries ratings, TicketFaces faces, CancellationToken cancel)
    {
        if (!(await tickets.FindAsync(code, cancel)).TryGet(out var page, out _) || !(await ratings.FindAsync(code, cancel)).TryGet(out var rating, out _))
        {
            return Results.Content("", "text/html; charset=utf-8", statusCode: StatusCodes.Status404NotFound); // for the script, which then loads the page anew
        }

        var html = await faces.DrawAsync(page, rating, code);
        var mark = TicketFaces.MarkOf(html);
        context.Response.Headers.ETag = mark;
        return context.Request.Headers.IfNoneMatch == mark ? Results.StatusCode(StatusCodes.Status304NotModified) : Results.Content(html, "text/html; charset=utf-8");
    }
}
