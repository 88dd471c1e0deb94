using HallSuite.Infrastructure.Platform.Pdf.Fonts;
using HallSuite.Infrastructure.Platform.Pdf.Images;
using HallSuite.Infrastructure.Platform.Pdf.Layout.Elements;
using HallSuite.Infrastructure.Platform.Pdf.Layout.Typesetting;
using HallSuite.Infrastructure.Platform.Pdf.Writing;

namespace HallSuite.Infrastructure.Platform.Pdf.Layout.Paging;

/// <summary>
/// What elements draw on: the pages of a writer, or, where pages are only counted, nothing. Knows where in the structure of the document the drawing
/// is; what is drawn outside of every element is decoration.
/// </summary>
internal sealed class Paper(PdfWriter? writer)
{
    private PdfCanvas? canvas;
    private PdfElement? parent;
    private int artifacts;

    /// <summary>False where pages are only counted: what is costly to draw need not be.</summary>
    public bool Shows => writer is not null;

    public void BeginPage(double width, double height) => canvas = writer?.BeginPage(width, height);

    public void Fill(Frame frame, PdfColor color) => canvas?.Fill(frame.X, frame.Y, frame.Width, frame.Height, color);

    /// <summary>Strokes each line that has a thickness.</summary>
    public void Lines(PdfColor color, params ReadOnlySpan<(double X1, double Y1, double X2, double Y2, double Thickness)> lines)
    {
        foreach (var (x1, y1, x2, y2, thickness) in lines)
        {
            if (thickness > 0)
            {
                canvas?.Line(x1, y1, x2, y2, thickness, color);
            }
        }
    }

    public void Glyphs(ReadOnlySpan<FontGlyph> glyphs, ReadOnlySpan<double> adjustments, double x, double baseline, in ResolvedStyle style)
    {
        if (canvas is null)
        {
            return;
        }

        // A face that falls back from a bold one is thickened, a bold one is not made bolder.
        var bold = style.Bold || style.Font is FontStyle.Hei;
        for (var from = 0; from < glyphs.Length;)
        {
            var face = glyphs[from].Face;
            var to = from;
            var pen = x;
            while (to < glyphs.Length && (!bold || glyphs[to].Face.IsBold == face.IsBold))
            {
                pen += (glyphs[to].Advance * style.Size) + adjustments[to];
                to++;
            }

            canvas.Glyphs(glyphs[from..to], adjustments[from..to], x, baseline, style.Size, style.Color, bold && !face.IsBold);
            (from, x) = (to, pen);
        }
    }

    public void Image(PdfImage image, Frame frame) => canvas?.Image(image, frame.X, frame.Y, frame.Width, frame.Height);

    public void Path(ReadOnlySpan<PdfPathStep> steps, PdfColor fill) => canvas?.Path(steps, fill);

    /// <summary>Draws turned about a point, clockwise.</summary>
    public void Turned(double degrees, double x, double y, Action draw)
    {
        canvas?.Save();
        canvas?.Rotate(degrees, x, y);
        draw();
        canvas?.Restore();
    }

    public void Bookmark(string title, int level, double y)
    {
        if (canvas is not null && artifacts == 0)
        {
            writer!.Bookmark(title, level, y);
        }
    }

    /// <summary>What is drawn until the answer is disposed belongs to the page, not to the text.</summary>
    public IDisposable Artifact()
    {
        artifacts++;
        return new Ending(() => artifacts--);
    }

    /// <summary>Makes an element under the current one; null where nothing is read aloud.</summary>
    public PdfElement? Begin(PdfTag tag, string? alternative = null) => artifacts > 0 ? null : canvas?.Begin(parent, tag, alternative);

    public PdfElement? BeginCell(PdfElement? row, PdfTag tag, int columnSpan, int rowSpan, bool isRowHead) =>
        artifacts > 0 || row is null ? null : canvas?.BeginCell(row.Value, tag, columnSpan, rowSpan, isRowHead);

    /// <summary>Elements made until the answer is disposed lie under this one.</summary>
    public IDisposable? Under(PdfElement? element)
    {
        if (element is null)
        {
            return null;
        }

        var before = parent;
        parent = element;
        return new Ending(() => parent = before);
    }

    /// <summary>What is drawn until the answer is disposed is the content of this one.</summary>
    public IDisposable? Content(PdfElement? element) => element is { } known && artifacts == 0 ? canvas?.Content(known) : null;

    private sealed class Ending(Action act) : IDisposable
    {
        public void Dispose() => act();
    }
}
