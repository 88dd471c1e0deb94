using HallSuite.Infrastructure.Platform.Pdf.Fonts;
using HallSuite.Infrastructure.Platform.Pdf.Images;

namespace HallSuite.Infrastructure.Platform.Pdf.Writing;

/// <summary>
/// One page while it is drawn: lengths in points, y downwards from the top-left corner. What is drawn outside of any element is decoration, so that
/// no mark on a page is ever without its meaning. It ends when the next page begins.
/// </summary>
public sealed class PdfCanvas
{
    private const double FakeBoldStroke = 0.03;
    private const double Degree = Math.PI / 180;

    private readonly PdfWriter writer;
    private readonly PdfBytes content;
    private readonly List<int> elements = [];
    private readonly SortedDictionary<string, int> fonts = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> images = new(StringComparer.Ordinal);
    private readonly Stack<Pen> saved = new();
    private Pen pen = new(null, 0, PdfColor.Black, PdfColor.Black, 1, false);
    private PdfMark mark = PdfMark.Artifact;
    private PdfMark? open;
    private bool finished;

    internal PdfCanvas(PdfWriter writer, PdfBytes content, int page, double width, double height)
    {
        (this.writer, this.content, Page, Width, Height) = (writer, content, page, width, height);
        content.Clear();
    }

    public double Width { get; }

    public double Height { get; }

    internal int Page { get; }

    internal bool HasTransparency { get; private set; }

    internal IReadOnlyDictionary<string, int> Fonts => fonts;

    internal IReadOnlyDictionary<string, int> Images => images;

    /// <summary>Draws a line of text.</summary>
    /// <param name="baseline">Where the characters stand, whichever fonts they come from.</param>
    /// <param name="extraPerGlyph">Points added after each glyph, for justified lines.</param>
    /// <param name="fakeBold">Thickens the outlines, for a face that is not bold itself.</param>
    public void Glyphs(ReadOnlySpan<FontGlyph> glyphs, double x, double baseline, double size, PdfColor color, double extraPerGlyph = 0, bool fakeBold = false) =>
        Glyphs(glyphs, [], x, baseline, size, color, extraPerGlyph, fakeBold);

    /// <summary>Draws a line of text whose glyphs are moved one by one.</summary>
    /// <param name="adjustments">Points added after each glyph; negative to squeeze punctuation.</param>
    public void Glyphs(ReadOnlySpan<FontGlyph> glyphs, ReadOnlySpan<double> adjustments, double x, double baseline, double size, PdfColor color, bool fakeBold = false)
    {
        if (adjustments.Length != glyphs.Length)
            throw new ArgumentException("There is one adjustment for each glyph.", nameof(adjustments));

        Glyphs(glyphs, adjustments, x, baseline, size, color, 0, fakeBold);
    }

    public void Fill(double x, double y, double width, double height, PdfColor color)
    {
        OpenMark();
        FillWith(color);
        Rectangle(x, y, width, height);
        content.Add("f\n");
    }

    public void Line(double x1, double y1, double x2, double y2, double width, PdfColor color)
    {
        OpenMark();
        StrokeWith(color, width);
        Point(x1, y1, "m ");
        Point(x2, y2, "l S\n");
    }

    public void Image(PdfImage image, double x, double y, double width, double height)
    {
        OpenMark();
        var (name, id) = writer.ImageOf(image);
        images[name] = id;
        HasTransparency |= image.HasAlpha;
        var turn = image.Upright;
        content.Add("q ").Number(turn.A * width).Number(turn.B * height).Number(turn.C * width).Number(turn.D * height);
        content.Number(x + turn.E * width).Number(Height - y - height + turn.F * height).Add("cm /").Add(name).Add(" Do Q\n");
    }

    /// <summary>Fills a path; parts that overlap stay filled.</summary>
    public void Path(ReadOnlySpan<PdfPathStep> steps, PdfColor fill)
    {
        if (steps.IsEmpty)
            return;

        OpenMark();
        FillWith(fill);
        foreach (var step in steps)
        {
            Draw(step);
        }

        content.Add("f\n");
    }

    /// <summary>Keeps clip and turn of the page, until <see cref="Restore"/> brings them back.</summary>
    public void Save()
    {
        Alive();
        CloseMark();
        saved.Push(pen);
        content.Add("q\n");
    }

