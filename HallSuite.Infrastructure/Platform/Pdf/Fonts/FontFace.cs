using System.Text;

namespace HallSuite.Infrastructure.Platform.Pdf.Fonts;

/// <summary>
/// A TrueType font in memory: which characters it has, how wide they are and what they look like. Immutable, so that any number of documents may
/// share it. Reads what a PDF needs and nothing else: no hinting, no layout tables, no CFF outlines.
/// </summary>
public sealed class FontFace
{
    private readonly FontTables tables;
    private readonly CharacterMap characters;
    private readonly ushort[] advances;

    private FontFace(string name, FontTables tables)
    {
        Name = name;
        this.tables = tables;
        var head = tables["head"];
        UnitsPerEm = head.UInt16(18);
        if (UnitsPerEm is < 16 or > 16384)
            throw new FormatException($"its em has {UnitsPerEm} units");

        Bounds = (InEm(head.Int16(36)), InEm(head.Int16(38)), InEm(head.Int16(40)), InEm(head.Int16(42)));
        GlyphCount = tables["maxp"].UInt16(4);
        var hhea = tables["hhea"];
        (Ascent, Descent) = (InEm(hhea.Int16(4)), InEm(hhea.Int16(6)));
        Outlines = new GlyphOutlines(tables["loca"], tables["glyf"], GlyphCount, longOffsets: head.Int16(50) == 1);
        advances = ReadAdvances(tables["hmtx"], hhea.UInt16(34), GlyphCount);
        characters = CharacterMap.Read(tables["cmap"], GlyphCount);
        if (tables.Find("OS/2") is { Length: >= 78 } os2)
        {
            IsBold = os2.UInt16(4) >= 600;
            CapHeight = os2.UInt16(0) >= 2 && os2.Length >= 90 ? InEm(os2.Int16(88)) : Ascent;
        }
        else
        {
            CapHeight = Ascent;
        }
    }

    /// <summary>The name inside documents: ASCII letters, digits and hyphens.</summary>
    public string Name { get; }

    public int UnitsPerEm { get; }

    /// <summary>Above the baseline, in em.</summary>
    public double Ascent { get; }

    /// <summary>Below the baseline, in em; negative.</summary>
    public double Descent { get; }

    /// <summary>The height of capital letters, in em.</summary>
    public double CapHeight { get; }

    /// <summary>The face itself is bold; where bold was asked for and it is not, whoever draws may thicken it.</summary>
    public bool IsBold { get; }

    internal (double Left, double Bottom, double Right, double Top) Bounds { get; }

    internal int GlyphCount { get; }

    internal GlyphOutlines Outlines { get; }

    /// <summary>Reads a font file or the first font of a collection. The bytes are kept, not copied.</summary>
    /// <param name="file">For messages, and for the name where the font says none.</param>
    /// <exception cref="PdfException"><c>document.font-unusable</c>: it is damaged, or none that can be embedded.</exception>
    public static FontFace Read(string file, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            var tables = FontTables.Read(bytes);
            return new FontFace(NameOf(tables) ?? "Font", tables);
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException or IndexOutOfRangeException or OverflowException)
        {
            throw new PdfException(PdfErrors.FontUnusable(Path.GetFileName(file), fault is FormatException ? fault.Message : "it is cut off or damaged"), fault);
        }
    }

    /// <summary>False where the font does not have the character.</summary>
    public bool TryFind(Rune rune, out FontGlyph glyph)
    {
        var id = characters[rune.Value];
        glyph = id == 0 ? default : new FontGlyph(this, id, AdvanceOf(id), rune);
        return id != 0;
    }

    internal double AdvanceOf(ushort glyph) => InEm(AdvanceInUnits(glyph));

    internal ushort AdvanceInUnits(ushort glyph) => advances[Math.Min(glyph, advances.Length - 1)];

    internal short LeftBearing(ushort glyph)
    {
        var hmtx = tables["hmtx"];
        var at = glyph < advances.Length ? glyph * 4 + 2 : advances.Length * 4 + (glyph - advances.Length) * 2;
        return at + 2 <= hmtx.Length ? hmtx.Int16(at) : (short)0;
    }

    /// <summary>A table as it stands in the file; empty where there is none.</summary>
    internal FontBytes Table(string tag) => tables.Find(tag);

    private double InEm(int units) => (double)units / UnitsPerEm;

    private static ushort[] ReadAdvances(FontBytes hmtx, int count, int glyphs)
    {
        if (count == 0 || count > glyphs)
            throw new FormatException("it tells no widths");

        var advances = new ushort[count];
        for (var i = 0; i < count; i++)
        {
            advances[i] = hmtx.UInt16(i * 4);
        }

        return advances;
    }

    /// <summary>The PostScript name of the name table.</summary>
    private static string? NameOf(FontTables tables)
    {
        if (tables.Find("name") is not { Length: > 6 } table)
            return null;

        var texts = table.UInt16(4);
        for (var i = 0; i < table.UInt16(2); i++)
        {
            var entry = table.From(6 + i * 12);
            if (entry.UInt16(6) != 6)
                continue;

            var text = table.Part(texts + entry.UInt16(10), entry.UInt16(8)).Span;
            var name = entry.UInt16(0) == 1 ? Encoding.Latin1.GetString(text) : Encoding.BigEndianUnicode.GetString(text);
            var plain = string.Concat(name.Where(c => char.IsAsciiLetterOrDigit(c) || c == '-').Take(60));
            if (plain.Length > 0)
                return plain;
        }

        return null;
    }
}
