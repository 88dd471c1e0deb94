using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Cases;
using HallSuite.Web.Api;
using HallSuite.Web.Shared;
using Microsoft.Net.Http.Headers;

namespace HallSuite.Web.Features.Cases;

/// <summary>
/// The scans of materials, for whoever may see their case. A file is given out as what its own bytes say it is, in a page of its own that may load and run
/// nothing: an upload is a stranger's.
/// </summary>
internal static class ScanEndpoints
{
    public static void MapScans(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/cases/scans/{id:guid}", ReadAsync).RequirePermission(Permission.ViewCases);

    private static async Task<IResult> ReadAsync(Guid id, HttpContext context, ScanQueries scans, CancellationToken cancel)
    {
        if (!(await scans.ReadAsync(CurrentActor.Of(context.User)!, new ScanId(id), cancel)).TryGet(out var scan, out var refusal))
        {
            return Problems.Of(refusal);
        }

        var shown = new ContentDispositionHeaderValue("inline");
        shown.SetHttpFileName(scan.Name);
        var headers = context.Response.Headers;
        headers.ContentDisposition = shown.ToString();
        headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; frame-ancestors 'self'";
        headers.CacheControl = "private, no-store";
        return Results.Bytes(scan.Content, ScanFile.MediaTypeOf(scan.Kind));
    }
}
