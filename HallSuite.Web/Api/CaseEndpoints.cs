using HallSuite.Infrastructure.Cases;
using HallSuite.Web.Shared;

namespace HallSuite.Web.Api;

/// <summary>What an applicant may ask with the receipt in hand.</summary>
internal static class CaseEndpoints
{
    public static void MapCases(this RouteGroupBuilder api) =>
        api.MapGet("/cases/{number}", ProgressAsync).AnonymousBecause("the key on the receipt is the applicant's right, and nobody's name is in the answer")
            .Produces<CaseProgressJson>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("cases").WithSummary("How far a case is, by its number and the query key on the receipt.");

    private static async Task<IResult> ProgressAsync(string number, string? key, HttpContext context, CaseProgressQueries cases, CancellationToken cancel)
    {
        context.Response.Headers.CacheControl = "no-store";
        return (await cases.FindAsync(number, key, cancel)).TryGet(out var progress, out var refusal) ? Results.Ok(CaseProgressJson.Of(progress)) : Problems.Of(refusal);
    }
}
