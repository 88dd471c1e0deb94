using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using HallSuite.Infrastructure.Staffing;
using HallSuite.Tests.TestKit;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Tests.Operations.Platform;

/// <summary>What holds for every operation, because all of them run in HallWork.</summary>
public sealed class HallWorkTests
{
    private static readonly Actor Chief = Actor.System("test");
    private static readonly WorkOrder Plain = new("Plain", Permission.ActAsSystem, Scope.Everything, Streams.Platform, "subject");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Run_WhenTheBodyRefuses_LeavesNothing(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);
        var sample = new SampleHall(TestHall.Start);

        var refused = await hall.Get<HallWork>().RunAsync(Plain, Chief, (work, _) =>
        {
            work.Db.AddRange(sample.Entities);
            work.Note("Inner", "inner");
            work.Send("kind", new { });
            return Task.FromResult<Result>(HallErrors.Unknown);
        }, Cancel);

        refused.ShouldBeRefused("hall.unknown");
        Assert.Equal((0, 0, 0, 0, 0), await RowsAsync(hall));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Run_WhenTheBodyThrows_LeavesNothingAndTheStreamGoesOn(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);
        var works = hall.Get<HallWork>();

        await Assert.ThrowsAsync<NotSupportedException>(() => works.RunAsync(Plain, Chief, (work, _) =>
        {
            work.Db.AddRange(new SampleHall(TestHall.Start).Entities);
            throw new NotSupportedException();
        }, Cancel));
        Assert.Equal((0, 0, 0, 0, 0), await RowsAsync(hall));

        (await works.RunAsync(Plain, Chief, (_, _) => Task.FromResult(Result.Ok), Cancel)).ShouldPass();
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Run_WhenDone_WritesOneAuditRowAndOneForEachNoteAndTheFeed(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);
        var sample = new SampleHall(TestHall.Start);
        var order = new WorkOrder("Plain", Permission.ActAsSystem, sample.Hall.Id, Streams.Platform, "subject", "because");

        await hall.Get<HallWork>().RunAsync(order, Actor.System("a-job"), (work, _) =>
        {
            work.Db.Add(sample.Hall);
            work.Detail = "detail";
            work.Note("Inner", "inner", "more");
            work.Topics.Add("my-topic");
            work.Send("kind", new { A = 1 });
            return Task.FromResult(Result.Ok);
        }, Cancel);

        var rows = await hall.ReadAsync(db => db.Set<AuditRow>().OrderBy(r => r.Part).ToListAsync(Cancel));
        Assert.Equal(
            [("Plain", "subject", "because", "detail", 1L, 0), ("Inner", "inner", "because", "more", 1L, 1)],
            rows.Select(r => (r.Operation, r.Subject!, r.Reason!, r.Detail!, r.Seq, r.Part)));
        Assert.All(rows, r => Assert.Equal((ActorKind.System, "a-job", sample.Hall.Id), (r.ActorKind, r.From, r.Hall!.Value)));
        var feed = await hall.ReadAsync(db => db.Set<ChangeFeedRow>().SingleAsync(Cancel));
        Assert.Equal((Streams.Platform, 1L), (feed.Stream, feed.Seq));
        Assert.Superset(new HashSet<string> { HallTopics.Halls, HallTopics.Setup(sample.Hall.Id), "my-topic" }, feed.Topics.Split('\n').ToHashSet());
        Assert.Equal("{\"a\":1}", (await hall.ReadAsync(db => db.Set<OutboxRow>().SingleAsync(Cancel))).Payload);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Run_ReadsThePermissionFromTheDatabaseEachTime(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);
        var sample = new SampleHall(TestHall.Start);
        await hall.SeedAsync(sample.Entities);
        var clerk = await hall.HireAsync("clerk1");
        var post = await hall.GiveAsync(clerk, Role.WindowClerk, sample.Hall.Id);
        var order = new WorkOrder("Call", Permission.CallTickets, sample.Hall.Id, Streams.Queue(sample.Hall.Id));
        Task<Result> CallAsync() => hall.Get<HallWork>().RunAsync(order, Actor.Staff(clerk, "desk"), (_, _) => Task.FromResult(Result.Ok), Cancel);
        (await CallAsync()).ShouldPass();

        (await hall.Get<EndPost>().ExecuteAsync(new(post), Chief, Cancel)).ShouldPass();

