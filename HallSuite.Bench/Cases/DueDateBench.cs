using System.Diagnostics;
using HallSuite.Domain.Calendar;

namespace HallSuite.Bench.Cases;

/// <summary>
/// Last days a second: with every day on the way and its reason, without, and at the bare limit, which is a walk over an array that says of each day whether it
/// is worked. One core, no database.
/// </summary>
internal static class DueDateBench
{
    private const int Rounds = 5;
    private const int Acts = 300_000;

    private static readonly int[] Limits = [2, 5, 10, 20];
    private static readonly Pause[] OnePause = [new(new DateOnly(2026, 3, 4), new DateOnly(2026, 3, 20))];

    public static Task RunAsync()
    {
        var calendar = WorkCalendar.Shipped;
        var first = new DateOnly(2025, 1, 1);
        var worked = Enumerable.Range(0, 900).Select(day => calendar.Works(first.AddDays(day))).ToArray();
        DateOnly StartOf(int i) => first.AddDays(i % 660);
        Limit LimitOf(int i) => Limit.WorkingDays(Limits[i % Limits.Length]);

        // Both must answer the same, or one of them measures nothing.
        for (var i = 0; i < 2000; i++)
        {
            var (due, bare) = (calendar.Due(StartOf(i), LimitOf(i)).Day, first.AddDays(Bare(worked, i % 660, Limits[i % Limits.Length])));
            if (due != bare || due != calendar.DueDayOf(StartOf(i), LimitOf(i), []).Day)
            {
                throw new InvalidOperationException($"{StartOf(i)} and {LimitOf(i)}: {due} is not {bare}.");
            }
        }

        (string Name, Func<int, int> Do)[] ways =
        [
            ("bare walk over an array", i => Bare(worked, i % 660, Limits[i % Limits.Length])),
            ("last day", i => calendar.DueDayOf(StartOf(i), LimitOf(i), []).Day.DayNumber),
            ("last day, one pause", i => calendar.DueDayOf(StartOf(i), LimitOf(i), OnePause).Day.DayNumber),
            ("last day explained", i => calendar.Due(StartOf(i), LimitOf(i)).Steps.Count),
        ];
        var rates = ways.ToDictionary(w => w.Name, _ => new List<double>());
        for (var round = -1; round < Rounds; round++)
        {
            foreach (var (name, act) in ways)
            {
                var rate = RateOf(act);
                if (round >= 0)
                {
                    rates[name].Add(rate);
                }
            }
        }

        foreach (var (name, _) in ways)
        {
            var ratio = Measure.Median(rates[name].Zip(rates[ways[0].Name], (r, bare) => r / bare));
            Console.WriteLine(FormattableString.Invariant($"{name,-26} {Measure.Median(rates[name]),12:N0}/s   ratio {ratio:F3}"));
        }

        return Task.CompletedTask;
    }

    private static double RateOf(Func<int, int> act)
    {
        var (watch, sum) = (Stopwatch.StartNew(), 0L);
        for (var i = 0; i < Acts; i++)
        {
            sum += act(i);
        }

        return sum > 0 ? Acts / watch.Elapsed.TotalSeconds : 0;
    }

    private static int Bare(bool[] worked, int start, int days)
    {
        var day = start;
        while (days > 0)
        {
            if (worked[++day])
            {
                days--;
            }
        }

        return day;
    }
}
