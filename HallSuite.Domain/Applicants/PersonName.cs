using System.Buffers;
using System.Globalization;
using System.Text;
using HallSuite.Domain.Kernel;

namespace HallSuite.Domain.Applicants;

/// <summary>
/// A person's name as the document has it (DOMAIN §7). Rare characters, also beyond the BMP and with variation selectors, stay as they are:
/// no Unicode normalisation touches them, since that would replace compatibility ideographs. Only the separator of minority names is made
/// one: U+00B7.
/// </summary>
public sealed record PersonName
{
    public const int LongestTextElements = 100;

    private const char Separator = '\u00B7';

    /// <summary>Dots that input methods, fonts and old systems put for the separator.</summary>
    private const string LookAlikes = "\u2022\u30FB\uFF65\u2027\u0387\u16EB\u2219\u22C5\u2E31\u2E33\uA78F\u25E6\u2981\u318D\u1427\u25CF";

    /// <summary>Full stops stand for the separator only between Han characters; in <c>John B. Smith</c> they are what they are.</summary>
    private const string FullStops = ".\uFF0E\u2024\uFE52\u3002\uFF61";

    private PersonName(string text) => Text = text;

    /// <summary>In full: for sealing and for documents, never for a screen.</summary>
    public string Text { get; }

    public static Result<PersonName> Of(string? raw)
    {
        var text = raw?.Trim() ?? "";
        if (text.Length == 0 || !OneLine.IsPlain(text) || text.Any(IsDirectionControl))
            return ApplicantErrors.NameInvalid;
        var name = OneSeparator(text);
        return new StringInfo(name).LengthInTextElements > LongestTextElements ? ApplicantErrors.NameInvalid : new PersonName(name);
    }

    /// <summary>First and last character with stars between: <c>陈*敏</c>, <c>陈*</c>.</summary>
    public string Mask() => MaskOf(Text);

    /// <summary>Masks a name that was opened from its seal.</summary>
    public static string MaskOf(string name)
    {
        var starts = StringInfo.ParseCombiningCharacters(name);
        return starts.Length switch
        {
            0 => "",
            1 => "*",
            2 => string.Concat(name.AsSpan(0, starts[1]), "*"),
            var length => string.Concat(name.AsSpan(0, starts[1]), new string('*', length - 2), name.AsSpan(starts[^1])),
        };
    }

    public override string ToString() => Mask();

    private static string OneSeparator(string text)
    {
        var name = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var before = text.AsSpan(0, i);
            var after = text.AsSpan(i + 1);
            if (FullStops.Contains(text[i]))
            {
                name.Append(EndsInHan(before) && BeginsWithHan(after) ? Separator : text[i]);
                continue;
            }

            var isSeparator = text[i] == Separator || LookAlikes.Contains(text[i]);
            name.Append(isSeparator ? Separator : text[i]);
            if (!isSeparator || !EndsInHan(before.TrimEnd()) || !BeginsWithHan(after.TrimStart()))
                continue;

            // Between Han characters the separator stands alone; blanks about it come from typing.
            name.Length = name.ToString(0, name.Length - 1).TrimEnd().Length;
            name.Append(Separator);
            i += after.Length - after.TrimStart().Length;
        }

        return name.ToString();
    }

    private static bool EndsInHan(ReadOnlySpan<char> text) =>
        Rune.DecodeLastFromUtf16(text, out var rune, out _) == OperationStatus.Done && IsHan(rune);

    private static bool BeginsWithHan(ReadOnlySpan<char> text) =>
        Rune.DecodeFromUtf16(text, out var rune, out _) == OperationStatus.Done && IsHan(rune);

    /// <summary>The unified and compatibility ideographs, planes 2 and 3 whole, and variation selectors, which follow one.</summary>
    private static bool IsHan(Rune rune) => rune.Value is
        0x3007 or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF)
        or (>= 0x20000 and <= 0x3FFFF) or (>= 0xE0100 and <= 0xE01EF);

    /// <summary>Overrides of the writing direction would turn a line of the screen round.</summary>
    private static bool IsDirectionControl(char c) => c is '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