        (await CallAsync()).ShouldBeRefused("permission.denied");
        Assert.Equal(1, await hall.ReadAsync(db => db.Set<AuditRow>().CountAsync(r => r.Operation == "Call", Cancel)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Run_InAnotherHallThanThePostReaches_IsRefused(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);
        var (here, there) = (new SampleHall(TestHall.Start), new SampleHall(TestHall.Start, "other"));
        await hall.SeedAsync([.. here.Entities, .. there.Entities]);
        var clerk = await hall.HireAsync("clerk1");
        await hall.GiveAsync(clerk, Role.WindowClerk, here.Hall.Id);
        var order = new WorkOrder("Call", Permission.CallTickets, there.Hall.Id, Streams.Queue(there.Hall.Id));

        var refused = await hall.Get<HallWork>().RunAsync(order, Actor.Staff(clerk, "desk"), (_, _) => throw new InvalidOperationException("must not run"), Cancel);

        refused.ShouldBeRefused("permission.denied");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Run_WhenTheSameThingWasChangedMeanwhile_IsRefused(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);
        var sample = new SampleHall(TestHall.Start);
        await hall.SeedAsync(sample.Entities);
        var works = hall.Get<HallWork>();
        Task<ServiceWindow> ReadAsync() => hall.ReadAsync(db => db.Set<ServiceWindow>().AsNoTracking().SingleAsync(w => w.Number == 1, Cancel));
        Task<Result> RenameAsync(ServiceWindow seen, string name) => works.RunAsync(Plain, Chief, (work, _) =>
        {
            work.Db.Attach(seen);
            return Task.FromResult(seen.Rename(name));
        }, Cancel);
        var (first, second) = (await ReadAsync(), await ReadAsync());

        (await RenameAsync(first, "甲")).ShouldPass();
        (await RenameAsync(second, "乙")).ShouldBeRefused("work.changed-elsewhere");

        var now = await ReadAsync();
        Assert.Equal(("甲", 2L), (now.Name, now.Version));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Run_WhenOnlyAnOwnedRowChanges_RaisesTheVersionOfItsOwner(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);
        var sample = new SampleHall(TestHall.Start);
        await hall.SeedAsync(sample.Entities);

        await hall.Get<HallWork>().RunAsync(Plain, Chief, async (work, token) =>
        {
            var window = await work.Db.Set<ServiceWindow>().SingleAsync(w => w.Number == 2, token);
            return window.SetLanes([new WindowLane(sample.Lanes[0].Id, 1)]);
        }, Cancel);

        Assert.Equal(2, await hall.ReadAsync(db => db.Set<ServiceWindow>().Where(w => w.Number == 2).Select(w => w.Version).SingleAsync(Cancel)));
        var topics = (await hall.ReadAsync(db => db.Set<ChangeFeedRow>().OrderBy(r => r.Seq).LastAsync(Cancel))).Topics;
        Assert.Contains(HallTopics.Window(sample.Windows[1].Id), topics, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Run_WhenARowWithTheSameKeyIsThere_IsRefused(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);
        await hall.SeedAsync(new SampleHall(TestHall.Start).Hall);

        var refused = await hall.Get<HallWork>().RunAsync(Plain, Chief, (work, _) =>
        {
            work.Db.Add(new SampleHall(TestHall.Start).Hall);
            return Task.FromResult(Result.Ok);
        }, Cancel);

        refused.ShouldBeRefused("work.duplicate");
        Assert.Equal(1, await hall.ReadAsync(db => db.Set<ServiceHall>().CountAsync(Cancel)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Save_OutsideAnOperation_Throws(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);

        await Assert.ThrowsAsync<InvalidOperationException>(() => hall.ReadAsync(db =>
        {
            db.Add(new SampleHall(TestHall.Start).Hall);
            return db.SaveChangesAsync(Cancel);
        }));
        await Assert.ThrowsAsync<InvalidOperationException>(() => hall.ReadAsync(db =>
        {
            db.Add(new SampleHall(TestHall.Start).Hall);
            return Task.FromResult(db.SaveChanges());
        }));

        Assert.Equal(0, await hall.ReadAsync(db => db.Set<ServiceHall>().CountAsync(Cancel)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Run_WithTheSameKeyAndBody_GivesTheSameAnswerOnce(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);
        var runs = 0;
        Task<Result<int>> AskAsync(string key, string body, Guid actor, bool refuse = false) => hall.Get<HallWork>().RunAsync<int>(
            Plain, new Actor(ActorKind.System, actor, "test", new OnceKey(key, body)),
            (_, _) => Task.FromResult<Result<int>>(++runs is var run && refuse ? HallErrors.FloorUnknown(run) : run), Cancel);
        var (one, other) = (Guid.NewGuid(), Guid.NewGuid());

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => AskAsync("key", "body", one)));

        Assert.All(answers, a => Assert.Equal(1, a.ShouldPass()));
        (await AskAsync("key", "another body", one)).ShouldBeRefused("idempotency.key-reused");
        Assert.Equal(2, (await AskAsync("key", "body", other)).ShouldPass());
        Assert.Equal("3", (await AskAsync("refused", "body", one, refuse: true)).ShouldBeRefused("floor.unknown").Arguments[0].ToString());
        Assert.Equal("3", (await AskAsync("refused", "body", one)).ShouldBeRefused("floor.unknown").Arguments[0].ToString());
        Assert.Equal(3, runs);
    }

    private static async Task<(int Halls, int Audit, int Feed, int Outbox, int Counters)> RowsAsync(TestHall hall) => await hall.ReadAsync(async db => (
        await db.Set<ServiceHall>().CountAsync(Cancel), await db.Set<AuditRow>().CountAsync(Cancel), await db.Set<ChangeFeedRow>().CountAsync(Cancel),
        await db.Set<OutboxRow>().CountAsync(Cancel), await db.Set<StreamCounter>().CountAsync(Cancel)));
}
