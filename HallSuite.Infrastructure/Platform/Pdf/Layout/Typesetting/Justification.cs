namespace HallSuite.Infrastructure.Platform.Pdf.Layout.Typesetting;

/// <summary>
/// Places the clusters of one line: squeezes a line that is too full, and spreads one that is to reach both edges. A line is spread between Chinese characters
/// and at the spaces of other writing, never inside a word, and by no more than a reader overlooks; a line that would need more stays ragged.
/// </summary>
internal static class Justification
{
    /// <summary>The widest gap between two Chinese characters, in em; wider, and readers, and programs that search the text, take it for a space.</summary>
    public const double WidestGap = 0.14;

    /// <summary>The most that a space between words grows, in em.</summary>
    public const double WidestSpace = 0.5;

    /// <summary>Where each cluster's glyphs begin, from the beginning of the line (its indent not counted); one more for where the line ends.</summary>
    public static double[] Place(ReadOnlySpan<Cluster> clusters, in Line line, double measure, bool spread)
    {
        var count = line.To - line.From;
        var places = new double[count + 1];
        if (count == 0)
        {
            return places;
        }

        var shown = clusters.Slice(line.From, count);
        var gap = measure - line.Indent - line.Width;
        var squeeze = gap < -LineBreaker.Hair ? SqueezeOf(shown, line.Opens, -gap) : 0;
        var stretch = spread && !line.Closes && gap > LineBreaker.Hair ? StretchOf(shown, gap) : 0;
        var pen = 0.0;
        for (var i = 0; i < count; i++)
        {
            ref readonly var c = ref shown[i];
            var bare = i == 0 && !line.Opens;
            var pull = c.Pull + (bare ? c.Left : squeeze * c.Left * 0.5);
            places[i] = pen - pull;
            pen += c.Width - (bare ? c.Left : 0);
            if (i + 1 < count)
            {
                pen += (stretch * Weight(shown[i], shown[i + 1])) - (squeeze * LineBreaker.Give(c, bare));
            }
        }

        places[count] = pen;
        return places;
    }

    // The share of what the marks inside the line can give. What the last mark gives hangs over the end as blank and moves nothing.
    private static double SqueezeOf(ReadOnlySpan<Cluster> shown, bool opens, double over)
    {
        over -= shown[^1].Right;
        var give = 0.0;
        for (var i = 0; i + 1 < shown.Length; i++)
        {
            give += LineBreaker.Give(shown[i], bare: i == 0 && !opens);
        }

        return over <= 0 || give <= 0 ? 0 : Math.Min(1, over / give);
    }

    private static double StretchOf(ReadOnlySpan<Cluster> shown, double gap)
    {
        var weight = 0.0;
        for (var i = 0; i + 1 < shown.Length; i++)
        {
            weight += Weight(shown[i], shown[i + 1]);
        }

        return weight <= 0 ? 0 : Math.Min(1, gap / weight);
    }

    // In points at full stretch.
    private static double Weight(in Cluster a, in Cluster b)
    {
        if (a.Is(Traits.Space))
        {
            return WidestSpace * a.Size;
        }

        var tied = b.Is(Traits.Space) || a.Is(Traits.Glue | Traits.Invisible) || b.Is(Traits.Glue | Traits.Invisible) || (a.Is(Traits.Wordy) && b.Is(Traits.Wordy))
            || (a.Is(Traits.Paired) && b.Is(Traits.Paired));
        return tied ? 0 : WidestGap * Math.Min(a.Size, b.Size);
    }
}
