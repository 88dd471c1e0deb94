using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Queueing;

/// <summary>The ordered log of calls of a hall: numbered without holes, so that each is spoken once (CONTRACT §3).</summary>
public sealed class CallLog
{
    private readonly Func<HallDbContext, HallId, CancellationToken, Task<long?>> last = EF.CompileAsyncQuery(
        (HallDbContext db, HallId hall, CancellationToken _) => db.Set<CallEntry>().Where(c => c.Hall == hall).Max(c => (long?)c.Seq));

    /// <summary>The number of the next call. Safe because the queue's stream is locked by the running operation.</summary>
    internal async Task<long> NextSeqAsync(HallDbContext db, HallId hall, CancellationToken cancel) => (await last(db, hall, cancel) ?? 0) + 1;
}
