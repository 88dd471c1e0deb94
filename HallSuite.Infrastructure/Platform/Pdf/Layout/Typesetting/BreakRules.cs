namespace HallSuite.Infrastructure.Platform.Pdf.Layout.Typesetting;

/// <summary>Decides once per text where its lines may end, and takes away the double blanks between neighbouring marks.</summary>
internal static class BreakRules
{
    /// <summary>A run of letters, digits and half-width marks that is longer may end a line after its separators: addresses of pages, paths, file names.</summary>
    private const int LongWord = 20;

    /// <summary>In em: two dashes are one line, and fonts leave a little blank beside each.</summary>
    private const double DashOverlap = 0.08;

    /// <summary>Fills <see cref="Cluster.After"/> and compresses neighbouring marks. Linear.</summary>
    public static void Mark(Span<Cluster> clusters, ReadOnlySpan<char> text, IReadOnlyList<StyledText> spans)
    {
        var (pairOpen, held) = (false, false);
        var word = 0;
        for (var i = 0; i < clusters.Length; i++)
        {
            ref var a = ref clusters[i];
            if (a.Is(Traits.NewLine) || i + 1 == clusters.Length)
            {
                a.After = BreakAfter.Forced;
                pairOpen = false;
                continue;
            }

            ref var b = ref clusters[i + 1];
            if (i >= word)
            {
                word = MarkLongWord(clusters, i, text);
            }

            // Two of the same paired mark belong together, a third begins the next pair.
            pairOpen = !pairOpen && a.Is(Traits.Paired) && b.Is(Traits.Paired) && text[a.Text] == text[b.Text];
            var together = a.Span == b.Span && spans[a.Span].Together;
            if (a.After == BreakAfter.Allowed && !together)
            {
                continue;
            }

            if (pairOpen && (text[a.Text] is '—' or '―'))
            {
                a.Width -= DashOverlap * a.Size;
            }

            // A space behind an opening mark does not set it free.
            held = a.Is(Traits.NoEnd) || (held && a.Is(Traits.Space));
            a.After = MayPart(a, b) && !held && !pairOpen && !together ? BreakAfter.Allowed : BreakAfter.Never;
            Compress(ref a, ref b);
        }
    }

    private static bool MayPart(in Cluster a, in Cluster b)
    {
        if (a.Is(Traits.Glue) || b.Is(Traits.Glue | Traits.Space | Traits.NewLine | Traits.ZeroBreak) || b.Is(Traits.NoStart))
        {
            return false;
        }

        return a.Is(Traits.ZeroBreak | Traits.Space) || !(a.Is(Traits.NoEnd) || (a.Is(Traits.Wordy) && b.Is(Traits.Wordy)));
    }

    // Two marks side by side have a whole blank character between them; half of it is enough.
    private static void Compress(ref Cluster a, ref Cluster b)
    {
        if (a.Right > 0 && (b.Right > 0 || b.Left > 0))
        {
            a.Width -= a.Right;
            a.Right = 0;
        }
        else if (a.Left > 0 && b.Left > 0)
        {
            b.Width -= b.Left;
            b.Pull += b.Left;
            b.Left = 0;
        }
    }

    private static int MarkLongWord(Span<Cluster> clusters, int from, ReadOnlySpan<char> text)
    {
        var end = from;
        while (end < clusters.Length && clusters[end].Is(Traits.Wordy))
        {
            end++;
        }

        if (end - from > LongWord)
        {
            for (var i = from; i + 1 < end; i++)
            {
                if (IsSeparator(text[clusters[i].Text]) && !IsSeparator(text[clusters[i + 1].Text]))
                {
                    clusters[i].After = BreakAfter.Allowed;
                }
            }
        }

        return Math.Max(end, from + 1);
    }

    private static bool IsSeparator(char c) => c is '/' or '?' or '&' or '=' or '.' or '-' or '_' or '#' or '%' or '+' or ',' or ';' or ':' or '\\';
}
