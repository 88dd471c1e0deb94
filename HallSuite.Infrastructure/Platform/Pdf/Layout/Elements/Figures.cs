using HallSuite.Infrastructure.Platform.Pdf.Images;
using HallSuite.Infrastructure.Platform.Pdf.Layout.Paging;
using HallSuite.Infrastructure.Platform.Pdf.Writing;

namespace HallSuite.Infrastructure.Platform.Pdf.Layout.Elements;

/// <summary>A picture as wide as its place, in its own proportions.</summary>
internal sealed class Picture(PdfImage image, string alternative) : Leaf
{
    protected override string Name => $"image {image.Width}×{image.Height} px";

    protected override (double Width, double Height) SizeIn(Space space) => (space.Width, space.Width * image.Height / image.Width);

    protected override void Paint(LayoutRun run, Frame frame)
    {
        using (run.Paper.Content(run.Paper.Begin(PdfTag.Figure, alternative)))
        {
            run.Paper.Image(image, frame with { Height = frame.Width * image.Height / image.Width });
        }
    }
}

/// <summary>A QR code as wide as its place, or as high where it is lower.</summary>
internal sealed class QrSquare(string text, string alternative) : Leaf
{
    protected override string Name => "QR code";

    protected override (double Width, double Height) SizeIn(Space space)
    {
        var side = Math.Min(space.Width, space.Height);
        return (side, side);
    }

    protected override void Paint(LayoutRun run, Frame frame)
    {
        var side = Math.Min(frame.Width, frame.Height);
        using (run.Paper.Content(run.Paper.Begin(PdfTag.Figure, alternative)))
        {
            run.Paper.Path(PdfQr.Path(text, frame.X, frame.Y, side), PdfColor.Black);
        }
    }
}

/// <summary>
/// A seal anchored to the signature inside: always on the same page, its middle a little above the middle of organ and date (GB/T 9704-2012, 7.3.5.1), drawn
/// beneath the characters so that they stay readable. Takes up the height of the seal, so that it covers nothing else.
/// </summary>
internal sealed class SealedBlock(Container inner, PdfSeal seal) : Decorator(inner)
{
    /// <summary>Where in the seal's height the middle of the signature lies.</summary>
    private const double SignatureAt = 0.56;

    private Plan signature;
    private bool done;

    public override Plan Measure(LayoutRun run, Space space)
    {
        signature = Inner.Measure(run, space);
        if (done || signature.Fit == Fit.Wrap)
        {
            return signature;
        }

        var (width, height) = (Math.Max(signature.Width, seal.Width), Above + Math.Max(signature.Height, seal.Height - Above));
        if (signature.Fit == Fit.Full && space.Holds(height) && space.HoldsWidth(width))
        {
            return Plan.Full(width, height);
        }

        run.Blame(space, "sealed signature", width, height);
        return Plan.Wrap;
    }

    public override void Draw(LayoutRun run, Frame frame)
    {
        var top = frame.Y;
        if (!done)
        {
            var middle = frame.X + (frame.Width / 2);
            using (run.Paper.Content(run.Paper.Begin(PdfTag.Figure, seal.Alternative)))
            {
                // Drawn on counted pages too: a name that no font has must be known before anything is written.
                seal.Draw(run, middle - (seal.Width / 2), top + Above + (signature.Height / 2) - (seal.Height * SignatureAt));
            }

            top += Above;
            done = true;
        }

        var width = Math.Min(signature.Width, frame.Width);
        Inner.Draw(run, new Frame(frame.X + ((frame.Width - width) / 2), top, width, signature.Height));
    }

    public override void Reset(Again again)
    {
        done = false;
        base.Reset(again);
    }

    /// <summary>How far the seal reaches above the signature.</summary>
    private double Above => Math.Max(0, (seal.Height * SignatureAt) - (signature.Height / 2));
}
