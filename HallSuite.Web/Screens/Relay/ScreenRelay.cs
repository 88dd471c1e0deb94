using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Evaluation;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Platform.Live;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using HallSuite.Infrastructure.Queueing;
using HallSuite.Web.Devices;
using Microsoft.AspNetCore.SignalR;

namespace HallSuite.Web.Screens.Relay;

/// <summary>
/// The publisher of this node: the groups that somebody watches, and who is in them. Once a minute it looks at all groups again, because
/// waits grow without a change; three times a minute it ends connections that may no longer see what they watch.
/// </summary>
internal sealed class ScreenRelay(
    LiveBus bus, HallConnections connections, Snapshots snapshots, Pictures pictures, Access access, TimeProvider time, IHostApplicationLifetime life,
    ILogger<ScreenRelay> log) : BackgroundService
{
    private static readonly TimeSpan CheckEvery = TimeSpan.FromSeconds(20);
    private const int ChecksPerTick = 3;

    private readonly Lock gate = new();
    private readonly Dictionary<FeedKey, ScreenFeed> feeds = [];
    private readonly Dictionary<string, List<Seat>> seats = [];

    /// <summary>Groups with watchers.</summary>
    public int Groups
    {
        get
        {
            lock (gate)
            {
                return feeds.Count;
            }
        }
    }

    /// <summary>
    /// Puts a connection into a group, then reads what the group sees, so that nothing falls between the two. Whoever asks has been let in;
    /// null when the connection has ended meanwhile.
    /// </summary>
    public async Task<Result<Frame>?> JoinAsync(string connection, Actor actor, FeedKey key)
    {
        ScreenFeed? feed;
        lock (gate)
        {
            if (connections.Find(connection) is not { ConnectionAborted.IsCancellationRequested: false } open)
            {
                return null;
            }

            if (!feeds.TryGetValue(key, out feed))
            {
                feeds[key] = feed = new ScreenFeed(bus, TopicsOf(key), cancel => ReadAsync(key, cancel), life.ApplicationStopping);
            }

            feed.Add(new Watcher(open));
            if (!seats.TryGetValue(connection, out var own))
            {
                seats[connection] = own = [];
            }

            own.Add(new Seat(actor, key));
        }

        return await feed.JoinAsync();
    }

    /// <summary>Takes a connection out of its groups; a group without watchers ends.</summary>
    public async Task LeaveAsync(string connection)
    {
        List<ScreenFeed> ended = [];
        lock (gate)
        {
            if (!seats.Remove(connection, out var own))
            {
                return;
            }

            foreach (var key in own.Select(s => s.Key).Distinct())
            {
                var feed = feeds[key];
                feed.Remove(connection);
                if (feed.IsEmpty)
                {
                    feeds.Remove(key);
                    ended.Add(feed);
                }
            }
        }

        foreach (var feed in ended)
        {
            await feed.DisposeAsync();
        }
    }

    /// <summary>Ends the connections of devices that were revoked and of staff who lost their right.</summary>
    internal async Task CheckAsync(CancellationToken cancel)
    {
        foreach (var who in Watching().GroupBy(w => (w.Actor, w.Hall, w.Needs)))
        {
            if (await access.RefusalAsync(who.Key.Actor, who.Key.Needs, who.Key.Hall, cancel) is { } refusal)
            {
                log.LogInformation("{Count} connection(s) of {Kind} {Id} end: {Error}", who.Count(), who.Key.Actor.Kind, who.Key.Actor.Id, refusal.Code);
                foreach (var one in who)
                {
                    one.Connection.Abort();
                }
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(CheckEvery, time);
        for (var check = 1; await timer.WaitForNextTickAsync(stoppingToken); check++)
        {
            try
            {
                await CheckAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // Who may see what cannot be told now; nobody is sent away for that.
                log.LogWarning(fault, "The connections of screens could not be checked: {Error}", DatabaseFaults.OutageOf(fault)?.Code);
            }

            if (check % ChecksPerTick == 0)
            {
                Tick();
            }
        }
    }

    private void Tick()
    {
        lock (gate)
        {
            foreach (var feed in feeds.Values)
            {
                feed.Tick();
            }
        }
    }

    private List<(HubConnectionContext Connection, Actor Actor, HallId Hall, Permission Needs)> Watching()
    {
        List<(HubConnectionContext, Actor, HallId, Permission)> all = [];
        foreach (var connection in connections.All)
        {
            // A device is checked even before it watches anything.
            if (connection.User is { } user && CurrentDevice.Of(user) is { } device)
            {
                all.Add((connection, CurrentDevice.ActorOf(device, ""), device.Hall, device.Kind == DeviceKind.Evaluator ? Permission.GiveRating : Permission.ViewQueue));
            }
        }

        lock (gate)
        {
            foreach (var (id, own) in seats)
            {
                if (connections.Find(id) is { } connection)
                {
                    all.AddRange(own.Where(s => s.Actor.Kind == ActorKind.Staff).Select(s => (connection, s.Actor, s.Key.Hall, s.Key.Needs)).Distinct());
                }
            }
        }

        return all;
    }

    private Task<Result<Frame>> ReadAsync(FeedKey key, CancellationToken cancel) => key.Kind switch
    {
        FeedKind.Data => snapshots.ReadAsync(key, cancel),
        FeedKind.Picture => pictures.ReadAsync(key, cancel),
    };

    // Waits and windows hang together: every picture of a hall can look different after any change of its queue.
    private static IEnumerable<string> TopicsOf(FeedKey key)
    {
        yield return HallTopics.Queue(key.Hall);
        yield return HallTopics.Setup(key.Hall);
        yield return QueueTopics.Statistics(key.Hall);
        if (key.HasCounts)
        {
            yield return CaseTopics.Hall(key.Hall);
        }

        if (key.HasCounts || key.IsQuestion)
        {
            yield return EvaluationTopics.Hall(key.Hall);
        }
    }

    private readonly record struct Seat(Actor Actor, FeedKey Key);
}
