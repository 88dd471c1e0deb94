using HallSuite.Infrastructure.Platform.Clock;
using HallSuite.Infrastructure.Platform.Jobs;
using HallSuite.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Platform.Work;

/// <summary>
/// Throws away feed rows, kept answers and sent messages after 24 hours (DESIGN §4). The last feed row of each stream stays, so that the counter beside it
/// can always be explained.
/// </summary>
internal sealed class CleanFeedJob(IDbContextFactory<HallDbContext> contexts, HallClock clock) : IHallJob
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    public string Name => "clean-feed";

    public TimeSpan Period => TimeSpan.FromMinutes(30);

    public async Task RunAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var limit = clock.Now - Kept;
        var feed = db.Set<ChangeFeedRow>();
        await feed.Where(r => r.At < limit && r.Seq < feed.Where(o => o.Stream == r.Stream).Max(o => o.Seq)).ExecuteDeleteAsync(cancel);
        await db.Set<OnceRow>().Where(r => r.At < limit).ExecuteDeleteAsync(cancel);
        await db.Set<OutboxRow>().Where(r => r.SentAt < limit).ExecuteDeleteAsync(cancel);
    }
}
