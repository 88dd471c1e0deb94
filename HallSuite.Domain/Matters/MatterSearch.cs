using System.Text;

namespace HallSuite.Domain.Matters;

/// <summary>
/// What people type and what is written, brought to one form in which a part of one is found in the other: without blanks, in capitals, full-width
/// signs and letters as the usual ones.
/// </summary>
public static class MatterSearch
{
    /// <summary>Longer than the longest name and code; what a freak of a name would have beyond it is not found by.</summary>
    public const int KeyLength = 500;

    private const int MostWords = 6;

    private static readonly char[] Blanks = [' ', '\t', '\u3000'];

    /// <summary>What a matter is found by: its name, then its code, apart so that no word is found across the two.</summary>
    public static string KeyOf(string name, string code) => Cut($"{Plain(name)}\n{code}");

    /// <summary>The text in the form in which texts are compared.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in Whole(text).Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            if (!Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune))
                plain.Append(Rune.ToUpperInvariant(rune).ToString());
        }

        return plain.ToString();
    }

    /// <summary>The words of a search, each in that form; all of them must be found.</summary>
    public static IReadOnlyList<string> WordsOf(string? typed) =>
        [.. (typed ?? "").Split(Blanks, StringSplitOptions.RemoveEmptyEntries).Select(Plain).Where(w => w.Length > 0).Distinct().Take(MostWords)];

    private static string Cut(string key)
    {
        if (key.Length <= KeyLength)
            return key;
        return char.IsHighSurrogate(key[KeyLength - 1]) ? key[..(KeyLength - 1)] : key[..KeyLength];
    }

    /// <summary>Half a surrogate pair, as anyone can send one in an address, cannot be normalised.</summary>
    private static string Whole(string text) => string.Concat(text.EnumerateRunes().Select(r => r.ToString()));
}
