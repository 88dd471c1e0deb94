using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Audit;

/// <summary>The faults of one verification: all counted, the first hundred kept.</summary>
internal sealed class AuditFaults
{
    private readonly List<AuditFault> first = [];

    public long Count { get; private set; }

    public IReadOnlyList<AuditFault> First => first;

    public void Add(AuditFaultKind kind, string stream, long from, long to)
    {
        Count++;
        if (first.Count < 100)
        {
            first.Add(new AuditFault(kind, stream, from, to));
        }
    }
}

/// <summary>
/// Walks the audit log along each stream: every number up to the counter is there with its parts 0, 1, 2 …, and up to the last
/// sealed number every row has a seal. What a seal tells to be missing is told by the chain, not here again.
/// </summary>
internal sealed class StreamWalk
{
    private readonly IDbContextFactory<HallDbContext> contexts;
    private readonly Dictionary<string, long> counters;
    private readonly AuditFaults faults;

    // Where the walk is.
    private string stream = "";
    private long seq;
    private int part;

    private StreamWalk(IDbContextFactory<HallDbContext> contexts, Dictionary<string, long> counters, AuditFaults faults) =>
        (this.contexts, this.counters, this.faults) = (contexts, counters, faults);

    public long Rows { get; private set; }

    public long Unsealed { get; private set; }

    /// <summary>Notes how far the streams are; what is committed later is left to the next verification.</summary>
    public static async Task<StreamWalk> StartAsync(IDbContextFactory<HallDbContext> contexts, AuditFaults faults, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return new StreamWalk(contexts, await db.Set<StreamCounter>().AsNoTracking().ToDictionaryAsync(c => c.Stream, c => c.Seq, cancel), faults);
    }

    /// <param name="head">The last link of the chain that was followed.</param>
    public async Task RunAsync(long head, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var sealedTo = await db.Set<AuditSeal>().Where(s => s.Number <= head).GroupBy(s => s.Stream)
            .Select(g => new { Stream = g.Key, Seq = g.Max(s => s.Seq) }).ToDictionaryAsync(g => g.Stream, g => g.Seq, cancel);
        var left = counters.Keys.ToHashSet();
        var rows = db.Set<AuditRow>().AsNoTracking().OrderBy(r => r.Stream).ThenBy(r => r.Seq).ThenBy(r => r.Part)
            .Select(r => new Step(r.Stream, r.Seq, r.Part, db.Set<AuditSeal>().Any(s => s.Row == r.Id)));
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (row.Stream != stream)
            {
                await EndAsync(cancel);
                (stream, seq, part) = (row.Stream, 0, -1);
                left.Remove(stream);
            }

            await StepAsync(row, sealedTo.GetValueOrDefault(stream), cancel);
        }

        await EndAsync(cancel);
        foreach (var silent in left)
        {
            (stream, seq, part) = (silent, 0, -1);
            await EndAsync(cancel);
        }
    }

    private async Task StepAsync(Step row, long sealedTo, CancellationToken cancel)
    {
        if (row.Seq > counters.GetValueOrDefault(stream))
        {
            if (!await IsYoungAsync(row, cancel))
            {
                faults.Add(AuditFaultKind.Inserted, stream, row.Seq, row.Seq);
            }

            return;
        }

        Rows++;
        Unsealed += row.IsSealed ? 0 : 1;
        if (row.Seq > seq + 1)
        {
            await MissingAsync(seq + 1, row.Seq - 1, cancel);
        }

        var expected = row.Seq == seq ? part + 1 : 0;
        if (row.Part > expected && !await WereSealedAsync(row, expected, cancel))
        {
            faults.Add(AuditFaultKind.Removed, stream, row.Seq, row.Seq);
        }

        if (!row.IsSealed && row.Seq <= sealedTo)
        {
            faults.Add(AuditFaultKind.Inserted, stream, row.Seq, row.Seq);
        }

        (seq, part) = (row.Seq, row.Part);
    }

    // The stream's last numbers: its counter knows how many there were.
    private Task EndAsync(CancellationToken cancel) =>
        counters.GetValueOrDefault(stream) is var last && seq < last ? MissingAsync(seq + 1, last, cancel) : Task.CompletedTask;

    private async Task MissingAsync(long from, long to, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var known = await db.Set<AuditSeal>().Where(s => s.Stream == stream && s.Seq >= from && s.Seq <= to).Select(s => s.Seq).Distinct().LongCountAsync(cancel);
        if (known < to - from + 1)
        {
            faults.Add(AuditFaultKind.Removed, stream, from, to);
        }
    }

    private async Task<bool> WereSealedAsync(Step row, int expected, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<AuditSeal>().CountAsync(s => s.Stream == stream && s.Seq == row.Seq && s.Part >= expected && s.Part < row.Part, cancel) == row.Part - expected;
    }

    // Committed after the walk began: then the counter has moved since.
    private async Task<bool> IsYoungAsync(Step row, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<StreamCounter>().AnyAsync(c => c.Stream == stream && c.Seq >= row.Seq, cancel);
    }

    private sealed record Step(string Stream, long Seq, int Part, bool IsSealed);
}
