namespace HallSuite.Infrastructure.Platform.Pdf.Layout.Typesetting;

/// <summary>
/// Breaks clusters into lines, first fit. A closing mark that does not fit is pushed in by squeezing the marks of its line when that costs less than
/// pushing the character before it out. Looks at each cluster a bounded number of times: linear in the text.
/// </summary>
/// <param name="firstIndent">Blank before the first line of each paragraph, in points.</param>
/// <param name="goesOn">The first line is not the first of its paragraph.</param>
internal readonly ref struct LineBreaker(ReadOnlySpan<Cluster> clusters, double measure, double firstIndent, bool goesOn = false)
{
    /// <summary>Lengths nearer than this are the same.</summary>
    public const double Hair = 0.001;

    private readonly ReadOnlySpan<Cluster> clusters = clusters;

    /// <summary>How much a mark inside a line may give of its blank, and a space between words of itself.</summary>
    /// <param name="bare">The cluster begins its line, where the blank at its left is gone already.</param>
    public static double Give(in Cluster c, bool bare) => (((bare ? 0 : c.Left) + c.Right) * 0.5) + (c.Is(Traits.Space) ? c.Width / 3 : 0);

    /// <summary>All lines; at least one, also for no text. Wider than the measure only where one character alone is.</summary>
    public List<Line> Break()
    {
        var lines = new List<Line>();
        var opens = !goesOn;
        for (var from = 0; from < clusters.Length;)
        {
            var line = Next(from, opens);
            lines.Add(line);
            opens = line.Closes;
            from = line.Next;
        }

        // Text that ends with a new-line ends with an empty line, as it does on screen.
        if (lines.Count == 0 || clusters[^1].Is(Traits.NewLine))
        {
            lines.Add(new Line(clusters.Length, clusters.Length, clusters.Length, 0, 0, true, true));
        }

        return lines;
    }

    private Line Next(int from, bool opens)
    {
        var indent = opens ? firstIndent : 0;
        var space = measure - indent;
        var width = opens ? 0 : -clusters[from].Left;
        var shown = 0.0;
        var give = 0.0;
        var fits = -1;
        var fitsWidth = 0.0;
        var fitsAnyhow = from;
        var fitsWell = -1;
        var end = from;
        for (var i = from; i < clusters.Length; i++)
        {
            ref readonly var c = ref clusters[i];
            if (c.Is(Traits.NewLine))
            {
                if (Within(shown, space) || shown - EndGive(from, end) - give <= space + Hair)
                {
                    return new Line(from, end, i + 1, indent, shown, opens, true);
                }

                break;
            }

            width += c.Width;
            if (!c.Is(Traits.Space | Traits.ZeroBreak))
            {
                give += end > from ? Give(clusters[end - 1], bare: end - 1 == from && !opens) : 0;
                (shown, end) = (width, i + 1);
            }

            if (Within(shown, space))
            {
                fitsAnyhow = i + 1;
                if (!c.Is(Traits.NoEnd | Traits.Glue) && (i + 1 == clusters.Length || !clusters[i + 1].Is(Traits.NoStart | Traits.Glue | Traits.Space)))
                {
                    fitsWell = i + 1;
                }

                if (c.After != BreakAfter.Never)
                {
                    (fits, fitsWidth) = (i + 1, shown);
                }

                continue;
            }

            if (shown - EndGive(from, end) - give > space + Hair)
            {
                break;
            }

            if (c.After != BreakAfter.Never)
            {
                if (fits < 0 || shown - space <= space - fitsWidth)
                {
                    return Of(from, i + 1, indent, opens);
                }

                break;
            }
        }

        return Of(from, fits > 0 ? fits : fitsWell > from ? fitsWell : Math.Max(fitsAnyhow, from + 1), indent, opens);
    }

    private Line Of(int from, int next, double indent, bool opens)
    {
        var to = next;
        while (to > from && clusters[to - 1].Is(Traits.Space | Traits.ZeroBreak))
        {
            to--;
        }

        var width = opens || to == from ? 0 : -clusters[from].Left;
        for (var i = from; i < to; i++)
        {
            width += clusters[i].Width;
        }

        // The new-line after the last cluster belongs to this line: it makes no line of its own.
        var closes = next == clusters.Length;
        if (!closes && clusters[next].Is(Traits.NewLine))
        {
            (next, closes) = (next + 1, true);
        }

        return new Line(from, to, next, indent, width, opens, closes);
    }

    // The blank half of the last mark may hang over the end of the line.
    private double EndGive(int from, int end) => end > from ? clusters[end - 1].Right : 0;

    private static bool Within(double width, double space) => width <= space + Hair;
}
