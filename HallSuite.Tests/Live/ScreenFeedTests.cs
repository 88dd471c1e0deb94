using System.IO.Pipelines;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Live;
using HallSuite.Tests.TestKit;
using HallSuite.Web.Screens.Relay;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.Logging.Abstractions;

namespace HallSuite.Tests.Live;

/// <summary>A group of watchers: each change is read once and pushed to all, nobody waits for a slow one, nothing is lost.</summary>
public sealed class ScreenFeedTests
{
    private readonly LiveBus bus = new(TimeProvider.System, NullLogger<LiveBus>.Instance);

    [Fact]
    public async Task AChange_IsReadOnce_HoweverManyWatch()
    {
        var reads = 0;
        await using var feed = new ScreenFeed(bus, ["t"], _ => Task.FromResult<Result<Frame>>(FrameOf(Interlocked.Increment(ref reads))), CancellationToken.None);
        var watchers = Enumerable.Range(0, 50).Select(i => new FakeConnection($"{i}")).ToList();
        watchers.ForEach(w => feed.Add(new Watcher(w)));

        bus.Publish(["t"]);

        await Eventually.HoldsAsync(() => watchers.All(w => w.Messages.Count == 1));
        Assert.Equal(1, reads);
    }

    [Fact]
    public async Task ASlowWatcher_HoldsUpNobody_AndGetsTheNewestInTheEnd()
    {
        var seq = 0;
        await using var feed = new ScreenFeed(bus, ["t"], _ => Task.FromResult<Result<Frame>>(FrameOf(Interlocked.Increment(ref seq))), CancellationToken.None);
        var (slow, quick) = (new FakeConnection("slow") { Gate = new TaskCompletionSource() }, new FakeConnection("quick"));
        feed.Add(new Watcher(slow));
        feed.Add(new Watcher(quick));

        for (var change = 1; change <= 4; change++)
        {
            bus.Publish(["t"]);
            await Eventually.HoldsAsync(() => quick.Messages.Count == change);
        }

        Assert.Equal([1], slow.Messages);
        slow.Gate.SetResult();
        await Eventually.HoldsAsync(() => slow.Messages.Count == 2);
        Assert.Equal([1, 4], slow.Messages); // what lay between was overtaken
    }

    [Fact]
    public async Task WhatLooksTheSame_IsNotPushed()
    {
        var (print, reads) = ("a", 0);
        await using var feed = new ScreenFeed(bus, ["t"], _ => Task.FromResult<Result<Frame>>(FrameOf(Interlocked.Increment(ref reads), print)), CancellationToken.None);
        var watcher = new FakeConnection("w");
        feed.Add(new Watcher(watcher));
        await feed.JoinAsync();

        bus.Publish(["t"]);
        await Eventually.HoldsAsync(() => reads == 2);
        print = "b";
        bus.Publish(["t"]);

        await Eventually.HoldsAsync(() => watcher.Messages.Count == 1);
        Assert.Equal([3], watcher.Messages);
    }

    [Fact]
    public async Task AWatcherWhoJoinedDuringAChangeThatWasTakenBack_IsToldSo()
    {
        var (print, reads) = ("a", 0);
        await using var feed = new ScreenFeed(bus, ["t"], _ => Task.FromResult<Result<Frame>>(FrameOf(Interlocked.Increment(ref reads), print)), CancellationToken.None);
        feed.Add(new Watcher(new FakeConnection("early")));
        await feed.JoinAsync();
        print = "b";
        var late = new FakeConnection("late");
        feed.Add(new Watcher(late));
        Assert.Equal("b", (await feed.JoinAsync()).Value.Print);

        print = "a";
        bus.Publish(["t"]);

        await Eventually.HoldsAsync(() => late.Messages.Count == 1);
    }

    [Fact]
    public async Task ManyWhoJoinAtOnce_ShareReads_EachBegunAfterItsJoin()
    {
        var (reads, gate) = (0, new TaskCompletionSource());
        await using var feed = new ScreenFeed(bus, ["t"], async _ =>
        {
            var read = Interlocked.Increment(ref reads);
            if (read == 1)
            {
                await gate.Task;
            }

            return FrameOf(read);
        }, CancellationToken.None);

        var first = feed.JoinAsync();
        await Eventually.HoldsAsync(() => Volatile.Read(ref reads) == 1);
        var others = Enumerable.Range(0, 1000).Select(_ => feed.JoinAsync()).ToList();
        gate.SetResult();

        Assert.Equal(1, (await first).Value.Seq);
        Assert.All(await Task.WhenAll(others), frame => Assert.Equal(2, frame.Value.Seq));
        Assert.Equal(2, reads);
    }

    [Fact]
    public async Task AReadThatFails_IsToldToWhoJoins_AndTheNextOneWorks()
    {
        var reads = 0;
        await using var feed = new ScreenFeed(
            bus, ["t"], _ => Interlocked.Increment(ref reads) == 1 ? throw new TimeoutException() : Task.FromResult<Result<Frame>>(FrameOf(reads)), CancellationToken.None);

        await Assert.ThrowsAsync<TimeoutException>(feed.JoinAsync);
        Assert.Equal(2, (await feed.JoinAsync()).Value.Seq);
    }

    private static Frame FrameOf(long seq, string? print = null) => new(seq, seq, print ?? $"{seq}", "Changed", [seq]);

    /// <summary>A connection that remembers what was written to it, and takes it only when its gate is open.</summary>
    private sealed class FakeConnection(string id) : HubConnectionContext(
        new DefaultConnectionContext(id, NewPipe(), NewPipe()), new HubConnectionContextOptions { KeepAliveInterval = TimeSpan.FromHours(1) }, NullLoggerFactory.Instance)
    {
        private readonly List<long> messages = [];

        public TaskCompletionSource? Gate { get; init; }

        public List<long> Messages
        {
            get
            {
                lock (messages)
                {
                    return [.. messages];
                }
            }
        }

        public override async ValueTask WriteAsync(SerializedHubMessage message, CancellationToken cancellationToken = default)
        {
            lock (messages)
            {
                messages.Add((long)((InvocationMessage)message.Message!).Arguments[0]!);
            }

            if (Gate is not null)
            {
                await Gate.Task;
            }
        }

        private static Duplex NewPipe() => new Duplex(new Pipe());

        private sealed class Duplex(Pipe pipe) : IDuplexPipe
        {
            public PipeReader Input => pipe.Reader;

            public PipeWriter Output => pipe.Writer;
        }
    }
}
