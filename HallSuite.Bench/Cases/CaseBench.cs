using System.Diagnostics;
using System.Globalization;
using HallSuite.Domain.Cases;
using HallSuite.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Bench.Cases;

/// <summary>
/// Cases with a history of a million of them (<c>HALL_BENCH_CASES</c> says another number), of which 20,000 are open, in turns with a hall that has no history but
/// as many that are open. <c>HALL_BENCH_KEPT</c> names a folder in which the two halls stay for the next run, <c>HALL_BENCH_STATEMENTS=1</c> tells what each
/// statement of a page takes, and leaves out the lives.
/// </summary>
internal static class CaseBench
{
    private const int Open = 20_000;
    private const int SmallHall = 2 * Open;
    private const int Lives = 20;
    private const int Rounds = 5;
    private const int Reads = 40;

    private static bool TellsStatements => Environment.GetEnvironmentVariable("HALL_BENCH_STATEMENTS") == "1";

    public static async Task RunAsync(DatabaseProvider provider)
    {
        var cases = int.Parse(Environment.GetEnvironmentVariable("HALL_BENCH_CASES") ?? "1000000", CultureInfo.InvariantCulture);
        await using var large = await CaseHall.CreateAsync(provider, Kept(provider, "large"));
        await SeedAsync(large, cases);
        if (!TellsStatements)
        {
            await using var empty = await CaseHall.CreateAsync(provider);
            empty.GoTo(11, 23);
            await MeasureLivesAsync(empty, large, provider);
        }

        await using var small = await CaseHall.CreateAsync(provider, Kept(provider, "small"));
        await SeedAsync(small, SmallHall);
        await MeasureReadsAsync(small, large, provider);
        await MeasureSweepAsync(small, provider, SmallHall);
        await MeasureSweepAsync(large, provider, cases);
    }

    private static string? Kept(DatabaseProvider provider, string which) =>
        Environment.GetEnvironmentVariable("HALL_BENCH_KEPT") is { Length: > 0 } folder ? Path.Combine(folder, $"{provider}-{which}") : null;

    /// <summary>Fills a hall that has no history yet.</summary>
    private static async Task SeedAsync(CaseHall hall, int cases)
    {
        if (!await hall.ReadAsync(db => db.Set<Case>().AnyAsync(c => c.Number.StartsWith("SEED"))))
        {
            var templates = await CaseTemplates.MakeAsync(hall);
            await new CaseSeed(hall, templates).GrowAsync(cases, Open);
        }

        hall.GoTo(11, 23);
    }

    /// <summary>Whole lives of cases, one clerk after the other, in both halls in turns; then the same with the signatures, which follow by themselves.</summary>
    private static async Task MeasureLivesAsync(CaseHall empty, CaseHall large, DatabaseProvider provider)
    {
        var (without, with) = (new List<(Measured Acts, double Signed)>(), new List<(Measured Acts, double Signed)>());
        for (var round = -1; round < Rounds; round++)
        {
            var (first, second) = (await LivesAsync(empty), await LivesAsync(large));
            if (round >= 0)
            {
                without.Add(first);
                with.Add(second);
            }
        }

        var ratio = Measure.Median(without.Zip(with, (e, l) => l.Acts.PerSecond / e.Acts.PerSecond));
        var signed = Measure.Median(without.Zip(with, (e, l) => e.Signed / l.Signed));
        Console.WriteLine(FormattableString.Invariant($"{provider,-9} whole life of a case (13 acts, 5 papers)   empty    {without[Rounds / 2].Acts}"));
        Console.WriteLine(FormattableString.Invariant($"{"",-9} {"",41}   history  {with[Rounds / 2].Acts}   ratio {ratio:F2} (budget 0.90)"));
        Console.WriteLine(FormattableString.Invariant($"{"",-9} {"signing of its papers, a paper",-41}   empty {without[Rounds / 2].Signed,6:F1} ms   history {with[Rounds / 2].Signed,6:F1} ms   ratio {signed:F2}"));
    }

    private static async Task<(Measured Acts, double Signed)> LivesAsync(CaseHall hall)
    {
        var acts = await Measure.RunAsync(1, Lives, _ => hall.WholeLifeAsync(hall.Plain));
        var watch = Stopwatch.StartNew();
        var papers = await hall.SignAllAsync();
        return (acts, watch.Elapsed.TotalMilliseconds / papers);
    }

    /// <summary>
    /// Each page in both halls in turns. On a machine that others use too, the quickest of many and the time of a core that this process took say what it costs;
    /// PostgreSQL's own part of it is not in the latter.
    /// </summary>
    private static async Task MeasureReadsAsync(CaseHall small, CaseHall large, DatabaseProvider provider)
    {
        foreach (var (few, many) in (await CaseReads.OfAsync(small)).Zip(await CaseReads.OfAsync(large)))
        {
            await Measure.RunAsync(1, 3, few.Do);
            await Measure.RunAsync(1, 3, many.Do);
            var (without, with, core) = (new List<double>(), new List<double>(), 0.0);
            for (var i = 0; i < Reads; i++)
            {
                without.Add(await TimeAsync(few, i));
                var before = Environment.CpuUsage.TotalTime;
                with.Add(await TimeAsync(many, i));
                core += (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / Reads;
            }

            if (TellsStatements)
            {
                using var statements = await StatementTimes.ListenAsync();
                await Measure.RunAsync(1, Reads, many.Do);
                statements.Tell(Reads);
            }

            double[] sorted = [.. with.Order()];
            var (best, p50, ratio) = (sorted[0], Measure.At(sorted, 0.5), sorted[0] / without.Min());
            var budget = many.Budget is { } most ? FormattableString.Invariant($"(budget {most:F0} ms)") : "";
            Console.WriteLine(FormattableString.Invariant(
                $"{provider,-9} {many.Name,-44} best {best,7:F2} ms   p50 {p50,7:F2}   core {core,6:F2}   to no history {ratio,5:F2} {budget}"));
        }
    }

    private static async Task<double> TimeAsync(CaseRead read, int number)
    {
        var watch = Stopwatch.GetTimestamp();
        await read.Do(number);
        return Stopwatch.GetElapsedTime(watch).TotalMilliseconds;
    }

    /// <summary>The first sweep of the next working day, on which many lights are due at once; and the one after it.</summary>
    private static async Task MeasureSweepAsync(CaseHall hall, DatabaseProvider provider, int cases)
    {
        hall.GoTo(11, 24);
        var due = await hall.ReadAsync(db => db.Set<Case>().SelectMany(c => c.Clocks).CountAsync(k => k.NextLightAt != null && k.NextLightAt <= hall.Time.Now));
        var watch = Stopwatch.StartNew();
        await hall.RunAsync("turn-lights");
        var first = watch.Elapsed.TotalMilliseconds;
        watch.Restart();
        await hall.RunAsync("turn-lights");
        Console.WriteLine(FormattableString.Invariant(
            $"{provider,-9} {cases,9:N0} cases: first sweep of a day, {due:N0} lights due   {first:F0} ms = {first / Math.Max(1, due / 100.0):F1} ms for a hundred; the next one {watch.Elapsed.TotalMilliseconds:F1} ms"));
    }
}
