using HallSuite.Domain.Documents;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Documents.Papers;
using HallSuite.Web.Shared;

namespace HallSuite.Web.Features.Documents;

/// <summary>The samples of papers as files, for the preview.</summary>
internal static class PaperEndpoints
{
    public const string Pdf = "application/pdf";

    public static void MapPapers(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/admin/documents/{kind}/sample", SampleOf).RequirePermission(Permission.ManageHalls);

    private static IResult SampleOf(string kind, bool? download, PaperSamples samples, CancellationToken cancel)
    {
        if (!Enum.TryParse<DocumentKind>(kind, ignoreCase: true, out var known) || samples.Print(known, cancel) is not { } bytes)
        {
            return Results.NotFound();
        }

        return download == true ? Results.File(bytes, Pdf, $"{DocumentWords.TitleOf(known)}（样张）.pdf") : Results.File(bytes, Pdf);
    }
}
