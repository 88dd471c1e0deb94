using HallSuite.Domain.Queueing;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using HallSuite.Infrastructure.Queueing;
using HallSuite.Tests.TestKit;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Tests.Operations.Queueing;

public sealed class TransferTicketTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Transfer_KeepsNumberAndFirstWaitingTime(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        var ticket = await scene.ServingAsync(1);
        var taken = (await scene.TicketAsync(ticket)).TakenAt;
        scene.Wait(5);
        await scene.TakeAsync("B");

        var moved = (await scene.TransferAsync(ticket, "B")).ShouldPass();

        Assert.Equal(("A001", "B", TicketState.Waiting, taken), (moved.Number, moved.Lane, moved.State, moved.TakenAt));
        var next = (await scene.TryCallAsync(2)).ShouldPass();
        Assert.Equal(("A001", "B"), (next.Number, next.Lane));
        (await scene.ServeAsync(ticket)).ShouldPass();
        (await scene.FinishAsync(ticket)).ShouldPass();
        Assert.Equal((1, 0), ((await scene.DayAsync("B")).Served, (await scene.DayAsync("A")).Served));
        Assert.Equal((1, 1), ((await scene.DayAsync("B")).Taken, (await scene.DayAsync("A")).Taken));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Transfer_ToAWindow_IsCalledThereFirstAndNowhereElse(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        await scene.TakeAsync("A");
        scene.Wait(1);
        var ticket = (await scene.TakeAsync("A")).Id;
        (await scene.TransferAsync(ticket, "A", window: 3)).ShouldPass();

        Assert.Equal("A001", (await scene.TryCallAsync(1)).ShouldPass().Number);
        await scene.TakeAsync("A");
        var called = (await scene.TryCallAsync(3)).ShouldPass();

        Assert.Equal(("A002", CallReason.Transferred), (called.Number, called.Reason));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Transfer_WhenTheWindowCloses_IsReleasedToAll(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        var ticket = (await scene.TakeAsync("A")).Id;
        (await scene.TransferAsync(ticket, "A", window: 3)).ShouldPass();
        (await scene.TryCallAsync(1)).ShouldBeRefused("queue.nobody-waits");

        (await scene.CloseAsync(3)).ShouldPass();

        Assert.Equal("A001", (await scene.TryCallAsync(1)).ShouldPass().Number);
        var note = await scene.Node.ReadAsync(db => db.Set<AuditRow>().SingleAsync(a => a.Operation == "ReleaseTicket"));
        Assert.Equal(("A001", "window 3", 1), (note.Subject, note.Detail, note.Part));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Transfer_TellsTheWindowThatItLeft(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        var ticket = await scene.ServingAsync(1);

        (await scene.TransferAsync(ticket, "B")).ShouldPass();

        var feed = await scene.Node.ReadAsync(db => db.Set<ChangeFeedRow>().OrderByDescending(r => r.Seq).FirstAsync(r => r.Stream == Streams.Queue(scene.Id)));
        Assert.Contains(HallTopics.Window(scene.Sample.Windows[0].Id), feed.Topics.Split('\n'));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Transfer_ToWhereItCannotGo_IsRefused(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        var ticket = (await scene.TakeAsync("A")).Id;
        (await scene.CloseAsync(3)).ShouldPass();

        (await scene.TransferAsync(ticket, "X")).ShouldBeRefused("lane.unknown");
        (await scene.TransferAsync(ticket, "A", window: 9)).ShouldBeRefused("window.unknown");
        (await scene.TransferAsync(ticket, "C", window: 1)).ShouldBeRefused("window.serves-not-lane");
        (await scene.TransferAsync(ticket, "A", window: 3)).ShouldBeRefused("window.wrong-state");
        (await scene.TransferAsync(ticket, "A")).ShouldBeRefused("ticket.transfer-to-itself");
    }
}
