using System.IO.Compression;
using System.Text;

namespace HallSuite.Infrastructure.Platform.Pdf.Signing;

/// <summary>
/// Where a file's objects lie, read from its end: what has to be known to write behind it. Reads what <see cref="Writing.PdfWriter"/> and
/// <see cref="PdfSignatureSlot"/> write, in the clear or compressed; other programs' files as far as they keep their catalog and pages unpacked.
/// </summary>
internal sealed class PdfTail
{
    private const int MostUpdates = 100;
    private const int MostObjects = 8_388_607; // ISO 32000-1, annex C

    private readonly ReadOnlyMemory<byte> file;
    private readonly Dictionary<int, long> places = [];

    private PdfTail(ReadOnlyMemory<byte> file) => this.file = file;

    /// <summary>Where the newest table stands.</summary>
    public long TableAt { get; private set; }

    /// <summary>The newest table is a stream, so what is added must be one too.</summary>
    public bool TableIsStream { get; private set; }

    public PdfDictionary Trailer { get; private set; } = new();

    /// <exception cref="PdfException"><c>document.not-signable</c>.</exception>
    public static PdfTail Read(ReadOnlyMemory<byte> file)
    {
        var tail = new PdfTail(file);
        Guarded(() =>
        {
            tail.ReadTables();
            return true;
        });
        return tail;
    }

    /// <summary>An object that is a dictionary.</summary>
    /// <exception cref="PdfException"><c>document.not-signable</c>: it is not there, or packed into a stream.</exception>
    public PdfDictionary Object(int id) => Guarded(() =>
    {
        var syntax = new PdfSyntax(file.Span, checked((int)places[id]));
        if (syntax.Integer() != id)
            throw new FormatException("id");

        syntax.Expect("0"u8);
        syntax.Expect("obj"u8);
        return syntax.Dictionary();
    });

    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException or IndexOutOfRangeException or OverflowException or KeyNotFoundException or InvalidDataException or IOException)
        {
            throw new PdfException(PdfErrors.NotSignable, fault);
        }
    }

    private void ReadTables()
    {
        var end = file.Span.LastIndexOf("startxref"u8);
        var last = new PdfSyntax(file.Span, end);
        last.Expect("startxref"u8);
        TableAt = last.Integer();
        var at = TableAt;
        for (var i = 0; i < MostUpdates; i++)
        {
            var (trailer, isStream) = ReadTable(checked((int)at));
            if (i == 0)
                (Trailer, TableIsStream) = (trailer, isStream);
            if (trailer["Prev"] is null)
                return;

            at = trailer.Number("Prev");
        }

        throw new FormatException("updates");
    }

    private (PdfDictionary Trailer, bool IsStream) ReadTable(int at)
    {
        var syntax = new PdfSyntax(file.Span, at);
        if (!syntax.Take("xref"u8))
            return (ReadTableStream(at), true);

        while (!syntax.Take("trailer"u8))
        {
            var (first, count) = (syntax.Integer(), syntax.Integer());
            for (var id = first; id < first + count; id++)
            {
                var place = syntax.Integer();
                syntax.Integer();
                if (syntax.Take("n"u8))
                    places.TryAdd(checked((int)id), place);
                else
                    syntax.Expect("f"u8);
            }
        }

        return (syntax.Dictionary(), false);
    }

    /// <summary>ISO 32000-1, 7.5.8, with the field widths that our own writer uses.</summary>
    private PdfDictionary ReadTableStream(int at)
    {
        var syntax = new PdfSyntax(file.Span, at);
        syntax.Integer();
        syntax.Expect("0"u8);
        syntax.Expect("obj"u8);
        var dictionary = syntax.Dictionary();
        syntax.Expect("stream"u8);
        if (dictionary["W"] is not "[1 5 2]" || dictionary["Filter"] is not "/FlateDecode" || dictionary["DecodeParms"] is not null)
            throw new FormatException("table");

        var body = file.Slice(syntax.At + 1, dictionary.Number("Length"));
        using var table = new ZLibStream(new MemoryStream(body.ToArray()), CompressionMode.Decompress);
        foreach (var (first, count) in SectionsOf(dictionary))
        {
            var entry = new byte[8];
            for (var id = first; id < first + count; id++)
            {
                table.ReadExactly(entry);
                if (entry[0] == 1)
                    places.TryAdd(id, (long)entry[1] << 32 | System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(entry.AsSpan(2)));
            }
        }

        return dictionary;
    }

    private static IEnumerable<(int First, int Count)> SectionsOf(PdfDictionary table)
    {
        if (table["Index"] is not { } index)
            return [(0, Math.Min(table.Number("Size"), MostObjects))];

        var numbers = index.Trim('[', ']').Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(n => int.Parse(n, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        return numbers.Chunk(2).Select(pair => (pair[0], Math.Min(pair[1], MostObjects)));
    }
}
