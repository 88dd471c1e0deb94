using System.Globalization;
using System.Text;

namespace HallSuite.Web.Shared.Controls;

/// <summary>Where a ridge is drawn: its left edge, its ground and the room for width and height, in the units of the picture.</summary>
public readonly record struct RidgeBox(double Left, double Ground, double Width, double Height);

/// <summary>
/// Numbers of equally spaced moments as smooth SVG paths. The curve passes through every number, never rises above the higher or falls below the lower
/// of two neighbours (Fritsch and Carlson, SIAM J. Numer. Anal. 17, 1980), so it never shows visits that nobody made. The same input gives the same text.
/// </summary>
public static class RidgeShape
{
    /// <summary>The closed area under the numbers, down to the ground; empty text when there are none.</summary>
    public static string Area(IReadOnlyList<double> values, double highest, int slots, RidgeBox box, double lift = 0)
    {
        if (values.Count == 0)
            return "";
        var points = Points(values, highest, slots, box, firstSlot: 0, lift);
        var path = new StringBuilder("M").Append(Pair(points[0].X, box.Ground)).Append('L').Append(Pair(points[0].X, points[0].Y));
        AppendCurve(path, points);
        return path.Append('L').Append(Pair(points[^1].X, box.Ground)).Append('Z').ToString();
    }

    /// <summary>The open line over the numbers, the first of them standing at <paramref name="firstSlot"/>; empty text for fewer than two.</summary>
    public static string Line(IReadOnlyList<double> values, double highest, int slots, RidgeBox box, int firstSlot = 0)
    {
        if (values.Count < 2)
            return "";
        var points = Points(values, highest, slots, box, firstSlot, lift: 0);
        var path = new StringBuilder("M").Append(Pair(points[0].X, points[0].Y));
        AppendCurve(path, points);
        return path.ToString();
    }

    /// <summary>The largest number of all series, at least one: a day without visits is flat ground and no division by zero.</summary>
    public static double Highest(IEnumerable<IReadOnlyList<double>> series) =>
        Math.Max(1, series.SelectMany(values => values).Select(Sane).DefaultIfEmpty(0).Max());

    /// <summary>Five gentle ridges for scenery, from near to far: two peaks, morning and afternoon, as a hall's day has them.</summary>
    public static IReadOnlyList<IReadOnlyList<double>> Scenery { get; } = [.. Enumerable.Range(0, 5).Select(SceneryRidge)];

    /// <summary>The corners of a ridge: one point per number, on or above the ground.</summary>
    public static IReadOnlyList<(double X, double Y)> Points(
        IReadOnlyList<double> values, double highest, int slots, RidgeBox box, int firstSlot, double lift)
    {
        if (values.Count == 1 && slots <= 1)
        {
            var level = Level(values[0], highest, box, lift);
            return [(box.Left, level), (box.Left + box.Width, level)];
        }
        var step = box.Width / Math.Max(1, slots - 1);
        return [.. values.Select((value, index) => (box.Left + (firstSlot + index) * step, Level(value, highest, box, lift)))];
    }

    private static double Level(double value, double highest, RidgeBox box, double lift) =>
        box.Ground - lift - Math.Min(1, Sane(value) / Math.Max(highest, double.Epsilon)) * box.Height;

    private static double Sane(double value) => double.IsFinite(value) && value > 0 ? value : 0;

    private static void AppendCurve(StringBuilder path, IReadOnlyList<(double X, double Y)> points)
    {
        var slopes = Tangents(points);
        for (var i = 0; i + 1 < points.Count; i++)
        {
            var third = (points[i + 1].X - points[i].X) / 3;
            path.Append('C').Append(Pair(points[i].X + third, points[i].Y + slopes[i] * third))
                .Append(' ').Append(Pair(points[i + 1].X - third, points[i + 1].Y - slopes[i + 1] * third))
                .Append(' ').Append(Pair(points[i + 1].X, points[i + 1].Y));
        }
    }

    private static double[] Tangents(IReadOnlyList<(double X, double Y)> points)
    {
        var last = points.Count - 1;
        var tangents = new double[points.Count];
        if (last < 1)
            return tangents;
        var secants = new double[last];
        for (var i = 0; i < last; i++)
            secants[i] = (points[i + 1].Y - points[i].Y) / (points[i + 1].X - points[i].X);
        tangents[0] = secants[0];
        tangents[last] = secants[last - 1];
        for (var i = 1; i < last; i++)
            tangents[i] = secants[i - 1] * secants[i] <= 0 ? 0 : (secants[i - 1] + secants[i]) / 2;
        for (var i = 0; i < last; i++)
        {
            if (secants[i] == 0)
            {
                tangents[i] = tangents[i + 1] = 0;
                continue;
            }
            var (a, b) = (tangents[i] / secants[i], tangents[i + 1] / secants[i]);
            if (a * a + b * b <= 9)
                continue;
            var scale = 3 / Math.Sqrt(a * a + b * b);
            tangents[i] = scale * a * secants[i];
            tangents[i + 1] = scale * b * secants[i];
        }
        return tangents;
    }

    private static double[] SceneryRidge(int distance)
    {
        const int count = 73;
        var ridge = new double[count];
        for (var i = 0; i < count; i++)
        {
            var t = i / (count - 1.0);
            var morning = Math.Exp(-Math.Pow((t - .19 - .035 * Math.Sin(distance * 2.1)) / (.12 + .02 * distance), 2));
            var afternoon = .82 * Math.Exp(-Math.Pow((t - .73 + .05 * Math.Sin(distance * 1.7)) / (.13 + .02 * distance), 2));
            var grain = .028 * Math.Sin(41 * t + 3 * distance) + .022 * Math.Sin(67 * t + 5 * distance) + .012 * Math.Sin(109 * t + distance);
            var land = .10 + .04 * Math.Sin(5 * t + distance);
            ridge[i] = Math.Max(0, 100 * (land + (.74 - .07 * distance) * Math.Max(morning, afternoon) + grain * (.35 + morning + afternoon)));
        }
        return ridge;
    }

    private static string Pair(double x, double y) => string.Create(CultureInfo.InvariantCulture, $"{x:0.#} {y:0.#}");
}
