using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using HallSuite.Tests.TestKit;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Tests.Operations.Administration;

public sealed class DeviceSetupTests
{
    private static readonly Actor Admin = Actor.System("test");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Register_ADevice_AnswersTheKeyOnceAndKeepsOnlyItsHash(DatabaseProvider provider)
    {
        await using var node = await TestHall.CreateAsync(provider);
        var sample = new SampleHall(TestHall.Start);
        await node.SeedAsync(sample.Entities);

        var made = (await node.Get<RegisterDevice>().ExecuteAsync(new(sample.Hall.Id, DeviceKind.Caller, " 3 号呼叫器 ", 3), Admin, Cancel)).ShouldPass();

        Assert.Matches("^[A-Za-z0-9_-]{43}$", made.Key);
        var device = await node.ReadAsync(db => db.Set<Device>().SingleAsync(Cancel));
        Assert.Equal((made.Device, "3 号呼叫器", 3, DeviceKeys.HashOf(made.Key)), (device.Id, device.Name, device.WindowNumber, device.KeyHash));
        var audit = await node.ReadAsync(db => db.Set<AuditRow>().SingleAsync(r => r.Operation == nameof(RegisterDevice), Cancel));
        Assert.Equal(("3 号呼叫器", "Caller, window 3"), (audit.Subject, audit.Detail));
        Assert.Null(await node.Get<Access>().RefusalAsync(Actor.Device(made.Device, "test"), Permission.CallTickets, sample.Hall.Id, Cancel));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Register_WithoutANameOrAtAnUnknownWindowOrHall_IsRefused(DatabaseProvider provider)
    {
        await using var node = await TestHall.CreateAsync(provider);
        var sample = new SampleHall(TestHall.Start);
        await node.SeedAsync(sample.Entities);
        var register = node.Get<RegisterDevice>();

        (await register.ExecuteAsync(new(sample.Hall.Id, DeviceKind.Kiosk, " ", null), Admin, Cancel)).ShouldBeRefused("device.name-invalid");
        (await register.ExecuteAsync(new(sample.Hall.Id, DeviceKind.Caller, "呼叫器", 77), Admin, Cancel)).ShouldBeRefused("window.unknown");
        (await register.ExecuteAsync(new(new HallId(Guid.NewGuid()), DeviceKind.Kiosk, "取号机", null), Admin, Cancel)).ShouldBeRefused("hall.unknown");
        Assert.False(await node.ReadAsync(db => db.Set<Device>().AnyAsync(Cancel)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Register_WithAnIdempotencyKey_KeepsNoAnswerInWhichTheKeyStands(DatabaseProvider provider)
    {
        await using var node = await TestHall.CreateAsync(provider);
        var sample = new SampleHall(TestHall.Start);
        await node.SeedAsync(sample.Entities);
        var twice = Admin with { Once = new OnceKey("once", "body") };

        var made = (await node.Get<RegisterDevice>().ExecuteAsync(new(sample.Hall.Id, DeviceKind.Kiosk, "取号机", null), twice, Cancel)).ShouldPass();
        (await node.Get<ReplaceDeviceKey>().ExecuteAsync(new(sample.Hall.Id, made.Device), twice, Cancel)).ShouldPass();

        Assert.False(await node.ReadAsync(db => db.Set<OnceRow>().AnyAsync(Cancel)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ReplaceKey_MakesTheOldOneWorthless(DatabaseProvider provider)
    {
        await using var node = await TestHall.CreateAsync(provider);
        var sample = new SampleHall(TestHall.Start);
        await node.SeedAsync(sample.Entities);
        var made = (await node.Get<RegisterDevice>().ExecuteAsync(new(sample.Hall.Id, DeviceKind.Screen, "大厅屏", null), Admin, Cancel)).ShouldPass();

        var again = (await node.Get<ReplaceDeviceKey>().ExecuteAsync(new(sample.Hall.Id, made.Device), Admin, Cancel)).ShouldPass();

        Assert.NotEqual(made.Key, again.Key);
        Assert.Equal([DeviceKeys.HashOf(again.Key)], await node.ReadAsync(db => db.Set<Device>().Select(d => d.KeyHash).ToListAsync(Cancel)));
        (await node.Get<ReplaceDeviceKey>().ExecuteAsync(new(sample.Hall.Id, new DeviceId(Guid.NewGuid())), Admin, Cancel)).ShouldBeRefused("device.unknown");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Revoke_ADevice_EndsItsRightsForGood(DatabaseProvider provider)
    {
        await using var node = await TestHall.CreateAsync(provider);
        var (sample, elsewhere) = (new SampleHall(TestHall.Start), new SampleHall(TestHall.Start, "elsewhere"));
        await node.SeedAsync([.. sample.Entities, elsewhere.Hall]);
        var made = (await node.Get<RegisterDevice>().ExecuteAsync(new(sample.Hall.Id, DeviceKind.Screen, "大厅屏", null), Admin, Cancel)).ShouldPass();
        var revoke = node.Get<RevokeDevice>();

        (await revoke.ExecuteAsync(new(elsewhere.Hall.Id, made.Device), Admin, Cancel)).ShouldBeRefused("device.unknown");
        (await revoke.ExecuteAsync(new(sample.Hall.Id, made.Device), Admin, Cancel)).ShouldPass();

        var denied = await node.Get<Access>().RefusalAsync(Actor.Device(made.Device, "test"), Permission.ViewQueue, sample.Hall.Id, Cancel);
        Assert.Equal("device.unknown", denied?.Code);
        (await revoke.ExecuteAsync(new(sample.Hall.Id, made.Device), Admin, Cancel)).ShouldBeRefused("device.already-revoked");
        (await node.Get<ReplaceDeviceKey>().ExecuteAsync(new(sample.Hall.Id, made.Device), Admin, Cancel)).ShouldBeRefused("device.already-revoked");
        var told = await node.ReadAsync(db => db.Set<ChangeFeedRow>().Where(r => r.Topics.Contains("/devices")).CountAsync(Cancel));
        Assert.Equal(2, told);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task List_ShowsWorkingDevicesFirstAndNoPartOfAKey(DatabaseProvider provider)
    {
        await using var node = await TestHall.CreateAsync(provider);
        var sample = new SampleHall(TestHall.Start);
        await node.SeedAsync(sample.Entities);
        var register = node.Get<RegisterDevice>();
        var lost = (await register.ExecuteAsync(new(sample.Hall.Id, DeviceKind.Kiosk, "一号取号机", null), Admin, Cancel)).ShouldPass();
        await register.ExecuteAsync(new(sample.Hall.Id, DeviceKind.Caller, "呼叫器", 2), Admin, Cancel);
        await node.Get<RevokeDevice>().ExecuteAsync(new(sample.Hall.Id, lost.Device), Admin, Cancel);

        var list = (await node.Get<AdminDeviceQueries>().ReadAsync(Admin, "sample", Cancel)).ShouldPass();

        Assert.Equal([("呼叫器", 2, false), ("一号取号机", null, true)], list.Devices.Select(d => (d.Name, d.Window, d.RevokedAt is not null)));
        Assert.InRange(list.At, list.Devices[0].CreatedAt, TestHall.Start.AddMinutes(5));
        Assert.Equal([1, 2, 3], list.Windows.Select(w => w.Number));
        Assert.DoesNotContain(typeof(AdminDevice).GetProperties(), p => p.Name.Contains("Key", StringComparison.OrdinalIgnoreCase));
        (await node.Get<AdminDeviceQueries>().ReadAsync(Admin, "nowhere", Cancel)).ShouldBeRefused("hall.unknown");
    }

    [Fact]
    public void HashOf_AKey_IsItsSha256InLowerCaseHex() =>
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", DeviceKeys.HashOf("abc"));
}
