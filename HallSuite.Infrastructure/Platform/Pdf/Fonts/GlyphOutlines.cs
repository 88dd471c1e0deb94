namespace HallSuite.Infrastructure.Platform.Pdf.Fonts;

/// <summary>The shapes of a font's glyphs (tables <c>loca</c> and <c>glyf</c>), and which other glyphs a composite glyph is made of.</summary>
internal sealed class GlyphOutlines
{
    private const int HeaderLength = 10;

    // Flags of a component (OpenType 1.9, "glyf", composite glyph description).
    private const ushort WordArguments = 0x0001;
    private const ushort OneScale = 0x0008;
    private const ushort MoreFollow = 0x0020;
    private const ushort TwoScales = 0x0040;
    private const ushort Matrix = 0x0080;
    private const ushort Instructions = 0x0100;

    private readonly FontBytes loca;
    private readonly FontBytes glyf;
    private readonly bool longOffsets;
    private readonly int count;

    /// <exception cref="FormatException">The places of the outlines do not lie in the file.</exception>
    public GlyphOutlines(FontBytes loca, FontBytes glyf, int count, bool longOffsets)
    {
        (this.loca, this.glyf, this.count, this.longOffsets) = (loca, glyf, count, longOffsets);
        for (var i = 0; i < count; i++)
        {
            if (At(i) > At(i + 1) || At(i + 1) > glyf.Length)
                throw new FormatException($"the outline of its glyph {i} lies outside the file");
        }
    }

    /// <summary>The outline without the program that would fit it to a screen's pixels; empty for a space.</summary>
    /// <exception cref="FormatException">The outline is damaged.</exception>
    public byte[] WithoutInstructions(int glyph)
    {
        var outline = Of(glyph);
        if (outline.Length <= HeaderLength)
            return [];

        var contours = outline.Int16(0);
        if (contours < 0)
            return WithoutProgram(outline);

        var lengthAt = HeaderLength + 2 * contours;
        var after = lengthAt + 2 + outline.UInt16(lengthAt);
        if (after > outline.Length)
            throw new FormatException($"the outline of its glyph {glyph} is cut off");

        return [.. outline.Span[..lengthAt], 0, 0, .. outline.Span[after..]];
    }

    /// <summary>The places in an outline where the numbers of its components stand; none in a simple glyph.</summary>
    public static IEnumerable<int> ComponentsOf(FontBytes outline)
    {
        if (outline.Length <= HeaderLength || outline.Int16(0) >= 0)
            yield break;

        var at = HeaderLength;
        ushort flags;
        do
        {
            flags = outline.UInt16(at);
            _ = outline.UInt16(at + 2);
            yield return at + 2;
            at = After(flags, at);
        }
        while ((flags & MoreFollow) != 0);
    }

    private static byte[] WithoutProgram(FontBytes outline)
    {
        var plain = outline.Span.ToArray();
        var at = HeaderLength;
        ushort flags;
        do
        {
            flags = outline.UInt16(at);
            plain[at] &= unchecked((byte)~(Instructions >> 8));
            at = After(flags, at);
        }
        while ((flags & MoreFollow) != 0);

        return at > plain.Length ? throw new FormatException("a composite glyph is cut off") : plain[..at];
    }

    private static int After(ushort flags, int at) => at + 4 + ((flags & WordArguments) != 0 ? 4 : 2)
        + ((flags & OneScale) != 0 ? 2 : (flags & TwoScales) != 0 ? 4 : (flags & Matrix) != 0 ? 8 : 0);

    private FontBytes Of(int glyph) => glyph < count ? glyf.Part(At(glyph), At(glyph + 1) - At(glyph)) : default;

    private long At(int glyph) => longOffsets ? loca.UInt32(glyph * 4) : loca.UInt16(glyph * 2) * 2L;
}
