namespace HallSuite.Domain.Documents;

/// <summary>The number of an official document, such as 青澜卫许受〔2026〕31号.</summary>
/// <param name="Word">The code word: the department's and the kind's, 青澜卫许 and 受.</param>
/// <param name="Year">Of the local day of issue.</param>
/// <param name="Serial">From 1, without gaps in its series.</param>
public sealed record DocumentNumber(string Word, int Year, int Serial)
{
    /// <summary>What the numbers of one department, kind and year have in common; each series counts by itself.</summary>
    public string Series => SeriesOf(Word, Year);

    /// <summary>The code word of a department's documents of one kind; null for kinds that are never numbered.</summary>
    public static string? WordOf(string departmentWord, DocumentKind kind) => DocumentWords.KindWordOf(kind) is { } kindWord ? departmentWord + kindWord : null;

    public static string SeriesOf(string word, int year) => $"{word}〔{year}〕";

    public override string ToString() => $"{Series}{Serial}号";
}
