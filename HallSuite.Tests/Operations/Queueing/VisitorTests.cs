using HallSuite.Domain.Applicants;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using HallSuite.Infrastructure.Queueing;
using HallSuite.Tests.TestKit;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Tests.Operations.Queueing;

/// <summary>What visitors do and see with the code of their ticket, and who may see who they are.</summary>
public sealed class VisitorTests
{
    private const string Number = "11010519491231002X";

    private static readonly Actor Visitor = Actor.Visitor("192.0.2.9");

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task GiveBack_EndsAWaitingTicketAndCountsIt(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        var taken = await scene.TakeAsync();

        Assert.Equal(TicketState.Cancelled, (await GiveBackAsync(scene, taken.Code)).ShouldPass().State);

        Assert.Equal(1, (await scene.DayAsync("A")).Cancelled);
        (await GiveBackAsync(scene, taken.Code)).ShouldBeRefused("ticket.wrong-state");
        (await scene.TryCallAsync(1)).ShouldBeRefused("queue.nobody-waits");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task GiveBack_OfAMissedTicket_TakesItOffTheMissed(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        var taken = await scene.TakeAsync();
        await scene.TryCallAsync(1);
        (await scene.MissAsync(taken.Id)).ShouldPass();

        (await GiveBackAsync(scene, taken.Code)).ShouldPass();

        var day = await scene.DayAsync("A");
        Assert.Equal((0, 1), (day.Missed, day.Cancelled));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task GiveBack_OnceServed_IsRefused(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        var taken = await scene.TakeAsync();
        await scene.TryCallAsync(1);
        await scene.ServeAsync(taken.Id);

        (await GiveBackAsync(scene, taken.Code)).ShouldBeRefused("ticket.wrong-state");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task TheCode_IsTheOnlyKeyAndIsWrittenNowhereElse(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        var taken = await scene.TakeAsync();

        (await GiveBackAsync(scene, "")).ShouldBeRefused("ticket.unknown");
        (await GiveBackAsync(scene, taken.Code.ToUpperInvariant() + "x")).ShouldBeRefused("ticket.unknown");
        (await scene.Get<TicketPageQueries>().FindAsync(taken.Id.ToString(), QueueScene.Cancel)).ShouldBeRefused("ticket.unknown");
        (await GiveBackAsync(scene, taken.Code)).ShouldPass();
        var audit = await scene.Node.ReadAsync(db => db.Set<AuditRow>().ToListAsync());
        Assert.DoesNotContain(audit, row => $"{row.Subject}{row.Detail}{row.Reason}".Contains(taken.Code, StringComparison.Ordinal));
        Assert.Equal("A001", audit.Single(row => row.Operation == nameof(GiveBackTicket)).Subject);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ThePage_TellsTheWayToTheWindow(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        await scene.TakeAsync();
        var taken = await scene.TakeAsync();

        var waiting = await PageAsync(scene, taken);
        Assert.Equal(("A002", TicketState.Waiting, 1, true, false), (waiting.Number, waiting.State, waiting.Ahead, waiting.CanGiveBack, waiting.CanRejoin));
        Assert.NotNull(waiting.Wait);
        await scene.TryCallAsync(1);
        Assert.Equal(0, (await PageAsync(scene, taken)).Ahead);
        await scene.TryCallAsync(3);

        var called = await PageAsync(scene, taken);
        Assert.Equal((TicketState.Called, 3, 1, null), (called.State, called.Window, called.Floor, called.Wait));
        Assert.True(called.Seq > waiting.Seq);
        await scene.MissAsync(taken.Id);
        Assert.Equal((true, true), (await PageAsync(scene, taken)) is var missed ? (missed.CanGiveBack, missed.CanRejoin) : default);
        await scene.RejoinAsync(taken.Id);
        await scene.TryCallAsync(3);
        await scene.ServeAsync(taken.Id);
        Assert.False((await PageAsync(scene, taken)).CanGiveBack);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Reveal_ShowsNameAndNumberAndIsAuditedWithTheReason(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        var clerk = await scene.StaffAsync("clerk");
        var taken = (await scene.TryTakeAsync(idNumber: Number, name: "阿卜杜勒·热合曼")).ShouldPass();

        var revealed = (await RevealAsync(scene, taken.Id, " 核对委托书 ", clerk)).ShouldPass();

        Assert.Equal(("阿卜杜勒·热合曼", IdentityType.Citizen, Number), (revealed.Name, revealed.IdType, revealed.IdNumber));
        Assert.DoesNotContain(Number, revealed.ToString(), StringComparison.Ordinal);
        var audit = await scene.Node.ReadAsync(db => db.Set<AuditRow>().SingleAsync(a => a.Operation == nameof(RevealVisitor)));
        Assert.Equal(("A001", "核对委托书", clerk.Id, scene.Id), (audit.Subject, audit.Reason, audit.ActorId, audit.Hall));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Reveal_KeepsNoAnswerForAnIdempotencyKey(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        var taken = await scene.TakeAsync();

        (await RevealAsync(scene, taken.Id, "核对", QueueScene.System with { Once = new OnceKey("key", "body") })).ShouldPass();

        Assert.Equal(0, await scene.Node.ReadAsync(db => db.Set<OnceRow>().CountAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Reveal_WithoutReasonOrPermission_IsRefusedAndNotAudited(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        var (clerk, manager) = (await scene.StaffAsync("clerk"), await scene.StaffAsync("manager", Role.HallManager));
        var taken = await scene.TakeAsync();

        (await RevealAsync(scene, taken.Id, "  ", clerk)).ShouldBeRefused("reason.required");
        (await RevealAsync(scene, taken.Id, new string('核', 501), clerk)).ShouldBeRefused("reason.required");
        (await RevealAsync(scene, taken.Id, "核对", manager)).ShouldBeRefused("permission.denied");
        (await RevealAsync(scene, new TicketId(Guid.NewGuid()), "核对", clerk)).ShouldBeRefused("ticket.unknown");
        Assert.Equal(0, await scene.Node.ReadAsync(db => db.Set<AuditRow>().CountAsync(a => a.Operation == nameof(RevealVisitor))));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Reveal_AfterTheIdentityWasErased_IsRefused(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        var taken = await scene.TakeAsync();
        (await GiveBackAsync(scene, taken.Code)).ShouldPass();
        scene.Wait(91 * 24 * 60);
        (await scene.Get<EraseIdentities>().ExecuteAsync(new(scene.Id), QueueScene.System, QueueScene.Cancel)).ShouldPass();

        (await RevealAsync(scene, taken.Id, "核对", QueueScene.System)).ShouldBeRefused("ticket.identity-erased");
    }

    private static Task<Result<TicketAnswer>> GiveBackAsync(QueueScene scene, string code) =>
        scene.Get<GiveBackTicket>().ExecuteAsync(new(code), Visitor, QueueScene.Cancel);

    private static Task<Result<RevealedVisitor>> RevealAsync(QueueScene scene, TicketId ticket, string reason, Actor actor) =>
        scene.Get<RevealVisitor>().ExecuteAsync(new(scene.Id, ticket, reason), actor, QueueScene.Cancel);

    private static async Task<TicketPage> PageAsync(QueueScene scene, TakenTicket taken) =>
        (await scene.Get<TicketPageQueries>().FindAsync(taken.Code, QueueScene.Cancel)).ShouldPass();
}
