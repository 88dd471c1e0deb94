namespace HallSuite.Infrastructure.Platform.Pdf.Fonts;

/// <summary>
/// From code points to glyphs (table <c>cmap</c>, formats 4 and 12). The basic plane is one array, since every character of every document asks it;
/// what lies beyond are sorted ranges.
/// </summary>
internal sealed class CharacterMap
{
    private const int Plane = 0x10000;

    private readonly ushort[] basic = new ushort[Plane];
    private readonly List<(int First, int Last, int Glyph)> beyond = [];

    private CharacterMap()
    {
    }

    /// <summary>The glyph of a code point; 0 where the font has none.</summary>
    public ushort this[int codePoint]
    {
        get
        {
            if (codePoint < Plane)
                return basic[codePoint];

            var (low, high) = (0, beyond.Count - 1);
            while (low <= high)
            {
                var middle = (low + high) / 2;
                var (first, last, glyph) = beyond[middle];
                if (codePoint < first)
                    high = middle - 1;
                else if (codePoint > last)
                    low = middle + 1;
                else
                    return (ushort)(glyph + codePoint - first);
            }

            return 0;
        }
    }

    /// <exception cref="FormatException">There is no map of Unicode.</exception>
    /// <exception cref="ArgumentException">The table is cut off.</exception>
    public static CharacterMap Read(FontBytes cmap, int glyphs)
    {
        FontBytes? whole = null;
        FontBytes? basic = null;
        for (var i = 0; i < cmap.UInt16(2); i++)
        {
            var entry = cmap.Part(4 + i * 8, 8);
            if (entry.UInt16(0) is not (0 or 3))
                continue;

            var map = cmap.From(entry.UInt32(4));
            if (map.UInt16(0) == 12)
                whole = map;
            else if (map.UInt16(0) == 4)
                basic = map;
        }

        var read = new CharacterMap();
        if (whole is { } twelve)
            read.ReadRanges(twelve, glyphs);
        else if (basic is { } four)
            read.ReadSegments(four, glyphs);
        else
            throw new FormatException("it has no map of Unicode characters");

        return read;
    }

    // Ranges are taken only where they go on upwards, so that a broken file with millions of overlapping ones costs no more than a sound one.
    private void ReadRanges(FontBytes map, int glyphs)
    {
        var next = 0L;
        var count = map.UInt32(12);
        for (var i = 0L; i < count; i++)
        {
            var range = map.Part(16 + i * 12, 12);
            var (first, last, glyph) = (Math.Max(range.UInt32(0), next), Math.Min(range.UInt32(4), 0x10FFFFL), (long)range.UInt32(8));
            glyph += first - range.UInt32(0);
            last = Math.Min(last, first + glyphs - 1 - glyph);
            for (; first <= last && first < Plane; first++, glyph++)
            {
                basic[first] = (ushort)glyph;
            }

            if (first <= last)
                beyond.Add(((int)first, (int)last, (int)glyph));

            next = Math.Max(next, last + 1);
        }
    }

    private void ReadSegments(FontBytes map, int glyphs)
    {
        var bytes = map.UInt16(6);
        var next = 0;
        for (var at = 14; at < 14 + bytes; at += 2)
        {
            var (first, last) = (Math.Max(map.UInt16(at + 2 + bytes), next), map.UInt16(at));
            var (delta, offset) = (map.UInt16(at + 2 + 2 * bytes), map.UInt16(at + 2 + 3 * bytes));
            for (var code = first; code <= last; code++)
            {
                var glyph = offset == 0 ? code + delta : GlyphAt(map, at + 2 + 3 * bytes + offset + 2 * (code - map.UInt16(at + 2 + bytes)), delta);
                basic[code] = (ushort)((ushort)glyph < glyphs ? glyph : 0);
            }

            next = Math.Max(next, last + 1);
        }
    }

    private static int GlyphAt(FontBytes map, int at, int delta) => at + 2 <= map.Length && map.UInt16(at) is var glyph and not 0 ? glyph + delta : 0;
}
