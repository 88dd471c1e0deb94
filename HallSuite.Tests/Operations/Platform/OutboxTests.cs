using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Outbox;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using HallSuite.Tests.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HallSuite.Tests.Operations.Platform;

/// <summary>What an operation sends leaves after its commit, at least once, and is tried until it is gone.</summary>
public sealed class OutboxTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Messages_LeaveInTheirOrder_AndOnce(DatabaseProvider provider)
    {
        var channel = new Channel("letters");
        await using var hall = await HallAsync(provider, new HandTime(), channel);
        for (var number = 1; number <= 3; number++)
        {
            await SendAsync(hall, "letters", number);
            hall.Clock.Move(TimeSpan.FromSeconds(1));
        }

        await RunAsync(hall);
        await RunAsync(hall);

        Assert.Equal(["1", "2", "3"], channel.Sent);
        Assert.All(await RowsAsync(hall), row => Assert.NotNull(row.SentAt));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task AMessageThatFails_RestsLongerEachTime_AndHoldsUpNoOther(DatabaseProvider provider)
    {
        var time = new HandTime();
        var broken = new Channel("broken") { Fails = 2 };
        var letters = new Channel("letters");
        await using var hall = await HallAsync(provider, time, broken, letters);
        await SendAsync(hall, "broken", 1);
        await SendAsync(hall, "letters", 2);

        await RunAsync(hall);
        Assert.Equal(["2"], letters.Sent);
        Assert.Equal(1, broken.Asked);

        time.Move(TimeSpan.FromSeconds(1));
        await RunAsync(hall);
        Assert.Equal(1, broken.Asked);

        time.Move(TimeSpan.FromSeconds(1));
        await RunAsync(hall);
        Assert.Equal(2, broken.Asked);

        time.Move(TimeSpan.FromSeconds(4));
        await RunAsync(hall);
        Assert.Equal(["1"], broken.Sent);
        Assert.Equal(2, (await RowsAsync(hall)).Single(r => r.Kind == "broken").Tries);
    }

    [Fact]
    public async Task AKindThatNobodySends_Stays()
    {
        await using var hall = await HallAsync(DatabaseProvider.Sqlite, new HandTime());
        await SendAsync(hall, "unknown", 1);

        await RunAsync(hall);

        var row = Assert.Single(await RowsAsync(hall));
        Assert.Null(row.SentAt);
        Assert.Equal(1, row.Tries);
    }

    [Fact]
    public async Task ARunningNode_SendsByItself()
    {
        var time = new HandTime();
        var channel = new Channel("letters");
        await using var hall = await HallAsync(DatabaseProvider.Sqlite, time, channel);
        await hall.RunAsync();
        await SendAsync(hall, "letters", 1);

        await Eventually.HoldsAsync(() =>
        {
            time.Move(TimeSpan.FromMilliseconds(250));
            return channel.Sent.Count == 1;
        });
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(3, 8)]
    [InlineData(11, 2048)]
    [InlineData(12, 3600)]
    [InlineData(1_000_000, 3600)]
    public void TheWait_DoublesUpToAnHour(int tries, int seconds) => Assert.Equal(TimeSpan.FromSeconds(seconds), OutboxJob.WaitAfter(tries));

    private static Task<TestHall> HallAsync(DatabaseProvider provider, TimeProvider time, params Channel[] channels) => TestHall.CreateAsync(provider, services: services =>
    {
        services.AddSingleton(time);
        foreach (var channel in channels)
        {
            services.AddSingleton<IOutboxChannel>(channel);
        }
    });

    private static async Task SendAsync(TestHall hall, string kind, int number)
    {
        var order = new WorkOrder("Seed", Permission.ActAsSystem, Scope.Everything, Streams.Platform);
        var sent = await hall.Get<HallWork>().RunAsync(order, Actor.System("test"), (work, _) =>
        {
            work.Send(kind, number);
            return Task.FromResult(Result.Ok);
        }, Cancel);
        Assert.True(sent.IsOk);
    }

    private static Task RunAsync(TestHall hall) => ActivatorUtilities.CreateInstance<OutboxJob>(hall.Services).RunAsync(Cancel);

    private static Task<List<OutboxRow>> RowsAsync(TestHall hall) => hall.ReadAsync(db => db.Set<OutboxRow>().AsNoTracking().ToListAsync(Cancel));

    private sealed class Channel(string kind) : IOutboxChannel
    {
        public List<string> Sent { get; } = [];

        public int Fails { get; init; }

        public int Asked { get; private set; }

        public string Kind => kind;

        public Task SendAsync(OutboxMessage message, CancellationToken cancel)
        {
            Asked++;
            if (Asked <= Fails)
            {
                throw new IOException("planted");
            }

            Sent.Add(message.Payload);
            return Task.CompletedTask;
        }
    }
}
