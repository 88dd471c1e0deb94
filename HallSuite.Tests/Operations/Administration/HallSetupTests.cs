using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using HallSuite.Infrastructure.Staffing;
using HallSuite.Tests.TestKit;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Tests.Operations.Administration;

public sealed class HallSetupTests
{
    private static readonly Actor Admin = Actor.System("test");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Create_AHallBelowAnother_IsInUseWithOneFloorAndNotYetOpen(DatabaseProvider provider)
    {
        await using var node = await TestHall.CreateAsync(provider);
        var create = node.Get<CreateHall>();
        var top = (await create.ExecuteAsync(new("qinglan", "青澜区政务服务中心", null, "Asia/Shanghai"), Admin, Cancel)).ShouldPass();

        var below = (await create.ExecuteAsync(new(" dongmen ", "东门街道便民服务中心", top, "asia/urumqi"), Admin, Cancel)).ShouldPass();

        var hall = await node.ReadAsync(db => db.Set<ServiceHall>().SingleAsync(h => h.Id == below, Cancel));
        Assert.Equal(("dongmen", "/qinglan/dongmen/", top, true), (hall.Code, hall.Path, hall.Parent, hall.Active));
        Assert.Equal("Asia/Urumqi", hall.TimeZone);
        Assert.Equal([new Floor(1, "1F")], hall.Floors);
        Assert.Equal(OpeningHours.Never, hall.Hours);
        Assert.Equal(2, await node.ReadAsync(db => db.Set<AuditRow>().CountAsync(r => r.Operation == nameof(CreateHall), Cancel)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Create_WithATakenCodeUnknownZoneOrParent_IsRefusedAndLeavesNothing(DatabaseProvider provider)
    {
        await using var node = await TestHall.CreateAsync(provider);
        var create = node.Get<CreateHall>();
        await create.ExecuteAsync(new("qinglan", "青澜", null, "Asia/Shanghai"), Admin, Cancel);

        (await create.ExecuteAsync(new("qinglan", "又一个", null, "Asia/Shanghai"), Admin, Cancel)).ShouldBeRefused("hall.code-taken");
        (await create.ExecuteAsync(new("Qing Lan", "青澜", null, "Asia/Shanghai"), Admin, Cancel)).ShouldBeRefused("hall.code-invalid");
        (await create.ExecuteAsync(new("zone", "青澜", null, "China Standard Time"), Admin, Cancel)).ShouldBeRefused("hall.time-zone-unknown");
        (await create.ExecuteAsync(new("below", "青澜", new HallId(Guid.NewGuid()), "Asia/Shanghai"), Admin, Cancel)).ShouldBeRefused("hall.unknown");
        Assert.Equal(1, await node.ReadAsync(db => db.Set<ServiceHall>().CountAsync(Cancel)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Edit_WhatIsWrittenAboutAHall_IsKeptAuditedAndToldToItsBoards(DatabaseProvider provider)
    {
        await using var node = await TestHall.CreateAsync(provider);
        var sample = new SampleHall(TestHall.Start);
        await node.SeedAsync(sample.Entities);
        var seen = (await ReadAsync(node, sample)).Details;
        var wanted = seen with { Name = "样例政务大厅", Announcement = "国庆 10月1日–7日 大厅暂停服务。", Hotline = "0755-12345", Address = "学府路 1 号" };

        (await node.Get<EditHall>().ExecuteAsync(new(sample.Hall.Id, seen, wanted), Admin, Cancel)).ShouldPass();

        Assert.Equal(wanted, (await ReadAsync(node, sample)).Details);
        var audit = await node.ReadAsync(db => db.Set<AuditRow>().SingleAsync(r => r.Operation == nameof(EditHall), Cancel));
        Assert.Equal((sample.Hall.Id, "sample"), (audit.Hall!.Value, audit.Subject));
        Assert.Equal("name: 样例厅 → 样例政务大厅; announcement:  → 国庆 10月1日–7日 大厅暂停服务。; hotline:  → 0755-12345; address:  → 学府路 1 号", audit.Detail);
        var feed = await node.ReadAsync(db => db.Set<ChangeFeedRow>().SingleAsync(r => r.Stream == Streams.Queue(sample.Hall.Id), Cancel));
        Assert.Equal(
            new[] { HallTopics.Halls, HallTopics.Queue(sample.Hall.Id), HallTopics.Setup(sample.Hall.Id) }.Order(), feed.Topics.Split('\n').Order());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Edit_WhenSomebodyElseWasQuicker_IsRefusedAndKeepsTheirs(DatabaseProvider provider)
    {
        await using var node = await TestHall.CreateAsync(provider);
        var sample = new SampleHall(TestHall.Start);
        await node.SeedAsync(sample.Entities);
        var (edit, seen) = (node.Get<EditHall>(), (await ReadAsync(node, sample)).Details);
        (await edit.ExecuteAsync(new(sample.Hall.Id, seen, seen with { Hotline = "12345" }), Admin, Cancel)).ShouldPass();

        (await edit.ExecuteAsync(new(sample.Hall.Id, seen, seen with { Name = "别的名字" }), Admin, Cancel)).ShouldBeRefused("work.changed-elsewhere");

        Assert.Equal(seen with { Hotline = "12345" }, (await ReadAsync(node, sample)).Details);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Edit_WithOneBadField_SavesNoneOfThem(DatabaseProvider provider)
    {
        await using var node = await TestHall.CreateAsync(provider);
        var sample = new SampleHall(TestHall.Start);
        await node.SeedAsync(sample.Entities);
        var (edit, seen) = (node.Get<EditHall>(), (await ReadAsync(node, sample)).Details);

        (await edit.ExecuteAsync(new(sample.Hall.Id, seen, seen with { Name = "新名", TimeZone = "Mars/Base" }), Admin, Cancel))
            .ShouldBeRefused("hall.time-zone-unknown");
        (await edit.ExecuteAsync(new(sample.Hall.Id, seen, seen with { Name = "新名", Announcement = "一\n二" }), Admin, Cancel))
            .ShouldBeRefused("hall.announcement-invalid");
        (await edit.ExecuteAsync(new(new HallId(Guid.NewGuid()), seen, seen), Admin, Cancel)).ShouldBeRefused("hall.unknown");

        Assert.Equal(seen, (await ReadAsync(node, sample)).Details);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task SetOpeningHours_OfAWeek_DecidesWhetherTheHallIsOpen(DatabaseProvider provider)
    {
        await using var node = await TestHall.CreateAsync(provider);
        var sample = new SampleHall(TestHall.Start);
        await node.SeedAsync(sample.Entities);
        var set = node.Get<SetOpeningHours>();
        OpeningSpan[] week = [new(DayOfWeek.Monday, new(9, 0), 180), new(DayOfWeek.Monday, new(13, 0), 240), new(DayOfWeek.Friday, new(22, 0), 480)];

        (await set.ExecuteAsync(new(sample.Hall.Id, OpeningHours.AlwaysOpen, false, week), Admin, Cancel)).ShouldPass();

        var hall = await ReadAsync(node, sample);
        Assert.Equal(week, hall.Hours.Spans);
        Assert.True(hall.OpenNow); // Monday, 10:00
        (await set.ExecuteAsync(new(sample.Hall.Id, hall.Hours, false, []), Admin, Cancel)).ShouldPass();
        Assert.False((await ReadAsync(node, sample)).OpenNow);
        Assert.Equal(
            ["hours: always → Mon 09:00+180, Mon 13:00+240, Fri 22:00+480", "hours: Mon 09:00+180, Mon 13:00+240, Fri 22:00+480 → never"],
            await node.ReadAsync(db =>
                db.Set<AuditRow>().Where(r => r.Operation == nameof(SetOpeningHours)).OrderBy(r => r.Seq).Select(r => r.Detail).ToListAsync(Cancel)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task SetOpeningHours_ThatOverlapOrWereSetMeanwhile_AreRefused(DatabaseProvider provider)
    {
        await using var node = await TestHall.CreateAsync(provider);
        var sample = new SampleHall(TestHall.Start);
        await node.SeedAsync(sample.Entities);
        var set = node.Get<SetOpeningHours>();
        OpeningSpan[] overlap = [new(DayOfWeek.Monday, new(9, 0), 300), new(DayOfWeek.Monday, new(13, 0), 60)];
        OpeningSpan[] empty = [new(DayOfWeek.Tuesday, new(9, 0), 0)];

        Assert.Equal([DayOfWeek.Monday], (await set.ExecuteAsync(new(sample.Hall.Id, OpeningHours.AlwaysOpen, false, overlap), Admin, Cancel))
            .ShouldBeRefused("opening-hours.overlap").Arguments);
        Assert.Equal([DayOfWeek.Tuesday], (await set.ExecuteAsync(new(sample.Hall.Id, OpeningHours.AlwaysOpen, false, empty), Admin, Cancel))
            .ShouldBeRefused("opening-hours.length").Arguments);
        (await set.ExecuteAsync(new(sample.Hall.Id, OpeningHours.Never, true, []), Admin, Cancel)).ShouldBeRefused("work.changed-elsewhere");
        Assert.Equal(OpeningHours.AlwaysOpen, (await ReadAsync(node, sample)).Hours);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task SetQueuePolicy_IsKeptOrRefusedByTheNumberThatMakesNoSense(DatabaseProvider provider)
    {
        await using var node = await TestHall.CreateAsync(provider);
        var sample = new SampleHall(TestHall.Start);
        await node.SeedAsync(sample.Entities);
        var (set, mine) = (node.Get<SetQueuePolicy>(), QueuePolicy.Default with { AgeingMinutes = 45, RecallLimit = 2 });

        var refused = (await set.ExecuteAsync(new(sample.Hall.Id, QueuePolicy.Default, mine with { RejoinPlaces = 51 }), Admin, Cancel))
            .ShouldBeRefused("queue-policy.out-of-range");
        (await set.ExecuteAsync(new(sample.Hall.Id, QueuePolicy.Default, mine), Admin, Cancel)).ShouldPass();
        (await set.ExecuteAsync(new(sample.Hall.Id, QueuePolicy.Default, QueuePolicy.Default), Admin, Cancel)).ShouldBeRefused("work.changed-elsewhere");

        Assert.Equal(["RejoinPlaces", 0, 50], refused.Arguments);
        Assert.Equal(mine, (await ReadAsync(node, sample)).Policy);
        var audit = await node.ReadAsync(db => db.Set<AuditRow>().SingleAsync(r => r.Operation == nameof(SetQueuePolicy), Cancel));
        Assert.Equal("AgeingMinutes: 30 → 45; RecallLimit: 3 → 2", audit.Detail);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Deactivate_OnlyOnceEveryWindowIsClosed_AndBack(DatabaseProvider provider)
    {
        await using var node = await TestHall.CreateAsync(provider);
        var sample = new SampleHall(TestHall.Start);
        await node.SeedAsync(sample.Hall, sample.Windows[0], sample.Lanes[0], sample.Lanes[1]);
        var (off, on) = (node.Get<DeactivateHall>(), node.Get<ReactivateHall>());
        (await off.ExecuteAsync(new(sample.Hall.Id), Admin, Cancel)).ShouldBeRefused("hall.windows-open");
        await CloseWindowsAsync(node);

        (await off.ExecuteAsync(new(sample.Hall.Id), Admin, Cancel)).ShouldPass();

        (await node.Get<HallDirectory>().FindAsync("sample", Cancel)).ShouldBeRefused("hall.unknown");
        Assert.False((await ReadAsync(node, sample)).Active);
        (await on.ExecuteAsync(new(sample.Hall.Id), Admin, Cancel)).ShouldPass();
        (await on.ExecuteAsync(new(sample.Hall.Id), Admin, Cancel)).ShouldBeRefused("hall.wrong-state");
        (await node.Get<HallDirectory>().FindAsync("sample", Cancel)).ShouldPass();
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Floors_AreAddedRenamedAndRemovedWhereNoWindowStands(DatabaseProvider provider)
    {
        await using var node = await TestHall.CreateAsync(provider);
        var sample = new SampleHall(TestHall.Start);
        await node.SeedAsync(sample.Entities);
        var (add, rename, remove) = (node.Get<AddFloor>(), node.Get<RenameFloor>(), node.Get<RemoveFloor>());

        (await add.ExecuteAsync(new(sample.Hall.Id, 2, "二楼"), Admin, Cancel)).ShouldPass();
        (await add.ExecuteAsync(new(sample.Hall.Id, -1, "负一楼"), Admin, Cancel)).ShouldPass();
        (await rename.ExecuteAsync(new(sample.Hall.Id, 1, "大堂"), Admin, Cancel)).ShouldPass();
        (await add.ExecuteAsync(new(sample.Hall.Id, 2, "又二楼"), Admin, Cancel)).ShouldBeRefused("floor.number-taken");
        (await rename.ExecuteAsync(new(sample.Hall.Id, 9, "九楼"), Admin, Cancel)).ShouldBeRefused("floor.unknown");
        (await remove.ExecuteAsync(new(sample.Hall.Id, 1), Admin, Cancel)).ShouldBeRefused("floor.in-use");
        (await remove.ExecuteAsync(new(sample.Hall.Id, 2), Admin, Cancel)).ShouldPass();

        Assert.Equal([new AdminFloor(-1, "负一楼", 0), new AdminFloor(1, "大堂", 3)], (await ReadAsync(node, sample)).Floors);
        var audit = await node.ReadAsync(db => db.Set<AuditRow>().SingleAsync(r => r.Operation == nameof(RenameFloor), Cancel));
        Assert.Equal(("floor 1", "name: 1F → 大堂"), (audit.Subject, audit.Detail));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task TheLastChange_NamesWhoeverMadeIt(DatabaseProvider provider)
    {
        await using var node = await TestHall.CreateAsync(provider);
        var (sample, queries) = (new SampleHall(TestHall.Start), node.Get<AdminHallQueries>());
        await node.SeedAsync(sample.Entities);
        var lilei = (await node.Get<HireStaff>().ExecuteAsync(new("lilei", "李雷", "Correct-horse-9", MustChangePassword: false), Admin, Cancel)).ShouldPass();
        (await node.Get<GivePost>().ExecuteAsync(new(lilei, Role.Administrator, null, null), Admin, Cancel)).ShouldPass();
        var seen = (await ReadAsync(node, sample)).Details;
        Assert.Null(await queries.LastChangeAsync(Admin, sample.Hall.Id, [nameof(EditHall)], Cancel));

        (await node.Get<EditHall>().ExecuteAsync(new(sample.Hall.Id, seen, seen with { Hotline = "1" }), Admin, Cancel)).ShouldPass();
        Assert.Null((await queries.LastChangeAsync(Admin, sample.Hall.Id, [nameof(EditHall)], Cancel))!.Name);
        (await node.Get<EditHall>()
            .ExecuteAsync(new(sample.Hall.Id, seen with { Hotline = "1" }, seen with { Hotline = "2" }), Actor.Staff(lilei, "test"), Cancel))
            .ShouldPass();

        Assert.Equal("李雷", (await queries.LastChangeAsync(Admin, sample.Hall.Id, [nameof(EditHall)], Cancel))!.Name);
        Assert.Null(await queries.LastChangeAsync(Actor.Staff(new(Guid.NewGuid()), "test"), sample.Hall.Id, [nameof(EditHall)], Cancel));
    }

    private static async Task<AdminHall> ReadAsync(TestHall node, SampleHall sample) =>
        (await node.Get<AdminHallQueries>().ReadAsync(Admin, sample.Hall.Code, Cancel)).ShouldPass();

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
