using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Infrastructure.Platform.Clock;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using HallSuite.Domain.Hall;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Queueing;

/// <summary>A lane as the queue screen and the kiosk show it.</summary>
/// <param name="Wait">For someone who takes a number now.</param>
public sealed record LaneLine(string Lane, string Name, string NameEn, int Waiting, int OpenWindows, WaitRange Wait);

/// <summary>A call to be spoken once; the sequence has no holes.</summary>
public sealed record CallLine(long Seq, string Number, int Window, int Floor, DateTimeOffset At, bool Repeat);

/// <summary>The queue screen.</summary>
/// <param name="Seq">Rises with each picture, with holes.</param>
/// <param name="Calls">The last 20, the newest first.</param>
public sealed record QueueBoard(
    long Seq, DateTimeOffset At, string HallName, string Announcement, string TimeZone, IReadOnlyList<LaneLine> Lanes, IReadOnlyList<CallLine> Calls);

/// <summary>What hangs on the wall for everybody: waiting people, wait ranges and the last calls. No personal data.</summary>
public sealed class QueueBoardQueries(IDbContextFactory<HallDbContext> contexts, Access access, HallClock clock, HallQueues queues)
{
    private const int LastCalls = 20;

    private readonly Func<HallDbContext, HallId, IAsyncEnumerable<CallLine>> calls = EF.CompileAsyncQuery((HallDbContext db, HallId hall) =>
        db.Set<CallEntry>().Where(c => c.Hall == hall).OrderByDescending(c => c.Seq).Take(LastCalls)
            .Select(c => new CallLine(c.Seq, c.Number, c.Window, c.Floor, c.At, c.Repeat)));

    public async Task<Result<QueueBoard>> ReadAsync(Actor actor, HallId hall, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await access.RefusalAsync(db, actor, Permission.ViewQueue, hall, cancel) is { } denied)
        {
            return denied;
        }

        var seq = await queues.SeqAsync(db, hall, cancel);
        if (await queues.ReadAsync(db, hall, clock.Now, cancel) is not { } queue)
        {
            return HallErrors.Unknown;
        }

        var last = new List<CallLine>(LastCalls);
        await foreach (var call in calls(db, hall).WithCancellation(cancel))
        {
            last.Add(call);
        }

        return new QueueBoard(
            seq, queue.Hall.At, queue.Hall.Name, queue.Hall.Announcement, queue.Hall.TimeZone, [.. queue.Lanes.Select(queue.LineOf)], last);
    }

    /// <summary>The lanes that give out tickets, for the kiosk and for everyone; counts hang on the wall. Empty without such a hall.</summary>
    public async Task<IReadOnlyList<LaneLine>> ReadLanesAsync(HallId hall, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await queues.ReadAsync(db, hall, clock.Now, cancel) is { } queue ? [.. queue.Lanes.Where(l => l.Open).Select(queue.LineOf)] : [];
    }
}
