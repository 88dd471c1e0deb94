using HallSuite.Infrastructure.Platform.Pdf.Layout.Elements;
using HallSuite.Infrastructure.Platform.Pdf.Layout.Paging;

namespace HallSuite.Infrastructure.Platform.Pdf.Layout.Typesetting;

/// <summary>The lines of a text at one measure, with their heights added up, so that asking how many fit a page costs no walk through all of them.</summary>
internal sealed class TextLines
{
    private readonly TypesetText text;
    private readonly double measure;
    private readonly List<Line> lines;
    private readonly int offset;
    private readonly double[] tops;
    private readonly (double Ascent, double Descent)[] heights;
    private readonly double widest;

    /// <param name="indent">In characters of the first span.</param>
    /// <param name="from">The first cluster that is still to be drawn.</param>
    public TextLines(TypesetText text, double measure, double indent, int from)
    {
        (this.text, this.measure, offset) = (text, measure, from);
        var blank = Math.Min(indent * text.Spans[0].Style.Size, measure / 2);
        var goesOn = from > 0 && !text.Clusters[from - 1].Is(Traits.NewLine);
        lines = new LineBreaker(text.Clusters[from..], measure, blank, goesOn).Break();
        tops = new double[lines.Count + 1];
        heights = new (double, double)[lines.Count];
        for (var i = 0; i < lines.Count; i++)
        {
            heights[i] = text.HeightOf(Whole(i));
            tops[i + 1] = tops[i] + heights[i].Ascent + heights[i].Descent;
            var width = lines[i].Width + lines[i].Indent;
            widest = Math.Max(widest, Math.Min(width, measure));
            if (lines[i].To == lines[i].From + 1 && width > measure + 0.01)
            {
                TooWide = width;
            }
        }
    }

    public int Count => lines.Count;

    /// <summary>The width of a character that alone is wider than the measure, if there is one.</summary>
    public double? TooWide { get; }

    /// <summary>Whether these lines serve for another width: the same, or one that all of them fit.</summary>
    public bool Fit(double width) => Math.Abs(width - measure) < 0.01 || (width < measure && width >= widest - 0.01 && lines.Count == 1);

    public int FirstCluster(int line) => line < lines.Count ? offset + lines[line].From : text.Clusters.Length;

    public double HeightOf(int from, int to) => tops[to] - tops[from];

    /// <summary>How many lines a space holds.</summary>
    public int Fitting(int from, Space space)
    {
        var (low, high) = (0, lines.Count - from);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = space.Holds(HeightOf(from, from + middle)) ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    /// <summary>At most so many lines, fewer if the break would part the first or the last line of a paragraph from the rest of it.</summary>
    public int WellBroken(int from, int count)
    {
        var taken = count;
        while (taken > 0 && IsPoorBreak(from + taken))
        {
            taken--;
        }

        return taken;
    }

    public bool OpensParagraph(int line) => lines[line].Opens;

    /// <summary>After the last line of the paragraph, at most <paramref name="limit"/>.</summary>
    public int EndOfParagraph(int line, int limit)
    {
        while (line < limit && !lines[line].Closes)
        {
            line++;
        }

        return Math.Min(line + 1, limit);
    }

    /// <summary>The width that the lines need; lines that reach both edges need the measure.</summary>
    public double WidthOf(int from, int to, TextAlign align)
    {
        var width = 0.0;
        for (var i = from; i < to; i++)
        {
            var own = Math.Min(lines[i].Width + lines[i].Indent, measure);
            width = Math.Max(width, align == TextAlign.Justified && !lines[i].Closes ? measure : own);
        }

        return width;
    }

    /// <summary>Draws a line and answers its height.</summary>
    public double Draw(Paper paper, int index, double x, double top, double width, TextAlign align)
    {
        var line = Whole(index);
        var (ascent, descent) = heights[index];
        var places = Justification.Place(text.Clusters, line, measure, align == TextAlign.Justified);
        var blank = Math.Max(0, width - line.Indent - places[^1]);
        x += line.Indent + align switch
        {
            TextAlign.Start or TextAlign.Justified => 0,
            TextAlign.Middle => blank / 2,
            TextAlign.End => blank,
        };
        for (var from = line.From; from < line.To;)
        {
            var to = from + 1;
            while (to < line.To && text.Clusters[to].Span == text.Clusters[from].Span)
            {
                to++;
            }

            DrawRun(paper, line, from, to == line.To ? WithHangingSpaces(line) : to, places, x, top + ascent);
            from = to;
        }

        return ascent + descent;
    }

    // The line breaker counts from the first cluster that it was given.
    private Line Whole(int index) => lines[index] with { From = offset + lines[index].From, To = offset + lines[index].To, Next = offset + lines[index].Next };

    // Nobody sees them, but without them the last word of a line and the first of the next would be read as one.
    private int WithHangingSpaces(in Line line)
    {
        var (end, span) = (line.To, text.Clusters[line.To - 1].Span);
        while (end < line.Next && text.Clusters[end].Is(Traits.Space) && text.Clusters[end].Span == span)
        {
            end++;
        }

        return end;
    }

    private bool IsPoorBreak(int line) => (lines[line - 1].Opens && !lines[line - 1].Closes) || (lines[line].Closes && !lines[line].Opens);

    private void DrawRun(Paper paper, in Line line, int from, int to, double[] places, double x, double baseline)
    {
        var clusters = text.Clusters;
        var style = text.Spans[clusters[from].Span].Style;
        var first = clusters[from].Glyph;
        var glyphs = text.Glyphs.Slice(first, clusters[to - 1].Glyph + clusters[to - 1].GlyphCount - first);
        var adjustments = new double[glyphs.Length];
        for (var i = from; i < Math.Min(to, line.To); i++)
        {
            if (clusters[i].GlyphCount == 0)
            {
                continue;
            }

            var own = 0.0;
            for (var g = clusters[i].Glyph; g < clusters[i].Glyph + clusters[i].GlyphCount; g++)
            {
                own += text.Glyphs[g].Advance * style.Size;
            }

            var end = i + 1 < line.To ? places[i + 1 - line.From] : places[i - line.From] + own;
            var move = end - places[i - line.From] - own;
            adjustments[clusters[i].Glyph + clusters[i].GlyphCount - 1 - first] = Math.Abs(move) < LineBreaker.Hair ? 0 : move;
        }

        paper.Glyphs(glyphs, adjustments, x + places[from - line.From], baseline, style);
        if (style.Underline)
        {
            var (left, right) = (x + places[from - line.From], x + places[Math.Min(to, line.To) - line.From]);
            var y = baseline + (0.13 * style.Size);
            paper.Lines(style.Color, (left, y, right, y, style.Size / 18));
        }
    }
}
