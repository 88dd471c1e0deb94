using System.Globalization;
using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;
using HallSuite.Infrastructure.Matters;
using HallSuite.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Cases;

/// <summary>
/// What somebody typed to find cases: a case number, its beginning, or the counter of one of today's; else words of a matter's name or code, or the name of
/// the organisation that applies. Names of persons are sealed and cannot be searched.
/// </summary>
internal sealed class CaseSearch
{
    public const int LongestText = 100;

    /// <summary>More matters than these are too many to be meant.</summary>
    private const int MostMatters = 20;

    private CaseSearch(string text, string? number, IReadOnlyList<MatterId> matters) => (Text, Number, Matters) = (text, number, matters);

    /// <summary>As it was typed, without blanks around it.</summary>
    public string Text { get; }

    /// <summary>With what the number begins; null when no number was typed.</summary>
    public string? Number { get; }

    /// <summary>The matters with such a name or code.</summary>
    public IReadOnlyList<MatterId> Matters { get; }

    /// <summary>The first text that is greater than every one with this beginning, in the order of their characters.</summary>
    public static string EndOf(string beginning) => beginning + '\uFFFF';

    /// <summary>Null where nothing was typed.</summary>
    public static async Task<CaseSearch?> ReadAsync(HallDbContext db, string? typed, string hallCode, DateOnly today, CancellationToken cancel)
    {
        if (typed?.Trim() is not { Length: > 0 } text)
        {
            return null;
        }

        text = text[..Math.Min(text.Length, LongestText)];
        if (NumberOf(text, hallCode, today) is { } number)
        {
            return new CaseSearch(text, number, []);
        }

        var matters = MatterSearch.WordsOf(text).Count == 0
            ? []
            : await MatterFinder.Find(db, new MatterFilter(text, WithInactive: true), []).OrderBy(m => m.Code).Select(m => m.Id).Take(MostMatters).ToListAsync(cancel);
        return new CaseSearch(text, null, matters);
    }

    /// <summary>Of a set that is small already, such as the open cases.</summary>
    public IQueryable<Case> Within(IQueryable<Case> cases) => Number is { } number
        ? Numbered(cases, number)
        : cases.Where(c => Matters.Contains(c.Matter) || (c.Organisation != null && c.Organisation.Contains(Text)));

    public static IQueryable<Case> Numbered(IQueryable<Case> cases, string beginning)
    {
        var end = EndOf(beginning);
        return cases.Where(c => c.Number.CompareTo(beginning) >= 0 && c.Number.CompareTo(end) < 0);
    }

    private static string? NumberOf(string text, string hallCode, DateOnly today)
    {
        var hall = hallCode.ToUpperInvariant();
        if (text.ToUpperInvariant() is var shown && shown.StartsWith(hall, StringComparison.Ordinal))
        {
            return shown;
        }

        return text.All(char.IsAsciiDigit)
            ? text.Length <= CaseNumber.HighestCounter.ToString(CultureInfo.InvariantCulture).Length
                ? CaseNumber.Of(hallCode, today, int.Parse(text, CultureInfo.InvariantCulture)) is { IsOk: true, Value: var one } ? one : null
                : text.StartsWith("20", StringComparison.Ordinal) ? hall + text : null
            : null;
    }
}
