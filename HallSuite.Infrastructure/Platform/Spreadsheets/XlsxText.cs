using System.Buffers;
using System.Text;

namespace HallSuite.Infrastructure.Platform.Spreadsheets;

/// <summary>Text as the XML of a workbook holds it (ECMA-376, ST_Xstring).</summary>
internal static class XlsxText
{
    private const char Replacement = '\uFFFD';

    private static readonly SearchValues<char> Special = SearchValues.Create(
        [.. "&<>\"_\uFFFE\uFFFF", .. Enumerable.Range(0, 0x20).Select(c => (char)c), .. Enumerable.Range(0xD800, 0x800).Select(c => (char)c)]);

    /// <summary>
    /// Appends text for an element or attribute. Line ends become one line feed; whole characters stay, also beyond the BMP; what XML cannot hold
    /// – control characters, half a surrogate pair, non-characters – becomes U+FFFD.
    /// </summary>
    public static void Append(StringBuilder to, string text)
    {
        var rest = text.AsSpan();
        for (var at = rest.IndexOfAny(Special); at >= 0; at = rest.IndexOfAny(Special))
        {
            to.Append(rest[..at]);
            rest = rest[(at + AppendSpecial(to, rest[at..]))..];
        }

        to.Append(rest);
    }

    /// <summary>Whether a reader would drop blanks or line ends of the text unless told not to.</summary>
    public static bool NeedsPreserving(string text) => text.Length > 0 && (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]) || text.AsSpan().ContainsAny('\n', '\t', '\r'));

    /// <returns>How many characters of the text were taken.</returns>
    private static int AppendSpecial(StringBuilder to, ReadOnlySpan<char> text)
    {
        switch (text[0])
        {
            case '&':
                to.Append("&amp;");
                return 1;
            case '<':
                to.Append("&lt;");
                return 1;
            case '>':
                to.Append("&gt;");
                return 1;
            case '"':
                to.Append("&quot;");
                return 1;
            case '_':
                // _x0041_ is the format's way to write a character by its number; text that happens to look so has its first mark written that way.
                to.Append(LooksEscaped(text) ? "_x005F_" : "_");
                return 1;
            case '\n' or '\t':
                to.Append(text[0]);
                return 1;
            case '\r':
                to.Append('\n');
                return text.Length > 1 && text[1] == '\n' ? 2 : 1;
            case var high when char.IsHighSurrogate(high) && text.Length > 1 && char.IsLowSurrogate(text[1]):
                to.Append(text[..2]);
                return 2;
            default:
                to.Append(Replacement);
                return 1;
        }
    }

    private static bool LooksEscaped(ReadOnlySpan<char> text) =>
        text.Length >= 7 && text[1] == 'x' && text[6] == '_' && char.IsAsciiHexDigit(text[2]) && char.IsAsciiHexDigit(text[3])
        && char.IsAsciiHexDigit(text[4]) && char.IsAsciiHexDigit(text[5]);
}
