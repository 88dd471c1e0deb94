using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace HallSuite.Infrastructure.Platform.Pdf.Fonts;

/// <summary>
/// The characters of one font that one document uses, numbered from 1 in the order of their first use, and the small font that has just them.
/// Each character has a number of its own even where two share a glyph, so that each is read back as itself.
/// </summary>
internal sealed class FontSubset(FontFace face)
{
    private static readonly byte[] Padding = new byte[3];

    private readonly Dictionary<int, ushort> numbers = [];
    private readonly List<FontGlyph> glyphs = [];

    public FontFace Face { get; } = face;

    /// <summary>The glyphs in the order of their numbers; the first has number 1.</summary>
    public IReadOnlyList<FontGlyph> Glyphs => glyphs;

    public ushort NumberOf(FontGlyph glyph)
    {
        if (!numbers.TryGetValue(glyph.Rune.Value, out var number))
        {
            glyphs.Add(glyph);
            numbers[glyph.Rune.Value] = number = checked((ushort)glyphs.Count);
        }

        return number;
    }

    /// <summary>Six capital letters, the same for the same characters in the same order, and hardly ever for others (ISO 32000-1, 9.6.4).</summary>
    public string Tag()
    {
        var text = new StringBuilder(Face.Name);
        foreach (var glyph in glyphs)
        {
            text.Append(glyph.Rune.ToString());
        }

        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
        return string.Concat(hash.Take(6).Select(b => (char)('A' + b % 26)));
    }

    /// <summary>The small font as a TrueType file.</summary>
    /// <exception cref="PdfException"><c>document.font-unusable</c>: an outline is damaged.</exception>
    public byte[] ToFile()
    {
        try
        {
            return WriteFile();
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException or IndexOutOfRangeException)
        {
            throw new PdfException(PdfErrors.FontUnusable(Face.Name, fault is FormatException ? fault.Message : "an outline is damaged"), fault);
        }
    }

    private byte[] WriteFile()
    {
        var sources = new List<ushort>(glyphs.Count + 1) { 0 };
        sources.AddRange(glyphs.Select(g => g.Id));
        var added = new Dictionary<ushort, ushort>();
        var outlines = new MemoryStream();
        var loca = new List<uint>();
        for (var i = 0; i < sources.Count; i++)
        {
            loca.Add((uint)outlines.Length);
            var outline = Face.Outlines.WithoutInstructions(sources[i]);
            foreach (var at in GlyphOutlines.ComponentsOf(new FontBytes(outline)))
            {
                var component = BinaryPrimitives.ReadUInt16BigEndian(outline.AsSpan(at));
                if (!added.TryGetValue(component, out var number))
                {
                    added[component] = number = checked((ushort)sources.Count);
                    sources.Add(component);
                }

                BinaryPrimitives.WriteUInt16BigEndian(outline.AsSpan(at), number);
            }

            outlines.Write(outline);
            outlines.Write(Padding.AsSpan(0, (4 - outline.Length % 4) % 4));
        }

        loca.Add((uint)outlines.Length);
        return new FontFileWriter()
            .Add("glyf", outlines.ToArray())
            .Add("head", Head())
            .Add("hhea", Patched("hhea", 34, (ushort)sources.Count))
            .Add("hmtx", Metrics(sources))
            .Add("loca", Places(loca))
            .Add("maxp", Patched("maxp", 4, (ushort)sources.Count))
            .ToFile();
    }

    private byte[] Head()
    {
        const int LongPlaces = 50;
        var head = Patched("head", LongPlaces, 1);
        head.AsSpan(FontFileWriter.ChecksumAt, 4).Clear();
        return head;
    }

    private byte[] Metrics(List<ushort> sources)
    {
        var metrics = new byte[sources.Count * 4];
        for (var i = 0; i < sources.Count; i++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(metrics.AsSpan(i * 4), Face.AdvanceInUnits(sources[i]));
            BinaryPrimitives.WriteInt16BigEndian(metrics.AsSpan(i * 4 + 2), Face.LeftBearing(sources[i]));
        }

        return metrics;
    }

    private static byte[] Places(List<uint> loca)
    {
        var bytes = new byte[loca.Count * 4];
        for (var i = 0; i < loca.Count; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(i * 4), loca[i]);
        }

        return bytes;
    }

    private byte[] Patched(string table, int at, ushort value)
    {
        var bytes = Face.Table(table).Span.ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(at), value);
        return bytes;
    }
}