    /// <summary>Takes back every clip and turn since the last <see cref="Save"/>.</summary>
    public void Restore()
    {
        Alive();
        CloseMark();
        pen = saved.Pop();
        content.Add("Q\n");
    }

    /// <summary>Nothing outside of the rectangle is drawn, until the page is restored.</summary>
    public void Clip(double x, double y, double width, double height)
    {
        Alive();
        CloseMark();
        Rectangle(x, y, width, height);
        content.Add("W n\n");
    }

    /// <summary>Turns what is drawn afterwards around a point, clockwise, until the page is restored.</summary>
    public void Rotate(double degrees, double x, double y)
    {
        Alive();
        CloseMark();
        var (sin, cos) = Math.SinCos(-degrees * Degree);
        var up = Height - y;

        // Four digits more than places have: an angle works over the whole length of what is turned.
        content.Add(System.FormattableString.Invariant($"{cos:0.#######} {sin:0.#######} {-sin:0.#######} {cos:0.#######} "));
        content.Number(x - cos * x + sin * up).Number(up - sin * x - cos * up).Add("cm\n");
    }

    /// <summary>Makes an element; it is drawn by <see cref="Content"/>, on this page and on others.</summary>
    /// <param name="parent">Null: the document.</param>
    /// <param name="alternative">What is said instead of showing it; for figures.</param>
    public PdfElement Begin(PdfElement? parent, PdfTag tag, string? alternative = null) =>
        parent is null && tag == PdfTag.Document ? PdfStructure.Root : writer.Structure.Begin(parent ?? PdfStructure.Root, tag, alternative, AttributeOf(tag, 1, 1, isRowHead: false));

    /// <summary>Makes a cell of a table.</summary>
    /// <param name="tag"><see cref="PdfTag.TableCell"/> or <see cref="PdfTag.TableHead"/>.</param>
    /// <param name="isRowHead">A head that says what its row is, not its column.</param>
    public PdfElement BeginCell(PdfElement row, PdfTag tag, int columnSpan = 1, int rowSpan = 1, bool isRowHead = false) =>
        writer.Structure.Begin(row, tag, null, AttributeOf(tag, columnSpan, rowSpan, isRowHead));

    /// <summary>What is drawn until the answer is disposed belongs to the element.</summary>
    public IDisposable Content(PdfElement element) => Scope(new PdfMark(element));

    /// <summary>What is drawn until the answer is disposed is decoration: page heads and feet, repeated heads of tables, lines.</summary>
    public IDisposable Artifact() => Scope(PdfMark.Artifact);

    /// <summary>Makes an element under the current one and draws it.</summary>
    public IDisposable Tag(PdfTag tag, string? alternative = null) => Content(Begin(mark.Element, tag, alternative));

    internal void Mark(PdfMark next) => mark = next;

    /// <summary>Ends the page; the content is whole then.</summary>
    internal void Finish()
    {
        if (saved.Count > 0)
            throw new InvalidOperationException("A page ended before everything saved was restored.");

        CloseMark();
        writer.Structure.FinishPage([.. elements]);
        finished = true;
    }

    private static string? AttributeOf(PdfTag tag, int columnSpan, int rowSpan, bool isRowHead)
    {
        var spans = (columnSpan > 1 ? $"/ColSpan {columnSpan}" : "") + (rowSpan > 1 ? $"/RowSpan {rowSpan}" : "");
        var scope = tag == PdfTag.TableHead ? isRowHead ? "/Scope/Row" : "/Scope/Column" : "";
        return spans.Length + scope.Length == 0 ? null : $"<</O/Table{scope}{spans}>>";
    }

    private PdfScope Scope(PdfMark next)
    {
        Alive();
        var scope = new PdfScope(this, mark);
        mark = next;
        return scope;
    }

