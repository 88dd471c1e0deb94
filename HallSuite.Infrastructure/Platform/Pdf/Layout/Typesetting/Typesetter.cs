using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using HallSuite.Infrastructure.Platform.Pdf.Fonts;

namespace HallSuite.Infrastructure.Platform.Pdf.Layout.Typesetting;

/// <summary>Turns spans into glyphs and clusters. Linear in the text.</summary>
internal sealed class Typesetter
{
    private readonly FontBook fonts;
    private readonly List<Cluster> clusters;
    private readonly List<FontGlyph> glyphs;

    private Typesetter(FontBook fonts, int length) => (this.fonts, clusters, glyphs) = (fonts, new List<Cluster>(length), new List<FontGlyph>(length));

    /// <exception cref="PdfException">A character that no font has.</exception>
    public static TypesetText Set(FontBook fonts, IReadOnlyList<StyledText> spans)
    {
        var texts = new string[spans.Count];
        for (var i = 0; i < spans.Count; i++)
        {
            texts[i] = Clean(spans[i].Text);
        }

        var text = texts.Length == 1 ? texts[0] : string.Concat(texts);
        var setter = new Typesetter(fonts, text.Length);
        var from = 0;
        for (var i = 0; i < spans.Count; i++)
        {
            setter.Add(texts[i], from, spans[i], i);
            from += texts[i].Length;
        }

        BreakRules.Mark(CollectionsMarshal.AsSpan(setter.clusters), text, spans);
        return new TypesetText(text, setter.clusters, setter.glyphs, spans);
    }

    private void Add(ReadOnlySpan<char> added, int from, in StyledText span, int index)
    {
        for (var at = 0; at < added.Length;)
        {
            var length = IsPlain(added, at) ? 1 : StringInfo.GetNextTextElementLength(added[at..]);
            Add(added, at, length, from, span, index);
            at += length;
        }
    }

    private void Add(ReadOnlySpan<char> added, int at, int length, int from, in StyledText span, int index)
    {
        Rune.DecodeFromUtf16(added[at..], out var first, out _);
        var traits = TraitsOf(first, added, at, length);
        var cluster = new Cluster { Glyph = glyphs.Count, Text = from + at, Span = index, Traits = traits, Size = span.Style.Size };
        if (!cluster.Is(Traits.NewLine))
        {
            var em = 0.0;
            foreach (var rune in Composed(added.Slice(at, length)).EnumerateRunes())
            {
                if ((CharacterTraits.Of(rune) & Traits.Invisible) == 0)
                {
                    var glyph = fonts.Find(span.Style.Font, rune.Value == '\t' ? new Rune(' ') : rune);
                    glyphs.Add(glyph);
                    em += glyph.Advance;
                }
            }

            cluster.GlyphCount = glyphs.Count - cluster.Glyph;
            cluster.Width = (em * span.Style.Size) + (cluster.GlyphCount > 0 ? span.Style.LetterGap : 0);
            // A font may have narrow quotation marks: nothing of them is blank.
            if (em >= 0.9)
            {
                cluster.Left = cluster.Is(Traits.BlankLeft) ? span.Style.Size / 2 : 0;
                cluster.Right = cluster.Is(Traits.BlankRight) ? span.Style.Size / 2 : 0;
            }
        }

        clusters.Add(cluster);
    }

    private static Traits TraitsOf(Rune first, ReadOnlySpan<char> added, int at, int length) =>
        CharacterTraits.IsApostrophe(first) && at > 0 && at + length < added.Length && char.IsAsciiLetterOrDigit(added[at - 1]) && char.IsAsciiLetterOrDigit(added[at + length])
            ? Traits.Wordy
            : CharacterTraits.Of(first);

    // Most characters of our texts stand alone and are followed by one that joins nothing; asking for the text element would cost ten times as much.
    private static bool IsPlain(ReadOnlySpan<char> added, int at) => StandsAlone(added[at]) && (at + 1 == added.Length || StandsAlone(added[at + 1]));

    private static bool StandsAlone(char c) => c is (>= ' ' and < '\u0300') or '\n' or (>= '\u2010' and <= '\u2027') or (>= '\u3000' and < '\u302A') or (>= '\u4E00' and <= '\u9FFF')
        or (>= '\uFF01' and <= '\uFF5E');

    // Letters with marks only: composing everything would turn compatibility ideographs of names into other characters.
    private static ReadOnlySpan<char> Composed(ReadOnlySpan<char> element) => element.Length > 1 && element[0] < '\u2000' ? element.ToString().Normalize() : element;

    /// <summary>Private-use characters as Unicode, one kind of line end, no control characters, no half of a surrogate pair.</summary>
    private static string Clean(string given)
    {
        var clean = LegacyCharacters.ToUnicode(given);
        if (clean.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') >= 0)
        {
            clean = string.Concat(clean.EnumerateRunes());
        }

        if (clean.AsSpan().IndexOfAnyInRange('\0', '\u001F') < 0 && clean.AsSpan().IndexOfAnyInRange('\u007F', '\u009F') < 0)
        {
            return clean;
        }

        return string.Concat(clean.ReplaceLineEndings("\n").Where(c => c is '\n' or '\t' || !char.IsControl(c)));
    }
}
