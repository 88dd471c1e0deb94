using HallSuite.Infrastructure.Platform.Jobs;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace HallSuite.Infrastructure.Audit;

/// <summary>
/// Chains the audit rows that are new, stream by stream. A stream's rows appear in the order of their numbers and all at once (the
/// counter's lock), so what lies between the last seal and the counter is complete. The log line with the head of the chain is
/// the anchor outside the database: whoever cuts off the end of log, seals and counters alike cannot take it back.
/// </summary>
internal sealed class SealAudit(IDbContextFactory<HallDbContext> contexts, AuditChain chain, ILogger<SealAudit> log) : IHallJob
{
    /// <summary>Numbers of a stream that are sealed in one transaction.</summary>
    private const int Batch = 200;

    public string Name => nameof(SealAudit);

    public TimeSpan Period => TimeSpan.FromSeconds(15);

    public async Task RunAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        foreach (var counter in await db.Set<StreamCounter>().AsNoTracking().OrderBy(c => c.Stream).ToListAsync(cancel))
        {
            var from = await db.Set<AuditSeal>().Where(s => s.Stream == counter.Stream).MaxAsync(s => (long?)s.Seq, cancel) ?? 0;
            for (; from < counter.Seq; from += Batch)
            {
                await SealAsync(counter.Stream, from, Math.Min(from + Batch, counter.Seq), cancel);
            }
        }
    }

    // Whole numbers only, so that a part that is slipped under a sealed number is never sealed. A twin on another node meets the same
    // link numbers and fails, and both go on later.
    private async Task SealAsync(string stream, long after, long upTo, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var rows = await db.Set<AuditRow>().AsNoTracking().Where(r => r.Stream == stream && r.Seq > after && r.Seq <= upTo)
            .OrderBy(r => r.Seq).ThenBy(r => r.Part).ToListAsync(cancel);
        var head = await db.Set<AuditSeal>().AsNoTracking().OrderByDescending(s => s.Number).FirstOrDefaultAsync(cancel);
        var (number, hash) = (head?.Number ?? 0, head?.Hash ?? AuditChain.Beginning);
        foreach (var row in rows)
        {
            (number, hash) = (number + 1, chain.Next(hash, row));
            db.Add(new AuditSeal { Number = number, Row = row.Id, Stream = row.Stream, Seq = row.Seq, Part = row.Part, Hash = hash });
        }

        await db.SaveChangesAsync(cancel);
        if (rows.Count > 0)
        {
            log.LogInformation("Audit sealed to number {Number}, hash {Hash}", number, hash);
        }
    }
}
