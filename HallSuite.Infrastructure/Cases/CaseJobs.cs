using HallSuite.Domain.Cases;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Calendar;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Platform.Jobs;
using HallSuite.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Cases;

/// <summary>Ends the cases whose supplement did not come (DOMAIN §3, rule 2).</summary>
internal sealed class LapseSupplementsJob(DueCases due, LapseSupplements lapse) : IHallJob
{
    public string Name => "lapse-supplements";

    public TimeSpan Period => TimeSpan.FromMinutes(1);

    public async Task RunAsync(CancellationToken cancel)
    {
        foreach (var hall in await due.HallsWithOverAsync(ClockKind.Supplement, cancel))
        {
            await JobSteps.RepeatAsync(() => lapse.ExecuteAsync(new(hall), Actor.System(Name), cancel), LapseSupplements.Batch);
        }
    }
}

/// <summary>
/// Counts running limits anew after an import of the calendar (DOMAIN §2) and after a change of the hall's policy (§6). By what a hall was counted stands in
/// the database, so that a change of which no node heard is made up for.
/// </summary>
internal sealed class RecalculateLimitsJob(IDbContextFactory<HallDbContext> contexts, RecalculateLimits recalculate) : IHallJob
{
    public string Name => "recalculate-limits";

    public TimeSpan Period => TimeSpan.FromSeconds(20);

    public async Task RunAsync(CancellationToken cancel)
    {
        foreach (var (hall, importedAt, owedSince) in await DueAsync(cancel))
        {
            string? after = "";
            while (after is not null)
            {
                after = JobSteps.ThrowIfRefused(await recalculate.ExecuteAsync(new(hall, after, importedAt, owedSince), Actor.System(Name), cancel)).Last;
            }
        }
    }

    private async Task<List<(HallId Hall, DateTimeOffset? ImportedAt, long? OwedSince)>> DueAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var last = await db.Set<PublishedYear>().MaxAsync(y => (DateTimeOffset?)y.ImportedAt, cancel);
        var counts = await (
            from hall in db.Set<ServiceHall>()
            join counted in db.Set<CountedCalendar>() on hall.Id equals counted.Hall into counting
            from counted in counting.DefaultIfEmpty()
            select new { Hall = hall.Id, ImportedAt = (DateTimeOffset?)counted!.ImportedAt, OwedSince = (long?)counted.OwedSince }).ToListAsync(cancel);
        return [.. counts.Where(c => c.OwedSince is not null || (last is not null && (c.ImportedAt is null || c.ImportedAt < last))).Select(c => (c.Hall, last, c.OwedSince))];
    }
}

/// <summary>Recounts what each local day did to cases, once when it is over (DESIGN §4).</summary>
internal sealed class RecountDailyCasesJob(RecountDays days, RecountDailyCases recount) : IHallJob
{
    public string Name => "recount-daily-cases";

    public TimeSpan Period => TimeSpan.FromMinutes(5);

    public async Task RunAsync(CancellationToken cancel)
    {
        foreach (var (hall, day) in await days.DueAsync(RecountDailyCases.DoneName, RecountDays.LastDate, cancel))
        {
            JobSteps.ThrowIfRefused(await recount.ExecuteAsync(new(hall, day), Actor.System(Name), cancel));
        }
    }
}
