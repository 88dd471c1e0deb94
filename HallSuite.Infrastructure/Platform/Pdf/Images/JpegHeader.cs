using System.Buffers.Binary;

namespace HallSuite.Infrastructure.Platform.Pdf.Images;

/// <summary>
/// What a document must know of a JPEG (ISO/IEC 10918-1); its pixels are passed on as they are, since documents hold JPEG themselves. So damage inside
/// of the pixels is not found here.
/// </summary>
/// <param name="Orientation">How a camera was held, 1 to 8 (Exif 2.3, tag 0x0112); 1 is upright. Width and height are as stored.</param>
internal sealed record JpegHeader(int Width, int Height, bool IsGrey, int Orientation = 1)
{
    private const byte Marker = 0xFF;
    private const byte Baseline = 0xC0;
    private const byte Progressive = 0xC2;
    private const byte EndOfImage = 0xD9;
    private const byte StartOfScan = 0xDA;
    private const byte ExifSegment = 0xE1;
    private const ushort OrientationTag = 0x0112;

    public static bool IsJpeg(ReadOnlySpan<byte> file) => file.StartsWith((ReadOnlySpan<byte>)[Marker, 0xD8, Marker]);

    /// <exception cref="PdfException"><c>document.image-damaged</c>, <c>-too-large</c> or <c>-colours</c>.</exception>
    public static JpegHeader Read(ReadOnlySpan<byte> file)
    {
        JpegHeader? header = null;
        var orientation = 1;
        for (var rest = file[2..]; ;)
        {
            if (rest.Length < 4 || rest[0] != Marker)
                throw Damaged("marker");

            var kind = rest[1];
            if (kind == Marker)
            {
                // Any number of fill bytes may stand before a marker.
                rest = rest[1..];
                continue;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(rest[2..]);
            if (length < 2 || length + 2 > rest.Length)
                throw Damaged("segment");

            var segment = rest.Slice(4, length - 2);
            rest = rest[(length + 2)..];
            if (kind is >= Baseline and <= Progressive)
                header = OfFrame(segment);
            else if (kind == ExifSegment && segment.StartsWith("Exif\0\0"u8))
                orientation = OrientationOf(segment[6..]) ?? orientation;
            else if (kind is > Progressive and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                throw Damaged("coding");
            else if (kind == StartOfScan)
                return header is not null && rest.LastIndexOf((ReadOnlySpan<byte>)[Marker, EndOfImage]) >= 0 ? header with { Orientation = orientation } : throw Damaged("end");
        }
    }

    private static JpegHeader OfFrame(ReadOnlySpan<byte> frame)
    {
        if (frame.Length < 6 || frame[0] != 8)
            throw Damaged("frame");

        var (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(frame[1..]), BinaryPrimitives.ReadUInt16BigEndian(frame[3..]));
        PdfImage.CheckSize(width, height);
        return frame[5] switch
        {
            1 => new JpegHeader(width, height, IsGrey: true),
            3 => new JpegHeader(width, height, IsGrey: false),
            4 => throw new PdfException(PdfErrors.ImageColours),
            _ => throw Damaged("frame"),
        };
    }

    /// <summary>What a camera wrote beside the picture; null where it is absent or cannot be followed, since the picture itself may still be sound.</summary>
    private static int? OrientationOf(ReadOnlySpan<byte> exif)
    {
        if (exif.Length < 8)
            return null;

        var little = exif[0] == 'I';
        var entries = Number(exif[4..], little, 4);
        if (entries > exif.Length - 2)
            return null;

        var count = Number(exif[(int)entries..], little, 2);
        for (var i = 0; i < count && entries + 2 + (i + 1) * 12 <= exif.Length; i++)
        {
            var entry = exif[((int)entries + 2 + i * 12)..];
            if (Number(entry, little, 2) == OrientationTag)
                return Number(entry[8..], little, 2) is var value and >= 1 and <= 8 ? (int)value : null;
        }

        return null;
    }

    private static uint Number(ReadOnlySpan<byte> bytes, bool little, int length) => (length, little) switch
    {
        (2, true) => BinaryPrimitives.ReadUInt16LittleEndian(bytes),
        (2, false) => BinaryPrimitives.ReadUInt16BigEndian(bytes),
        (_, true) => BinaryPrimitives.ReadUInt32LittleEndian(bytes),
        (_, false) => BinaryPrimitives.ReadUInt32BigEndian(bytes),
    };

    private static PdfException Damaged(string where) => new(PdfErrors.ImageDamaged($"JPEG: {where}"));
}
