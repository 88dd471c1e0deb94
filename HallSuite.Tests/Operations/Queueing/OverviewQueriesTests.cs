using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Queueing;
using HallSuite.Tests.TestKit;

namespace HallSuite.Tests.Operations.Queueing;

/// <summary>What the staff's pages read of the queue: the hall at this moment, what a window had today, a ticket by its number.</summary>
public sealed class OverviewQueriesTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Overview_ShowsWhoWaitsAndWhoSitsWhere(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        var clerk = await scene.Node.HireAsync("clerk1");
        await scene.Node.GiveAsync(clerk, Role.WindowClerk, scene.Id);
        (await scene.Get<CloseWindow>().ExecuteAsync(new(scene.Id, 2), QueueScene.System, QueueScene.Cancel)).ShouldPass();
        (await scene.Get<OpenWindow>().ExecuteAsync(new(scene.Id, 2), Actor.Staff(clerk, ""), QueueScene.Cancel)).ShouldPass();
        (await scene.Get<PauseWindow>().ExecuteAsync(new(scene.Id, 3, PauseReason.Equipment, "打印机"), QueueScene.System, QueueScene.Cancel)).ShouldPass();
        await scene.TakeAsync("B");
        scene.Wait(12);
        var called = await scene.CalledAsync(1);
        (await scene.ServeAsync(called)).ShouldPass();

        var hall = (await scene.Get<HallOverviewQueries>().ReadAsync(QueueScene.System, scene.Id, QueueScene.Cancel)).ShouldPass();

        Assert.Equal((1, 12, 2, 0, true), (hall.Waiting, hall.LongestWaitMinutes, hall.Tickets, hall.Served, hall.TakesTickets));
        Assert.Equal(["1", "2", "3"], hall.Windows.Select(w => $"{w.No}"));
        var (first, second, third) = (hall.Windows.ElementAt(0), hall.Windows.ElementAt(1), hall.Windows.ElementAt(2));
        Assert.Equal(("A001", TicketState.Serving, (string?)null), (first.Number, first.TicketState, first.Clerk));
        Assert.Equal((WindowState.Open, "林静怡", (string?)null), (second.State, second.Clerk, second.Number));
        Assert.Equal((WindowState.Paused, PauseReason.Equipment, "打印机"), (third.State, third.PauseReason, third.PauseNote));
        Assert.Equal(["A", "B", "C"], hall.Lanes.Select(l => l.Line.Lane));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Overview_WithoutPermissionThere_IsRefused(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        var auditor = Actor.Staff(await scene.Node.HireAsync("auditor"), "");

        Assert.Equal("permission.denied", (await scene.Get<HallOverviewQueries>().ReadAsync(auditor, scene.Id, QueueScene.Cancel)).Error?.Code);
        Assert.Equal("permission.denied", (await scene.Get<TicketFinderQueries>().FindAsync(auditor, scene.Id, "A001", QueueScene.Cancel)).Error?.Code);
        Assert.Equal("hall.unknown", (await scene.Get<HallOverviewQueries>().ReadAsync(QueueScene.System, HallId.From(Guid.NewGuid()), QueueScene.Cancel)).Error?.Code);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Console_ListsWhatTheWindowHadToday_TheNewestFirst(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        var served = await scene.ServingAsync(1);
        scene.Wait(6);
        (await scene.FinishAsync(served)).ShouldPass();
        await scene.MissedAsync(1);
        scene.Wait(1);
        (await scene.HoldAsync(await scene.ServingAsync(1))).ShouldPass();
        await scene.ServingAsync(2, "B");
        await scene.CalledAsync(1);

        var past = (await scene.Get<ConsoleQueries>().ReadAsync(QueueScene.System, scene.Id, 1, QueueScene.Cancel)).ShouldPass().Past;

        Assert.Equal(
            [("A003", TicketState.Held, 0), ("A002", TicketState.Missed, 0), ("A001", TicketState.Served, 360)],
            past.Select(p => (p.Number, p.State, (int)p.ServiceSeconds / 10 * 10)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Finder_FindsByWhatIsPrinted_OnlyToday(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        await scene.CalledAsync(1);
        await scene.TakeAsync("B");
        await scene.Node.SeedAsync(scene.Sample.NewTicket(0, 1, minutesAgo: 24 * 60, day: new DateOnly(2026, 9, 27)));

        async Task<string[]> FindAsync(string text) =>
            [.. (await scene.Get<TicketFinderQueries>().FindAsync(QueueScene.System, scene.Id, text, QueueScene.Cancel)).ShouldPass().Select(t => $"{t.Number} {t.State} {t.Window}")];

        Assert.Equal(["A001 Called 1"], await FindAsync("a1"));
        Assert.Equal(["A001 Called 1", "B001 Waiting "], await FindAsync(" 001 "));
        Assert.Empty(await FindAsync("A002"));
        Assert.Empty(await FindAsync("%"));
        Assert.Empty(await FindAsync("A9999999999"));
    }
}
