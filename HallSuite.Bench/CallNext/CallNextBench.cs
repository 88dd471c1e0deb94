using HallSuite.Domain.Hall;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Queueing;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Bench.CallNext;

/// <summary>Call next through the operation against the same statements over bare ADO.NET, in turns on the same data.</summary>
internal static class CallNextBench
{
    private const int Rounds = 5;

    public static async Task RunAsync(DatabaseProvider provider)
    {
        await using var hall = await BenchHall.CreateAsync(provider, waiting: 4000);
        var windows = await ReadAsync(hall, db => db.Set<ServiceWindow>().OrderBy(w => w.Number).Select(w => w.Id).ToListAsync());
        var call = hall.Get<CallNextTicket>();
        await using var raw = await RawCallNext.CreateAsync(provider, hall, [.. windows.Select(w => w.Value)]);

        foreach (var callers in new[] { 1, 8, 32 })
        {
            var (operations, bare) = (new List<Measured>(), new List<Measured>());
            for (var round = -1; round < Rounds; round++)
            {
                await ResetAsync(hall);
                var operation = await Measure.RunAsync(callers, BenchHall.Windows, async i =>
                {
                    var called = await call.ExecuteAsync(new(hall.Hall.Id, i + 1), hall.Caller, CancellationToken.None);
                    if (!called.IsOk)
                    {
                        throw new InvalidOperationException($"Window {i + 1}: {called.Error}");
                    }
                });
                await CheckAsync(hall);
                await ResetAsync(hall);
                var limit = await Measure.RunAsync(callers, BenchHall.Windows, raw.CallAsync);
                if (round >= 0)
                {
                    operations.Add(operation);
                    bare.Add(limit);
                }
            }

            var ratio = Measure.Median(operations.Zip(bare, (o, b) => o.PerSecond / b.PerSecond));
            Console.WriteLine(FormattableString.Invariant($"{provider,-9} {callers,2} callers   operation {operations[Rounds / 2]}"));
            Console.WriteLine(FormattableString.Invariant($"{"",-9} {"",10}   bare      {bare[Rounds / 2]}   ratio {ratio:F2} (budget 0.40)"));
        }
    }

    /// <summary>Everyone waits again; outside the measured time.</summary>
    private static async Task ResetAsync(BenchHall hall) => await ReadAsync(hall, db => db.Database.ExecuteSqlRawAsync(
        """UPDATE "Tickets" SET "State" = 'Waiting', "Window" = NULL, "WindowNumber" = NULL, "CalledAt" = NULL, "FirstCalledAt" = NULL WHERE "State" = 'Called'"""));

    /// <summary>Each window has one ticket, each ticket one window: no double call, none lost.</summary>
    private static async Task CheckAsync(BenchHall hall)
    {
        var called = await ReadAsync(hall, db => db.Database.SqlQueryRaw<int>(
            """SELECT COUNT(DISTINCT "Window") * 10000 + COUNT(*) AS "Value" FROM "Tickets" WHERE "State" = 'Called'""").ToListAsync());
        if (called[0] != (BenchHall.Windows * 10000) + BenchHall.Windows)
        {
            throw new InvalidOperationException($"Double or lost calls: {called[0]}");
        }
    }

    private static async Task<T> ReadAsync<T>(BenchHall hall, Func<HallDbContext, Task<T>> read)
    {
        await using var db = await hall.Get<IDbContextFactory<HallDbContext>>().CreateDbContextAsync();
        return await read(db);
    }
}
