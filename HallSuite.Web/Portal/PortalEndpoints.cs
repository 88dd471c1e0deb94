using HallSuite.Infrastructure.Cases;
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
        .AddScoped<PortalFaces>().AddSingleton<TicketPapers>().AddSingleton<ProgressPasses>().AddSingleton<IVerifyAddress, VerifyAddress>().AddSingleton<IProgressAddress, ProgressAddress>();

    public static void MapPortal(this IEndpointRouteBuilder routes)
    {
        const string Why = "the secret code in the address is the right to see this ticket; there is no identity on it";
        routes.MapGet("/portal/ticket/{code}/state", TicketAsync).AnonymousBecause(Why);
        routes.MapGet("/portal/ticket/{code}/paper", PaperAsync).AnonymousBecause(Why).RequireRateLimiting(ApiSetup.RateLimit);
        routes.MapGet("/portal/case/{number}/state", ProgressAsync)
            .AnonymousBecause("number and key of the receipt are the right to see how far a case is; nobody's name is on the page").RequireRateLimiting(ApiSetup.RateLimit);
    }

    // A number that is over leads nowhere any more, so it is not printed again.
    private static async Task<IResult> PaperAsync(string code, TicketPageQueries tickets, TicketPapers papers, CancellationToken cancel) =>
        (await tickets.FindAsync(code, cancel)).TryGet(out var page, out _) && page.EndedAt is null
            ? Results.File(await papers.PrintAsync(page, code, cancel), PaperEndpoints.Pdf, $"{page.Number}.pdf")
            : Results.NotFound();

    private static async Task<IResult> TicketAsync(
        string code, HttpContext context, TicketPageQueries tickets, TicketRatingQueries ratings, PortalFaces faces, CancellationToken cancel) =>
        (await tickets.FindAsync(code, cancel)).TryGet(out var page, out _) && (await ratings.FindAsync(code, cancel)).TryGet(out var rating, out _)
            ? FaceOf(await faces.DrawAsync(page, rating, code), context)
            : NoFace();

    private static async Task<IResult> ProgressAsync(
        string number, string? key, HttpContext context, CaseProgressQueries cases, ProgressPasses passes, PortalFaces faces, CancellationToken cancel) =>
        (await cases.TrackAsync(number, key ?? passes.Read(context, number), cancel)).TryGet(out var track, out _) ? FaceOf(await faces.DrawAsync(track), context) : NoFace();

    private static IResult FaceOf(string html, HttpContext context)
    {
        var mark = PortalFaces.MarkOf(html);
        context.Response.Headers.ETag = mark;
        return context.Request.Headers.IfNoneMatch == mark ? Results.StatusCode(StatusCodes.Status304NotModified) : Results.Content(html, "text/html; charset=utf-8");
    }

    // For the script, which then loads the page anew.
    private static IResult NoFace() => Results.Content("", "text/html; charset=utf-8", statusCode: StatusCodes.Status404NotFound);
}
