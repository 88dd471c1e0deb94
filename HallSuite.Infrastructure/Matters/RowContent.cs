using HallSuite.Domain.Calendar;
using HallSuite.Domain.Matters;

namespace HallSuite.Infrastructure.Matters;

/// <summary>
/// What a row makes of a standard. The file says conditions, limits and materials; whatever else a standard has – steps, discretion, result, fee –
/// stays as it is.
/// </summary>
internal static class RowContent
{
    /// <summary>The first standard of a matter: one review, and for a licence the written decision that the law asks for (ALL Art. 38).</summary>
    public static StandardContent New(MatterRow row) => On(row, new StandardContent
    {
        Statutory = row.Kind == MatterKind.Licence ? StatutoryLimit.ByLaw : StatutoryLimit.None,
        Steps = [new ReviewStepRule("S1", "审查", 1)],
        Result = row.Kind == MatterKind.Licence ? new ResultRule(ResultKind.Approval, "准予行政许可决定书", null) : ResultRule.Nothing,
    });

    /// <summary>The standard with what the row says in place.</summary>
    public static StandardContent On(MatterRow row, StandardContent content) => content with
    {
        Conditions = row.Conditions,
        Statutory = Statutory(row.Statutory, content),
        Committed = row.Committed,
        Materials = Materials(row.Materials, content.Materials),
    };

    // The law's own 20 days stay the law's, also where the file writes them out.
    private static StatutoryLimit Statutory(Limit? told, StandardContent content) =>
        told == content.StatutoryDays ? content.Statutory : told is { } limit ? StatutoryLimit.Of(limit) : StatutoryLimit.None;

    /// <summary>A material that is still asked for keeps its code and all that is known of it; a new one gets the next code.</summary>
    private static IReadOnlyList<MaterialRequirement> Materials(IReadOnlyList<string> names, IReadOnlyList<MaterialRequirement> before)
    {
        if (names.SequenceEqual(before.Select(m => m.Name)))
        {
            return before;
        }

        var next = before.Select(m => NumberOf(m.Code)).DefaultIfEmpty(0).Max();
        return [.. names.Select(name => before.FirstOrDefault(m => m.Name == name) ?? new MaterialRequirement($"M{++next}", name, MaterialWeight.Key))];
    }

    private static int NumberOf(string code) => code is ['M', .. var digits] && int.TryParse(digits, out var number) ? number : 0;
}
