using HallSuite.Infrastructure.Platform.Pdf.Layout.Elements;
using HallSuite.Infrastructure.Platform.Pdf.Writing;

namespace HallSuite.Infrastructure.Platform.Pdf.Layout;

/// <summary>Blank, size, place and paint.</summary>
public partial class Container
{
    public Container Padding(double points) => Padding(points, points, points, points);

    public Container PaddingVertical(double points) => Padding(0, points, 0, points);

    public Container PaddingHorizontal(double points) => Padding(points, 0, points, 0);

    public Container PaddingTop(double points) => Padding(0, points, 0, 0);

    public Container PaddingBottom(double points) => Padding(0, 0, 0, points);

    public Container PaddingLeft(double points) => Padding(points, 0, 0, 0);

    public Container PaddingRight(double points) => Padding(0, 0, points, 0);

    public Container Padding(double left, double top, double right, double bottom) => Around(inner => new Padding(inner, left, top, right, bottom));

    public Container Width(double points) => Around(inner => new Constrained(inner, points, points, 0, double.PositiveInfinity));

    public Container MinWidth(double points) => Around(inner => new Constrained(inner, points, double.PositiveInfinity, 0, double.PositiveInfinity));

    public Container MaxWidth(double points) => Around(inner => new Constrained(inner, 0, points, 0, double.PositiveInfinity));

    /// <summary>Content that is higher goes on, in another box of this height on the next page.</summary>
    public Container Height(double points) => Around(inner => new Constrained(inner, 0, double.PositiveInfinity, points, points));

    public Container MinHeight(double points) => Around(inner => new Constrained(inner, 0, double.PositiveInfinity, points, double.PositiveInfinity));

    public Container MaxHeight(double points) => Around(inner => new Constrained(inner, 0, double.PositiveInfinity, 0, points));

    public Container AlignLeft() => Around(inner => new Aligned(inner, 0, null));

    public Container AlignCenter() => Around(inner => new Aligned(inner, 0.5, null));

    public Container AlignRight() => Around(inner => new Aligned(inner, 1, null));

    public Container AlignTop() => Around(inner => new Aligned(inner, null, 0));

    public Container AlignMiddle() => Around(inner => new Aligned(inner, null, 0.5));

    public Container AlignBottom() => Around(inner => new Aligned(inner, null, 1));

    public Container Background(PdfColor color) => Around(inner => new Background(inner, color));

    /// <summary>Lines on all four edges; on edges that two cells share they fall together.</summary>
    public Container Border(double thickness, PdfColor color = default) => Border(thickness, thickness, thickness, thickness, color);

    public Container BorderTop(double thickness, PdfColor color = default) => Border(0, thickness, 0, 0, color);

    public Container BorderBottom(double thickness, PdfColor color = default) => Border(0, 0, 0, thickness, color);

    public Container BorderLeft(double thickness, PdfColor color = default) => Border(thickness, 0, 0, 0, color);

    public Container BorderRight(double thickness, PdfColor color = default) => Border(0, 0, thickness, 0, color);

    public Container Border(double left, double top, double right, double bottom, PdfColor color = default) =>
        Around(inner => new Border(inner, left, top, right, bottom, color));

    /// <summary>Turned clockwise about the middle; takes up the space of what is not turned. For watermarks.</summary>
    public Container Rotate(double degrees) => Around(inner => new Turned(inner, degrees));

    /// <summary>The style of all text inside, as far as that text does not say its own.</summary>
    public Container DefaultTextStyle(Func<TextStyle, TextStyle> change)
    {
        var style = change(new TextStyle());
        return Around(inner => new TextDefaults(inner, style));
    }
}
