using System.Buffers.Binary;
using System.Text;

namespace HallSuite.Infrastructure.Platform.Pdf.Writing;

/// <summary>
/// The colour profile that tells what red, green and blue of a document mean: sRGB (IEC 61966-2-1) as an ICC profile of version 2.1 (ICC.1:1998-09),
/// put together from the published primaries and curve, because a profile file would come with a licence of its own.
/// </summary>
internal static class SrgbProfile
{
    private const int HeaderLength = 128;
    private const int CurvePoints = 1024;

    public static byte[] Bytes { get; } = Make();

    public static byte[] Deflated { get; } = PdfObjects.Deflate(Bytes);

    private static byte[] Make()
    {
        var curve = Curve();
        (string Tag, byte[] Bytes)[] tags =
        [
            ("desc", Description("sRGB IEC61966-2.1")),
            ("cprt", [.. "text"u8, 0, 0, 0, 0, .. "No copyright, use freely"u8, 0]),
            ("wtpt", Xyz(0.9505, 1, 1.0891)),
            ("rXYZ", Xyz(0.4360, 0.2225, 0.0139)),
            ("gXYZ", Xyz(0.3851, 0.7169, 0.0971)),
            ("bXYZ", Xyz(0.1431, 0.0606, 0.7141)),
            ("rTRC", curve),
            ("gTRC", curve),
            ("bTRC", curve),
        ];
        var directory = new MemoryStream();
        var data = new MemoryStream();
        var start = HeaderLength + 4 + tags.Length * 12;
        directory.Write(Number(tags.Length));
        foreach (var (tag, bytes) in tags)
        {
            // The three curves are one.
            var again = tag is "gTRC" or "bTRC";
            var at = again ? start + (int)data.Length - Padded(bytes.Length) : start + (int)data.Length;
            directory.Write([.. Encoding.ASCII.GetBytes(tag), .. Number(at), .. Number(bytes.Length)]);
            if (!again)
                data.Write([.. bytes, .. new byte[Padded(bytes.Length) - bytes.Length]]);
        }

        return [.. Header(start + (int)data.Length), .. directory.ToArray(), .. data.ToArray()];
    }

    private static byte[] Header(int size)
    {
        var header = new byte[HeaderLength];
        Number(size).CopyTo(header, 0);
        header[8] = 2;
        header[9] = 0x10;
        "mntrRGB XYZ "u8.CopyTo(header.AsSpan(12));
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(24), 2026);
        header[27] = 1;
        header[29] = 1;
        "acsp"u8.CopyTo(header.AsSpan(36));
        Xyz(0.9642, 1, 0.8249).AsSpan(8).CopyTo(header.AsSpan(68));
        return header;
    }

    private static byte[] Curve()
    {
        var curve = new byte[12 + CurvePoints * 2];
        "curv"u8.CopyTo(curve);
        Number(CurvePoints).CopyTo(curve, 8);
        for (var i = 0; i < CurvePoints; i++)
        {
            var value = (double)i / (CurvePoints - 1);
            var linear = value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
            BinaryPrimitives.WriteUInt16BigEndian(curve.AsSpan(12 + i * 2), (ushort)Math.Round(linear * 65535));
        }

        return curve;
    }

    private static byte[] Description(string text)
    {
        const int UnicodeAndScriptParts = 4 + 4 + 2 + 1 + 67;
        return [.. "desc"u8, 0, 0, 0, 0, .. Number(text.Length + 1), .. Encoding.ASCII.GetBytes(text), 0, .. new byte[UnicodeAndScriptParts]];
    }

    private static byte[] Xyz(double x, double y, double z) => [.. "XYZ "u8, 0, 0, 0, 0, .. Fixed(x), .. Fixed(y), .. Fixed(z)];

    private static byte[] Fixed(double value) => Number((int)Math.Round(value * 65536));

    private static byte[] Number(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    private static int Padded(int length) => (length + 3) & ~3;
}
