namespace HallSuite.Infrastructure.Platform.Pdf.Layout;

/// <summary>Lengths of paper in points, 72 to the inch.</summary>
public static class Lengths
{
    private const double PointsPerMillimetre = 72 / 25.4;

    public static double Millimetres(this double length) => length * PointsPerMillimetre;

    public static double Millimetres(this int length) => length * PointsPerMillimetre;
}

/// <summary>The size of a page in points.</summary>
public readonly record struct PageSize(double Width, double Height)
{
    public PageSize Landscape() => new(Math.Max(Width, Height), Math.Min(Width, Height));
}

/// <summary>Sizes of paper (GB/T 148).</summary>
public static class PageSizes
{
    public static PageSize A3 => new(297.Millimetres(), 420.Millimetres());

    public static PageSize A4 => new(210.Millimetres(), 297.Millimetres());

    public static PageSize A5 => new(148.Millimetres(), 210.Millimetres());
}
