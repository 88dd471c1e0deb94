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

public sealed class WindowSetupTests
{
    private static readonly Actor Admin = Actor.System("test");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Create_AWindow_IsClosedAndServesNobodyYet(DatabaseProvider provider)
    {
        await using var node = await TestHall.CreateAsync(provider);
        var sample = new SampleHall(TestHall.Start);
        await node.SeedAsync(sample.Entities);
        var (create, details) = (node.Get<CreateWindow>(), new WindowDetails(12, "出件窗口", 1, WindowKind.Issuing));

        (await create.ExecuteAsync(new(sample.Hall.Id, details), Admin, Cancel)).ShouldPass();

        var window = (await ReadAsync(node, sample)).Windows[^1];
        Assert.Equal((details, WindowState.Closed), (window.Details, window.State));
        Assert.Empty(window.Lanes);
        (await create.ExecuteAsync(new(sample.Hall.Id, details), Admin, Cancel)).ShouldBeRefused("window.number-taken");
        (await create.ExecuteAsync(new(sample.Hall.Id, details with { Number = 1000 }), Admin, Cancel)).ShouldBeRefused("window.number-invalid");
        (await create.ExecuteAsync(new(sample.Hall.Id, details with { Number = 13, Floor = 4 }), Admin, Cancel)).ShouldBeRefused("floor.unknown");
        (await create.ExecuteAsync(new(sample.Hall.Id, details with { Number = 13, Name = "" }), Admin, Cancel)).ShouldBeRefused("window.name-invalid");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Edit_AClosedWindow_TakesItsDevicesToTheNewNumber(DatabaseProvider provider)
    {
        await using var node = await TestHall.CreateAsync(provider);
        var sample = new SampleHall(TestHall.Start);
        var window = sample.Windows[1];
        window.Close(TestHall.Start);
        var caller = Device.Register(new(Guid.NewGuid()), sample.Hall.Id, DeviceKind.Caller, "2 号呼叫器", "hash-a", 2, TestHall.Start).Value;
        var other = Device.Register(new(Guid.NewGuid()), sample.Hall.Id, DeviceKind.Caller, "3 号呼叫器", "hash-b", 3, TestHall.Start).Value;
        await node.SeedAsync([.. sample.Entities, caller, other]);
        var wanted = new WindowDetails(22, "企业开办专窗", 1, WindowKind.Department);

        (await node.Get<EditWindow>().ExecuteAsync(new(sample.Hall.Id, window.Id, WindowDetails.Of(window), wanted), Admin, Cancel)).ShouldPass();

        Assert.Equal(wanted, (await ReadAsync(node, sample)).Windows.Single(w => w.Id == window.Id).Details);
        Assert.Equal([22, 3], await node.ReadAsync(db => db.Set<Device>().OrderBy(d => d.KeyHash).Select(d => d.WindowNumber!.Value).ToListAsync(Cancel)));
        var told = await node.ReadAsync(db => db.Set<ChangeFeedRow>().SingleAsync(r => r.Stream == Streams.Queue(sample.Hall.Id), Cancel));
        Assert.Contains(HallTopics.Window(window.Id), told.Topics.Split('\n'));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Edit_AnOpenWindow_KeepsItsNumberButTakesAName(DatabaseProvider provider)
    {
        await using var node = await TestHall.CreateAsync(provider);
        var sample = new SampleHall(TestHall.Start);
        await node.SeedAsync(sample.Entities);
        var (edit, window) = (node.Get<EditWindow>(), sample.Windows[0]);
        var seen = WindowDetails.Of(window);

        (await edit.ExecuteAsync(new(sample.Hall.Id, window.Id, seen, seen with { Number = 9 }), Admin, Cancel)).ShouldBeRefused("window.wrong-state");
        (await edit.ExecuteAsync(new(sample.Hall.Id, window.Id, seen, seen with { Floor = 7 }), Admin, Cancel)).ShouldBeRefused("floor.unknown");
        (await edit.ExecuteAsync(new(sample.Hall.Id, window.Id, seen, seen with { Name = "综合一窗" }), Admin, Cancel)).ShouldPass();
        (await edit.ExecuteAsync(new(sample.Hall.Id, window.Id, seen, seen with { Name = "别的" }), Admin, Cancel)).ShouldBeRefused("work.changed-elsewhere");

        Assert.Equal(seen with { Name = "综合一窗" }, (await ReadAsync(node, sample)).Windows[0].Details);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Edit_AClosedWindow_ToANumberThatIsTaken_IsRefused(DatabaseProvider provider)
    {
        await using var node = await TestHall.CreateAsync(provider);
        var sample = new SampleHall(TestHall.Start);
        sample.Windows[0].Close(TestHall.Start);
        await node.SeedAsync(sample.Entities);
        var seen = WindowDetails.Of(sample.Windows[0]);

        (await node.Get<EditWindow>().ExecuteAsync(new(sample.Hall.Id, sample.Windows[0].Id, seen, seen with { Number = 3 }), Admin, Cancel))
            .ShouldBeRefused("window.number-taken");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task SetLanes_ReplacesTheSkillsAndReleasesWhoWasReservedInALaneItDrops(DatabaseProvider provider)
    {
        await using var node = await TestHall.CreateAsync(provider);
        var sample = new SampleHall(TestHall.Start);
        var (window, a, b, c) = (sample.Windows[0], sample.Lanes[0].Id, sample.Lanes[1].Id, sample.Lanes[2].Id);
        var dropped = sample.NewTicket(1, 1, minutesAgo: 9);
        dropped.Transfer(b, window.Id, TestHall.Start);
        var kept = sample.NewTicket(0, 1, minutesAgo: 8);
        kept.Transfer(a, window.Id, TestHall.Start);
        await node.SeedAsync([.. sample.Entities, dropped, kept]);

        (await node.Get<SetWindowLanes>().ExecuteAsync(new(sample.Hall.Id, window.Id, [new(a, 1), new(b, 2)], [new(c, 1), new(a, 2)]), Admin, Cancel))
            .ShouldPass();

        Assert.Equal([new WindowLane(c, 1), new WindowLane(a, 2)], (await ReadAsync(node, sample)).Windows[0].Lanes);
        Assert.Null(await node.ReadAsync(db => db.Set<Ticket>().Where(t => t.Id == dropped.Id).Select(t => t.ReservedWindow).SingleAsync(Cancel)));
        Assert.Equal(window.Id, await node.ReadAsync(db => db.Set<Ticket>().Where(t => t.Id == kept.Id).Select(t => t.ReservedWindow).SingleAsync(Cancel)));
        var audit = await node.ReadAsync(db =>
            db.Set<AuditRow>().Where(r => r.Stream == Streams.Queue(sample.Hall.Id)).OrderBy(r => r.Part).ToListAsync(Cancel));
        Assert.Equal(
            [("SetWindowLanes", "window 1", "lanes: A1 B2 → C1 A2"), ("ReleaseTicket", "B001", "window 1")],
            audit.Select(r => (r.Operation, r.Subject, r.Detail)));
        var told = await node.ReadAsync(db => db.Set<ChangeFeedRow>().SingleAsync(r => r.Stream == Streams.Queue(sample.Hall.Id), Cancel));
        Assert.Contains(HallTopics.Window(window.Id), told.Topics.Split('\n'));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task SetLanes_OnlyToAnotherRank_IsSeenByTheNextReader(DatabaseProvider provider)
    {
        await using var node = await TestHall.CreateAsync(provider);
        var sample = new SampleHall(TestHall.Start);
        await node.SeedAsync(sample.Entities);
        var (set, window, a, b) = (node.Get<SetWindowLanes>(), sample.Windows[0], sample.Lanes[0].Id, sample.Lanes[1].Id);
        var version = await VersionAsync(node, window);

        (await set.ExecuteAsync(new(sample.Hall.Id, window.Id, [new(a, 1), new(b, 2)], [new(a, 2), new(b, 1)]), Admin, Cancel)).ShouldPass();

        Assert.Equal([new WindowLane(b, 1), new WindowLane(a, 2)], (await ReadAsync(node, sample)).Windows[0].Lanes);
        Assert.Equal(version + 1, await VersionAsync(node, window));
        (await set.ExecuteAsync(new(sample.Hall.Id, window.Id, [new(a, 1), new(b, 2)], []), Admin, Cancel)).ShouldBeRefused("work.changed-elsewhere");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task SetLanes_ThatMakeNoSense_AreRefused(DatabaseProvider provider)
    {
        await using var node = await TestHall.CreateAsync(provider);
        var sample = new SampleHall(TestHall.Start);
        await node.SeedAsync(sample.Entities);
        var (set, window, b) = (node.Get<SetWindowLanes>(), sample.Windows[1].Id, sample.Lanes[1].Id);
        WindowLane[] seen = [new(b, 1)];

        (await set.ExecuteAsync(new(sample.Hall.Id, window, seen, [new(b, 100)]), Admin, Cancel)).ShouldBeRefused("window.rank-invalid");
        (await set.ExecuteAsync(new(sample.Hall.Id, window, seen, [new(b, 1), new(b, 2)]), Admin, Cancel)).ShouldBeRefused("window.lane-twice");
        (await set.ExecuteAsync(new(sample.Hall.Id, window, seen, [new(new LaneId(Guid.NewGuid()), 1)]), Admin, Cancel)).ShouldBeRefused("lane.unknown");
        (await set.ExecuteAsync(new(sample.Hall.Id, new WindowId(Guid.NewGuid()), seen, seen), Admin, Cancel)).ShouldBeRefused("window.unknown");
        Assert.Equal(seen, (await ReadAsync(node, sample)).Windows[1].Lanes);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Remove_AWindowThatNeverHadATicket_IsGoneWithItsSkills(DatabaseProvider provider)
    {
        await using var node = await TestHall.CreateAsync(provider);
        var sample = new SampleHall(TestHall.Start);
        var window = sample.Windows[2];
        window.Close(TestHall.Start);
        await node.SeedAsync(sample.Entities);

        (await node.Get<RemoveWindow>().ExecuteAsync(new(sample.Hall.Id, window.Id), Admin, Cancel)).ShouldPass();

        Assert.Equal([1, 2], (await ReadAsync(node, sample)).Windows.Select(w => w.Details.Number));
        var told = await node.ReadAsync(db => db.Set<ChangeFeedRow>().SingleAsync(r => r.Stream == Streams.Queue(sample.Hall.Id), Cancel));
        Assert.Contains(HallTopics.Setup(sample.Hall.Id), told.Topics.Split('\n'));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Remove_AWindowWithAHistoryAReservationOrADevice_IsRefused(DatabaseProvider provider)
    {
        await using var node = await TestHall.CreateAsync(provider);
        var sample = new SampleHall(TestHall.Start);
        var (calledBack, reserved, device) = (sample.NewTicket(0, 1, minutesAgo: 9), sample.NewTicket(1, 1, minutesAgo: 9),
            Device.Register(new(Guid.NewGuid()), sample.Hall.Id, DeviceKind.Screen, "窗口屏", "hash", 3, TestHall.Start).Value);
        calledBack.Call(sample.Windows[0].Id, 1, TestHall.Start);
        var call = CallEntry.Of(calledBack, 1, 1, 1, TestHall.Start);
        calledBack.Transfer(sample.Lanes[1].Id, null, TestHall.Start); // and has forgotten window 1
        reserved.Transfer(sample.Lanes[1].Id, sample.Windows[1].Id, TestHall.Start);
        await node.SeedAsync([.. sample.Entities, calledBack, call, reserved, device]);
        var remove = node.Get<RemoveWindow>();
        (await remove.ExecuteAsync(new(sample.Hall.Id, sample.Windows[0].Id), Admin, Cancel)).ShouldBeRefused("window.wrong-state");
        await CloseWindowsAsync(node);

        (await remove.ExecuteAsync(new(sample.Hall.Id, sample.Windows[0].Id), Admin, Cancel)).ShouldBeRefused("window.in-use");
        (await remove.ExecuteAsync(new(sample.Hall.Id, sample.Windows[1].Id), Admin, Cancel)).ShouldBeRefused("window.in-use");
        (await remove.ExecuteAsync(new(sample.Hall.Id, sample.Windows[2].Id), Admin, Cancel)).ShouldBeRefused("window.has-devices");
        Assert.Equal(3, (await ReadAsync(node, sample)).Windows.Count);
    }

    private static async Task<AdminHall> ReadAsync(TestHall node, SampleHall sample) =>
        (await node.Get<AdminHallQueries>().ReadAsync(Admin, sample.Hall.Code, Cancel)).ShouldPass();

    private static Task<long> VersionAsync(TestHall node, ServiceWindow window) =>
        node.ReadAsync(db => db.Set<ServiceWindow>().Where(w => w.Id == window.Id).Select(w => w.Version).SingleAsync(Cancel));

    private static Task<Result> CloseWindowsAsync(TestHall node) => node.Get<HallWork>().RunAsync(
        new WorkOrder("CloseAll", Permission.ActAsSystem, Scope.Everything, Streams.Platform), Admin, async (work, token) =>
        {
            foreach (var window in await work.Db.Set<ServiceWindow>().ToListAsync(token))
            {
                window.Close(work.Now);
            }

            return Result.Ok;
        }, Cancel);
}
