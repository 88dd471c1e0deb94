using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.Extensions.Logging;

namespace HallSuite.Infrastructure.Platform.Live;

/// <summary>
/// Topics of this node, and who watches them. A signal says only that a topic may look different; whoever watches reads again
/// what it may see. Fed by <see cref="LiveTail"/> alone, so that one order holds on all nodes.
/// </summary>
public sealed class LiveBus(TimeProvider time, ILogger<LiveBus> log)
{
    private readonly ConcurrentDictionary<string, ImmutableArray<LiveSubscription>> watchers = new();

    /// <summary>
    /// Watches topics until the handle is disposed. <paramref name="refresh"/> runs at once on the first signal, then at most once
    /// per interval, never twice at a time, and always once more after the last signal. Subscribe first, then read.
    /// </summary>
    public LiveSubscription Subscribe(IEnumerable<string> topics, TimeSpan interval, Func<CancellationToken, Task> refresh)
    {
        var subscription = new LiveSubscription([.. topics.Distinct()], interval, refresh, time, log, Remove);
        foreach (var topic in subscription.Topics)
        {
            watchers.AddOrUpdate(topic, [subscription], (_, all) => all.Add(subscription));
        }

        subscription.Start();
        return subscription;
    }

    /// <summary>Tells everyone who watches one of the topics, each at most once.</summary>
    public void Publish(IEnumerable<string> topics)
    {
        foreach (var subscription in topics.SelectMany(t => watchers.TryGetValue(t, out var all) ? all : []).Distinct())
        {
            subscription.Signal();
        }
    }

    /// <summary>Tells everyone: after a gap or a restore nobody knows what changed.</summary>
    public void PublishAll() => Publish(watchers.Keys);

    /// <summary>How many handles are open, for tests and the health page.</summary>
    public int Count => watchers.Values.SelectMany(v => v).Distinct().Count();

    private void Remove(LiveSubscription subscription)
    {
        foreach (var topic in subscription.Topics)
        {
            var left = watchers.AddOrUpdate(topic, [], (_, all) => all.Remove(subscription));
            if (left.IsEmpty)
            {
                ((ICollection<KeyValuePair<string, ImmutableArray<LiveSubscription>>>)watchers).Remove(new(topic, left));
            }
        }
    }
}
