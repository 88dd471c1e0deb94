using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using HallSuite.Infrastructure.Platform.Pdf.Images;

namespace HallSuite.Tests.Pdf.Images;

/// <summary>Makes PNG files of every kind, row filters in turn, so that the reader meets all that the world's programs write.</summary>
internal static class PngMaker
{
    private static readonly (int X, int Y, int StepX, int StepY)[] Passes =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    /// <param name="samples">The samples of each pixel, by row and column, at the file's own depth.</param>
    public static byte[] Make(int width, int height, PngColour colour, int depth, bool interlaced, Func<int, int, int[]> samples, params (string Name, byte[] Data)[] extra)
    {
        var raw = new MemoryStream();
        foreach (var (x, y, stepX, stepY) in interlaced ? Passes : [(0, 0, 1, 1)])
        {
            byte[]? before = null;
            for (var row = y; row < height && x < width; row += stepY)
            {
                var bits = new List<int>();
                for (var column = x; column < width; column += stepX)
                {
                    foreach (var sample in samples(row, column))
                    {
                        bits.AddRange(Enumerable.Range(0, depth).Select(b => sample >> (depth - 1 - b) & 1));
                    }
                }

                var packed = bits.Chunk(8).Select(b => (byte)b.Select((bit, i) => bit << (7 - i)).Sum()).ToArray();
                Filter(raw, row % 5, packed, before ?? new byte[packed.Length], Math.Max(1, samples(0, 0).Length * depth / 8));
                before = packed;
            }
        }

        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9], header[12]) = ((byte)depth, (byte)colour, interlaced ? (byte)1 : (byte)0);
        return File([("IHDR", header), .. extra, ("IDAT", Deflated(raw.ToArray())), ("IEND", [])]);
    }

    /// <summary>A file of the given chunks, each with its right checksum.</summary>
    public static byte[] File(params (string Name, byte[] Data)[] chunks)
    {
        var file = new List<byte> { 0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10 };
        foreach (var (name, data) in chunks)
        {
            byte[] body = [.. Encoding.ASCII.GetBytes(name), .. data];
            var number = new byte[8];
            BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
            BinaryPrimitives.WriteUInt32BigEndian(number.AsSpan(4), PngReader.Checksum(body));
            file.AddRange([.. number[..4], .. body, .. number[4..]]);
        }

        return [.. file];
    }

    public static byte[] Deflated(byte[] raw)
    {
        var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            deflate.Write(raw);
        }

        return packed.ToArray();
    }

    private static void Filter(MemoryStream raw, int filter, byte[] row, byte[] before, int step)
    {
        raw.WriteByte((byte)filter);
        for (var i = 0; i < row.Length; i++)
        {
            int left = i < step ? 0 : row[i - step], above = before[i], corner = i < step ? 0 : before[i - step];
            var predicted = filter switch { 0 => 0, 1 => left, 2 => above, 3 => (left + above) / 2, _ => Paeth(left, above, corner) };
            raw.WriteByte((byte)(row[i] - predicted));
        }
    }

    private static int Paeth(int left, int above, int corner)
    {
        var guess = left + above - corner;
        return new[] { left, above, corner }.MinBy(v => Math.Abs(guess - v));
    }
}
