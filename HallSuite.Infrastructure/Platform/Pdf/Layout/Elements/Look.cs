using HallSuite.Infrastructure.Platform.Pdf.Layout.Paging;
using HallSuite.Infrastructure.Platform.Pdf.Writing;

namespace HallSuite.Infrastructure.Platform.Pdf.Layout.Elements;

/// <summary>A colour behind.</summary>
internal sealed class Background(Container inner, PdfColor color) : Decorator(inner)
{
    public override void Draw(LayoutRun run, Frame frame)
    {
        run.Paper.Fill(frame, color);
        Inner.Draw(run, frame);
    }
}

/// <summary>Lines around, each centred on its edge so that the lines of neighbouring cells fall together. Thickness in points; 0 draws none.</summary>
internal sealed class Border(Container inner, double left, double top, double right, double bottom, PdfColor color) : Decorator(inner)
{
    public override void Draw(LayoutRun run, Frame frame)
    {
        Inner.Draw(run, frame);
        var (x, y, right1, bottom1) = (frame.X, frame.Y, frame.X + frame.Width, frame.Y + frame.Height);
        run.Paper.Lines(
            color,
            (x - (top / 2), y, right1 + (top / 2), y, top),
            (x - (bottom / 2), bottom1, right1 + (bottom / 2), bottom1, bottom),
            (x, y, x, bottom1, left),
            (right1, y, right1, bottom1, right));
    }
}

/// <summary>A line across, in a strip as high as it is thick.</summary>
internal sealed class HorizontalLine(double thickness, PdfColor color) : Leaf
{
    protected override string Name => "line";

    protected override (double Width, double Height) SizeIn(Space space) => (0, thickness);

    protected override void Paint(LayoutRun run, Frame frame) =>
        run.Paper.Lines(color, (frame.X, frame.Y + (thickness / 2), frame.X + frame.Width, frame.Y + (thickness / 2), thickness));
}

/// <summary>A line down the height of its frame, in a strip as wide as it is thick.</summary>
internal sealed class VerticalLine(double thickness, PdfColor color) : Leaf
{
    protected override string Name => "line";

    protected override (double Width, double Height) SizeIn(Space space) => (thickness, 0);

    protected override void Paint(LayoutRun run, Frame frame) =>
        run.Paper.Lines(color, (frame.X + (thickness / 2), frame.Y, frame.X + (thickness / 2), frame.Y + frame.Height, thickness));
}

/// <summary>Turned about the middle of its frame, by degrees clockwise; takes up the space of the unturned element.</summary>
internal sealed class Turned(Container inner, double degrees) : Decorator(inner)
{
    public override void Draw(LayoutRun run, Frame frame) =>
        run.Paper.Turned(degrees, frame.X + (frame.Width / 2), frame.Y + (frame.Height / 2), () => Inner.Draw(run, frame));
}
