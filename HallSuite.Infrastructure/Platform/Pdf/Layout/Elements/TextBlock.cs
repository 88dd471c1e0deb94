using HallSuite.Infrastructure.Platform.Pdf.Layout.Paging;
using HallSuite.Infrastructure.Platform.Pdf.Layout.Typesetting;
using HallSuite.Infrastructure.Platform.Pdf.Writing;

namespace HallSuite.Infrastructure.Platform.Pdf.Layout.Elements;

/// <summary>What a piece of a text says: always the same, or the number of the page, or that of all pages.</summary>
internal enum SpanKind
{
    Fixed,
    PageNumber,
    TotalPages,
}

/// <summary>A piece of a text as it was written down; its style may still be added to.</summary>
internal sealed class TextSpanParts(SpanKind kind, string text)
{
    public SpanKind Kind => kind;

    public string Text => text;

    public TextStyle Style { get; set; } = new();

    /// <summary>Kept on one line if a line can hold it.</summary>
    public bool Together { get; set; }

    /// <summary>What follows begins a new paragraph; nothing if nothing follows.</summary>
    public bool EndsParagraph { get; init; }
}

/// <summary>Where the lines of a text stand.</summary>
internal enum TextAlign
{
    Start,
    Middle,
    End,

    /// <summary>Both edges; the last line of a paragraph at the beginning.</summary>
    Justified,
}

/// <summary>
/// Text: paragraphs of lines, each new-line beginning a paragraph. Goes on over pages with at least two lines of a paragraph on each (orphans and
/// widows), unless a page holds but one. Set once, broken into lines once for each measure.
/// </summary>
internal sealed class TextBlock : Element
{
    private readonly List<PdfElement?> paragraphs = [];
    private TypesetText? typeset;
    private TextStyle? setIn;
    private (int Page, int? Total) setFor;
    private TextLines? lines;
    private int next;
    private int taken;
    private bool done;

    public List<TextSpanParts> Spans { get; } = [];

    public TextStyle Style { get; set; } = new();

    public TextAlign Align { get; set; }

    /// <summary>Blank before the first line of each paragraph, in characters.</summary>
    public double FirstLineIndent { get; set; }

    /// <summary>No paragraph leaves a single line on a page.</summary>
    public bool WidowControl { get; set; } = true;

    public override Plan Measure(LayoutRun run, Space space)
    {
        taken = 0;
        if (done || Spans.Count == 0)
        {
            return Plan.Nothing;
        }

        Break(run, space.Width);
        var left = lines!.Count - next;
        if (lines.TooWide is { } wide)
        {
            run.Blame(space, "text", wide, lines.HeightOf(next, next + 1));
            return Plan.Wrap;
        }

        var fitting = lines.Fitting(next, space);
        taken = fitting == left || !WidowControl ? fitting : lines.WellBroken(next, fitting);
        taken = taken == 0 && space.Fresh ? fitting : taken;
        if (taken == 0)
        {
            run.Blame(space, "text", 0, lines.HeightOf(next, next + 1));
            return Plan.Wrap;
        }

        var plan = Plan.Full(lines.WidthOf(next, next + taken, Align), lines.HeightOf(next, next + taken));
        return taken == left ? plan : plan with { Fit = Fit.Partial };
    }

    public override void Draw(LayoutRun run, Frame frame)
    {
        if (taken == 0)
        {
            return;
        }

        run.Progress = true;
        for (var i = next; i < next + taken && run.Paper.Shows;)
        {
            var to = lines!.EndOfParagraph(i, next + taken);
            DrawLines(run, frame, i, to);
            i = to;
        }

        (next, taken) = (next + taken, 0);
        done = next == lines!.Count;
    }

    public override void Reset(Again again)
    {
        (next, taken, done) = (0, 0, false);
        paragraphs.Clear();
    }

    private void DrawLines(LayoutRun run, Frame frame, int from, int to)
    {
        if (lines!.OpensParagraph(from) || paragraphs.Count == 0)
        {
            paragraphs.Add(run.Paper.Begin(TagOf(run.Heading)));
            if (run.Heading > 0 && paragraphs.Count == 1)
            {
                run.Paper.Bookmark(typeset!.Text.ReplaceLineEndings(" ").Trim(), run.Heading, frame.Y);
            }
        }

        using (run.Paper.Content(paragraphs[^1]))
        {
            var top = frame.Y + lines.HeightOf(next, from);
            for (var i = from; i < to; i++)
            {
                top += lines.Draw(run.Paper, i, frame.X, top, frame.Width, Align);
            }
        }
    }

    private void Break(LayoutRun run, double width)
    {
        var changes = Spans.Exists(s => s.Kind != SpanKind.Fixed);
        if (typeset is null || !ReferenceEquals(setIn, run.Style) || (changes && next == 0 && setFor != (run.Page, run.Total)))
        {
            (setIn, setFor, lines) = (run.Style, (run.Page, run.Total), null);
            var around = Style.Over(run.Style);
            typeset = Typesetter.Set(run.Fonts, [.. Spans.Select((s, i) => new StyledText(
                s.EndsParagraph && i + 1 < Spans.Count ? TextOf(s, run) + "\n" : TextOf(s, run), ResolvedStyle.Of(s.Style.Over(around)), s.Together))]);
        }

        if (lines is null || !lines.Fit(width))
        {
            // What is drawn already is done with; the lines of another measure begin where it ends.
            var from = lines?.FirstCluster(next) ?? 0;
            lines = new TextLines(typeset, width, FirstLineIndent, from);
            next = 0;
        }
    }

    private static string TextOf(TextSpanParts span, LayoutRun run) => span.Kind switch
    {
        SpanKind.Fixed => span.Text,
        SpanKind.PageNumber => run.Page.ToString(System.Globalization.CultureInfo.InvariantCulture),
        SpanKind.TotalPages => run.Total?.ToString(System.Globalization.CultureInfo.InvariantCulture)
            ?? throw new InvalidOperationException("The number of all pages can be asked for in pages, not in rows that are made while they are drawn."),
    };

    private static PdfTag TagOf(int heading) => heading switch
    {
        0 => PdfTag.Paragraph,
        1 => PdfTag.H1,
        2 => PdfTag.H2,
        3 => PdfTag.H3,
        _ => PdfTag.H4,
    };
}
