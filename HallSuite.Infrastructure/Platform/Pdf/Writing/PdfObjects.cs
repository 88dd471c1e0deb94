using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace HallSuite.Infrastructure.Platform.Pdf.Writing;

/// <summary>
/// The numbered objects of a file and the table that finds them, written to a stream that need not seek. Compressed files hold small objects many
/// to a stream and a compressed table (ISO 32000-1, 7.5.7 and 7.5.8): a long table's structure is a tenth of what it would be. Uncompressed files
/// hold each object by itself and a plain table.
/// </summary>
internal sealed class PdfObjects(Stream output, bool compress) : IDisposable
{
    private const int ObjectsPerStream = 200;
    private const long Packed = 1L << 62;

    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly List<long> places = [0];
    private readonly PdfBytes syntax = new();
    private readonly PdfBytes packedHeads = new();
    private readonly PdfBytes packedBodies = new();
    private readonly List<int> packedIds = [];
    private long position;

    public bool Compress { get; } = compress;

    /// <summary>Where objects' syntax is put together; emptied by whoever starts one.</summary>
    public PdfBytes Scratch { get; } = new();

    /// <summary>A number for an object that is written later; others may refer to it at once.</summary>
    public int Reserve()
    {
        places.Add(0);
        return places.Count - 1;
    }

    public void Header()
    {
        // The second line tells transports that the file is binary (ISO 32000-1, 7.5.2).
        syntax.Clear();
        Emit(syntax.Add("%PDF-1.7\n%").Add([0xE5, 0xA4, 0xA7, 0xE5, 0x8E, 0x85]).Add("\n").Span);
    }

    /// <summary>An object by itself.</summary>
    public void Write(int id, PdfBytes body)
    {
        places[id] = position;
        syntax.Clear();
        Emit(syntax.Add(id).Add(" 0 obj\n").Add(body.Span).Add("\nendobj\n").Span);
    }

    /// <summary>A small object; in a compressed file it shares a stream with others.</summary>
    public void Pack(int id, PdfBytes body)
    {
        if (!Compress)
        {
            Write(id, body);
            return;
        }

        packedHeads.Add(id).Add(" ").Add(packedBodies.Length).Add(" ");
        packedBodies.Add(body.Span).Add("\n");
        packedIds.Add(id);
        if (packedIds.Count == ObjectsPerStream)
            FlushPacked();
    }

    /// <summary>A stream that is compressed here.</summary>
    /// <param name="entries">Further entries of its dictionary, such as <c>/Length1 20</c>.</param>
    public void WriteStream(int id, string entries, ReadOnlySpan<byte> data)
    {
        if (Compress)
            WriteRaw(id, entries + "/Filter/FlateDecode", Deflate(data));
        else
            WriteRaw(id, entries, data);
    }

    /// <summary>A stream that is written as it is.</summary>
    public void WriteRaw(int id, string entries, ReadOnlySpan<byte> data)
    {
        places[id] = position;
        syntax.Clear();
        Emit(syntax.Add(id).Add(" 0 obj\n<<").Add(entries).Add("/Length ").Add(data.Length).Add(">>stream\n").Span);
        Emit(data);
        Emit("\nendstream\nendobj\n"u8);
    }

    /// <summary>The table of objects and the end of the file. The file's identity is the hash of what was written.</summary>
    public void Close(int catalog, int info)
    {
        FlushPacked();
        var identity = Convert.ToHexString(hash.GetCurrentHash().AsSpan(0, 16));
        var entries = $"/Root {catalog} 0 R/Info {info} 0 R/ID[<{identity}><{identity}>]";
        if (Compress)
            WriteTableStream(entries);
        else
            WriteTable(entries);
    }

    public void Dispose() => hash.Dispose();

    /// <summary>Compressed as the format wants it (zlib, RFC 1950).</summary>
    public static byte[] Deflate(ReadOnlySpan<byte> data)
    {
        var packed = new MemoryStream(data.Length / 2 + 64);
        using (var deflate = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(data);
        }

        return packed.ToArray();
    }

    private void FlushPacked()
    {
        if (packedIds.Count == 0)
            return;

        var stream = Reserve();
        for (var i = 0; i < packedIds.Count; i++)
        {
            places[packedIds[i]] = Packed | ((long)stream << 16) | (uint)i;
        }

        var first = packedHeads.Length;
        packedHeads.Add(packedBodies.Span);
        WriteStream(stream, $"/Type/ObjStm/N {packedIds.Count}/First {first}", packedHeads.Span);
        packedHeads.Clear();
        packedBodies.Clear();
        packedIds.Clear();
    }

    private void WriteTable(string entries)
    {
        var start = position;
        var table = new StringBuilder($"xref\n0 {places.Count}\n0000000000 65535 f \n");
        for (var id = 1; id < places.Count; id++)
        {
            table.Append(Written(id).ToString("0000000000", System.Globalization.CultureInfo.InvariantCulture)).Append(" 00000 n \n");
        }

        Emit(Encoding.ASCII.GetBytes($"{table}trailer\n<</Size {places.Count}{entries}>>\nstartxref\n{start}\n%%EOF\n"));
    }

    private void WriteTableStream(string entries)
    {
        const int Width = 8;
        var id = Reserve();
        var start = places[id] = position;
        var table = new byte[places.Count * Width];
        (table[6], table[7]) = (255, 255);
        for (var i = 1; i < places.Count; i++)
        {
            var entry = table.AsSpan(i * Width, Width);
            var place = Written(i);
            var packed = (place & Packed) != 0;
            entry[0] = packed ? (byte)2 : (byte)1;
            var first = packed ? (place & ~Packed) >> 16 : place;
            entry[1] = (byte)(first >> 32);
            BinaryPrimitives.WriteUInt32BigEndian(entry[2..], unchecked((uint)first));
            BinaryPrimitives.WriteUInt16BigEndian(entry[6..], packed ? (ushort)place : (ushort)0);
        }

        WriteStream(id, $"/Type/XRef/Size {places.Count}/W[1 5 2]{entries}", table);
        Emit(Encoding.ASCII.GetBytes($"startxref\n{start}\n%%EOF\n"));
    }

    private long Written(int id) => places[id] != 0 ? places[id] : throw new InvalidOperationException($"Object {id} was promised and never written.");

    private void Emit(ReadOnlySpan<byte> bytes)
    {
        hash.AppendData(bytes);
        output.Write(bytes);
        position += bytes.Length;
    }
}
