namespace HallSuite.Infrastructure.Platform.Pdf.Writing;

/// <summary>What a step of a path does.</summary>
internal enum PdfPathKind
{
    Move,
    Line,
    Curve,
    Rectangle,
    Close,
}

/// <summary>One step of a filled path, in points from the top-left corner of the page.</summary>
public readonly record struct PdfPathStep
{
    private PdfPathStep(PdfPathKind kind, double x1 = 0, double y1 = 0, double x2 = 0, double y2 = 0, double x3 = 0, double y3 = 0) =>
        (Kind, X1, Y1, X2, Y2, X3, Y3) = (kind, x1, y1, x2, y2, x3, y3);

    internal PdfPathKind Kind { get; }

    internal double X1 { get; }

    internal double Y1 { get; }

    internal double X2 { get; }

    internal double Y2 { get; }

    internal double X3 { get; }

    internal double Y3 { get; }

    public static PdfPathStep Move(double x, double y) => new(PdfPathKind.Move, x, y);

    public static PdfPathStep Line(double x, double y) => new(PdfPathKind.Line, x, y);

    /// <summary>A cubic Bézier curve to the last point, by way of two control points.</summary>
    public static PdfPathStep Curve(double x1, double y1, double x2, double y2, double x, double y) => new(PdfPathKind.Curve, x1, y1, x2, y2, x, y);

    public static PdfPathStep Rectangle(double x, double y, double width, double height) => new(PdfPathKind.Rectangle, x, y, width, height);

    public static PdfPathStep Close() => new(PdfPathKind.Close);
}
