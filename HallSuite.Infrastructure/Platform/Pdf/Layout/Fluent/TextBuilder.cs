using HallSuite.Infrastructure.Platform.Pdf.Fonts;
using HallSuite.Infrastructure.Platform.Pdf.Layout.Elements;
using HallSuite.Infrastructure.Platform.Pdf.Writing;

namespace HallSuite.Infrastructure.Platform.Pdf.Layout;

/// <summary>A piece of a text; each method adds to how it looks and answers the piece.</summary>
public abstract class TextPiece<TSelf>
    where TSelf : TextPiece<TSelf>
{
    private readonly TextSpanParts parts;

    private protected TextPiece(TextSpanParts parts) => this.parts = parts;

    public TSelf Font(FontStyle style) => With(s => s.Font(style));

    public TSelf FontSize(double points) => With(s => s.Size(points));

    public TSelf Bold() => With(s => s.Bold());

    public TSelf FontColor(PdfColor color) => With(s => s.Color(color));

    public TSelf LineHeight(double factor) => With(s => s.LineHeight(factor));

    public TSelf LetterSpacing(double em) => With(s => s.LetterSpacing(em));

    public TSelf Underline() => With(s => s.Underline());

    public TSelf Style(TextStyle style) => With(s => style.Over(s));

    /// <summary>Not parted at the end of a line, unless one line cannot hold it: numbers of documents, dates, amounts.</summary>
    public TSelf KeepOnLine()
    {
        parts.Together = true;
        return (TSelf)this;
    }

    private TSelf With(Func<TextStyle, TextStyle> change)
    {
        parts.Style = change(parts.Style);
        return (TSelf)this;
    }
}

/// <summary>A piece of a text of several.</summary>
public sealed class TextSpan : TextPiece<TextSpan>
{
    internal TextSpan(TextSpanParts parts)
        : base(parts)
    {
    }
}

/// <summary>A text of one piece: how it looks, and where its lines stand.</summary>
public sealed class TextLine : TextPiece<TextLine>
{
    private readonly TextBlock block;

    internal TextLine(TextBlock block, TextSpanParts parts)
        : base(parts) => this.block = block;

    public TextLine AlignLeft() => Stand(TextAlign.Start);

    public TextLine AlignCenter() => Stand(TextAlign.Middle);

    public TextLine AlignRight() => Stand(TextAlign.End);

    public TextLine Justify() => Stand(TextAlign.Justified);

    /// <summary>Blank before the first line of each paragraph; two characters by custom.</summary>
    public TextLine FirstLineIndent(double characters)
    {
        block.FirstLineIndent = characters;
        return this;
    }

    private TextLine Stand(TextAlign align)
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

    /// <summary>Ends its paragraph: what follows begins a new one.</summary>
    public TextSpan Line(string text) => Add(new TextSpanParts(SpanKind.Fixed, text) { EndsParagraph = true });

    public TextSpan EmptyLine() => Line("");

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

    private TextSpan Add(SpanKind kind, string text) => Add(new TextSpanParts(kind, text));

    private TextSpan Add(TextSpanParts parts)
    {
        block.Spans.Add(parts);
        return new TextSpan(parts);
    }
}
