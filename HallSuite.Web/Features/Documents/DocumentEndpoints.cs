using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Documents;
using HallSuite.Web.Api;
using HallSuite.Web.Shared;
using Microsoft.Net.Http.Headers;

namespace HallSuite.Web.Features.Documents;

/// <summary>The signed files of issued documents, for staff.</summary>
internal static class DocumentEndpoints
{
    public static void MapDocuments(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/documents/{id:guid}/file", FileAsync).RequirePermission(Permission.ViewDocuments);

    private static async Task<IResult> FileAsync(Guid id, HttpContext context, DocumentQueries documents, CancellationToken cancel)
    {
        if (!(await documents.FileAsync(CurrentActor.Of(context.User)!, new DocumentId(id), cancel)).TryGet(out var file, out var refusal))
        {
            return Problems.Of(refusal);
        }

        var shown = new ContentDispositionHeaderValue("inline");
        shown.SetHttpFileName(file.Name);
        context.Response.Headers.ContentDisposition = shown.ToString();
        return Results.Bytes(file.Content, "application/pdf");
    }
}
