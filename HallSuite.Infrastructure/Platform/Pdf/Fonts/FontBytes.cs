using System.Buffers.Binary;

namespace HallSuite.Infrastructure.Platform.Pdf.Fonts;

/// <summary>A stretch of a font file, read in its byte order. Reading past the end throws <see cref="ArgumentException"/>, never more.</summary>
internal readonly struct FontBytes(ReadOnlyMemory<byte> bytes)
{
    public int Length => bytes.Length;

    public ReadOnlySpan<byte> Span => bytes.Span;

    public ushort UInt16(int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes.Span[at..]);

    public short Int16(int at) => BinaryPrimitives.ReadInt16BigEndian(bytes.Span[at..]);

    public uint UInt32(int at) => BinaryPrimitives.ReadUInt32BigEndian(bytes.Span[at..]);

    public FontBytes From(long at) => new(bytes[checked((int)at)..]);

    public FontBytes Part(long at, long length) => new(bytes.Slice(checked((int)at), checked((int)length)));
}
