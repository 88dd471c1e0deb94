using HallSuite.Infrastructure.Platform.Pdf;
using HallSuite.Infrastructure.Platform.Pdf.Images;

namespace HallSuite.Tests.Pdf.Images;

/// <summary>Every kind of PNG is read; a broken one is refused without hanging or taking memory.</summary>
public sealed class PngReaderTests
{
    private const int Trials = 3000;
    private const long MostMemory = 16 * 1024 * 1024;

    public static TheoryData<string, int, bool> Kinds
    {
        get
        {
            var kinds = new TheoryData<string, int, bool>();
            foreach (var (colour, depths) in new (PngColour, int[])[]
            {
                (PngColour.Grey, [1, 2, 4, 8, 16]), (PngColour.Rgb, [8, 16]), (PngColour.Palette, [1, 2, 4, 8]), (PngColour.GreyAlpha, [8, 16]), (PngColour.RgbAlpha, [8, 16]),
            })
            {
                foreach (var depth in depths)
                {
                    kinds.Add(colour.ToString(), depth, false);
                    kinds.Add(colour.ToString(), depth, true);
                }
            }

            return kinds;
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Read_EachKind_GivesItsPixels(string kind, int depth, bool interlaced)
    {
        const int Width = 13;
        const int Height = 11;
        var colour = Enum.Parse<PngColour>(kind);
        var channels = colour switch { PngColour.Grey or PngColour.Palette => 1, PngColour.GreyAlpha => 2, PngColour.Rgb => 3, PngColour.RgbAlpha => 4 };
        var random = new Random(depth * 10 + channels);
        var values = Enumerable.Range(0, Width * Height).Select(_ => Enumerable.Range(0, channels).Select(_ => random.Next(1 << depth)).ToArray()).ToArray();
        var palette = Enumerable.Range(0, 3 << Math.Min(depth, 8)).Select(_ => (byte)random.Next(256)).ToArray();
        var file = PngMaker.Make(Width, Height, colour, depth, interlaced, (y, x) => values[y * Width + x], colour == PngColour.Palette ? [("PLTE", palette), ("tRNS", [0, 77])] : []);

        var read = PngReader.Read(file);

        int Eight(int sample) => depth == 16 ? sample >> 8 : sample * 255 / ((1 << depth) - 1);
        var (pixels, alpha) = colour switch
        {
            PngColour.Grey => (values.Select(v => Eight(v[0])), null),
            PngColour.Rgb => (values.SelectMany(v => v.Select(Eight)), null),
            PngColour.Palette => (values.SelectMany(v => palette[(v[0] * 3)..(v[0] * 3 + 3)].Select(b => (int)b)), values.Select(v => v[0] switch { 0 => 0, 1 => 77, _ => 255 })),
            PngColour.GreyAlpha => (values.Select(v => Eight(v[0])), values.Select(v => Eight(v[1]))),
            PngColour.RgbAlpha => (values.SelectMany(v => v.Take(3).Select(Eight)), values.Select(v => Eight(v[3]))),
        };
        Assert.Equal(pixels, read.Pixels.Select(b => (int)b));
        Assert.Equal(alpha, read.Alpha?.Select(b => (int)b));
        Assert.Equal((Width, Height), (read.Width, read.Height));
    }

    [Theory]
    [InlineData(8)]
    [InlineData(16)]
    public void Read_AColourThatIsNamedTransparent_IsSo(int depth)
    {
        int[] seen = [200, 100, 50], hidden = [7, 8, 9];
        byte[] key = [0, 7, 0, 8, 0, 9];
        var read = PngReader.Read(PngMaker.Make(2, 1, PngColour.Rgb, depth, false, (_, x) => x == 0 ? seen : hidden, ("tRNS", key)));
        Assert.Equal([255, 0], read.Alpha!);
    }

    [Fact]
    public void Read_AFileWithAnyByteChanged_IsRefused()
    {
        var sound = Sample();
        for (var i = 0; i < sound.Length; i++)
        {
            var changed = sound.ToArray();
            changed[i] ^= 0x55;
            Assert.StartsWith("document.image-", Assert.Throws<PdfException>(() => PdfImage.Read(changed)).Error.Code, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Read_AFileThatIsCutOff_IsRefused()
    {
        var sound = Sample();
        for (var length = 0; length < sound.Length; length++)
        {
            Assert.StartsWith("document.image-", Assert.Throws<PdfException>(() => PdfImage.Read(sound.AsSpan(0, length))).Error.Code, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Read_RubbishWithRightChecksums_IsReadOrRefused()
    {
        var random = new Random(15948);
        var refused = 0;
        for (var i = 0; i < Trials; i++)
        {
            var header = new byte[13];
            (header[3], header[7], header[8], header[9], header[12]) = ((byte)random.Next(40), (byte)random.Next(40), (byte)(1 << random.Next(6)), (byte)random.Next(8), (byte)random.Next(3));
            var raw = new byte[random.Next(4000)];
            for (var b = 0; b < raw.Length; b++)
            {
                // Small numbers are filters that exist, and colours that a palette has.
                raw[b] = (byte)random.Next(5);
            }

            var palette = new byte[random.Next(800)];
            var file = PngMaker.File(("IHDR", header), ("PLTE", palette), ("tRNS", raw[..Math.Min(raw.Length, 6)]), ("IDAT", random.Next(4) == 0 ? raw : PngMaker.Deflated(raw)), ("IEND", []));
            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                PdfImage.Read(file);
            }
            catch (PdfException fault)
            {
                Assert.Equal("document.image-damaged", fault.Error.Code);
                refused++;
            }

            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostMemory);
        }

        Assert.InRange(refused, 1, Trials - 1);
    }

    [Theory]
    [InlineData(10_000, 10_000)]
    [InlineData(int.MaxValue, int.MaxValue)]
    public void Read_MorePixelsThanPaperShows_IsRefusedBeforeAnyMemoryIsTaken(int width, int height)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var fault = Assert.Throws<PdfException>(() => PdfImage.Read(PngMaker.File(("IHDR", Header(width, height)), ("IDAT", []), ("IEND", []))));
        Assert.Equal("document.image-too-large", fault.Error.Code);
        Assert.Equal([width, height, PdfImage.MostMegapixels], fault.Error.Arguments);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000);
    }

    [Fact]
    public void Read_AFewBytesThatClaimManyPixels_IsRefusedBeforeAnyMemoryIsTaken()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var fault = Assert.Throws<PdfException>(() => PdfImage.Read(PngMaker.File(("IHDR", Header(4800, 4900)), ("IDAT", PngMaker.Deflated(new byte[100])), ("IEND", []))));
        Assert.Equal("document.image-damaged", fault.Error.Code);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    [Fact]
    public void Read_NoPixels_IsRefused() =>
        Assert.Equal("document.image-damaged", Assert.Throws<PdfException>(() => PdfImage.Read(PngMaker.File(("IHDR", Header(0, 5)), ("IEND", [])))).Error.Code);

    private static byte[] Header(int width, int height) =>
        [(byte)(width >> 24), (byte)(width >> 16), (byte)(width >> 8), (byte)width, (byte)(height >> 24), (byte)(height >> 16), (byte)(height >> 8), (byte)height, 8, 6, 0, 0, 0];

    private static byte[] Sample() => PngMaker.Make(7, 5, PngColour.RgbAlpha, 8, false, (y, x) => [x * 30, y * 50, 128, 255 - x]);
}
