using System.Buffers.Binary;
using System.IO.Compression;

namespace HallSuite.Infrastructure.Platform.Pdf.Images;

/// <summary>The pixels of a PNG: one or three bytes each, row by row, and their opacity beside them where any is not full.</summary>
internal sealed record PngPixels(int Width, int Height, bool IsGrey, byte[] Pixels, byte[]? Alpha);

/// <summary>Reads PNG files (ISO/IEC 15948): chunks, filters and interlacing. Sixteen bits a channel become eight; colour corrections are not applied.</summary>
internal static class PngReader
{
    // Deflate cannot pack closer than this (RFC 1951: 258 bytes in two bits), so a file that claims more is cut off.
    private const int ClosestPacking = 1040;

    private static readonly byte[] Signature = [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A];

    private static readonly uint[] Remainders = [.. Enumerable.Range(0, 256).Select(n => Remainder((uint)n))];

    private static readonly (int X, int Y, int StepX, int StepY)[] Interlaced =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    public static bool IsPng(ReadOnlySpan<byte> file) => file.StartsWith(Signature);

    /// <exception cref="PdfException"><c>document.image-damaged</c> or <c>document.image-too-large</c>.</exception>
    public static PngPixels Read(ReadOnlySpan<byte> file)
    {
        try
        {
            return Decode(file);
        }
        catch (Exception fault) when (fault is FormatException or InvalidDataException or EndOfStreamException or ArgumentException or IndexOutOfRangeException or OverflowException)
        {
            throw new PdfException(PdfErrors.ImageDamaged("PNG"), fault);
        }
    }

    private static PngPixels Decode(ReadOnlySpan<byte> file)
    {
        PngHeader? header = null;
        byte[] palette = [];
        byte[]? transparent = null;
        var packed = new MemoryStream();
        for (var rest = file[Signature.Length..]; ;)
        {
            var length = checked((int)BinaryPrimitives.ReadUInt32BigEndian(rest));
            var kind = BinaryPrimitives.ReadUInt32BigEndian(rest[4..]);
            var data = rest.Slice(8, length);
            if (BinaryPrimitives.ReadUInt32BigEndian(rest[(8 + length)..]) != Checksum(rest.Slice(4, 4 + length)))
                throw new FormatException("a chunk was changed");

            rest = rest[(8 + length + 4)..];
            if (kind == Name("IHDR"u8))
                header = PngHeader.Read(data);
            else if (kind == Name("PLTE"u8))
                palette = data.ToArray();
            else if (kind == Name("tRNS"u8))
                transparent = data.ToArray();
            else if (kind == Name("IDAT"u8))
                packed.Write(data);
            else if (kind == Name("IEND"u8))
                break;
        }

        if (header is null || (header.Colour == PngColour.Palette && palette.Length < 3))
            throw new FormatException("no header or no palette");

        packed.Position = 0;
        return Unpack(header, packed, palette, transparent);
    }

    private static PngPixels Unpack(PngHeader header, MemoryStream packed, byte[] palette, byte[]? transparent)
    {
        if (header.RowLength(header.Width) * (long)header.Height > packed.Length * ClosestPacking)
            throw new EndOfStreamException();

        var samples = new PngSamples(header, palette, transparent);
        using var inflate = new ZLibStream(packed, CompressionMode.Decompress);
        foreach (var (x, y, stepX, stepY) in header.IsInterlaced ? Interlaced : [(0, 0, 1, 1)])
        {
            if (x >= header.Width || y >= header.Height)
                continue;

            var width = (header.Width - x + stepX - 1) / stepX;
            var before = new byte[header.RowLength(width)];
            var row = new byte[before.Length];
            for (var line = y; line < header.Height; line += stepY)
            {
                var filter = inflate.ReadByte();
                inflate.ReadExactly(row);
                PngFilter.Undo(filter, row, before, header.PixelLength);
                for (var i = 0; i < width; i++)
                {
                    samples.Put(row, i, line * header.Width + x + i * stepX);
                }

                (row, before) = (before, row);
            }
        }

        return new PngPixels(header.Width, header.Height, samples.IsGrey, samples.Pixels, samples.Alpha);
    }

    /// <summary>The CRC of a chunk's name and data (ISO/IEC 15948, annex D).</summary>
    internal static uint Checksum(ReadOnlySpan<byte> chunk)
    {
        var sum = uint.MaxValue;
        foreach (var value in chunk)
        {
            sum = Remainders[(byte)(sum ^ value)] ^ sum >> 8;
        }

        return ~sum;
    }

    private static uint Remainder(uint value)
    {
        const uint Polynomial = 0xEDB88320;
        for (var bit = 0; bit < 8; bit++)
        {
            value = (value & 1) != 0 ? Polynomial ^ value >> 1 : value >> 1;
        }

        return value;
    }

    private static uint Name(ReadOnlySpan<byte> name) => BinaryPrimitives.ReadUInt32BigEndian(name);
}

/// <summary>What the samples of a PNG stand for; the numbers are the format's.</summary>
internal enum PngColour
{
    Grey = 0,
    Rgb = 2,
    Palette = 3,
    GreyAlpha = 4,
    RgbAlpha = 6,
}

/// <summary>The chunk IHDR.</summary>
internal sealed record PngHeader(int Width, int Height, int Depth, PngColour Colour, bool IsInterlaced)
{
    public int Channels => Colour switch
    {
        PngColour.Grey or PngColour.Palette => 1,
        PngColour.GreyAlpha => 2,
        PngColour.Rgb => 3,
        PngColour.RgbAlpha => 4,
    };

    /// <summary>Bytes from one pixel to the next for the filters; at least one.</summary>
    public int PixelLength => Math.Max(1, Channels * Depth / 8);

    public int RowLength(int width) => checked((int)(((long)width * Channels * Depth + 7) / 8));

    /// <exception cref="FormatException">No combination that the format has.</exception>
    public static PngHeader Read(ReadOnlySpan<byte> chunk)
    {
        var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(chunk), BinaryPrimitives.ReadUInt32BigEndian(chunk[4..]));
        PdfImage.CheckSize(width, height);
        var (depth, colour) = ((int)chunk[8], (PngColour)chunk[9]);
        var fits = Enum.IsDefined(colour) && colour switch
        {
            PngColour.Grey => depth is 1 or 2 or 4 or 8 or 16,
            PngColour.Palette => depth is 1 or 2 or 4 or 8,
            PngColour.Rgb or PngColour.GreyAlpha or PngColour.RgbAlpha => depth is 8 or 16,
        };
        return fits && chunk[10] == 0 && chunk[11] == 0 && chunk[12] <= 1
            ? new PngHeader((int)width, (int)height, depth, colour, chunk[12] == 1)
            : throw new FormatException("unknown kind");
    }
}
