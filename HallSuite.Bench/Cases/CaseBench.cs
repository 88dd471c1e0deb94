using System.Globalization;
using HallSuite.Domain.Cases;
using HallSuite.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Bench.Cases;

/// <summary>
/// Cases with a history of a million of them (<c>HALL_BENCH_CASES</c> says another number), of which 20,000 are open. <c>HALL_BENCH_KEPT</c> names a folder in
/// which the large halls stay for the next run.
/// </summary>
internal static class CaseBench
{
    private const int Open = 20_000;

    public static async Task RunAsync(DatabaseProvider provider)
    {
        var cases = int.Parse(Environment.GetEnvironmentVariable("HALL_BENCH_CASES") ?? "1000000", CultureInfo.InvariantCulture);
        await using var large = await CaseHall.CreateAsync(provider, Kept(provider));
        await SeedAsync(large, cases);
    }

    private static string? Kept(DatabaseProvider provider) =>
        Environment.GetEnvironmentVariable("HALL_BENCH_KEPT") is { Length: > 0 } folder ? Path.Combine(folder, provider.ToString()) : null;

    /// <summary>Fills a hall that has no cases yet.</summary>
    private static async Task SeedAsync(CaseHall hall, int cases)
    {
        if (!await hall.ReadAsync(db => db.Set<Case>().AnyAsync(c => c.Number.StartsWith("SEED"))))
        {
            var templates = await CaseTemplates.MakeAsync(hall);
            await new CaseSeed(hall, templates).GrowAsync(cases, Open);
        }

        hall.GoTo(11, 23);
    }
}
