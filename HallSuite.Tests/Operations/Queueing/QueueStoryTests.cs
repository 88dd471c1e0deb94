using HallSuite.Domain.Applicants;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Queueing;
using HallSuite.Infrastructure.Statistics;
using HallSuite.Tests.TestKit;

namespace HallSuite.Tests.Operations.Queueing;

/// <summary>A ticket's life through every operation and every picture of it.</summary>
public sealed class QueueStoryTests
{
    private static readonly Actor Anyone = Actor.System("test");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ATicket_FromTheKioskToTheEnd_IsOnEveryPicture(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);
        var sample = new SampleHall(TestHall.Start);
        await hall.SeedAsync(sample.Entities);
        var id = sample.Hall.Id;

        var taken = (await hall.Get<TakeTicket>().ExecuteAsync(
            new(id, "A", "陈晓敏", "11010519491231002X", IdentityType.Citizen, null, Entitlement.None), Anyone, Cancel)).ShouldPass();
        Assert.Equal(("A001", 0), (taken.Number, taken.Ahead));
        var page = (await hall.Get<TicketPageQueries>().FindAsync(taken.Code, Cancel)).ShouldPass();
        Assert.Equal((TicketState.Waiting, 0, true), (page.State, page.Ahead, page.CanGiveBack));
        var board = (await hall.Get<QueueBoardQueries>().ReadAsync(Anyone, id, Cancel)).ShouldPass();
        Assert.Equal([("A", 1), ("B", 0), ("C", 0)], board.Lanes.Select(l => (l.Lane, l.Waiting)));
        var console = (await hall.Get<ConsoleQueries>().ReadAsync(Anyone, id, 1, Cancel)).ShouldPass();
        Assert.Equal("A001", console.Next?.Number);

        var called = (await hall.Get<CallNextTicket>().ExecuteAsync(new(id, 1), Anyone, Cancel)).ShouldPass();
        (await hall.Get<RecallTicket>().ExecuteAsync(new(id, called.Id), Anyone, Cancel)).ShouldPass();
        (await hall.Get<ServeTicket>().ExecuteAsync(new(id, called.Id), Anyone, Cancel)).ShouldPass();
        var windows = await hall.Get<WindowListQueries>().ReadAsync(id, Cancel);
        Assert.Equal(["A001", null, null], windows.Select(w => w.Number));
        var screen = (await hall.Get<WindowScreenQueries>().ReadAsync(Anyone, id, 1, Cancel)).ShouldPass();
        Assert.Equal(("A001", TicketState.Serving), (screen.Number, screen.TicketState));
        console = (await hall.Get<ConsoleQueries>().ReadAsync(Anyone, id, 1, Cancel)).ShouldPass();
        Assert.Equal(("陈*敏", "110***********002X"), (console.Current?.Visitor?.Name, console.Current?.Visitor?.IdNumber));
        Assert.Equal(CallReason.EarliestOfRank, console.Current?.Reason);

        hall.Clock.Move(TimeSpan.FromMinutes(6));
        var finished = (await hall.Get<FinishTicket>().ExecuteAsync(new(id, called.Id), Anyone, Cancel)).ShouldPass();
        Assert.Equal(TicketState.Served, finished.State);
        var statistics = (await hall.Get<HallStatisticsQueries>().ReadAsync(Anyone, id, Cancel)).ShouldPass();
        Assert.Equal((1, 1, 0), (statistics.Today.Tickets, statistics.Today.Served, statistics.WaitingNow));
        Assert.Equal([("A", 1)], statistics.HotLanes.Select(l => (l.Lane, l.Tickets)));
        board = (await hall.Get<QueueBoardQueries>().ReadAsync(Anyone, id, Cancel)).ShouldPass();
        Assert.Equal([(2, true), (1, false)], board.Calls.Select(c => (c.Seq, c.Repeat)));
    }
}
