using System.Globalization;

namespace HallSuite.Web.Text;

/// <summary>Rows of a file as people name them: neighbours as one range, so that a thousand rows stay readable.</summary>
public static class RowRanges
{
    /// <summary>As <c>98, 269–274, 277</c>.</summary>
    /// <param name="rows">Rising.</param>
    public static string Of(IEnumerable<int> rows)
    {
        var ranges = new List<(int First, int Last)>();
        foreach (var row in rows)
        {
            if (ranges.Count > 0 && ranges[^1].Last == row - 1)
            {
                ranges[^1] = (ranges[^1].First, row);
            }
            else
            {
                ranges.Add((row, row));
            }
        }

        return string.Join(", ", ranges.Select(r => r.First == r.Last
            ? r.First.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{r.First}–{r.Last}")));
    }
}
