using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Queueing;
using HallSuite.Tests.TestKit;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Tests.Operations.Queueing;

/// <summary>Opening, pausing and closing windows, and who sits there.</summary>
public sealed class WindowTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Open_ByAClerk_SeatsThem(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        var clerk = await scene.StaffAsync("clerk");
        (await scene.CloseAsync(1)).ShouldPass();

        var opened = (await scene.OpenAsync(1, clerk)).ShouldPass();

        Assert.Equal((1, "1 号窗口", 1, WindowKind.General, WindowState.Open), (opened.No, opened.Name, opened.Floor, opened.Kind, opened.State));
        Assert.Equal(["A", "B"], opened.Lanes);
        Assert.Null(opened.Number);
        Assert.Equal(new StaffId(clerk.Id), (await WindowAsync(scene, 1)).Clerk);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Open_AnOpenWindow_IsRefused(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);

        var refused = (await scene.OpenAsync(1)).ShouldBeRefused("window.wrong-state");

        Assert.Equal([WindowState.Open, WindowAct.Open], refused.Arguments);
        (await scene.OpenAsync(9)).ShouldBeRefused("window.unknown");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Open_APausedWindow_EndsThePause(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        var clerk = await scene.ClerkAtAsync(1);
        (await scene.PauseAsync(1, clerk)).ShouldPass();
        (await scene.TryTakeAsync("A")).ShouldPass();
        (await scene.TryCallAsync(1, clerk)).ShouldBeRefused("window.wrong-state");

        Assert.Equal(WindowState.Open, (await scene.OpenAsync(1, clerk)).ShouldPass().State);

        (await scene.TryCallAsync(1, clerk)).ShouldPass();
        Assert.Null((await WindowAsync(scene, 1)).PauseReason);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Open_WhereSomebodyElseSits_IsRefused(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        var clerk = await scene.ClerkAtAsync(1);
        var other = await scene.StaffAsync("other");
        (await scene.OpenAsync(1, other)).ShouldBeRefused("window.taken");
        (await scene.PauseAsync(1, clerk)).ShouldPass();

        (await scene.OpenAsync(1, other)).ShouldBeRefused("window.taken");

        Assert.Equal(new StaffId(clerk.Id), (await WindowAsync(scene, 1)).Clerk);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Open_AnotherWindow_ClosesTheOneBefore(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        var clerk = await scene.ClerkAtAsync(1);
        (await scene.CloseAsync(2)).ShouldPass();

        (await scene.OpenAsync(2, clerk)).ShouldPass();

        Assert.Equal((WindowState.Closed, null), ((await WindowAsync(scene, 1)) is var left ? (left.State, left.Clerk) : default));
        Assert.Equal(new StaffId(clerk.Id), (await WindowAsync(scene, 2)).Clerk);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Open_AnotherWindow_WithATicketAtTheOneBefore_IsRefused(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        var clerk = await scene.ClerkAtAsync(1);
        await scene.CalledAsync(1, actor: clerk);
        (await scene.CloseAsync(2)).ShouldPass();

        Assert.Equal("A001", Assert.Single((await scene.OpenAsync(2, clerk)).ShouldBeRefused("window.busy").Arguments));
        Assert.Equal(WindowState.Closed, (await WindowAsync(scene, 2)).State);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Open_WhileSittingInAnotherHall_IsRefused(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        var clerk = await scene.ClerkAtAsync(1);
        var elsewhere = new SampleHall(TestHall.Start, "elsewhere");
        await scene.Node.SeedAsync(elsewhere.Entities);
        await scene.Node.GiveAsync(new StaffId(clerk.Id), Role.WindowClerk, elsewhere.Hall.Id);
        (await scene.Get<CloseWindow>().ExecuteAsync(new(elsewhere.Hall.Id, 1), QueueScene.System, QueueScene.Cancel)).ShouldPass();

        var refused = await scene.Get<OpenWindow>().ExecuteAsync(new(elsewhere.Hall.Id, 1), clerk, QueueScene.Cancel);

        Assert.Equal([1, "样例厅"], refused.ShouldBeRefused("window.seat-in-other-hall").Arguments);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Open_ByAHallManager_SeatsNobody(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        var manager = await scene.StaffAsync("manager", Role.HallManager);
        (await scene.CloseAsync(1, manager)).ShouldPass();

        (await scene.OpenAsync(1, manager)).ShouldPass();

        Assert.Null((await WindowAsync(scene, 1)).Clerk);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Pause_SaysWhyAndLetsThePresentTicketBeFinished(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        var ticket = await scene.ServingAsync(1);

        var paused = (await scene.Get<PauseWindow>().ExecuteAsync(new(scene.Id, 1, PauseReason.Meeting, " 十分钟 "), QueueScene.System, QueueScene.Cancel)).ShouldPass();

        Assert.Equal((WindowState.Paused, "A001"), (paused.State, paused.Number));
        var window = await WindowAsync(scene, 1);
        Assert.Equal((PauseReason.Meeting, "十分钟"), (window.PauseReason, window.PauseNote));
        (await scene.PauseAsync(1)).ShouldBeRefused("window.wrong-state");
        (await scene.FinishAsync(ticket)).ShouldPass();
        (await scene.TryCallAsync(1)).ShouldBeRefused("window.wrong-state");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Pause_WithANoteOfTwoLines_IsRefused(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);

        var refused = await scene.Get<PauseWindow>().ExecuteAsync(new(scene.Id, 1, PauseReason.Other, "一\n二"), QueueScene.System, QueueScene.Cancel);

        refused.ShouldBeRefused("window.note-invalid");
        Assert.Equal(WindowState.Open, (await WindowAsync(scene, 1)).State);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Close_WhileATicketIsCalledOrServedThere_IsRefused(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        var ticket = await scene.CalledAsync(1);
        (await scene.CloseAsync(1)).ShouldBeRefused("window.busy");
        await scene.ServeAsync(ticket);
        (await scene.CloseAsync(1)).ShouldBeRefused("window.busy");
        (await scene.HoldAsync(ticket)).ShouldPass();

        Assert.Equal(WindowState.Closed, (await scene.CloseAsync(1)).ShouldPass().State);

        (await scene.CloseAsync(1)).ShouldBeRefused("window.wrong-state");
        (await scene.ResumeAsync(ticket, 3)).ShouldPass();
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Close_FreesTheSeat(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        var clerk = await scene.ClerkAtAsync(1);

        (await scene.CloseAsync(1, clerk)).ShouldPass();

        Assert.Null((await WindowAsync(scene, 1)).Clerk);
        (await scene.OpenAsync(1, await scene.StaffAsync("other"))).ShouldPass();
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task OperatingWindows_NeedsThePermission(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        var (kiosk, auditor) = (await scene.DeviceAsync(DeviceKind.Kiosk), await scene.StaffAsync("auditor", Role.Auditor));

        (await scene.PauseAsync(1, kiosk)).ShouldBeRefused("device.wrong-kind");
        (await scene.CloseAsync(1, auditor)).ShouldBeRefused("permission.denied");
        (await scene.OpenAsync(1, auditor)).ShouldBeRefused("permission.denied");
    }

    private static Task<ServiceWindow> WindowAsync(QueueScene scene, int number) =>
        scene.Node.ReadAsync(db => db.Set<ServiceWindow>().AsNoTracking().SingleAsync(w => w.Hall == scene.Id && w.Number == number));
}
