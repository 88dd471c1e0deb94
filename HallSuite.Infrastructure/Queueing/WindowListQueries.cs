using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Clock;
using HallSuite.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Queueing;

/// <summary>The windows of a hall by number, with the ticket at each: what anyone sees who walks through it.</summary>
public sealed class WindowListQueries(IDbContextFactory<HallDbContext> contexts, HallClock clock, HallQueues queues)
{
    /// <summary>Empty without such a hall.</summary>
    public async Task<IReadOnlyList<WindowAnswer>> ReadAsync(HallId hall, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await queues.ReadAsync(db, hall, clock.Now, cancel) is { } queue ? [.. queue.Windows.Select(queue.AnswerOf)] : [];
    }
}
