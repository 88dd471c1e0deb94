using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Audit;

/// <summary>What is wrong with one place of the audit log.</summary>
public enum AuditFaultKind
{
    /// <summary>A sealed row holds something else than when it was sealed.</summary>
    Changed,

    /// <summary>Rows are missing.</summary>
    Removed,

    /// <summary>A row stands where none was written.</summary>
    Inserted,

    /// <summary>The chain itself is broken: a link is missing.</summary>
    SealRemoved,
}

/// <summary>One fault and its place: numbers of a stream, from–to; for a removed seal the stream is empty and the numbers are those of the chain.</summary>
public sealed record AuditFault(AuditFaultKind Kind, string Stream, long From, long To);

/// <summary>The outcome of a verification.</summary>
/// <param name="Head">The number of the last seal, and its hash: compare them with the ones that were logged or noted elsewhere.</param>
/// <param name="Unsealed">Rows too young to be sealed.</param>
/// <param name="Faults">The first hundred.</param>
public sealed record AuditReport(long Rows, long Unsealed, long Head, string HeadHash, long FaultCount, IReadOnlyList<AuditFault> Faults)
{
    public bool IsSound => FaultCount == 0;
}

/// <summary>
/// Reads the whole audit log and its chain, and finds rows that were changed, removed or inserted – also before they were sealed, by the
/// gaps in the numbers of their stream, and at the end, by the stream's counter. It runs beside the server.
/// <para>Not found from the database alone: seals, rows and counters cut back together to an earlier state. For that the head of
/// the chain is logged with every sealing and stands in the report.</para>
/// </summary>
public sealed class VerifyAudit
{
    private readonly IDbContextFactory<HallDbContext> contexts;
    private readonly AuditChain chain;

    internal VerifyAudit(IDbContextFactory<HallDbContext> contexts, AuditChain chain) => (this.contexts, this.chain) = (contexts, chain);

    public async Task<AuditReport> RunAsync(CancellationToken cancel)
    {
        // What is committed from now on is left to the next time.
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var faults = new AuditFaults();
        var walk = await StreamWalk.StartAsync(contexts, faults, cancel);
        var (head, headHash) = await FollowChainAsync(db, faults, cancel);
        await walk.RunAsync(head, cancel);
        return new AuditReport(walk.Rows, walk.Unsealed, head, headHash, faults.Count, faults.First);
    }

    // Along the chain: every link is there, its row is there, and the hash is that of the row's content. Each link is checked against
    // the stored hash before it, so that one change is told once and not for every link after it.
    private async Task<(long Head, string Hash)> FollowChainAsync(HallDbContext db, AuditFaults faults, CancellationToken cancel)
    {
        var (number, hash) = (0L, AuditChain.Beginning);
        var links = db.Set<AuditSeal>().AsNoTracking().LeftJoin(db.Set<AuditRow>(), s => s.Row, r => r.Id, (s, r) => new { Seal = s, Row = r }).OrderBy(l => l.Seal.Number);
        await foreach (var link in links.AsAsyncEnumerable().WithCancellation(cancel))
        {
            var follows = link.Seal.Number == number + 1;
            if (!follows)
            {
                faults.Add(AuditFaultKind.SealRemoved, "", number + 1, link.Seal.Number - 1);
            }

            if (link.Row is null)
            {
                faults.Add(AuditFaultKind.Removed, link.Seal.Stream, link.Seal.Seq, link.Seal.Seq);
            }
            else if (follows && chain.Next(hash, link.Row) != link.Seal.Hash)
            {
                faults.Add(AuditFaultKind.Changed, link.Seal.Stream, link.Seal.Seq, link.Seal.Seq);
            }

            (number, hash) = (link.Seal.Number, link.Seal.Hash);
        }

        return (number, hash);
    }
}
