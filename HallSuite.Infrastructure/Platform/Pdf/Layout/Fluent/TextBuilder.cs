using HallSuite.Infrastructure.Platform.Pdf.Fonts;
using HallSuite.Infrastructure.Platform.Pdf.Layout.Elements;
using HallSuite.Infrastructure.Platform.Pdf.Writing;

namespace HallSuite.Infrastructure.Platform.Pdf.Layout;

/// <summary>A piece of a text; each method adds to how it looks.</summary>
public class TextSpan
{
    private readonly TextSpanParts parts;

    internal TextSpan(TextSpanParts parts) => this.parts = parts;

    public TextSpan Font(FontStyle style) => With(s => s.Font(style));

    public TextSpan FontSize(double points) => With(s => s.Size(points));

    public TextSpan Bold() => With(s => s.Bold());

    public TextSpan FontColor(PdfColor color) => With(s => s.Color(color));

    public TextSpan LineHeight(double factor) => With(s => s.LineHeight(factor));

    public TextSpan LetterSpacing(double em) => With(s => s.LetterSpacing(em));

    public TextSpan Underline() => With(s => s.Underline());

    public TextSpan Style(TextStyle style) => With(s => style.Over(s));

    /// <summary>Not parted at the end of a line, unless one line cannot hold it: numbers of documents, dates, amounts.</summary>
    public TextSpan KeepOnLine()
    {
        parts.Together = true;
        return this;
    }

    private TextSpan With(Func<TextStyle, TextStyle> change)
    {
        parts.Style = change(parts.Style);
        return this;
    }
}

/// <summary>A text of one piece: how it looks, and where its lines stand.</summary>
public sealed class TextLine : TextSpan
{
    private readonly TextBlock block;

    internal TextLine(TextBlock block, TextSpanParts parts)
        : base(parts) => this.block = block;

    public TextLine AlignLeft() => With(TextAlign.Start);

    public TextLine AlignCenter() => With(TextAlign.Middle);

    public TextLine AlignRight() => With(TextAlign.End);

    public TextLine Justify() => With(TextAlign.Justified);

    /// <summary>Blank before the first line of each paragraph; two characters by custom.</summary>
    public TextLine FirstLineIndent(double characters)
    {
        block.FirstLineIndent = characters;
        return this;
    }

    private TextLine With(TextAlign align)
    {
        block.Align = align;
        return this;
    }
}

/// <summary>A text of several pieces. A new-line in a piece begins a paragraph.</summary>
public sealed class TextBuilder
{
    private readonly DocumentScope scope;
    private readonly TextBlock block;

    internal TextBuilder(DocumentScope scope, TextBlock block) => (this.scope, this.block) = (scope, block);

    public TextSpan Span(string text) => Add(SpanKind.Fixed, text);

    /// <summary>A paragraph of its own.</summary>
    public TextSpan Line(string text) => Span(text + "\n");

    public TextSpan EmptyLine() => Span("\n");

    public TextSpan CurrentPageNumber() => Add(SpanKind.PageNumber, "");

    /// <summary>The number of all pages; the document is then laid out twice.</summary>
    public TextSpan TotalPages()
    {
        scope.AsksTotal = true;
        return Add(SpanKind.TotalPages, "");
    }

    public void DefaultTextStyle(Func<TextStyle, TextStyle> change) => block.Style = change(block.Style);

    public void AlignLeft() => block.Align = TextAlign.Start;

    public void AlignCenter() => block.Align = TextAlign.Middle;

    public void AlignRight() => block.Align = TextAlign.End;

    /// <summary>Both edges. Lines are spread between Chinese characters and at spaces, a little; a line that would need more stays short.</summary>
    public void Justify() => block.Align = TextAlign.Justified;

    /// <summary>Blank before the first line of each paragraph; two characters by custom.</summary>
    public void FirstLineIndent(double characters) => block.FirstLineIndent = characters;

    /// <summary>Whether a page break leaves at least two lines of a paragraph on each side; it does unless this says no.</summary>
    public void WidowControl(bool on) => block.WidowControl = on;

    private TextSpan Add(SpanKind kind, string text)
    {
        var parts = new TextSpanParts(kind, text);
        block.Spans.Add(parts);
        return new TextSpan(parts);
    }
}
