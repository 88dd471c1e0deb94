using HallSuite.Infrastructure.Platform.Pdf.Images;
using HallSuite.Infrastructure.Platform.Pdf.Layout.Elements;
using HallSuite.Infrastructure.Platform.Pdf.Layout.Paging;

namespace HallSuite.Infrastructure.Platform.Pdf.Layout;

/// <summary>The picture of an official seal: a scanned one, or a drawn one where none is at hand. It proves nothing; the electronic signature does.</summary>
public sealed class PdfSeal
{
    /// <summary>42 mm, a common size of local organs' seals.</summary>
    private const double OrganDiameter = 42 * 72 / 25.4;

    private readonly PdfImage? image;
    private readonly RoundSeal? drawn;

    private PdfSeal(PdfImage? image, RoundSeal? drawn, double width, double height, string alternative) =>
        (this.image, this.drawn, Width, Height, Alternative) = (image, drawn, width, height, alternative);

    /// <summary>Points.</summary>
    public double Width { get; }

    /// <summary>Points.</summary>
    public double Height { get; }

    /// <summary>What is said of it to whoever hears the document.</summary>
    public string Alternative { get; }

    /// <summary>A scanned seal with a transparent ground.</summary>
    /// <param name="width">Points; the height follows from the picture.</param>
    public static PdfSeal Picture(PdfImage image, string alternative, double width = OrganDiameter) =>
        new(image, null, width, width * image.Height / image.Width, alternative);

    /// <summary>A round red seal, drawn: the organ's name along the arc, a star, and a line below it.</summary>
    /// <param name="organ">1 to 40 characters.</param>
    /// <param name="line">Below the star: the use of the seal, or 样章 on documents that only show what one would look like. May be empty.</param>
    public static PdfSeal Round(string organ, string line, string alternative, double diameter = OrganDiameter) =>
        new(null, new RoundSeal(organ, line, diameter), diameter, diameter, alternative);

    internal void Draw(LayoutRun run, double x, double y)
    {
        if (image is not null)
        {
            run.Paper.Image(image, new Frame(x, y, Width, Height));
        }

        drawn?.Draw(run, x, y);
    }
}
