namespace HallSuite.Infrastructure.Platform.Live;

/// <summary>Wakes the tail of this node: something was committed, here or elsewhere. Signals while it is awake fall together.</summary>
public sealed class FeedWake : IDisposable
{
    private readonly SemaphoreSlim signal = new(0, 1);

    public void Signal()
    {
        try
        {
            signal.Release();
        }
        catch (SemaphoreFullException)
        {
            // Already signalled.
        }
    }

    /// <summary>Waits for a signal, at most this long; the timeout is the safety net for signals lost on the way.</summary>
    public Task WaitAsync(TimeSpan atMost, CancellationToken cancel) => signal.WaitAsync(atMost, cancel);

    public void Dispose() => signal.Dispose();
}
