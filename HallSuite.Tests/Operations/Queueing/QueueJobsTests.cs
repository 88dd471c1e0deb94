using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Infrastructure.Platform.Jobs;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using HallSuite.Infrastructure.Queueing;
using HallSuite.Tests.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HallSuite.Tests.Operations.Queueing;

/// <summary>What ends by itself. The hall is open on Mondays from nine to noon; left-over tickets lapse two hours later.</summary>
public sealed class QueueJobsTests
{
    private static readonly TimeSpan ToTwo = TimeSpan.FromHours(4);

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Lapse_EndsWhatIsLeftOverOnceTheDayIsOver(DatabaseProvider provider)
    {
        await using var scene = await MondayMorningAsync(provider);
        var missed = await scene.MissedAsync(1);
        var serving = await scene.ServingAsync(1);
        var waiting = (await scene.TakeAsync("B")).Id;
        scene.Wait(ToTwo.TotalMinutes - 1);
        await RunAsync(scene, "lapse-tickets");
        Assert.Equal(TicketState.Waiting, (await scene.TicketAsync(waiting)).State);

        scene.Wait(2);
        await RunAsync(scene, "lapse-tickets");

        Assert.Equal(
            [TicketState.Missed, TicketState.Lapsed, TicketState.Lapsed],
            [(await scene.TicketAsync(missed)).State, (await scene.TicketAsync(serving)).State, (await scene.TicketAsync(waiting)).State]);
        Assert.NotNull((await scene.TicketAsync(missed)).EndedAt);
        Assert.Equal((1, 1), ((await scene.DayAsync("A")).Missed, (await scene.DayAsync("A")).Lapsed));
        Assert.Equal(1, (await scene.DayAsync("B")).Lapsed);
        (await scene.CloseAsync(1)).ShouldPass();
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Lapse_WithNothingToDo_LeavesNoTrace(DatabaseProvider provider)
    {
        await using var scene = await MondayMorningAsync(provider);
        await scene.TakeAsync();
        scene.Wait(ToTwo.TotalMinutes + 1);
        await RunAsync(scene, "lapse-tickets");
        await RunAsync(scene, "lapse-tickets");

        Assert.Equal(1, await scene.Node.ReadAsync(db => db.Set<AuditRow>().CountAsync(a => a.Operation == nameof(LapseTickets))));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ForgottenWindows_AreClosedOnceTheDayIsOver_AndNotBefore(DatabaseProvider provider)
    {
        await using var scene = await MondayMorningAsync(provider);
        var serving = await scene.ServingAsync(1);
        scene.Wait(ToTwo.TotalMinutes - 1);
        await RunAsync(scene, "close-forgotten-windows");
        Assert.Equal(3, await OpenWindowsAsync(scene));

        scene.Wait(2);
        await RunAsync(scene, "close-forgotten-windows");
        Assert.Equal(1, await OpenWindowsAsync(scene)); // somebody is still served there

        await RunAsync(scene, "lapse-tickets");
        await RunAsync(scene, "close-forgotten-windows");
        await RunAsync(scene, "close-forgotten-windows");
        Assert.Equal(0, await OpenWindowsAsync(scene));
        Assert.Equal(TicketState.Lapsed, (await scene.TicketAsync(serving)).State);
        Assert.Equal(2, await scene.Node.ReadAsync(db => db.Set<AuditRow>().CountAsync(a => a.Operation == nameof(CloseForgottenWindows))));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Erase_ForgetsWhoHeldATicketAfterThePolicysDays(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        var old = await scene.ServingAsync();
        (await scene.FinishAsync(old)).ShouldPass();
        scene.Wait(24 * 60);
        var young = await scene.ServingAsync();
        (await scene.FinishAsync(young)).ShouldPass();

        scene.Wait(89.5 * 24 * 60);
        await RunAsync(scene, "erase-identities");

        var erased = await scene.TicketAsync(old);
        Assert.Equal((null, null, null), (erased.IdentitySealed, erased.IdentityLookup, erased.NameSealed));
        Assert.NotNull(erased.IdentityErasedAt);
        Assert.NotNull((await scene.TicketAsync(young)).IdentitySealed);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Recount_OfADayThatWasCountedRight_FindsNoDifference(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        await FullDayAsync(scene);

        var differences = (await scene.Get<RecountLaneDays>().ExecuteAsync(new(scene.Id, SampleHall.Today), QueueScene.System, QueueScene.Cancel)).ShouldPass();

        Assert.Empty(differences);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Recount_OfADayThatWasCountedWrong_TellsAndCorrects(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        await FullDayAsync(scene);
        var right = await scene.DayAsync("A");
        await scene.Node.ReadAsync(db => db.Database.ExecuteSqlRawAsync(
            """UPDATE "LaneDays" SET "Served" = 7, "ServiceSeconds" = 1, "TakenBuckets" = '5' WHERE "Lane" = {0}""", right.Lane.Value));

        var differences = (await scene.Get<RecountLaneDays>().ExecuteAsync(new(scene.Id, SampleHall.Today), QueueScene.System, QueueScene.Cancel)).ShouldPass();

        Assert.Equal([("A", "Served"), ("A", "ServiceSeconds"), ("A", "TakenBuckets")], differences.Select(d => (d.Lane, d.Figure)));
        var corrected = await scene.DayAsync("A");
        Assert.Equal((right.Served, right.ServiceSeconds, right.TakenBuckets), (corrected.Served, corrected.ServiceSeconds, corrected.TakenBuckets));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Recount_RunsOncePerDayAndMakesUpForNightsWithoutANode(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        await RunAsync(scene, "recount-lane-days");
        await RunAsync(scene, "recount-lane-days");
        scene.Wait(3 * 24 * 60);
        await RunAsync(scene, "recount-lane-days");

        var days = await scene.Node.ReadAsync(db =>
            db.Set<AuditRow>().Where(a => a.Operation == nameof(RecountLaneDays)).OrderBy(a => a.Seq).Select(a => a.Subject).ToListAsync());

        Assert.Equal(["2026-09-27", "2026-09-28", "2026-09-29", "2026-09-30"], days);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task CleanFeed_KeepsADayAndTheLastRowOfEachStream(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        var kiosk = await scene.DeviceAsync(DeviceKind.Kiosk);
        (await scene.TryTakeAsync(actor: kiosk with { Once = new OnceKey("old", "body") })).ShouldPass();
        await scene.TakeAsync();
        scene.Wait(23 * 60);
        (await scene.TryTakeAsync(actor: kiosk with { Once = new OnceKey("young", "body") })).ShouldPass();
        scene.Wait(2 * 60);

        await RunAsync(scene, "clean-feed");

        var rows = await scene.Node.ReadAsync(db => db.Set<ChangeFeedRow>().OrderBy(r => r.Stream).ThenBy(r => r.Seq).Select(r => r.Stream + r.Seq).ToListAsync());
        Assert.Equal([$"{Streams.Queue(scene.Id)}3", $"{Streams.Platform}2"], rows);
        Assert.EndsWith("/young", Assert.Single(await scene.Node.ReadAsync(db => db.Set<OnceRow>().Select(r => r.Key).ToListAsync())), StringComparison.Ordinal);
    }

    private static Task<QueueScene> MondayMorningAsync(DatabaseProvider provider) => QueueScene.OpenAsync(provider, sample =>
        sample.Hall.SetOpeningHours(OpeningHours.Of([new OpeningSpan(DayOfWeek.Monday, new TimeOnly(9, 0), 180)]).ShouldPass()));

    private static Task<int> OpenWindowsAsync(QueueScene scene) =>
        scene.Node.ReadAsync(db => db.Set<ServiceWindow>().CountAsync(w => w.State != WindowState.Closed));

    /// <summary>Somebody served, missed, rejoined, transferred, given back, still waiting.</summary>
    private static async Task FullDayAsync(QueueScene scene)
    {
        var served = await scene.ServingAsync(1);
        scene.Wait(7);
        await scene.FinishAsync(served);
        await scene.MissedAsync(1);
        var rejoined = await scene.MissedAsync(1);
        await scene.RejoinAsync(rejoined);
        var transferred = await scene.ServingAsync(1);
        await scene.TransferAsync(transferred, "B");
        await scene.TryCallAsync(2);
        await scene.ServeAsync(transferred);
        scene.Wait(3);
        await scene.FinishAsync(transferred);
        var given = await scene.TakeAsync("C");
        (await scene.Get<GiveBackTicket>().ExecuteAsync(new(given.Code), Actor.Visitor("192.0.2.9"), QueueScene.Cancel)).ShouldPass();
        await scene.TakeAsync("A");
    }

    private static Task RunAsync(QueueScene scene, string job) => scene.Node.Services.GetServices<IHallJob>().Single(j => j.Name == job).RunAsync(QueueScene.Cancel);
}
