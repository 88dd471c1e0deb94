namespace HallSuite.Infrastructure.Platform.Pdf.Layout.Typesetting;

/// <summary>Where a line may end after a cluster.</summary>
internal enum BreakAfter : byte
{
    Never,
    Allowed,
    Forced,
}

/// <summary>
/// The smallest thing that a line is made of: one character as people count them, whatever number of code points it has (𠮷, é). All lengths in points.
/// </summary>
internal struct Cluster
{
    /// <summary>Where its glyphs begin in the glyphs of the paragraph; an invisible cluster has none.</summary>
    public int Glyph;

    public int GlyphCount;

    /// <summary>Where its characters begin in the text of the paragraph.</summary>
    public int Text;

    /// <summary>The span that gave it; spans give font, size and colour.</summary>
    public int Span;

    public Traits Traits;

    public BreakAfter After;

    /// <summary>What it takes up on a line before the line is squeezed or stretched.</summary>
    public double Width;

    /// <summary>How far left of its place its glyphs are drawn: the blank half that was taken away from an opening mark.</summary>
    public double Pull;

    /// <summary>Blank at its left side that the line may still take away.</summary>
    public double Left;

    /// <summary>Blank at its right side that the line may still take away.</summary>
    public double Right;

    public double Size;

    public readonly bool Is(Traits traits) => (Traits & traits) != 0;
}
