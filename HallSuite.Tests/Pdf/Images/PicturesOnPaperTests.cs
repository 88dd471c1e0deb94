using System.Text;
using HallSuite.Infrastructure.Platform.Pdf;
using HallSuite.Infrastructure.Platform.Pdf.Images;
using HallSuite.Infrastructure.Platform.Pdf.Writing;
using HallSuite.Tests.TestKit;

namespace HallSuite.Tests.Pdf.Images;

/// <summary>A picture stands on paper as it was: its colours, its transparency, upright.</summary>
public sealed class PicturesOnPaperTests
{
    private static readonly (int, int, int) Red = (255, 0, 0);
    private static readonly (int, int, int) Blue = (0, 0, 255);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ASealWithTransparency_LetsTheTextShow(bool compress)
    {
        var seal = PdfImage.Read(PngMaker.Make(20, 20, PngColour.RgbAlpha, 8, false, (y, x) => [255, 0, 0, x < 10 ? 255 : 0]));
        var pdf = Paper.Of(
            writer =>
            {
                var canvas = writer.BeginPage(100, 50);
                canvas.Fill(0, 0, 100, 50, new PdfColor(0, 0, 255));
                using (canvas.Tag(PdfTag.Figure, "印章"))
                {
                    canvas.Image(seal, 10, 10, 40, 40);
                    canvas.Image(seal, 60, 10, 20, 20);
                }
            },
            compress);
        await Paper.SoundAsync(pdf);
        var page = await Paper.PixelsAsync(pdf);
        Assert.Equal(Red, page(20, 30));
        Assert.Equal(Blue, page(40, 30));
        Assert.Equal(Blue, page(5, 5));
        Assert.Equal(Red, page(65, 15));

        // Drawn twice, kept once.
        var (_, list) = await OutsideProgram.RunOnAsync("pdfimages", pdf, "-list", "{file}");
        Assert.Single(list.Split('\n').Skip(2).Where(l => l.Length > 0).Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)[10]).Distinct());
    }

    [Fact]
    public async Task APngInGreyOrIndexedColour_KeepsItsShades()
    {
        var grey = PdfImage.Read(PngMaker.Make(2, 1, PngColour.Grey, 1, false, (_, x) => [x]));
        var indexed = PdfImage.Read(PngMaker.Make(2, 1, PngColour.Palette, 4, true, (_, x) => [x], ("PLTE", [255, 0, 0, 0, 0, 255])));
        var page = await Paper.PixelsAsync(Paper.Of(writer =>
        {
            var canvas = writer.BeginPage(100, 50);
            canvas.Image(grey, 0, 0, 40, 50);
            canvas.Image(indexed, 50, 0, 40, 50);
        }));
        Assert.Equal([(0, 0, 0), (255, 255, 255), Red, Blue], new[] { page(10, 25), page(30, 25), page(60, 25), page(80, 25) });
    }

    /// <summary>Where the red half of the picture is seen, for each way to hold a camera.</summary>
    [Theory]
    [InlineData(1, 10, 25, 30, 25)]
    [InlineData(2, 30, 25, 10, 25)]
    [InlineData(3, 30, 25, 10, 25)]
    [InlineData(4, 10, 25, 30, 25)]
    [InlineData(5, 20, 10, 20, 40)]
    [InlineData(6, 20, 10, 20, 40)]
    [InlineData(7, 20, 40, 20, 10)]
    [InlineData(8, 20, 40, 20, 10)]
    public async Task AJpeg_StandsUprightHoweverTheCameraWasHeld(int orientation, int redX, int redY, int blueX, int blueY)
    {
        var photograph = PdfImage.Read(JpegTests.Turned(orientation));
        var pdf = Paper.Of(writer => writer.BeginPage(100, 50).Image(photograph, 0, 0, 40, 50));
        await Paper.SoundAsync(pdf);
        var page = await Paper.PixelsAsync(pdf);
        AssertNear(Red, page(redX, redY));
        AssertNear(Blue, page(blueX, blueY));
    }

    [Theory]
    [InlineData("")]
    [InlineData("GIF89a")]
    [InlineData("%PDF-1.7")]
    public void AFileThatIsNoPicture_IsRefused(string content) =>
        Assert.Equal("document.image-unknown", Assert.Throws<PdfException>(() => PdfImage.Read(Encoding.ASCII.GetBytes(content))).Error.Code);

    private static void AssertNear((int R, int G, int B) colour, (int R, int G, int B) seen) =>
        Assert.True(Math.Abs(colour.R - seen.R) + Math.Abs(colour.G - seen.G) + Math.Abs(colour.B - seen.B) < 30, $"{seen} is not {colour}");
}
