namespace HallSuite.Domain.Kernel;

/// <summary>Reads what a person typed into a field of several lines, such as the reasons of a decision.</summary>
internal static class Paragraphs
{
    /// <summary>
    /// The text without surrounding white space and with <c>\n</c> between its lines; null when it is empty, longer than
    /// <paramref name="longest"/> UTF-16 units, or a line holds a control character or half a surrogate pair.
    /// </summary>
    public static string? Read(string? raw, int longest)
    {
        var text = raw?.ReplaceLineEndings("\n").Trim();
        return string.IsNullOrEmpty(text) || text.Length > longest || !text.Split('\n').All(OneLine.IsPlain) ? null : text;
    }

    /// <summary>Like <see cref="Read"/>, but an empty field is a valid empty text.</summary>
    public static string? ReadOptional(string? raw, int longest) => string.IsNullOrWhiteSpace(raw) ? "" : Read(raw, longest);
}
