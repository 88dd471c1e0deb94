using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HallSuite.Infrastructure.Platform.Live;

/// <summary>Section <c>Live</c>.</summary>
public sealed class LiveOptions
{
    /// <summary>How often a node without a wake-up of its own looks for changes, in milliseconds (SQL Server, several nodes).</summary>
    [System.ComponentModel.DataAnnotations.Range(10, 60_000)]
    public int PollMilliseconds { get; set; } = 50;

    /// <summary>The safety net where wake-ups exist, in milliseconds.</summary>
    [System.ComponentModel.DataAnnotations.Range(50, 60_000)]
    public int SafetyPollMilliseconds { get; set; } = 1000;
}

/// <summary>
/// Reads the change feed in order, stream by stream, on every node, and publishes its topics. Woken by the local commit, by
/// PostgreSQL's NOTIFY, or by a poll. The stream counters tell which streams moved; each feed is read past its own cursor.
/// </summary>
internal sealed class LiveTail(
    IDbContextFactory<HallDbContext> contexts, DatabaseDialect dialect, IOptions<DatabaseOptions> database, IOptions<LiveOptions> options,
    LiveBus bus, FeedWake wake, ILogger<LiveTail> log) : BackgroundService
{
    private readonly Dictionary<string, long> cursors = [];
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Done when the tail has its starting point: what is committed from then on is published.</summary>
    public Task Ready => ready.Task;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = TimeSpan.FromMilliseconds(
            dialect.Provider == DatabaseProvider.SqlServer && database.Value.Cluster ? options.Value.PollMilliseconds : options.Value.SafetyPollMilliseconds);
        var started = false;
        var failing = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ReadAsync(publish: started, stoppingToken);
                if (!started)
                {
                    // Whoever read before this starting point may have missed what was committed in between.
                    started = true;
                    bus.PublishAll();
                    ready.TrySetResult();
                }

                if (failing)
                {
                    failing = false;
                    log.LogInformation("The change feed can be read again");
                }
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                if (!failing)
                {
                    failing = true;
                    log.LogWarning(fault, "The change feed cannot be read; trying again until it can");
                }
            }

            await wake.WaitAsync(pause, stoppingToken);
        }
    }

    private async Task ReadAsync(bool publish, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        foreach (var counter in await db.Set<StreamCounter>().AsNoTracking().ToListAsync(cancel))
        {
            var known = cursors.TryGetValue(counter.Stream, out var cursor);
            if (counter.Seq == cursor && known)
            {
                continue;
            }

            if (publish && counter.Seq < cursor)
            {
                // A backup was restored under us: every picture may be wrong.
                cursors[counter.Stream] = counter.Seq;
                bus.PublishAll();
            }
            else if (publish)
            {
                await PublishAsync(db, counter, cursor, cancel);
            }
            else
            {
                cursors[counter.Stream] = counter.Seq;
            }
        }
    }

    private async Task PublishAsync(HallDbContext db, StreamCounter counter, long cursor, CancellationToken cancel)
    {
        const int Page = 500;
        List<ChangeFeedRow> rows;
        do
        {
            rows = await db.Set<ChangeFeedRow>().AsNoTracking().Where(r => r.Stream == counter.Stream && r.Seq > cursor).OrderBy(r => r.Seq).Take(Page).ToListAsync(cancel);
            foreach (var row in rows)
            {
                log.LogTrace("Published {Stream} {Seq}", row.Stream, row.Seq);
            }

            bus.Publish(rows.SelectMany(r => r.Topics.Split('\n')).Distinct());
            cursor = rows.Count > 0 ? rows[^1].Seq : cursor;
            cursors[counter.Stream] = cursor;
        }
        while (rows.Count == Page);

        // Operations that nobody watches leave no row. Whatever the counter covers was committed with it, so nothing can still come below it.
        cursors[counter.Stream] = Math.Max(cursor, counter.Seq);
    }
}
