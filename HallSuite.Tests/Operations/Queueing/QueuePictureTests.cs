using HallSuite.Domain.Applicants;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using HallSuite.Infrastructure.Queueing;
using HallSuite.Infrastructure.Statistics;
using HallSuite.Tests.TestKit;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Tests.Operations.Queueing;

/// <summary>What the screens and the public see of the queue.</summary>
public sealed class QueuePictureTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task TheBoard_CountsWhoWaitsAndWhereTheyAreServed(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider, sample => sample.Lanes[2].Close().ShouldPass());
        await scene.TakeAsync("A");
        await scene.TakeAsync("A");
        await scene.TakeAsync("B");
        (await scene.TryCallAsync(1)).ShouldPass();
        (await scene.PauseAsync(2)).ShouldPass();

        var board = await BoardAsync(scene);

        Assert.Equal([("A", 1, 2), ("B", 1, 2), ("C", 0, 1)], board.Lanes.Select(l => (l.Lane, l.Waiting, l.OpenWindows)));
        Assert.Equal(("样例厅", "Asia/Shanghai"), (board.HallName, board.TimeZone));
        Assert.All(board.Lanes, lane => Assert.True(lane.Wait.P10 <= lane.Wait.P50 && lane.Wait.P50 <= lane.Wait.P90));
        Assert.Equal(["A", "B"], (await scene.Get<QueueBoardQueries>().ReadLanesAsync(scene.Id, QueueScene.Cancel)).Select(l => l.Lane));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task TheBoard_HasTheLastTwentyCallsTheNewestFirst(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        for (var person = 0; person < 22; person++)
        {
            await scene.FinishAsync(await scene.ServingAsync(1));
        }

        var calls = (await BoardAsync(scene)).Calls;

        Assert.Equal(Enumerable.Range(3, 20).Reverse().Select(seq => (long)seq), calls.Select(c => c.Seq));
        Assert.Equal(("A022", 1, 1, false), (calls[0].Number, calls[0].Window, calls[0].Floor, calls[0].Repeat));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ThePictures_RiseInNumberWithTheQueueAndWithTheSetUp(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        var first = await BoardAsync(scene);
        await scene.TakeAsync();
        var second = await BoardAsync(scene);
        var order = new WorkOrder("Announce", Permission.ManageHalls, scene.Id, Streams.Platform);
        (await scene.Get<HallWork>().RunAsync(order, QueueScene.System, async (work, token) =>
            (await work.Db.Set<ServiceHall>().SingleAsync(token)).SetAnnouncement("国庆 10月1日–7日 大厅暂停服务。"), QueueScene.Cancel)).ShouldPass();
        var third = await BoardAsync(scene);

        Assert.True(first.Seq < second.Seq && second.Seq < third.Seq);
        Assert.Equal("国庆 10月1日–7日 大厅暂停服务。", third.Announcement);
        Assert.Equal(third.Seq, (await StatisticsAsync(scene)).Seq);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ThePictures_AreForThoseWhoMaySeeTheQueue(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        var auditor = await scene.StaffAsync("auditor", Role.Auditor);
        var screen = await scene.DeviceAsync(DeviceKind.Screen);

        (await scene.Get<QueueBoardQueries>().ReadAsync(auditor, scene.Id, QueueScene.Cancel)).ShouldBeRefused("permission.denied");
        (await scene.Get<WindowScreenQueries>().ReadAsync(auditor, scene.Id, 1, QueueScene.Cancel)).ShouldBeRefused("permission.denied");
        (await scene.Get<HallStatisticsQueries>().ReadAsync(auditor, scene.Id, QueueScene.Cancel)).ShouldBeRefused("permission.denied");
        (await scene.Get<ConsoleQueries>().ReadAsync(screen, scene.Id, 1, QueueScene.Cancel)).ShouldBeRefused("device.wrong-kind");
        (await scene.Get<QueueBoardQueries>().ReadAsync(screen, scene.Id, QueueScene.Cancel)).ShouldPass();
        (await scene.Get<QueueBoardQueries>().ReadAsync(QueueScene.System, new HallId(Guid.NewGuid()), QueueScene.Cancel)).ShouldBeRefused("hall.unknown");
        (await scene.Get<WindowScreenQueries>().ReadAsync(screen, scene.Id, 9, QueueScene.Cancel)).ShouldBeRefused("window.unknown");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task TheWindowScreen_TellsNumberLanesAndWhoSitsThere(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        var clerk = await scene.ClerkAtAsync(3);
        await scene.CalledAsync(3, actor: clerk);

        var called = await ScreenAsync(scene, 3);
        Assert.Equal(("A001", TicketState.Called, WindowState.Open, "林静怡"), (called.Number, called.TicketState, called.State, called.StaffName));
        Assert.Equal([("A", "综合受理", "Lane A"), ("B", "企业开办", "Lane B"), ("C", "社保医保", "Lane C")], called.Lanes.OrderBy(l => l.Lane).Select(l => (l.Lane, l.Name, l.NameEn)));

        (await scene.PauseAsync(3, clerk)).ShouldPass();
        Assert.Equal((WindowState.Paused, PauseReason.Break), ((await ScreenAsync(scene, 3)) is var paused ? (paused.State, paused.PauseReason) : default));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task TheStatistics_ShowTheHallNow(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider, sample => sample.Hall.AddFloor(2, "2F").ShouldPass());
        await scene.FinishAsync(await scene.ServingAsync(1));
        await scene.TakeAsync("B");
        scene.Wait(12);
        await scene.ServingAsync(3, "A");
        await scene.TakeAsync("A");
        (await scene.CloseAsync(2)).ShouldPass();
        scene.Wait(3);

        var seen = await StatisticsAsync(scene);

        Assert.Equal((4, 1, 0, 0, 0, null, null), (seen.Today.Tickets, seen.Today.Served, seen.Today.Received, seen.Today.Accepted, seen.Today.Decided, seen.Today.OnTimeRate, seen.Today.Satisfaction));
        Assert.Equal((2, 3, 1, 2, 3), (seen.WaitingNow, seen.LongestWaitMinutes, seen.ServingNow, seen.OpenWindows, seen.TotalWindows));
        Assert.Equal([(1, WindowState.Open, null), (2, WindowState.Closed, null), (3, WindowState.Open, "B001")], seen.Windows.Select(w => (w.No, w.State, w.Number)));
        Assert.Equal([(1, 2, 3), (2, 0, 0)], seen.Floors.Select(f => (f.Number, f.Waiting, f.Windows.Count)));
        Assert.Equal([("A", 3), ("B", 1)], seen.HotLanes.Select(l => (l.Lane, l.Tickets)));
        Assert.Equal((0, 0, 0), (seen.Cards.Blue, seen.Cards.Yellow, seen.Cards.Red));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task TheStatistics_RememberDaysByTheRollups(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        scene.Node.Clock.Set(TestHall.Start.AddDays(-35));
        await scene.TakeAsync();
        scene.Node.Clock.Set(TestHall.Start.AddDays(-7));
        await scene.TakeAsync();
        await scene.TakeAsync("B");
        scene.Node.Clock.Set(TestHall.Start);
        await scene.TakeAsync();

        var seen = await StatisticsAsync(scene);

        Assert.Equal(30, seen.Trend.Count);
        Assert.Equal([(SampleHall.Today.AddDays(-7), 2), (SampleHall.Today, 1)], seen.Trend.Where(d => d.Tickets > 0).Select(d => (d.Day, d.Tickets)));
        Assert.Equal((28, 2), (seen.Month.Count, seen.Month[20].Tickets));
        Assert.Equal([0, -7, -14, -21, -28], seen.Ridges.Select(r => r.Day.DayNumber - SampleHall.Today.DayNumber));
        Assert.Equal([1, 2, 0, 0, 0], seen.Ridges.Select(r => r.Taken[60]));
        Assert.All(seen.Ridges, ridge => Assert.Equal(LaneDay.Buckets, ridge.Taken.Count));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task TheWait_FollowsTheLanesOwnPaceOfToday(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        await scene.TakeAsync("A");
        var before = (await BoardAsync(scene)).Lanes[0].Wait;
        await scene.TryCallAsync(1);
        var slow = (await scene.Node.ReadAsync(db => db.Set<Ticket>().SingleAsync())).Id;
        await scene.ServeAsync(slow);
        scene.Wait(90);
        await scene.FinishAsync(slow);
        for (var person = 0; person < 3; person++)
        {
            var ticket = await scene.ServingAsync(1);
            scene.Wait(90);
            await scene.FinishAsync(ticket);
        }

        await scene.TakeAsync("A");
        await scene.TryCallAsync(1);
        await scene.TakeAsync("A");
        await scene.TryCallAsync(3);
        await scene.TakeAsync("A");

        var after = (await BoardAsync(scene)).Lanes[0].Wait;
        Assert.True(after.P50 > before.P50 + 10, $"{before} then {after}");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task TheConsole_BeforeAWindowIsChosen_ListsTheSeats(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        await scene.ClerkAtAsync(2);
        var clerk = await scene.StaffAsync("newcomer");

        var seen = await ConsoleAsync(scene, clerk, null);

        Assert.Null(seen.Window);
        Assert.Equal([(1, false, null), (2, true, "林静怡"), (3, false, null)], seen.Seats.Select(s => (s.No, s.Taken, s.Clerk)));
        (await scene.Get<ConsoleQueries>().ReadAsync(clerk, scene.Id, 9, QueueScene.Cancel)).ShouldBeRefused("window.unknown");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task TheConsole_OfASeatedClerk_ShowsTheTicketInHandMasked(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        var clerk = await scene.ClerkAtAsync(1);
        (await scene.TryTakeAsync("A", "E12345678", "440125021000", Entitlement.Veteran, IdentityType.Passport)).ShouldPass();
        await scene.TakeAsync("B");
        scene.Wait(4);
        (await scene.TryCallAsync(1, clerk)).ShouldPass();
        scene.Wait(1);

        var seen = await ConsoleAsync(scene, clerk, null);

        Assert.Equal((1, WindowState.Open, true), (seen.Window!.No, seen.Window.State, seen.Window.Mine));
        var current = seen.Current!;
        Assert.Equal(("A001", TicketState.Called, "A", "综合受理", CallReason.Priority), (current.Number, current.State, current.Lane, current.LaneName, current.Reason));
        Assert.Equal(("陈*敏", IdentityType.Passport, "E*****678"), (current.Visitor!.Name, current.Visitor.IdType, current.Visitor.IdNumber));
        Assert.Equal((Entitlement.Veteran, "440125021000", 3), (current.Entitlement, current.Matter, current.RecallsLeft));
        Assert.Equal([("A", 0, null), ("B", 1, 5)], seen.Lanes.Select(l => (l.Lane, l.Waiting, l.OldestMinutes)));
        Assert.Equal(("B001", CallReason.EarliestOfRank, 5), (seen.Next!.Number, seen.Next.Reason, seen.Next.WaitMinutes));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task TheConsole_ListsWhoCanComeBackAndWhatWasDoneToday(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        var served = await scene.ServingAsync(1);
        scene.Wait(5);
        await scene.FinishAsync(served);
        var held = await scene.ServingAsync(1);
        await scene.HoldAsync(held);
        var missed = await scene.MissedAsync(3, "B");
        var elsewhere = await scene.ServingAsync(3, "B");
        await scene.HoldAsync(elsewhere);
        await scene.MissedAsync(3, "C");
        var worn = await scene.MissedAsync(1);
        await scene.RejoinAsync(worn);
        await scene.TryCallAsync(1);
        await scene.MissAsync(worn);

        var seen = await ConsoleAsync(scene, QueueScene.System, 1);

        Assert.Equal(held, Assert.Single(seen.Held).Id);
        Assert.Equal(missed, Assert.Single(seen.Missed).Id);
        Assert.Equal((1, 1), (seen.Today.Served, seen.Today.Missed));
        Assert.InRange(seen.Today.AverageServiceSeconds!.Value, 300, 305);
        Assert.Null(seen.Current);
        Assert.Null(seen.Next);
    }

    private static async Task<QueueBoard> BoardAsync(QueueScene scene) =>
        (await scene.Get<QueueBoardQueries>().ReadAsync(QueueScene.System, scene.Id, QueueScene.Cancel)).ShouldPass();

    private static async Task<WindowBoard> ScreenAsync(QueueScene scene, int window) =>
        (await scene.Get<WindowScreenQueries>().ReadAsync(QueueScene.System, scene.Id, window, QueueScene.Cancel)).ShouldPass();

    private static async Task<HallStatistics> StatisticsAsync(QueueScene scene) =>
        (await scene.Get<HallStatisticsQueries>().ReadAsync(QueueScene.System, scene.Id, QueueScene.Cancel)).ShouldPass();

    private static async Task<ConsoleView> ConsoleAsync(QueueScene scene, Actor actor, int? window) =>
        (await scene.Get<ConsoleQueries>().ReadAsync(actor, scene.Id, window, QueueScene.Cancel)).ShouldPass();
}
