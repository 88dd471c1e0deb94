using HallSuite.Infrastructure.Platform.Live;
using HallSuite.Tests.TestKit;
using Microsoft.Extensions.Logging.Abstractions;

namespace HallSuite.Tests.Live;

/// <summary>What a subscription promises to whoever watches (STYLE, habit 2).</summary>
public sealed class LiveBusTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly HandTime time = new();
    private readonly LiveBus bus;
    private readonly SemaphoreSlim refreshed = new(0);
    private int refreshes;

    public LiveBusTests() => bus = new LiveBus(time, NullLogger<LiveBus>.Instance);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TheFirstSignal_RefreshesAtOnce()
    {
        await using var subscription = bus.Subscribe(["a"], Interval, Count);

        bus.Publish(["a"]);

        await Refreshed();
        Assert.Equal(1, refreshes);
    }

    [Fact]
    public async Task ManySignalsWithinTheInterval_GiveOneMoreRefresh_AtItsEnd()
    {
        await using var subscription = bus.Subscribe(["a"], Interval, Count);
        bus.Publish(["a"]);
        await Refreshed();
        await PumpRests();

        for (var i = 0; i < 100; i++)
        {
            bus.Publish(["a"]);
        }

        time.Move(Interval - TimeSpan.FromMilliseconds(1));
        Assert.Equal(1, refreshes);
        time.Move(TimeSpan.FromMilliseconds(1));
        await Refreshed();
        await PumpRests();
        time.Move(Interval * 10);
        Assert.Equal(2, refreshes);
    }

    [Fact]
    public async Task ASignalDuringARefresh_IsNotLost_AndTheTwoNeverRunTogether()
    {
        using var gate = new SemaphoreSlim(0);
        var (inside, most) = (0, 0);
        await using var subscription = bus.Subscribe(["a"], TimeSpan.Zero, async _ =>
        {
            most = Math.Max(most, Interlocked.Increment(ref inside));
            Interlocked.Increment(ref refreshes);
            refreshed.Release();
            await gate.WaitAsync(Cancel);
            Interlocked.Decrement(ref inside);
        });
        bus.Publish(["a"]);
        await Refreshed();

        bus.Publish(["a"]); // while the first still reads
        Assert.Equal(1, refreshes);
        gate.Release();

        await Refreshed();
        Assert.Equal((2, 1), (refreshes, most));
        gate.Release();
    }

    [Fact]
    public async Task AChangeOfOneOfSeveralTopics_RefreshesOnce()
    {
        await using var subscription = bus.Subscribe(["a", "b", "b"], Interval, Count);

        bus.Publish(["b", "a", "c"]);

        await Refreshed();
        await PumpRests();
        time.Move(Interval * 2);
        Assert.Equal(1, refreshes);
    }

    [Fact]
    public async Task ATopicNobodyNamed_RefreshesNothing()
    {
        await using var subscription = bus.Subscribe(["a"], Interval, Count);

        bus.Publish(["b"]);
        bus.Publish(["a"]);

        await Refreshed();
        Assert.Equal(1, refreshes);
    }

    [Fact]
    public async Task DisposedTwice_DoesNoHarm_AndNothingIsLeftBehind()
    {
        var subscription = bus.Subscribe(["a", "b"], Interval, Count);
        Assert.Equal(1, bus.Count);

        await subscription.DisposeAsync();
        await subscription.DisposeAsync();
        bus.Publish(["a", "b"]);
        time.Move(Interval * 2);

        Assert.Equal((0, 0), (bus.Count, refreshes));
    }

    [Fact]
    public async Task ARefreshThatDisposesItsOwnSubscription_Ends()
    {
        LiveSubscription? own = null;
        own = bus.Subscribe(["a"], Interval, async _ =>
        {
            await own!.DisposeAsync();
            await Count(default);
        });

        bus.Publish(["a"]);

        await Refreshed();
        Assert.Equal(0, bus.Count);
    }

    [Fact]
    public async Task ARefreshThatFails_IsTriedAgainAtTheNextSignal()
    {
        await using var subscription = bus.Subscribe(["a"], Interval, _ =>
        {
            Interlocked.Increment(ref refreshes);
            refreshed.Release();
            return refreshes == 1 ? throw new InvalidOperationException("the database was away") : Task.CompletedTask;
        });
        bus.Publish(["a"]);
        await Refreshed();
        await PumpRests();

        bus.Publish(["a"]);
        time.Move(Interval);

        await Refreshed();
        Assert.Equal(2, refreshes);
    }

    [Fact]
    public async Task AfterAGap_EveryoneIsTold()
    {
        await using var one = bus.Subscribe(["a"], Interval, Count);
        await using var other = bus.Subscribe(["b"], Interval, Count);

        bus.PublishAll();

        await Refreshed();
        await Refreshed();
        Assert.Equal(2, refreshes);
    }

    private Task Count(CancellationToken cancel)
    {
        Interlocked.Increment(ref refreshes);
        refreshed.Release();
        return Task.CompletedTask;
    }

    private async Task Refreshed() => Assert.True(await refreshed.WaitAsync(Patience, Cancel), "no refresh came");

    // After a refresh the pump waits out its interval; a test that moves time before it does would move past it.
    private async Task PumpRests() => Assert.True(await Task.Run(() => SpinWait.SpinUntil(() => time.Waiting == 1, Patience), Cancel));
}
