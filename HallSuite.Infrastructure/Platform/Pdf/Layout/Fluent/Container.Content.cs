using HallSuite.Infrastructure.Platform.Pdf.Images;
using HallSuite.Infrastructure.Platform.Pdf.Layout.Elements;
using HallSuite.Infrastructure.Platform.Pdf.Writing;

namespace HallSuite.Infrastructure.Platform.Pdf.Layout;

/// <summary>What is shown.</summary>
public partial class Container
{
    /// <summary>Legacy private-use characters become Unicode; control characters vanish. A character that no font has stops the document.</summary>
    public TextLine Text(string text)
    {
        var block = new TextBlock();
        var parts = new TextSpanParts(SpanKind.Fixed, text);
        block.Spans.Add(parts);
        Fill(block);
        return new TextLine(block, parts);
    }

    public void Text(Action<TextBuilder> write)
    {
        var block = new TextBlock();
        Fill(block);
        write(new TextBuilder(scope, block));
    }

    public void Column(Action<ColumnBuilder> fill)
    {
        var column = new ColumnBuilder(this);
        fill(column);
        column.Build();
    }

    public void Row(Action<RowBuilder> fill)
    {
        var row = new RowBuilder(this);
        fill(row);
        row.Build();
    }

    public void Table(Action<TableBuilder> fill)
    {
        var table = new TableBuilder(this);
        fill(table);
        table.Build();
    }

    public void Layers(Action<LayersBuilder> fill)
    {
        var layers = new LayersBuilder(this);
        fill(layers);
        layers.Build();
    }

    public void LineHorizontal(double thickness, PdfColor color = default) => Fill(new HorizontalLine(thickness, color));

    public void LineVertical(double thickness, PdfColor color = default) => Fill(new VerticalLine(thickness, color));

    /// <summary>As wide as the container.</summary>
    /// <param name="alternative">What is said of it to whoever hears the document.</param>
    public void Image(PdfImage image, string alternative) => Fill(new Picture(image, alternative));

    /// <summary>As wide as the container, its quiet zone included; readers want 20 mm.</summary>
    /// <param name="text">What is read from it, as UTF-8: at most 2,331 bytes.</param>
    /// <param name="alternative">What is said of it to whoever hears the document.</param>
    public void QrCode(string text, string alternative) => Fill(new QrSquare(text, alternative));

    /// <summary>A seal over the signature that goes inside; the two are never parted.</summary>
    public Container Seal(PdfSeal seal) => Around(inner => new SealedBlock(inner, seal));
}
