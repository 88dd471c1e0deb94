using HallSuite.Infrastructure.Platform.Pdf;
using HallSuite.Infrastructure.Platform.Pdf.Images;

namespace HallSuite.Tests.Pdf.Images;

/// <summary>JPEG files are passed on whole, so what is in their heads must be right; a broken one is refused.</summary>
public sealed class JpegTests
{
    private const int Trials = 20_000;

    [Fact]
    public void Read_ColourGreyAndProgressive_AreRead()
    {
        Assert.Equal(new JpegHeader(16, 8, IsGrey: false), JpegHeader.Read(SampleJpegs.Colour));
        Assert.Equal(new JpegHeader(16, 8, IsGrey: false), JpegHeader.Read(SampleJpegs.Progressive));
        Assert.Equal(new JpegHeader(16, 8, IsGrey: true), JpegHeader.Read(SampleJpegs.Grey));
    }

    [Fact]
    public void Read_FourColours_AreRefused() =>
        Assert.Equal("document.image-colours", Assert.Throws<PdfException>(() => PdfImage.Read(SampleJpegs.FourColours)).Error.Code);

    [Theory]
    [InlineData(1, 16, 8)]
    [InlineData(3, 16, 8)]
    [InlineData(6, 8, 16)]
    [InlineData(8, 8, 16)]
    public void Read_APhotographTakenSideways_IsAsLargeAsItIsSeen(int orientation, int width, int height)
    {
        var image = PdfImage.Read(Turned(orientation));
        Assert.Equal((width, height), (image.Width, image.Height));
    }

    [Fact]
    public void Read_AFileThatIsCutOff_IsRefused()
    {
        foreach (var sound in new[] { SampleJpegs.Colour, SampleJpegs.Progressive, Turned(6) })
        {
            for (var length = 0; length < sound.Length; length++)
            {
                Assert.StartsWith("document.image-", Assert.Throws<PdfException>(() => PdfImage.Read(sound.AsSpan(0, length))).Error.Code, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Read_FilesThatWereChangedAnywhere_AreReadOrRefused()
    {
        var random = new Random(10918);
        var refused = 0;
        for (var i = 0; i < Trials; i++)
        {
            var changed = Turned(random.Next(10));
            for (var changes = random.Next(1, 6); changes > 0; changes--)
            {
                changed[random.Next(changed.Length)] = (byte)random.Next(256);
            }

            try
            {
                var image = PdfImage.Read(changed);
                Assert.InRange(image.Width * (long)image.Height, 1, PdfImage.MostMegapixels * 1_000_000L);
            }
            catch (PdfException fault)
            {
                Assert.StartsWith("document.image-", fault.Error.Code, StringComparison.Ordinal);
                refused++;
            }
        }

        Assert.InRange(refused, 1, Trials - 1);
    }

    [Fact]
    public void Read_MorePixelsThanPaperShows_IsRefused()
    {
        var large = SampleJpegs.Colour.ToArray();
        var frame = large.AsSpan().IndexOf([(byte)0xFF, (byte)0xC0]);
        large.AsSpan(frame + 5, 4).Fill(0x80);
        Assert.Equal([0x8080, 0x8080, PdfImage.MostMegapixels], Assert.Throws<PdfException>(() => PdfImage.Read(large)).Error.Arguments);
    }

    /// <summary>The sample with what a camera would have written into it; an orientation outside of 1 to 8 is one that no camera writes.</summary>
    internal static byte[] Turned(int orientation) =>
    [
        .. SampleJpegs.Colour[..2],
        0xFF, 0xE1, 0, 34, .. "Exif\0\0"u8, .. "II*\0"u8, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, (byte)orientation, 0, 0, 0, 0, 0, 0, 0,
        .. SampleJpegs.Colour[2..],
    ];
}
