using System.Globalization;
using HallSuite.Domain.Calendar;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Calendar;
using HallSuite.Infrastructure.Matters;
using HallSuite.Web.Shared;

namespace HallSuite.Web.Api;

/// <summary>What anyone may ask without a hall: the catalogue of matters, and when a limit ends.</summary>
internal static class CatalogueEndpoints
{
    private const string Public = "laws and catalogues are published for everyone";
    private const int LongestText = 200;
    private const int UsualLines = 50;

    public static void MapCatalogue(this RouteGroupBuilder api)
    {
        api.MapGet("/calendar/due", DueAsync).AnonymousBecause(Public).Produces<DueJson>().ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("calendar").WithSummary("When a limit of some days ends, and why: the first day is the one after from.");
        api.MapGet("/matters", MattersAsync).AnonymousBecause(Public).Produces<MattersJson>().ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("matters").WithSummary("The matters whose name, code or department holds every word of query, by code.");
        api.MapGet("/matters/{code}", MatterAsync).AnonymousBecause(Public).Produces<MatterJson>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("matters").WithSummary("One matter by the standard that holds today.");
    }

    // Read as text: what is no date or number is told in our words.
    private static async Task<IResult> DueAsync(string? from, string? days, string? unit, CalendarQueries calendar, CancellationToken cancel)
    {
        if (!DateOnly.TryParseExact(from, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var start))
        {
            return Problems.Of(RequestErrors.FieldInvalid("from"));
        }

        if (!int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            return Problems.Of(RequestErrors.FieldInvalid("days"));
        }

        if (unit is not (null or "working" or "calendar"))
        {
            return Problems.Of(RequestErrors.FieldInvalid("unit"));
        }

        var limit = new Limit(count, unit == "calendar" ? LimitUnit.CalendarDays : LimitUnit.WorkingDays);
        return (await calendar.DueAsync(start, limit, cancel)).TryGet(out var due, out var refusal) ? Results.Ok(DueJson.Of(due)) : Problems.Of(refusal);
    }

    private static async Task<IResult> MattersAsync(
        string? query, string? department, string? after, string? take, CatalogueQueries catalogue, CancellationToken cancel)
    {
        if (new[] { ("query", query), ("department", department), ("after", after) }.FirstOrDefault(t => t.Item2?.Length > LongestText).Item1 is { } tooLong)
        {
            return Problems.Of(RequestErrors.FieldInvalid(tooLong));
        }

        var lines = UsualLines;
        if (take is not null && !(int.TryParse(take, NumberStyles.None, CultureInfo.InvariantCulture, out lines) && lines is >= 1 and <= CatalogueQueries.MostLines))
        {
            return Problems.Of(RequestErrors.FieldInvalid("take"));
        }

        var page = await catalogue.ListAsync(new MatterFilter(query, department), after, lines, cancel);
        return Results.Ok(new MattersJson([.. page.Lines.Select(MatterLineJson.Of)], page.Next));
    }

    private static async Task<IResult> MatterAsync(string code, CatalogueQueries catalogue, CancellationToken cancel) =>
        (await catalogue.ReadAsync(code, cancel)).TryGet(out var matter, out var refusal) ? Results.Ok(MatterJson.Of(matter)) : Problems.Of(refusal);
}
