using System.Diagnostics;

namespace HallSuite.Bench;

/// <summary>What one run of a workload showed: how many a second, and how long one took, in milliseconds.</summary>
internal sealed record Measured(double PerSecond, double P50, double P95, double P99)
{
    public override string ToString() => FormattableString.Invariant($"{PerSecond,9:N0}/s   p50 {P50,7:F2} ms   p95 {P95,7:F2}   p99 {P99,7:F2}");
}

/// <summary>Runs a workload with a number of callers at once and times each act.</summary>
internal static class Measure
{
    /// <param name="acts">How many acts in all; each is numbered, and each number is done once.</param>
    public static async Task<Measured> RunAsync(int callers, int acts, Func<int, Task> act)
    {
        var times = new double[acts];
        var next = -1;
        var whole = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            int number;
            while ((number = Interlocked.Increment(ref next)) < acts)
            {
                var one = Stopwatch.GetTimestamp();
                await act(number);
                times[number] = Stopwatch.GetElapsedTime(one).TotalMilliseconds;
            }
        })));
        var seconds = whole.Elapsed.TotalSeconds;
        Array.Sort(times);
        return new Measured(acts / seconds, At(times, 0.50), At(times, 0.95), At(times, 0.99));
    }

    public static double At(double[] sorted, double quantile) => sorted[(int)Math.Min(sorted.Length - 1, Math.Floor(sorted.Length * quantile))];

    /// <summary>The middle of several ratios: one noisy neighbour does not decide.</summary>
    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
