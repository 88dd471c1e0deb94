using HallSuite.Infrastructure.Platform.Jobs;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Tests.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HallSuite.Tests.Operations.Platform;

/// <summary>On all nodes together one runs a job at a time, and a node that died is followed by another.</summary>
public sealed class JobTests
{
    private static readonly Dictionary<string, string?> OneMinute = new() { ["Jobs:LeaseSeconds"] = "60" };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task TwoNodes_NeverRunOneJobAtOnce(DatabaseProvider provider)
    {
        var time = new HandTime();
        await using var database = await TestDatabase.CreateAsync(provider);
        var watch = new Watch();
        await using var one = await NodeAsync(database, time, new CountingJob("one", watch));
        await using var two = await NodeAsync(database, time, new CountingJob("two", watch));

        await MoveUntilAsync(time, () => watch.Runs.Count >= 12);

        Assert.Equal(1, watch.MostAtOnce);
        Assert.Single(watch.Runs.Distinct());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task AJobThatTakesLongerThanItsLease_KeepsIt(DatabaseProvider provider)
    {
        var time = new HandTime();
        await using var database = await TestDatabase.CreateAsync(provider);
        var watch = new Watch();
        var end = new TaskCompletionSource();
        await using var one = await NodeAsync(database, time, new CountingJob("one", watch, end.Task));
        await MoveUntilAsync(time, () => watch.Runs.Count == 1);
        await using var two = await NodeAsync(database, time, new CountingJob("two", watch));
        var begun = time.GetUtcNow();

        // Four leases long; slowly where a renewal is due, so that a slow machine is no dead node.
        await Eventually.HoldsAsync(async () =>
        {
            var until = await one.ReadAsync(db => db.Set<LeaseRow>().AsNoTracking().Where(l => l.Name == "counting").Select(l => l.Until).SingleAsync(Cancel));
            time.Move(until - time.GetUtcNow() > TimeSpan.FromSeconds(40) ? TimeSpan.FromSeconds(2) : TimeSpan.FromMilliseconds(50));
            return time.GetUtcNow() >= begun.AddSeconds(240);
        });

        Assert.Equal(["one"], watch.Runs);
        end.SetResult();
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task WhenANodeDies_AnotherTakesItsJobOverAfterTheLease(DatabaseProvider provider)
    {
        var time = new HandTime();
        await using var database = await TestDatabase.CreateAsync(provider);
        var watch = new Watch();

        // A node that took the lease and was killed: it neither renews nor gives it back.
        await using var dead = TestHall.On(database, OneMinute, s => s.AddSingleton<TimeProvider>(time));
        Assert.True(await dead.Get<JobLeases>().HoldAsync("counting", Cancel));
        var died = time.GetUtcNow();
        await using var living = await NodeAsync(database, time, new CountingJob("living", watch));

        await MoveUntilAsync(time, () => !watch.Runs.IsEmpty);

        Assert.InRange(time.GetUtcNow() - died, TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(63));
        Assert.False(await dead.Get<JobLeases>().HoldAsync("counting", Cancel));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task WhenANodeStops_AnotherTakesItsJobOverAtOnce(DatabaseProvider provider)
    {
        var time = new HandTime();
        await using var database = await TestDatabase.CreateAsync(provider);
        var watch = new Watch();
        var one = await NodeAsync(database, time, new CountingJob("one", watch));
        await MoveUntilAsync(time, () => !watch.Runs.IsEmpty);
        await using var two = await NodeAsync(database, time, new CountingJob("two", watch));

        await one.DisposeAsync();
        var stopped = time.GetUtcNow();
        await MoveUntilAsync(time, () => watch.Runs.Contains("two"));

        Assert.InRange(time.GetUtcNow() - stopped, TimeSpan.Zero, TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task AJobThatFails_IsRunAgain()
    {
        var time = new HandTime();
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        var watch = new Watch();
        await using var one = await NodeAsync(database, time, new CountingJob("one", watch, Task.FromException(new InvalidOperationException("planted"))));

        await MoveUntilAsync(time, () => watch.Runs.Count >= 3);
    }

    private static async Task<TestHall> NodeAsync(TestDatabase database, TimeProvider time, CountingJob job) => await TestHall.On(database, OneMinute, services =>
    {
        services.AddSingleton(time);
        services.AddSingleton<IHallJob>(job);
    }).RunAsync();

    private static Task MoveUntilAsync(HandTime time, Func<bool> condition) => Eventually.HoldsAsync(() =>
    {
        if (condition())
        {
            return true;
        }

        time.Move(TimeSpan.FromMilliseconds(250));
        return false;
    });

    private sealed class Watch
    {
        private int now;

        public System.Collections.Concurrent.ConcurrentQueue<string> Runs { get; } = [];

        public int MostAtOnce { get; private set; }

        public IDisposable Enter(string node)
        {
            Runs.Enqueue(node);
            var all = Interlocked.Increment(ref now);
            lock (this)
            {
                MostAtOnce = Math.Max(MostAtOnce, all);
            }

            return new Left(this);
        }

        private sealed class Left(Watch watch) : IDisposable
        {
            public void Dispose() => Interlocked.Decrement(ref watch.now);
        }
    }

    private sealed class CountingJob(string node, Watch watch, Task? work = null) : IHallJob
    {
        public string Name => "counting";

        public TimeSpan Period => TimeSpan.FromSeconds(1);

        public async Task RunAsync(CancellationToken cancel)
        {
            using var inside = watch.Enter(node);
            await Task.Yield();
            await (work ?? Task.CompletedTask).WaitAsync(cancel);
        }
    }
}
