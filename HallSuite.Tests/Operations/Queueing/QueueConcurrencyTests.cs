using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using HallSuite.Infrastructure.Queueing;
using HallSuite.Tests.TestKit;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Tests.Operations.Queueing;

/// <summary>Many at once: no ticket is called twice, none is lost, and whoever comes second is told so.</summary>
public sealed class QueueConcurrencyTests
{
    private const int Windows = 100;
    private const int Tickets = 1000;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task AThousandCalls_OnAHundredWindows_CallEveryTicketOnce(DatabaseProvider provider)
    {
        await using var node = await TestHall.CreateAsync(provider);
        var sample = new SampleHall(TestHall.Start);
        var lanes = sample.AddLanes(8);
        var windows = Enumerable.Range(101, Windows).Select(no => sample.NewWindow(no, [.. Enumerable.Range(0, 8).Select(i => (lanes[(no + i) % 8], i + 1))])).ToList();
        await node.SeedAsync([.. sample.Entities, .. windows, .. Enumerable.Range(0, Tickets).Select(i => sample.NewTicket(lanes[i % 8], (i / 8) + 1, (Tickets - i) / 100.0))]);
        var (call, serve, finish) = (node.Get<CallNextTicket>(), node.Get<ServeTicket>(), node.Get<FinishTicket>());

        // Each window does ten rounds; the windows are all at it at once.
        var called = (await Task.WhenAll(windows.Select(window => Task.Run(async () =>
        {
            var mine = new List<string>();
            for (var round = 0; round < Tickets / Windows; round++)
            {
                var ticket = (await call.ExecuteAsync(new(sample.Hall.Id, window.Number), QueueScene.System, QueueScene.Cancel)).ShouldPass();
                mine.Add(ticket.Number);
                (await serve.ExecuteAsync(new(sample.Hall.Id, ticket.Id), QueueScene.System, QueueScene.Cancel)).ShouldPass();
                (await finish.ExecuteAsync(new(sample.Hall.Id, ticket.Id), QueueScene.System, QueueScene.Cancel)).ShouldPass();
            }

            return mine;
        })))).SelectMany(numbers => numbers).ToList();

        Assert.Equal(Tickets, called.Count);
        Assert.Equal(Tickets, called.Distinct().Count());
        Assert.Equal(Tickets, await node.ReadAsync(db => db.Set<Ticket>().CountAsync(t => t.State == TicketState.Served)));
        var log = await node.ReadAsync(db => db.Set<CallEntry>().OrderBy(c => c.Seq).Select(c => c.Seq).ToListAsync());
        Assert.Equal(Enumerable.Range(1, Tickets).Select(seq => (long)seq), log);
        var feed = await node.ReadAsync(db => db.Set<ChangeFeedRow>().Where(r => r.Stream == Streams.Queue(sample.Hall.Id)).OrderBy(r => r.Seq).Select(r => r.Seq).ToListAsync());
        Assert.Equal(Enumerable.Range(1, 3 * Tickets).Select(seq => (long)seq), feed);
        Assert.Equal(Tickets, await node.ReadAsync(db => db.Set<LaneDay>().SumAsync(d => d.Served)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task AThousandCallsAtOnce_OnAHundredWindows_GiveEachWindowOneTicket(DatabaseProvider provider)
    {
        await using var node = await TestHall.CreateAsync(provider);
        var sample = new SampleHall(TestHall.Start);
        var lanes = sample.AddLanes(8);
        var windows = Enumerable.Range(101, Windows).Select(no => sample.NewWindow(no, [.. lanes.Select(lane => (lane, 1))])).ToList();
        await node.SeedAsync([.. sample.Entities, .. windows, .. Enumerable.Range(0, Tickets).Select(i => sample.NewTicket(lanes[i % 8], (i / 8) + 1))]);
        var call = node.Get<CallNextTicket>();

        var answers = await Task.WhenAll(Enumerable.Range(0, 1000).Select(i => Task.Run(() =>
            call.ExecuteAsync(new(sample.Hall.Id, windows[i % Windows].Number), QueueScene.System, QueueScene.Cancel))));

        Assert.Equal(Windows, answers.Count(a => a.IsOk));
        Assert.Equal(Windows, answers.Where(a => a.IsOk).Select(a => a.Value.Number).Distinct().Count());
        Assert.All(answers.Where(a => !a.IsOk), refused => refused.ShouldBeRefused("window.busy"));
        var atWindows = await node.ReadAsync(db => db.Set<Ticket>().Where(t => t.State == TicketState.Called).Select(t => t.Window).ToListAsync());
        Assert.Equal((Windows, Windows), (atWindows.Count, atWindows.Distinct().Count()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task AHundredVisitorsAtOnce_GetAHundredNumbers(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        await scene.TakeAsync("B");

        var taken = await Task.WhenAll(Enumerable.Range(1, 100).Select(person => Task.Run(() => scene.TakeAsync("A", idNumber: QueueScene.CitizenNumber(person)))));

        Assert.Equal(Enumerable.Range(1, 100).Select(number => Ticket.TextOf("A", number)), taken.Select(t => t.Number).Order());
        Assert.Equal((100, 100), ((await scene.DayAsync("A")).Taken, (await scene.DayAsync("A")).LastNumber));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task OnePersonAtTenKiosksAtOnce_GetsOneNumber(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => scene.TryTakeAsync("A", QueueScene.CitizenNumber(1)))));

        Assert.Single(answers, a => a.IsOk);
        Assert.All(answers.Where(a => !a.IsOk), refused => refused.ShouldBeRefused("ticket.already-open"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task TwoClerksAtOneTicket_OneServesAndTheOtherIsTold(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        var (first, second) = (await scene.ClerkAtAsync(1), await scene.ClerkAtAsync(3));
        var held = await scene.ServingAsync(1);
        (await scene.HoldAsync(held)).ShouldPass();

        var answers = await Task.WhenAll(Task.Run(() => scene.ResumeAsync(held, 1, first)), Task.Run(() => scene.ResumeAsync(held, 3, second)));

        var winner = Assert.Single(answers, a => a.IsOk).Value;
        var loser = Assert.Single(answers, a => !a.IsOk).ShouldBeRefused("ticket.taken-by-other");
        Assert.Equal(winner.Window, Assert.Single(loser.Arguments));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ADoubleClick_ActsOnce(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        var clerk = await scene.ClerkAtAsync(1);
        var ticket = await scene.CalledAsync(1, actor: clerk);
        await scene.ServeAsync(ticket, clerk);

        var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => scene.FinishAsync(ticket, clerk))));

        Assert.Single(answers, a => a.IsOk);
        Assert.Single(answers, a => !a.IsOk).ShouldBeRefused("ticket.wrong-state");
        Assert.Equal(1, (await scene.DayAsync("A")).Served);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task TheSameKeyAndBody_GetTheSameAnswerAndActOnce(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        var kiosk = await scene.DeviceAsync(DeviceKind.Kiosk) with { Once = new OnceKey("request-1", "body") };

        var first = (await scene.TryTakeAsync(idNumber: QueueScene.CitizenNumber(1), actor: kiosk)).ShouldPass();
        scene.Wait(5);
        var again = (await scene.TryTakeAsync(idNumber: QueueScene.CitizenNumber(1), actor: kiosk)).ShouldPass();

        Assert.Equal(first, again);
        Assert.Equal(1, await scene.Node.ReadAsync(db => db.Set<Ticket>().CountAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task TheSameKey_WithAnotherBodyOrOperation_IsRefused(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        var caller = await scene.DeviceAsync(DeviceKind.Caller);
        await scene.TakeAsync();
        var once = caller with { Once = new OnceKey("request-1", "body") };
        (await scene.TryCallAsync(1, once)).ShouldPass();

        (await scene.TryCallAsync(1, caller with { Once = new OnceKey("request-1", "other") })).ShouldBeRefused("idempotency.key-reused");
        (await scene.CloseAsync(2, once)).ShouldBeRefused("idempotency.key-reused");
        (await scene.TryCallAsync(1, caller with { Once = new OnceKey("request-2", "body") })).ShouldBeRefused("window.busy");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task TheSameKey_KeepsARefusalToo(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        var once = await scene.DeviceAsync(DeviceKind.Caller) with { Once = new OnceKey("request-1", "body") };
        (await scene.TryCallAsync(1, once)).ShouldBeRefused("queue.nobody-waits");
        await scene.TakeAsync();

        (await scene.TryCallAsync(1, once)).ShouldBeRefused("queue.nobody-waits");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task TwinsOfOneRequest_GetOneAnswer(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        var kiosk = await scene.DeviceAsync(DeviceKind.Kiosk) with { Once = new OnceKey("request-1", "body") };

        var twins = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => scene.TryTakeAsync(idNumber: QueueScene.CitizenNumber(1), actor: kiosk))));

        Assert.Single(twins.Select(t => t.ShouldPass()).Distinct());
        Assert.Equal(1, await scene.Node.ReadAsync(db => db.Set<Ticket>().CountAsync()));
    }
}
