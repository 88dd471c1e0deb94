using System.Buffers.Binary;

namespace HallSuite.Infrastructure.Platform.Pdf.Images;

/// <summary>
/// What a document must know of a JPEG (ISO/IEC 10918-1); its pixels are passed on as they are, since documents hold JPEG themselves. So damage inside
/// of the pixels is not found here.
/// </summary>
internal sealed record JpegHeader(int Width, int Height, bool IsGrey)
{
    private const byte Marker = 0xFF;
    private const byte Baseline = 0xC0;
    private const byte Progressive = 0xC2;
    private const byte EndOfImage = 0xD9;
    private const byte StartOfScan = 0xDA;

    public static bool IsJpeg(ReadOnlySpan<byte> file) => file.StartsWith((ReadOnlySpan<byte>)[Marker, 0xD8, Marker]);

    /// <exception cref="PdfException"><c>document.image-damaged</c>, <c>-too-large</c> or <c>-colours</c>.</exception>
    public static JpegHeader Read(ReadOnlySpan<byte> file)
    {
        JpegHeader? header = null;
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
            else if (kind is > Progressive and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                throw Damaged("coding");
            else if (kind == StartOfScan)
                return header is not null && rest.LastIndexOf((ReadOnlySpan<byte>)[Marker, EndOfImage]) >= 0 ? header : throw Damaged("end");
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

    private static PdfException Damaged(string where) => new(PdfErrors.ImageDamaged($"JPEG: {where}"));
}
