using System.Globalization;
using HallSuite.Infrastructure.Statistics;

namespace HallSuite.Web.Screens;

/// <summary>The day as the landscape draws it: which hours, today's ridge as far as it has come, the weeks before, and what is still to be expected.</summary>
/// <param name="Ridges">Today first, then one to four weeks ago; numbers per ten minutes, made smooth, over the hours shown.</param>
/// <param name="Forecast">Follows today's ridge to the end of the hours; empty without weeks to learn from.</param>
/// <param name="Now">How much of the hours shown has passed; null outside them.</param>
/// <param name="ForecastMiddle">Where the word for the forecast stands.</param>
internal sealed record DayShape(
    IReadOnlyList<IReadOnlyList<double>> Ridges, IReadOnlyList<double> Forecast, double? Now, IReadOnlyList<(double Fraction, string Text)> Ticks, double ForecastMiddle)
{
    private const int PerHour = 6;
    private const int UsualFrom = 8;
    private const int UsualTo = 18;

    // Today can be busier or quieter than the weeks before, but a morning's first visitors do not foretell a thousand.
    private const double LeastPace = .25;
    private const double MostPace = 3;

    public static DayShape Of(IReadOnlyList<Ridge> ridges, DateTime local)
    {
        var (from, to) = HoursOf(ridges);
        var slots = (to - from) * PerHour + 1;
        var passed = (local.Hour * 60 + local.Minute - from * 60) / 10.0;
        var done = Math.Clamp((int)Math.Floor(passed), 0, slots - 1);
        var before = ridges.Skip(1).Select(r => Smooth(r.Taken, from, slots)).ToList();
        var today = passed <= 0 ? [] : Smooth([.. ridges[0].Taken.Take(from * PerHour + done)], from, done + 1);
        var forecast = today.Length == 0 ? [] : ForecastOf(today, [.. before.Where(r => r.Sum() > 0)], slots);
        double? now = passed >= 0 && passed <= slots - 1 ? passed / (slots - 1) : null;
        return new DayShape(
            [today, .. before], forecast, now, [.. TicksOf(from, to, now)], (done + (slots - done) / 2.0) / (slots - 1));
    }

    /// <summary>Whole hours that hold every visit of these days, and at least the usual ones.</summary>
    private static (int From, int To) HoursOf(IReadOnlyList<Ridge> ridges)
    {
        var visited = ridges.SelectMany(r => r.Taken.Select((count, slot) => (count, slot))).Where(x => x.count > 0).Select(x => x.slot).ToList();
        return visited.Count == 0
            ? (UsualFrom, UsualTo)
            : (Math.Min(UsualFrom, visited.Min() / PerHour), Math.Max(UsualTo, visited.Max() / PerHour + 1));
    }

    /// <summary>Each moment as a weighted mean of the hour around it: ten minutes hold too few people for a line.</summary>
    private static double[] Smooth(IReadOnlyList<int> taken, int from, int count)
    {
        ReadOnlySpan<double> weights = [1, 2, 3, 3, 2, 1];
        var values = new double[count];
        for (var i = 0; i < count; i++)
        {
            double sum = 0, weight = 0;
            for (var w = 0; w < weights.Length; w++)
            {
                var slot = from * PerHour + i + w - weights.Length / 2;
                if (slot >= 0 && slot < taken.Count)
                {
                    (sum, weight) = (sum + weights[w] * taken[slot], weight + weights[w]);
                }
            }

            values[i] = weight > 0 ? sum / weight : 0;
        }

        return values;
    }

    /// <summary>The mean of the weeks before, at today's pace, joined to where today stands.</summary>
    private static double[] ForecastOf(double[] today, List<double[]> before, int slots)
    {
        if (before.Count == 0)
        {
            return [];
        }

        double Mean(int slot) => before.Average(r => r[slot]);
        var usual = Enumerable.Range(0, today.Length).Sum(Mean);
        var pace = usual > 0 ? Math.Clamp(today.Sum() / usual, LeastPace, MostPace) : 1;
        return [.. Enumerable.Range(today.Length, slots - today.Length).Select(slot => pace * Mean(slot))];
    }

    private static IEnumerable<(double, string)> TicksOf(int from, int to, double? now)
    {
        // Every hour, or every second or third of a long day; none under the word for now.
        var step = (to - from) switch { <= 12 => 1, <= 18 => 2, _ => 3 };
        for (var hour = from + 1; hour < to; hour++)
        {
            var at = (hour - from) / (double)(to - from);
            if ((hour - from) % step == 0 && (now is null || Math.Abs(at - now.Value) > .045))
            {
                yield return (at, string.Create(CultureInfo.InvariantCulture, $"{hour}:00"));
            }
        }
    }
}
