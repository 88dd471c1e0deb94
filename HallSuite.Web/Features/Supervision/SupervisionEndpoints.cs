using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Supervision;
using HallSuite.Web.Api;
using HallSuite.Web.Shared;
using Microsoft.Net.Http.Headers;

namespace HallSuite.Web.Features.Supervision;

/// <summary>The slips and letters of cards, for supervisors.</summary>
internal static class SupervisionEndpoints
{
    public static void MapSupervision(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/supervision/cards/{id:guid}/paper", PaperAsync).RequirePermission(Permission.Supervise);

    private static async Task<IResult> PaperAsync(Guid id, HttpContext context, CardPaperQueries papers, CancellationToken cancel)
    {
        if (!(await papers.FileAsync(CurrentActor.Of(context.User)!, new CardId(id), cancel)).TryGet(out var file, out var refusal))
        {
            return Problems.Of(refusal);
        }

        var shown = new ContentDispositionHeaderValue("inline");
        shown.SetHttpFileName(file.Name);
        context.Response.Headers.ContentDisposition = shown.ToString();
        return Results.Bytes(file.Content, "application/pdf");
    }
}
