using System.Collections.Concurrent;
using System.Globalization;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Live;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using HallSuite.Tests.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HallSuite.Tests.Live;

/// <summary>What is committed on one node reaches the others: all of it, once, in the order of its stream.</summary>
public sealed class LiveTailTests
{
    private const int Writers = 16;
    private const int Each = 20;

    // The safety poll is so far away that only the wake-up can have done it.
    private static readonly Dictionary<string, string?> NoPoll = new() { ["Live:SafetyPollMilliseconds"] = "60000" };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Tail_OnAnotherNode_PublishesEveryOperationOfParallelWritersOnceAndInOrder(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var writing = TestHall.On(database);
        var published = new PublishedRows();
        await using var watching = TestHall.On(
            database, new() { ["Live:SafetyPollMilliseconds"] = "50" }, services => services.AddLogging(l => l.AddProvider(published).AddFilter<PublishedRows>(null, LogLevel.Trace)));
        await watching.RunAsync();
        await watching.Get<LiveTail>().Ready;
        string[] streams = ["one", "two", "three"];
        var work = writing.Get<HallWork>();

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < Each; i++)
            {
                // One in ten is refused and leaves no number behind.
                var refuse = (writer + i) % 10 == 0;
                await ActAsync(work, streams[(writer + i) % streams.Length], refuse, "topic");
            }
        }, Cancel)));

        var counters = await writing.ReadAsync(db => db.Set<StreamCounter>().AsNoTracking().Where(c => streams.Contains(c.Stream)).ToListAsync(Cancel));
        Assert.Equal(Enumerable.Range(0, Writers).Sum(w => Enumerable.Range(0, Each).Count(i => (w + i) % 10 != 0)), counters.Sum(c => c.Seq));
        await Eventually.HoldsAsync(() => published.Count >= counters.Sum(c => c.Seq));
        Assert.All(counters, c => Assert.Equal(Enumerable.Range(1, (int)c.Seq).Select(n => (long)n), published.Of(c.Stream)));
    }

    [Fact]
    public async Task ACommitOnOneNode_RefreshesAPageOnTheOther()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Postgres);
        await using var writing = await TestHall.On(database, NoPoll).RunAsync();
        await using var watching = await TestHall.On(database, NoPoll).RunAsync();
        await ListeningAsync(watching, nodes: 2);
        var seen = new TaskCompletionSource();
        await using var page = watching.Get<LiveBus>().Subscribe(["window:12"], TimeSpan.FromMilliseconds(10), _ =>
        {
            seen.TrySetResult();
            return Task.CompletedTask;
        });

        await ActAsync(writing.Get<HallWork>(), "queue", refuse: false, "window:12");

        await seen.Task.WaitAsync(TimeSpan.FromSeconds(10), Cancel);
    }

    [Fact]
    public async Task KillingTheListeners_LosesNothing()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Postgres);
        await using var writing = await TestHall.On(database, NoPoll).RunAsync();
        await using var watching = await TestHall.On(database, NoPoll).RunAsync();
        await ListeningAsync(watching, nodes: 2);
        var seen = new ConcurrentDictionary<int, bool>();
        var pages = Enumerable.Range(0, 60).Select(n => watching.Get<LiveBus>().Subscribe([$"topic:{n}"], TimeSpan.FromMilliseconds(10), _ =>
        {
            seen[n] = true;
            return Task.CompletedTask;
        })).ToList();

        for (var n = 0; n < 60; n++)
        {
            if (n % 20 == 10)
            {
                await ListeningAsync(watching, nodes: 2);
                Assert.Equal(2, (await KillListenersAsync(watching)).Count);
            }

            await ActAsync(writing.Get<HallWork>(), "queue", refuse: false, $"topic:{n}");
        }

        await Eventually.HoldsAsync(() => seen.Count == 60);
        foreach (var page in pages)
        {
            await page.DisposeAsync();
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Tail_WhenTheCountersWentBack_TellsEveryone(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider, new() { ["Live:SafetyPollMilliseconds"] = "50" });
        await ActAsync(hall.Get<HallWork>(), "queue", refuse: false, "topic");
        await hall.RunAsync();
        await hall.Get<LiveTail>().Ready;
        var told = new TaskCompletionSource();
        await using var page = hall.Get<LiveBus>().Subscribe(["something else"], TimeSpan.FromMilliseconds(10), _ =>
        {
            told.TrySetResult();
            return Task.CompletedTask;
        });

        await hall.ReadAsync(db => db.Set<StreamCounter>().Where(c => c.Stream == "queue").ExecuteUpdateAsync(s => s.SetProperty(c => c.Seq, 0), Cancel));

        await told.Task.WaitAsync(TimeSpan.FromSeconds(10), Cancel);
    }

    private static async Task ActAsync(HallWork works, string stream, bool refuse, string topic)
    {
        var done = await works.RunAsync(new WorkOrder("Act", Permission.ActAsSystem, Scope.Everything, stream), Actor.System("test"), (work, _) =>
        {
            work.Topics.Add(topic);
            return Task.FromResult<Result>(refuse ? WorkErrors.ChangedElsewhere : Result.Ok);
        }, Cancel);
        Assert.Equal(refuse, !done.IsOk);
    }

    private static Task ListeningAsync(TestHall hall, int nodes) => Eventually.HoldsAsync(async () => (await hall.ReadAsync(db => db.Database.SqlQueryRaw<int>(
        "SELECT pid AS \"Value\" FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'hallsuite-listener' AND query LIKE 'LISTEN%'")
        .ToListAsync(Cancel))).Count == nodes);

    private static Task<List<int>> KillListenersAsync(TestHall hall) => hall.ReadAsync(db => db.Database.SqlQueryRaw<int>(
        """
        WITH listeners AS MATERIALIZED (SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'hallsuite-listener')
        SELECT pid AS "Value" FROM listeners WHERE pg_terminate_backend(pid)
        """).ToListAsync(Cancel));

    /// <summary>Notes what the tail says it published, in its order.</summary>
    private sealed class PublishedRows : ILoggerProvider, ILogger
    {
        private readonly List<(string Stream, long Seq)> rows = [];

        public int Count
        {
            get
            {
                lock (rows)
                {
                    return rows.Count;
                }
            }
        }

        public IEnumerable<long> Of(string stream)
        {
            lock (rows)
            {
                return [.. rows.Where(r => r.Stream == stream).Select(r => r.Seq)];
            }
        }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (state is IReadOnlyList<KeyValuePair<string, object?>> values && values.FirstOrDefault(v => v.Key == "Seq").Value is long seq)
            {
                lock (rows)
                {
                    rows.Add((Convert.ToString(values.First(v => v.Key == "Stream").Value, CultureInfo.InvariantCulture)!, seq));
                }
            }
        }

        public void Dispose()
        {
        }
    }
}
