using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using HallSuite.Infrastructure.Platform.Pdf.Writing;

namespace HallSuite.Infrastructure.Platform.Pdf.Signing;

/// <summary>What is written behind a file, byte by byte, and the table of it.</summary>
internal sealed class PdfUpdate
{
    private const int EntryLength = 8;

    private readonly PdfBytes file = new();
    private readonly SortedDictionary<int, int> places = [];

    public PdfUpdate(ReadOnlyMemory<byte> before)
    {
        file.Add(before.Span);
        if (before.Span[^1] != '\n')
            file.Add("\n");
    }

    public int Length => file.Length;

    public PdfUpdate Add(string latin)
    {
        file.Add(Encoding.Latin1.GetBytes(latin));
        return this;
    }

    public void Begin(int id)
    {
        places[id] = Length;
        Add($"{id} 0 obj\n");
    }

    public void Write(int id, string body)
    {
        Begin(id);
        Add(body).Add("\nendobj\n");
    }

    /// <param name="size">The first number that no object has.</param>
    public void Close(PdfTail tail, int size)
    {
        var kept = ((string[])["Root", "Info", "ID"]).Where(key => tail.Trailer[key] is not null).Select(key => $"/{key} {tail.Trailer[key]}");
        var entries = $"{string.Concat(kept)}/Prev {tail.TableAt}";
        var start = Length;
        if (tail.TableIsStream)
            CloseWithStream(entries, size);
        else
            CloseWithTable(entries, size);

        Add($"startxref\n{start}\n%%EOF\n");
    }

    public byte[] ToArray() => file.Span.ToArray();

    private void CloseWithTable(string entries, int size)
    {
        Add("xref\n");
        foreach (var (id, place) in places)
        {
            Add(string.Create(CultureInfo.InvariantCulture, $"{id} 1\n{place:0000000000} 00000 n \n"));
        }

        Add($"trailer\n<</Size {size}{entries}>>\n");
    }

    private void CloseWithStream(string entries, int size)
    {
        // The table finds itself too.
        Begin(size);
        var table = new byte[places.Count * EntryLength];
        foreach (var (place, i) in places.Values.Select((place, i) => (place, i)))
        {
            table[i * EntryLength] = 1;
            BinaryPrimitives.WriteInt32BigEndian(table.AsSpan(i * EntryLength + 2), place);
        }

        var body = PdfObjects.Deflate(table);
        Add($"<</Type/XRef/Size {size + 1}/W[1 5 2]/Index[{string.Join(' ', places.Keys.Select(id => $"{id} 1"))}]{entries}/Filter/FlateDecode/Length {body.Length}>>stream\n");
        file.Add(body);
        Add("\nendstream\nendobj\n");
    }
}
