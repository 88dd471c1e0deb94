namespace HallSuite.Web.Screens;

/// <summary>Cuts a running text into pages that fit the foot of a wall, so that nothing runs and nothing is lost.</summary>
internal static class Announcements
{
    private const string Ends = "。！？；.!?;";
    private const string Pauses = "，、：, :";

    /// <param name="width">Of a page, in characters of full width; a Latin letter is half of one.</param>
    public static IReadOnlyList<string> Pages(string text, int width)
    {
        List<string> pages = [];
        for (var rest = text.Trim(); rest.Length > 0;)
        {
            var fits = Fitting(rest, width);
            var length = fits == rest.Length ? fits : Cut(rest, fits);
            pages.Add(rest[..length].Trim());
            rest = rest[length..].Trim();
        }

        return pages;
    }

    private static int Fitting(string text, int width)
    {
        var (at, used) = (0, 0.0);
        while (at < text.Length)
        {
            used += text[at] < 0x2E80 ? .5 : 1;
            if (used > width)
            {
                break;
            }

            at++;
        }

        // Never between the halves of a rare character.
        return at > 1 && at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : Math.Max(1, at);
    }

    /// <summary>After the last sentence that fits, else after the last pause, else where the page ends; a page is at least half full.</summary>
    private static int Cut(string text, int fits)
    {
        foreach (var marks in new[] { Ends, Pauses })
        {
            if (text.LastIndexOfAny(marks.ToCharArray(), fits - 1) is var at && at >= fits / 2)
            {
                return at + 1;
            }
        }

        return fits;
    }
}
