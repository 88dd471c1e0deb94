using System.IO.Compression;
using HallSuite.Infrastructure.Platform.Pdf.Writing;

namespace HallSuite.Infrastructure.Platform.Pdf.Images;

/// <summary>
/// A picture as documents hold it, read and compressed once and then drawn in any number of documents by any number of threads: a seal is the same
/// on each of a day's thousand notices.
/// </summary>
public sealed class PdfImage
{
    /// <summary>An A4 page at 480 dots per inch. Beyond that paper shows no difference, and a few bytes could claim all memory.</summary>
    public const int MostMegapixels = 24;

    private const string Flate = "/Filter/FlateDecode";

    private readonly string entries;
    private readonly byte[] pixels;
    private readonly byte[]? alpha;
    private readonly bool isJpeg;
    private readonly int storedWidth;
    private readonly int storedHeight;

    private PdfImage(int width, int height, string entries, byte[] pixels, byte[]? alpha, bool isJpeg, int orientation)
    {
        (storedWidth, storedHeight, this.entries, this.pixels, this.alpha, this.isJpeg) = (width, height, entries, pixels, alpha, isJpeg);
        Upright = orientation switch
        {
            2 => new UprightTurn(-1, 0, 0, 1, 1, 0),
            3 => new UprightTurn(-1, 0, 0, -1, 1, 1),
            4 => new UprightTurn(1, 0, 0, -1, 0, 1),
            5 => new UprightTurn(0, -1, -1, 0, 1, 1),
            6 => new UprightTurn(0, -1, 1, 0, 0, 1),
            7 => new UprightTurn(0, 1, 1, 0, 0, 0),
            8 => new UprightTurn(0, 1, -1, 0, 1, 0),
            _ => new UprightTurn(1, 0, 0, 1, 0, 0),
        };
    }

    /// <summary>In pixels, as it is seen: a photograph taken sideways is turned.</summary>
    public int Width => Upright.A == 0 ? storedHeight : storedWidth;

    /// <summary>In pixels, as it is seen.</summary>
    public int Height => Upright.A == 0 ? storedWidth : storedHeight;

    internal bool HasAlpha => alpha is not null;

    internal UprightTurn Upright { get; }

    /// <summary>Reads a PNG (all depths, colours, interlaced, with or without transparency) or a JPEG (grey or colour, baseline or progressive); the content says which.</summary>
    /// <exception cref="PdfException"><c>document.image-unknown</c>, <c>-damaged</c>, <c>-too-large</c> or <c>-colours</c>.</exception>
    public static PdfImage Read(ReadOnlySpan<byte> file)
    {
        if (PngReader.IsPng(file))
        {
            var png = PngReader.Read(file);
            return new PdfImage(png.Width, png.Height, ColourSpace(png.IsGrey), PdfObjects.Deflate(png.Pixels), png.Alpha is null ? null : PdfObjects.Deflate(png.Alpha), isJpeg: false, orientation: 1);
        }

        if (JpegHeader.IsJpeg(file))
        {
            var jpeg = JpegHeader.Read(file);
            return new PdfImage(jpeg.Width, jpeg.Height, ColourSpace(jpeg.IsGrey) + "/Filter/DCTDecode", file.ToArray(), null, isJpeg: true, jpeg.Orientation);
        }

        throw new PdfException(PdfErrors.ImageUnknown);
    }

    internal void Write(PdfObjects objects, int id)
    {
        var size = $"/Type/XObject/Subtype/Image/Width {storedWidth}/Height {storedHeight}/BitsPerComponent 8";
        var mask = "";
        if (alpha is not null)
        {
            var maskId = objects.Reserve();
            WritePixels(objects, maskId, size + ColourSpace(isGrey: true), alpha);
            mask = $"/SMask {maskId} 0 R";
        }

        if (isJpeg)
            objects.WriteRaw(id, size + entries, pixels);
        else
            WritePixels(objects, id, size + entries + mask, pixels);
    }

    /// <exception cref="PdfException"><c>document.image-damaged</c> or <c>document.image-too-large</c>.</exception>
    internal static void CheckSize(long width, long height)
    {
        if (width < 1 || height < 1)
            throw new PdfException(PdfErrors.ImageDamaged("0 × 0"));
        if (width > int.MaxValue || height > int.MaxValue || width * height > MostMegapixels * 1_000_000L)
            throw new PdfException(PdfErrors.ImageTooLarge((int)Math.Min(width, int.MaxValue), (int)Math.Min(height, int.MaxValue), MostMegapixels));
    }

    private static string ColourSpace(bool isGrey) => isGrey ? "/ColorSpace/DeviceGray" : "/ColorSpace/DeviceRGB";

    private static void WritePixels(PdfObjects objects, int id, string entries, byte[] deflated)
    {
        if (objects.Compress)
        {
            objects.WriteRaw(id, entries + Flate, deflated);
            return;
        }

        using var inflate = new ZLibStream(new MemoryStream(deflated), CompressionMode.Decompress);
        var plain = new MemoryStream();
        inflate.CopyTo(plain);
        objects.WriteRaw(id, entries, plain.GetBuffer().AsSpan(0, (int)plain.Length));
    }
}

/// <summary>A turn or mirroring of the unit square that sets a picture upright, as the six numbers of a matrix (ISO 32000-1, 8.3.3).</summary>
internal readonly record struct UprightTurn(int A, int B, int C, int D, int E, int F);