    private void Glyphs(
        ReadOnlySpan<FontGlyph> glyphs, ReadOnlySpan<double> adjustments, double x, double baseline, double size, PdfColor color, double extraPerGlyph, bool fakeBold)
    {
        if (glyphs.IsEmpty)
            return;

        OpenMark();
        FillWith(color);
        if (fakeBold)
            StrokeWith(color, size * FakeBoldStroke);

        if (pen.FakeBold != fakeBold)
            content.Add(fakeBold ? "2 Tr\n" : "0 Tr\n");

        pen = pen with { FakeBold = fakeBold };
        content.Add("BT ").Number(x).Number(Height - baseline).Add("Td\n");
        var perEm = 1000 / size;
        for (var from = 0; from < glyphs.Length;)
        {
            var face = glyphs[from].Face;
            var to = from + 1;
            while (to < glyphs.Length && ReferenceEquals(glyphs[to].Face, face))
            {
                to++;
            }

            var run = glyphs[from..to];
            if (adjustments.IsEmpty)
                Run(run, [], extraPerGlyph * perEm, size, perEm);
            else
                Run(run, adjustments[from..to], 0, size, perEm);

            from = to;
        }

        content.Add("ET\n");
    }

    /// <summary>One font's stretch of a line. The pen stays where the stretch ends, so that the next font goes on there.</summary>
    private void Run(ReadOnlySpan<FontGlyph> run, ReadOnlySpan<double> adjustments, double extra, double size, double perEm)
    {
        var font = writer.Fonts.Of(run[0].Face);
        fonts[font.Name] = font.Id;
        if (pen.Font != font || pen.Size != size)
            content.Add("/").Add(font.Name).Add(" ").Number(size).Add("Tf\n");

        pen = pen with { Font = font, Size = size };
        var moved = extra != 0 || !adjustments.IsEmpty;
        content.Add(moved ? "[<" : "<");
        for (var i = 0; i < run.Length; i++)
        {
            content.Hex(font.Subset.NumberOf(run[i]));
            var move = adjustments.IsEmpty ? extra : adjustments[i] * perEm;
            if (move != 0)
                content.Add(">").Add(-move).Add("<");
        }

        content.Add(moved ? ">]TJ\n" : ">Tj\n");
    }

    private void Draw(PdfPathStep step)
    {
        switch (step.Kind)
        {
            case PdfPathKind.Move:
                Point(step.X1, step.Y1, "m\n");
                break;
            case PdfPathKind.Line:
                Point(step.X1, step.Y1, "l\n");
                break;
            case PdfPathKind.Curve:
                Point(step.X1, step.Y1, "");
                Point(step.X2, step.Y2, "");
                Point(step.X3, step.Y3, "c\n");
                break;
            case PdfPathKind.Rectangle:
                Rectangle(step.X1, step.Y1, step.X2, step.Y2);
                break;
            case PdfPathKind.Close:
                content.Add("h\n");
                break;
        }
    }

    private void Point(double x, double y, string act) => content.Number(x).Number(Height - y).Add(act);

    private void Rectangle(double x, double y, double width, double height) =>
        content.Number(x).Number(Height - y - height).Number(width).Number(height).Add("re\n");

    private void FillWith(PdfColor color)
    {
        if (pen.Fill == color)
            return;

        Colour(color).Add("rg\n");
        pen = pen with { Fill = color };
    }

    private void StrokeWith(PdfColor color, double width)
    {
        if (pen.Stroke != color)
            Colour(color).Add("RG\n");
        if (pen.Width != width)
            content.Number(width).Add("w\n");

        pen = pen with { Stroke = color, Width = width };
    }

    private PdfBytes Colour(PdfColor color) => content.Number(color.R / 255.0).Number(color.G / 255.0).Number(color.B / 255.0);

    /// <summary>Before every mark on the page: opens the marked content that it belongs to, unless that is open.</summary>
    private void OpenMark()
    {
        Alive();
        if (open == mark)
            return;

        CloseMark();
        if (mark.Element is { } element)
        {
            writer.Structure.Content(element, Page, elements.Count);
            content.Add("/").Add(PdfTagNames.Of(writer.Structure.TagOf(element))).Add("<</MCID ").Add(elements.Count).Add(">>BDC\n");
            elements.Add(element.Index);
        }
        else
        {
            content.Add("/Artifact BMC\n");
        }

        open = mark;
    }

    private void CloseMark()
    {
        if (open is null)
            return;

        content.Add("EMC\n");
        open = null;
    }

    private void Alive() => ObjectDisposedException.ThrowIf(finished, this);

    /// <summary>What the page's graphics state is known to be, so that nothing is said twice.</summary>
    private sealed record Pen(PdfFont? Font, double Size, PdfColor Fill, PdfColor Stroke, double Width, bool FakeBold);
}
