using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace HallSuite.Infrastructure.Platform.Live;

/// <summary>
/// A handle on topics: a channel of one that drops when full, and one pump. First signal at once, then at most one refresh per
/// interval, never two at a time, the last never lost. Disposed twice without harm; after disposal no refresh starts.
/// </summary>
public sealed class LiveSubscription : IAsyncDisposable
{
    private readonly Channel<bool> signals = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly CancellationTokenSource stop = new();
    private readonly TimeSpan interval;
    private readonly Func<CancellationToken, Task> refresh;
    private readonly TimeProvider time;
    private readonly ILogger log;
    private readonly Action<LiveSubscription> remove;
    private int disposed;

    internal LiveSubscription(
        IReadOnlyList<string> topics, TimeSpan interval, Func<CancellationToken, Task> refresh, TimeProvider time, ILogger log, Action<LiveSubscription> remove) =>
        (Topics, this.interval, this.refresh, this.time, this.log, this.remove) = (topics, interval, refresh, time, log, remove);

    public IReadOnlyList<string> Topics { get; }

    internal void Start() => _ = PumpAsync();

    /// <summary>Refreshes as if one of the topics had been told: time has passed, and with it what the watcher shows.</summary>
    public void Signal() => signals.Writer.TryWrite(true);

    // It does not wait for a refresh that is running: that refresh may be what disposes it (a page that leaves, topics that change).
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, 1) == 1)
        {
            return;
        }

        remove(this);
        signals.Writer.TryComplete();
        await stop.CancelAsync();
        stop.Dispose();
    }

    private async Task PumpAsync()
    {
        // Taken before anybody can dispose it; the pump never does: it may have ended while its handle is still being told to stop.
        var stopped = stop.Token;
        await Task.Yield();
        try
        {
            while (await signals.Reader.WaitToReadAsync(stopped))
            {
                signals.Reader.TryRead(out _);
                try
                {
                    await refresh(stopped);
                }
                catch (Exception fault) when (fault is not OperationCanceledException)
                {
                    log.LogError(fault, "A live refresh failed; the next signal tries again");
                }

                await Task.Delay(interval, time, stopped);
            }
        }
        catch (OperationCanceledException)
        {
            // Disposed.
        }
    }
}
