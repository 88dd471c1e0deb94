using System.Collections.Concurrent;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Live;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace HallSuite.Web.Screens.Relay;

/// <summary>
/// One group with its watchers. While it has any, it is subscribed to its topics; each change is read (and a picture rendered) once,
/// whoever watches, and pushed to all when it looks different. Reads never run two at a time; whoever joins shares a read that has
/// not begun yet, so that a thousand screens that come back together cost a few.
/// </summary>
internal sealed class ScreenFeed : IAsyncDisposable
{
    /// <summary>At most five snapshots a second and topic (CONTRACT §3).</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly ConcurrentDictionary<string, Watcher> watchers = new();
    private readonly Lock gate = new();
    private readonly Func<CancellationToken, Task<Result<Frame>>> read;
    private readonly CancellationToken stop;
    private readonly LiveSubscription subscription;
    private Task<Result<Frame>>? next;
    private Task running = Task.CompletedTask;
    private bool nextIsPushed;

    // Touched only by the one read that runs.
    private string? lastPushed;
    private bool someoneSawAnother;

    public ScreenFeed(LiveBus bus, IEnumerable<string> topics, Func<CancellationToken, Task<Result<Frame>>> read, CancellationToken stop)
    {
        (this.read, this.stop) = (read, stop);
        subscription = bus.Subscribe(topics, Interval, RefreshAsync);
    }

    public bool IsEmpty => watchers.IsEmpty;

    public void Add(Watcher watcher) => watchers.TryAdd(watcher.Id, watcher);

    public void Remove(string connection) => watchers.TryRemove(connection, out _);

    /// <summary>Time has passed: looks again, as after a change.</summary>
    public void Tick() => subscription.Signal();

    /// <summary>A frame that is read after this call; for whoever has joined just now.</summary>
    public Task<Result<Frame>> JoinAsync() => FreshAsync(push: false);

    public ValueTask DisposeAsync() => subscription.DisposeAsync();

    private Task RefreshAsync(CancellationToken cancel) => FreshAsync(push: true);

    private Task<Result<Frame>> FreshAsync(bool push)
    {
        lock (gate)
        {
            nextIsPushed |= push;
            return next ??= ReadAfterAsync(running);
        }
    }

    private async Task<Result<Frame>> ReadAfterAsync(Task before)
    {
        // Yields in any case: the field that names this read is set first.
        await before.ConfigureAwait(ConfigureAwaitOptions.ForceYielding | ConfigureAwaitOptions.SuppressThrowing);
        bool push;
        lock (gate)
        {
            (running, next) = (next!, null);
            (push, nextIsPushed) = (nextIsPushed, false);
        }

        var read = await this.read(stop);
        if (read.TryGet(out var frame, out _))
        {
            if (push)
            {
                Push(frame);
            }
            else
            {
                // If all is as before when the others' turn comes, whoever got this frame must still hear of it. The first frame is everyone's.
                lastPushed ??= frame.Print;
                someoneSawAnother |= frame.Print != lastPushed;
            }
        }

        return read;
    }

    private void Push(Frame frame)
    {
        if (frame.Print == lastPushed && !someoneSawAnother)
        {
            return;
        }

        (lastPushed, someoneSawAnother) = (frame.Print, false);
        var message = new SerializedHubMessage(new InvocationMessage(frame.Method, frame.Arguments));
        foreach (var watcher in watchers.Values)
        {
            watcher.Post(message);
        }
    }
}
