using HallSuite.Domain.Cases;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Domain.Supervision;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using HallSuite.Infrastructure.Queueing;
using HallSuite.Infrastructure.Supervision;
using HallSuite.Tests.TestKit;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Tests.Operations.Administration;

/// <summary>Who may administer what, and that whoever may not leaves no trace.</summary>
public sealed class AdministrationRightsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task AnyAct_OfSomebodyWithoutThePermission_IsRefused(DatabaseProvider provider)
    {
        await using var node = await TestHall.CreateAsync(provider);
        var sample = new SampleHall(TestHall.Start);
        var device = Device.Register(new(Guid.NewGuid()), sample.Hall.Id, DeviceKind.Caller, "呼叫器", "hash", 1, TestHall.Start).Value;
        await node.SeedAsync([.. sample.Entities, device]);
        var (hall, lane, window, actor) = (sample.Hall.Id, sample.Lanes[0], sample.Windows[0], Actor.Device(device.Id, "test"));
        var (details, laneDetails, windowDetails) = (HallDetails.Of(sample.Hall), LaneDetails.Of(lane), WindowDetails.Of(window));
        var before = await node.ReadAsync(db => db.Set<AuditRow>().CountAsync(Cancel));

        Error?[] refusals =
        [
            (await node.Get<CreateHall>().ExecuteAsync(new("below", "下级", hall, "Asia/Shanghai"), actor, Cancel)).Error,
            (await node.Get<EditHall>().ExecuteAsync(new(hall, details, details with { Name = "x" }), actor, Cancel)).Error,
            (await node.Get<SetOpeningHours>().ExecuteAsync(new(hall, sample.Hall.Hours, false, []), actor, Cancel)).Error,
            (await node.Get<SetQueuePolicy>().ExecuteAsync(new(hall, sample.Hall.Policy, sample.Hall.Policy), actor, Cancel)).Error,
            (await node.Get<SetCasePolicy>().ExecuteAsync(new(hall, CasePolicy.Default, CasePolicy.Default), actor, Cancel)).Error,
            (await node.Get<SetCardPolicy>().ExecuteAsync(new(hall, CardPolicy.Default, CardPolicy.Default), actor, Cancel)).Error,
            (await node.Get<CasePolicyQueries>().ReadAsync(actor, hall, Cancel)).Error,
            (await node.Get<CardPolicyQueries>().ReadAsync(actor, hall, Cancel)).Error,
            (await node.Get<DeactivateHall>().ExecuteAsync(new(hall), actor, Cancel)).Error,
            (await node.Get<ReactivateHall>().ExecuteAsync(new(hall), actor, Cancel)).Error,
            (await node.Get<AddFloor>().ExecuteAsync(new(hall, 2, "二楼"), actor, Cancel)).Error,
            (await node.Get<RenameFloor>().ExecuteAsync(new(hall, 1, "一楼"), actor, Cancel)).Error,
            (await node.Get<RemoveFloor>().ExecuteAsync(new(hall, 1), actor, Cancel)).Error,
            (await node.Get<CreateLane>().ExecuteAsync(new(hall, laneDetails with { Prefix = "Z" }), actor, Cancel)).Error,
            (await node.Get<EditLane>().ExecuteAsync(new(hall, lane.Id, laneDetails, laneDetails with { Name = "x" }), actor, Cancel)).Error,
            (await node.Get<MoveLane>().ExecuteAsync(new(hall, lane.Id, 2), actor, Cancel)).Error,
            (await node.Get<CloseLane>().ExecuteAsync(new(hall, lane.Id), actor, Cancel)).Error,
            (await node.Get<ReopenLane>().ExecuteAsync(new(hall, lane.Id), actor, Cancel)).Error,
            (await node.Get<CreateWindow>().ExecuteAsync(new(hall, windowDetails with { Number = 9 }), actor, Cancel)).Error,
            (await node.Get<EditWindow>().ExecuteAsync(new(hall, window.Id, windowDetails, windowDetails with { Name = "x" }), actor, Cancel)).Error,
            (await node.Get<SetWindowLanes>().ExecuteAsync(new(hall, window.Id, window.Lanes, []), actor, Cancel)).Error,
            (await node.Get<RemoveWindow>().ExecuteAsync(new(hall, window.Id), actor, Cancel)).Error,
            (await node.Get<RegisterDevice>().ExecuteAsync(new(hall, DeviceKind.Kiosk, "取号机", null), actor, Cancel)).Error,
            (await node.Get<ReplaceDeviceKey>().ExecuteAsync(new(hall, device.Id), actor, Cancel)).Error,
            (await node.Get<RevokeDevice>().ExecuteAsync(new(hall, device.Id), actor, Cancel)).Error,
            (await node.Get<AdminHallQueries>().ReadAsync(actor, "sample", Cancel)).Error,
            (await node.Get<AdminDeviceQueries>().ReadAsync(actor, "sample", Cancel)).Error,
        ];

        Assert.All(refusals, r => Assert.Equal("device.wrong-kind", r?.Code));
        Assert.Equal(before, await node.ReadAsync(db => db.Set<AuditRow>().CountAsync(Cancel)));
        Assert.Empty((await node.Get<AdminHallQueries>().ListAsync(actor, Cancel)).Halls);
        Assert.Empty(await node.Get<AdminDeviceQueries>().HallsAsync(actor, Cancel));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task TheList_OfHalls_IsATreeWithItsCounts(DatabaseProvider provider)
    {
        await using var node = await TestHall.CreateAsync(provider);
        var (sample, admin) = (new SampleHall(TestHall.Start), Actor.System("test"));
        await node.SeedAsync(sample.Entities);
        var create = node.Get<CreateHall>();
        var below = (await create.ExecuteAsync(new("street", "街道", sample.Hall.Id, "Asia/Shanghai"), admin, Cancel)).ShouldPass();
        (await create.ExecuteAsync(new("community", "社区", below, "Asia/Shanghai"), admin, Cancel)).ShouldPass();
        (await create.ExecuteAsync(new("sample-2", "另一区", null, "Asia/Shanghai"), admin, Cancel)).ShouldPass();
        (await node.Get<DeactivateHall>().ExecuteAsync(new(below), admin, Cancel)).ShouldPass();

        var list = await node.Get<AdminHallQueries>().ListAsync(admin, Cancel);

        Assert.True(list.MayCreateTop);
        Assert.Equal(
            [("sample-2", 0, true), ("sample", 0, true), ("street", 1, false), ("community", 2, true)],
            list.Halls.Select(h => (h.Code, h.Depth, h.Active)));
        var hall = list.Halls.Single(h => h.Code == "sample");
        Assert.Equal((3, 3, 3, true), (hall.Lanes, hall.Windows, hall.OpenWindows, hall.OpenNow));
        Assert.Equal("样例厅", (await node.Get<AdminHallQueries>().ReadAsync(admin, "street", Cancel)).ShouldPass().ParentName);
        Assert.Equal(4, (await node.Get<AdminDeviceQueries>().HallsAsync(admin, Cancel)).Count);
    }
}
