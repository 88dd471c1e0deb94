using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace HallSuite.Infrastructure.Platform.Pdf.Fonts;

/// <summary>Puts tables together to a TrueType file, with the checksums that strict readers look at.</summary>
internal sealed class FontFileWriter
{
    /// <summary>Where in the table <c>head</c> the checksum of the whole file stands; it must be zero when the table is added.</summary>
    public const int ChecksumAt = 8;

    private const uint WholeFileSum = 0xB1B0AFBA;

    private readonly List<(string Tag, byte[] Bytes)> tables = [];

    /// <summary>Tables are added in the order of their tags, and are written so.</summary>
    public FontFileWriter Add(string tag, byte[] bytes)
    {
        tables.Add((tag, bytes));
        return this;
    }

    public byte[] ToFile()
    {
        var start = 12 + tables.Count * 16;
        var file = new byte[start + tables.Sum(t => Padded(t.Bytes.Length))];
        var log = BitOperations.Log2((uint)tables.Count);
        BinaryPrimitives.WriteUInt32BigEndian(file, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(4), (ushort)tables.Count);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(6), (ushort)(16 << log));
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(8), (ushort)log);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(10), (ushort)((tables.Count - (1 << log)) * 16));
        var (entry, at, head) = (12, start, 0);
        foreach (var (tag, bytes) in tables)
        {
            bytes.CopyTo(file, at);
            Encoding.Latin1.GetBytes(tag, file.AsSpan(entry));
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(entry + 4), Sum(file.AsSpan(at, Padded(bytes.Length))));
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(entry + 8), (uint)at);
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(entry + 12), (uint)bytes.Length);
            head = tag == "head" ? at : head;
            entry += 16;
            at += Padded(bytes.Length);
        }

        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(head + ChecksumAt), unchecked(WholeFileSum - Sum(file)));
        return file;
    }

    private static int Padded(int length) => (length + 3) & ~3;

    private static uint Sum(ReadOnlySpan<byte> bytes)
    {
        var sum = 0u;
        for (; bytes.Length >= 4; bytes = bytes[4..])
        {
            sum = unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(bytes));
        }

        return sum;
    }
}
