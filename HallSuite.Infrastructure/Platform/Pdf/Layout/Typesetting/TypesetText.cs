using System.Runtime.InteropServices;
using HallSuite.Infrastructure.Platform.Pdf.Fonts;

namespace HallSuite.Infrastructure.Platform.Pdf.Layout.Typesetting;

/// <summary>A piece of text in one style.</summary>
/// <param name="Text">As it was given; legacy private-use characters and line ends are put right when it is set.</param>
/// <param name="Together">Kept on one line if a line can hold it.</param>
internal readonly record struct StyledText(string Text, ResolvedStyle Style, bool Together);

/// <summary>Text turned into glyphs and clusters, ready to be broken into lines. Immutable once made.</summary>
internal sealed class TypesetText
{
    private readonly List<Cluster> clusters;
    private readonly List<FontGlyph> glyphs;

    public TypesetText(string text, List<Cluster> clusters, List<FontGlyph> glyphs, IReadOnlyList<StyledText> spans) =>
        (Text, this.clusters, this.glyphs, Spans) = (text, clusters, glyphs, spans);

    public string Text { get; }

    public IReadOnlyList<StyledText> Spans { get; }

    public ReadOnlySpan<Cluster> Clusters => CollectionsMarshal.AsSpan(clusters);

    public ReadOnlySpan<FontGlyph> Glyphs => CollectionsMarshal.AsSpan(glyphs);

    /// <summary>How high a line is and where its baseline lies, counted from its top: the largest of its styles decides.</summary>
    public (double Ascent, double Descent) HeightOf(in Line line)
    {
        var (ascent, descent, span) = (0.0, 0.0, -1);
        var shown = Clusters;
        for (var i = line.From; i < line.Next; i++)
        {
            if (shown[i].Span != span)
            {
                span = shown[i].Span;
                var style = Spans[span].Style;
                (ascent, descent) = (Math.Max(ascent, style.Ascent), Math.Max(descent, style.Descent));
            }
        }

        return span >= 0 ? (ascent, descent) : (Spans[^1].Style.Ascent, Spans[^1].Style.Descent);
    }
}
