using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Queueing;
using HallSuite.Tests.TestKit;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Tests.Operations.Queueing;

/// <summary>What a window does with a ticket.</summary>
public sealed class TicketActTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Recall_RepeatsTheCallInTheLogAsOftenAsThePolicyAllows(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        var ticket = await scene.CalledAsync();

        for (var time = 1; time <= 3; time++)
        {
            scene.Wait(1);
            Assert.Equal(time, (await scene.RecallAsync(ticket)).ShouldPass().Calls);
        }

        Assert.Equal(3, Assert.Single((await scene.RecallAsync(ticket)).ShouldBeRefused("ticket.recall-limit").Arguments));
        var calls = await scene.Node.ReadAsync(db => db.Set<CallEntry>().OrderBy(c => c.Seq).ToListAsync());
        Assert.Equal([(1L, false), (2L, true), (3L, true), (4L, true)], calls.Select(c => (c.Seq, c.Repeat)));
        Assert.All(calls, call => Assert.Equal(("A001", 1, 1), (call.Number, call.Window, call.Floor)));
        Assert.Equal([CallReason.EarliestOfRank, null, null, null], calls.Select(c => c.Reason));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Finish_CountsTheServiceInTheRollup(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        var taken = await scene.TakeAsync();
        scene.Wait(10);
        (await scene.TryCallAsync(1)).ShouldPass();
        scene.Wait(1);
        (await scene.ServeAsync(taken.Id)).ShouldPass();
        scene.Wait(6);

        var finished = (await scene.FinishAsync(taken.Id)).ShouldPass();

        Assert.Equal((TicketState.Served, 1, "A"), (finished.State, finished.Window, finished.Lane));
        Assert.NotNull(finished.EndedAt);
        var day = await scene.DayAsync("A");
        Assert.Equal(1, day.Served);
        Assert.InRange(day.WaitSeconds, 600, 605);
        Assert.InRange(day.ServiceSeconds, 360, 365);
        (await scene.TryCallAsync(1)).ShouldBeRefused("queue.nobody-waits");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Miss_CountsAndFreesTheWindow(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        var ticket = await scene.CalledAsync();

        Assert.Equal(TicketState.Missed, (await scene.MissAsync(ticket)).ShouldPass().State);

        Assert.Equal(1, (await scene.DayAsync("A")).Missed);
        await scene.CalledAsync();
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Rejoin_PutsTheMissedTicketSomePlacesBackOnce(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        var ticket = await scene.MissedAsync();
        for (var person = 0; person < 5; person++)
        {
            scene.Wait(1);
            await scene.TakeAsync();
        }

        var back = (await scene.RejoinAsync(ticket)).ShouldPass();

        Assert.Equal((TicketState.Waiting, null), (back.State, back.Window));
        Assert.Equal(0, (await scene.DayAsync("A")).Missed);
        var numbers = new List<string>();
        for (var place = 0; place < 6; place++)
        {
            var called = (await scene.TryCallAsync(1)).ShouldPass();
            numbers.Add(called.Number);
            await scene.ServeAsync(called.Id);
            await scene.FinishAsync(called.Id);
        }

        Assert.Equal(["A002", "A003", "A004", "A001", "A005", "A006"], numbers);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Rejoin_ASecondTime_IsRefused(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        var ticket = await scene.MissedAsync();
        (await scene.RejoinAsync(ticket)).ShouldPass();
        (await scene.TryCallAsync(1)).ShouldPass();
        (await scene.MissAsync(ticket)).ShouldPass();

        (await scene.RejoinAsync(ticket)).ShouldBeRefused("ticket.rejoin-limit");
        Assert.Equal(1, (await scene.DayAsync("A")).Missed);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Hold_FreesTheWindowAndResume_ServesOnWithoutTheTimeAway(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        var ticket = await scene.ServingAsync();
        scene.Wait(4);
        Assert.Equal(TicketState.Held, (await scene.HoldAsync(ticket)).ShouldPass().State);
        scene.Wait(30);
        var other = await scene.ServingAsync();
        await scene.FinishAsync(other);

        Assert.Equal((TicketState.Serving, 3), ((await scene.ResumeAsync(ticket, 3)).ShouldPass() is var back ? (back.State, back.Window) : default));
        scene.Wait(2);
        (await scene.FinishAsync(ticket)).ShouldPass();

        Assert.InRange((await scene.TicketAsync(ticket)).ServiceSeconds, 360, 365);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Resume_AtAWindowThatCannotServe_IsRefused(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        var ticket = await scene.ServingAsync(1);
        (await scene.HoldAsync(ticket)).ShouldPass();
        var busy = await scene.CalledAsync(1);
        (await scene.PauseAsync(2)).ShouldPass();
        (await scene.CloseAsync(3)).ShouldPass();

        (await scene.ResumeAsync(ticket, 1)).ShouldBeRefused("window.busy");
        (await scene.ResumeAsync(ticket, 2)).ShouldBeRefused("window.wrong-state");
        (await scene.ResumeAsync(ticket, 3)).ShouldBeRefused("window.wrong-state");
        (await scene.ResumeAsync(ticket, 4)).ShouldBeRefused("window.unknown");
        (await scene.ResumeAsync(busy, 1)).ShouldBeRefused("ticket.wrong-state");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task EveryAct_InAStateThatDoesNotAllowIt_IsRefusedAndChangesNothing(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        var waiting = (await scene.TakeAsync("B")).Id;
        var served = await scene.ServingAsync();
        (await scene.FinishAsync(served)).ShouldPass();
        var before = await scene.Node.ReadAsync(db => db.Set<Ticket>().OrderBy(t => t.Id).Select(t => t.Version).ToListAsync());

        foreach (var ticket in new[] { waiting, served })
        {
            (await scene.RecallAsync(ticket)).ShouldBeRefused("ticket.wrong-state");
            (await scene.ServeAsync(ticket)).ShouldBeRefused("ticket.wrong-state");
            (await scene.FinishAsync(ticket)).ShouldBeRefused("ticket.wrong-state");
            (await scene.MissAsync(ticket)).ShouldBeRefused("ticket.wrong-state");
            (await scene.HoldAsync(ticket)).ShouldBeRefused("ticket.wrong-state");
            (await scene.ResumeAsync(ticket, 1)).ShouldBeRefused("ticket.wrong-state");
            (await scene.RejoinAsync(ticket)).ShouldBeRefused("ticket.wrong-state");
        }

        (await scene.TransferAsync(served, "B")).ShouldBeRefused("ticket.wrong-state");
        Assert.Equal(before, await scene.Node.ReadAsync(db => db.Set<Ticket>().OrderBy(t => t.Id).Select(t => t.Version).ToListAsync()));
        Assert.Equal((1, 0), ((await scene.DayAsync("A")).Served, (await scene.DayAsync("A")).Missed));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task EveryAct_OnATicketOfAnotherHall_IsRefused(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        var elsewhere = new SampleHall(TestHall.Start, "elsewhere");
        await scene.Node.SeedAsync([.. elsewhere.Entities, elsewhere.NewTicket(0, 1)]);
        var ticket = await scene.Node.ReadAsync(db => db.Set<Ticket>().Select(t => t.Id).SingleAsync());

        (await scene.RecallAsync(ticket)).ShouldBeRefused("ticket.unknown");
        (await scene.ServeAsync(ticket)).ShouldBeRefused("ticket.unknown");
        (await scene.FinishAsync(ticket)).ShouldBeRefused("ticket.unknown");
        (await scene.MissAsync(ticket)).ShouldBeRefused("ticket.unknown");
        (await scene.HoldAsync(ticket)).ShouldBeRefused("ticket.unknown");
        (await scene.ResumeAsync(ticket, 1)).ShouldBeRefused("ticket.unknown");
        (await scene.RejoinAsync(ticket)).ShouldBeRefused("ticket.unknown");
        (await scene.TransferAsync(ticket, "A")).ShouldBeRefused("ticket.unknown");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task AClerk_ActsOnlyFromAWindow(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        var ticket = await scene.CalledAsync(1);
        var standing = await scene.StaffAsync("standing");
        var seated = await scene.ClerkAtAsync(2);

        (await scene.ServeAsync(ticket, standing)).ShouldBeRefused("window.no-seat");
        (await scene.TryCallAsync(3, standing)).ShouldBeRefused("window.no-seat");
        Assert.Equal(2, Assert.Single((await scene.TryCallAsync(3, seated)).ShouldBeRefused("window.other-seat").Arguments));
        Assert.Equal(1, Assert.Single((await scene.ServeAsync(ticket, seated)).ShouldBeRefused("ticket.taken-by-other").Arguments));
        (await scene.ResumeAsync(await HeldAsync(scene), 1, seated)).ShouldBeRefused("window.other-seat");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task AClerk_AtTheWindow_DoesAllThatATicketNeeds(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        var clerk = await scene.ClerkAtAsync(1);
        var ticket = await scene.CalledAsync(1, actor: clerk);

        (await scene.RecallAsync(ticket, clerk)).ShouldPass();
        (await scene.ServeAsync(ticket, clerk)).ShouldPass();
        (await scene.HoldAsync(ticket, clerk)).ShouldPass();
        (await scene.ResumeAsync(ticket, 1, clerk)).ShouldPass();
        (await scene.FinishAsync(ticket, clerk)).ShouldPass();
        var second = await scene.CalledAsync(1, actor: clerk);
        (await scene.MissAsync(second, clerk)).ShouldPass();
        (await scene.RejoinAsync(second, clerk)).ShouldPass();
        (await scene.TransferAsync(second, "B", actor: clerk)).ShouldPass();
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ACallerBoxOfOneWindow_ActsThereAlone(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        var (own, shared) = (await scene.DeviceAsync(DeviceKind.Caller, window: 1), await scene.DeviceAsync(DeviceKind.Caller));
        var foreign = await scene.CalledAsync(3);

        (await scene.TryCallAsync(2, own)).ShouldBeRefused("window.other-seat");
        (await scene.ServeAsync(foreign, own)).ShouldBeRefused("ticket.taken-by-other");
        (await scene.CloseAsync(2, own)).ShouldBeRefused("window.other-seat");
        (await scene.ServeAsync(await scene.CalledAsync(1, actor: own), own)).ShouldPass();
        (await scene.ServeAsync(foreign, shared)).ShouldPass();
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ActingOnTickets_IsForClerksAndCallerBoxesAlone(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        var ticket = await scene.CalledAsync();

        (await scene.ServeAsync(ticket, await scene.DeviceAsync(DeviceKind.Kiosk))).ShouldBeRefused("device.wrong-kind");
        (await scene.ServeAsync(ticket, await scene.StaffAsync("manager", Role.HallManager))).ShouldBeRefused("permission.denied");
        (await scene.ServeAsync(ticket, Actor.Visitor("192.0.2.9"))).ShouldBeRefused("permission.denied");
    }

    private static async Task<TicketId> HeldAsync(QueueScene scene)
    {
        var ticket = await scene.ServingAsync(3, "C");
        (await scene.HoldAsync(ticket)).ShouldPass();
        return ticket;
    }
}
