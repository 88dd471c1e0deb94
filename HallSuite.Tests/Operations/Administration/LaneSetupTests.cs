using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using HallSuite.Infrastructure.Queueing;
using HallSuite.Tests.TestKit;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Tests.Operations.Administration;

public sealed class LaneSetupTests
{
    private static readonly Actor Admin = Actor.System("test");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Create_ALane_StandsBehindTheOthersAndIsOpen(DatabaseProvider provider)
    {
        await using var node = await TestHall.CreateAsync(provider);
        var sample = new SampleHall(TestHall.Start);
        await node.SeedAsync(sample.Entities);
        var (create, details) = (node.Get<CreateLane>(), new LaneDetails("H", "预约", "Bookings", 12));

        (await create.ExecuteAsync(new(sample.Hall.Id, details), Admin, Cancel)).ShouldPass();

        var lanes = (await ReadAsync(node, sample)).Lanes;
        Assert.Equal((details, true, 0), (lanes[3].Details, lanes[3].Open, lanes[3].Windows));
        Assert.Equal([2, 3, 1, 0], lanes.Select(l => l.Windows));
        (await create.ExecuteAsync(new(sample.Hall.Id, details), Admin, Cancel)).ShouldBeRefused("lane.prefix-taken");
        (await create.ExecuteAsync(new(sample.Hall.Id, details with { Prefix = "h" }), Admin, Cancel)).ShouldBeRefused("lane.prefix-invalid");
        (await create.ExecuteAsync(new(new HallId(Guid.NewGuid()), details), Admin, Cancel)).ShouldBeRefused("hall.unknown");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Edit_ALane_BeforeTheFirstNumberOfTheDay_ChangesItsPrefix(DatabaseProvider provider)
    {
        await using var node = await TestHall.CreateAsync(provider);
        var sample = new SampleHall(TestHall.Start);
        var yesterday = sample.NewTicket(0, 1, minutesAgo: 1000, day: new DateOnly(2026, 9, 27));
        yesterday.Lapse(TestHall.Start);
        await node.SeedAsync([.. sample.Entities, yesterday]);
        var (edit, seen) = (node.Get<EditLane>(), LaneDetails.Of(sample.Lanes[0]));
        var wanted = new LaneDetails("Q", "全科受理", "General", 15);

        (await edit.ExecuteAsync(new(sample.Hall.Id, sample.Lanes[0].Id, seen, wanted), Admin, Cancel)).ShouldPass();

        Assert.Equal(wanted, (await ReadAsync(node, sample)).Lanes[0].Details);
        var audit = await node.ReadAsync(db => db.Set<AuditRow>().SingleAsync(r => r.Operation == nameof(EditLane), Cancel));
        Assert.Equal(("lane A", "prefix: A → Q; name: 综合受理 → 全科受理; English name: Lane A → General; minutes: 8 → 15"), (audit.Subject, audit.Detail));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Edit_ThePrefix_AfterANumberWasGivenOut_IsRefusedEvenWhenItIsServed(DatabaseProvider provider)
    {
        await using var node = await TestHall.CreateAsync(provider);
        var sample = new SampleHall(TestHall.Start);
        var served = sample.NewTicket(0, 1, minutesAgo: 20);
        served.Call(sample.Windows[0].Id, 1, TestHall.Start);
        served.Serve(TestHall.Start);
        served.Finish(TestHall.Start);
        await node.SeedAsync([.. sample.Entities, served]);
        var (edit, seen) = (node.Get<EditLane>(), LaneDetails.Of(sample.Lanes[0]));

        var refused = (await edit.ExecuteAsync(new(sample.Hall.Id, sample.Lanes[0].Id, seen, seen with { Prefix = "Q" }), Admin, Cancel))
            .ShouldBeRefused("lane.in-use");
        (await edit.ExecuteAsync(new(sample.Hall.Id, sample.Lanes[0].Id, seen, seen with { Name = "综合" }), Admin, Cancel)).ShouldPass();

        Assert.Equal(["A"], refused.Arguments);
        Assert.Equal(seen with { Name = "综合" }, (await ReadAsync(node, sample)).Lanes[0].Details);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Edit_ThePrefix_WhileANumberWasSentOnAndIsStillOpen_IsRefused(DatabaseProvider provider)
    {
        await using var node = await TestHall.CreateAsync(provider);
        var sample = new SampleHall(TestHall.Start);
        var sentOn = sample.NewTicket(0, 1, minutesAgo: 700, day: new DateOnly(2026, 9, 27));
        sentOn.Transfer(sample.Lanes[1].Id, null, TestHall.Start);
        await node.SeedAsync([.. sample.Entities, sentOn]);
        var (edit, seen) = (node.Get<EditLane>(), LaneDetails.Of(sample.Lanes[0]));

        (await edit.ExecuteAsync(new(sample.Hall.Id, sample.Lanes[0].Id, seen, seen with { Prefix = "Q" }), Admin, Cancel)).ShouldBeRefused("lane.in-use");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Edit_ALane_WithATakenPrefixOrOvertaken_IsRefused(DatabaseProvider provider)
    {
        await using var node = await TestHall.CreateAsync(provider);
        var sample = new SampleHall(TestHall.Start);
        await node.SeedAsync(sample.Entities);
        var (edit, seen, lane) = (node.Get<EditLane>(), LaneDetails.Of(sample.Lanes[0]), sample.Lanes[0].Id);

        (await edit.ExecuteAsync(new(sample.Hall.Id, lane, seen, seen with { Prefix = "B" }), Admin, Cancel)).ShouldBeRefused("lane.prefix-taken");
        (await edit.ExecuteAsync(new(sample.Hall.Id, lane, seen, seen with { TypicalMinutes = 0 }), Admin, Cancel)).ShouldBeRefused("lane.minutes-invalid");
        (await edit.ExecuteAsync(new(sample.Hall.Id, lane, seen, seen with { NameEn = " " }), Admin, Cancel)).ShouldBeRefused("lane.name-en-invalid");
        (await edit.ExecuteAsync(new(sample.Hall.Id, lane, seen with { Name = "旧名" }, seen), Admin, Cancel)).ShouldBeRefused("work.changed-elsewhere");
        (await edit.ExecuteAsync(new(sample.Hall.Id, new LaneId(Guid.NewGuid()), seen, seen), Admin, Cancel)).ShouldBeRefused("lane.unknown");
        Assert.Equal(seen, (await ReadAsync(node, sample)).Lanes[0].Details);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Move_ALaneToAPlace_ClosesUpTheOthers(DatabaseProvider provider)
    {
        await using var node = await TestHall.CreateAsync(provider);
        var sample = new SampleHall(TestHall.Start);
        await node.SeedAsync(sample.Entities);

        foreach (var (place, order) in new[] { (1, "CAB"), (2, "ACB"), (99, "ABC"), (-5, "CAB"), (3, "ABC"), (3, "ABC") })
        {
            (await node.Get<MoveLane>().ExecuteAsync(new(sample.Hall.Id, sample.Lanes[2].Id, place), Admin, Cancel)).ShouldPass();

            Assert.Equal(order, string.Concat((await ReadAsync(node, sample)).Lanes.Select(l => l.Details.Prefix)));
            Assert.Equal([1, 2, 3], await node.ReadAsync(db => db.Set<Lane>().OrderBy(l => l.Order).Select(l => l.Order).ToListAsync(Cancel)));
        }

        (await node.Get<MoveLane>().ExecuteAsync(new(sample.Hall.Id, new LaneId(Guid.NewGuid()), 1), Admin, Cancel)).ShouldBeRefused("lane.unknown");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Close_ALane_AndReopenIt_IsToldToTheBoards(DatabaseProvider provider)
    {
        await using var node = await TestHall.CreateAsync(provider);
        var sample = new SampleHall(TestHall.Start);
        await node.SeedAsync(sample.Entities);
        var (close, reopen, lane) = (node.Get<CloseLane>(), node.Get<ReopenLane>(), sample.Lanes[1].Id);

        (await reopen.ExecuteAsync(new(sample.Hall.Id, lane), Admin, Cancel)).ShouldBeRefused("lane.wrong-state");
        (await close.ExecuteAsync(new(sample.Hall.Id, lane), Admin, Cancel)).ShouldPass();
        Assert.False((await ReadAsync(node, sample)).Lanes[1].Open);
        (await close.ExecuteAsync(new(sample.Hall.Id, lane), Admin, Cancel)).ShouldBeRefused("lane.wrong-state");
        (await reopen.ExecuteAsync(new(sample.Hall.Id, lane), Admin, Cancel)).ShouldPass();
        (await close.ExecuteAsync(new(sample.Hall.Id, new LaneId(Guid.NewGuid())), Admin, Cancel)).ShouldBeRefused("lane.unknown");

        var told = await node.ReadAsync(db =>
            db.Set<ChangeFeedRow>().Where(r => r.Stream == Streams.Queue(sample.Hall.Id)).Select(r => r.Topics).ToListAsync(Cancel));
        Assert.Equal(2, told.Count);
        Assert.All(told, t => Assert.Contains(HallTopics.Queue(sample.Hall.Id), t.Split('\n')));
    }

    private static async Task<AdminHall> ReadAsync(TestHall node, SampleHall sample) =>
        (await node.Get<AdminHallQueries>().ReadAsync(Admin, sample.Hall.Code, Cancel)).ShouldPass();
}
