using System.Globalization;

namespace HallSuite.Domain.Kernel;

/// <summary>Reads what a person typed into a one-line field.</summary>
internal static class OneLine
{
    /// <summary>
    /// The text without surrounding white space; null when it is empty, longer than <paramref name="longest"/> UTF-16 units,
    /// holds a control character or line separator, or half a surrogate pair.
    /// </summary>
    public static string? Read(string? raw, int longest)
    {
        var text = raw?.Trim();
        return string.IsNullOrEmpty(text) || text.Length > longest || !IsPlain(text) ? null : text;
    }

    /// <summary>Like <see cref="Read"/>, but an empty field is a valid empty text.</summary>
    public static string? ReadOptional(string? raw, int longest) => string.IsNullOrWhiteSpace(raw) ? "" : Read(raw, longest);

    /// <summary>Whether every character is whole and printable in one line.</summary>
    public static bool IsPlain(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
                continue;
            }

            var category = char.GetUnicodeCategory(text[i]);
            if (category is UnicodeCategory.Control or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
                return false;
        }

        return true;
    }
}
