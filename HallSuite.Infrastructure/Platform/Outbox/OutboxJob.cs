using HallSuite.Infrastructure.Platform.Jobs;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace HallSuite.Infrastructure.Platform.Outbox;

/// <summary>A message that left with a committed change.</summary>
/// <param name="Id">The same each time the message is tried: a receiver knows a repetition by it.</param>
/// <param name="Payload">JSON without personal data.</param>
public sealed record OutboxMessage(Guid Id, string Kind, string Payload, DateTimeOffset At);

/// <summary>
/// A way out of the hall for one kind of message (<see cref="WorkUnit.Send{T}"/>). It is asked at least once for each message, after the change
/// was committed and outside its lock, and must do no harm when asked again. An exception means: not sent, try later.
/// </summary>
public interface IOutboxChannel
{
    string Kind { get; }

    Task SendAsync(OutboxMessage message, CancellationToken cancel);
}

/// <summary>
/// Sends what operations left in the outbox, oldest first. One that fails waits longer each time (2 s, 4 s … one hour) and holds up no other;
/// it is never given up, because the change that caused it has happened.
/// </summary>
internal sealed class OutboxJob(
    IDbContextFactory<HallDbContext> contexts, IEnumerable<IOutboxChannel> channels, TimeProvider time, ILogger<OutboxJob> log) : IHallJob
{
    private const int AtOnce = 100;
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private readonly Dictionary<string, IOutboxChannel> byKind = channels.ToDictionary(c => c.Kind);

    public string Name => "outbox";

    public TimeSpan Period => TimeSpan.FromSeconds(1);

    public async Task RunAsync(CancellationToken cancel)
    {
        var due = await DueAsync(cancel);
        foreach (var row in due)
        {
            await TryAsync(row, cancel);
        }
    }

    /// <summary>How long a message rests after so many failures.</summary>
    internal static TimeSpan WaitAfter(int tries)
    {
        var wait = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(tries, 20)));
        return wait < LongestWait ? wait : LongestWait;
    }

    private async Task<List<OutboxRow>> DueAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var now = time.GetUtcNow();
        return await db.Set<OutboxRow>().AsNoTracking().Where(r => r.SentAt == null && r.NextTryAt <= now).OrderBy(r => r.At).ThenBy(r => r.Id).Take(AtOnce).ToListAsync(cancel);
    }

    private async Task TryAsync(OutboxRow row, CancellationToken cancel)
    {
        try
        {
            if (!byKind.TryGetValue(row.Kind, out var channel))
            {
                throw new InvalidOperationException($"No channel sends messages of the kind {row.Kind}.");
            }

            await channel.SendAsync(new OutboxMessage(row.Id, row.Kind, row.Payload, row.At), cancel);
            await NoteAsync(row, r => r.SetProperty(x => x.SentAt, time.GetUtcNow()), cancel);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            var tries = row.Tries + 1;
            var wait = WaitAfter(tries);
            log.LogError(fault, "Message {Id} of the kind {Kind} was not sent, {Tries} times now; it is tried again in {Wait}", row.Id, row.Kind, tries, wait);
            await NoteAsync(row, r => r.SetProperty(x => x.Tries, tries).SetProperty(x => x.NextTryAt, time.GetUtcNow() + wait), cancel);
        }
    }

    private async Task NoteAsync(
        OutboxRow row, Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<OutboxRow>> note, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await db.Set<OutboxRow>().Where(r => r.Id == row.Id && r.SentAt == null).ExecuteUpdateAsync(note, cancel);
    }
}
