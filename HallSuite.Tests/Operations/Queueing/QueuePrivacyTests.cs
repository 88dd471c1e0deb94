using System.Text;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Queueing;
using HallSuite.Infrastructure.Statistics;
using HallSuite.Tests.TestKit;

namespace HallSuite.Tests.Operations.Queueing;

/// <summary>After a whole story nobody's identity stands anywhere: not in any table, not in the bytes of the database, not in the log.</summary>
public sealed class QueuePrivacyTests
{
    private const string Number = "11010519491231002X";
    private const string WrongNumber = "110105194912310021";
    private const string Name = "阿卜杜勒·热合曼";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task AWholeStory_LeavesNoIdentityBehind(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        using var log = await EveryLine.OfAsync(scene.Node);
        var kiosk = await scene.DeviceAsync(DeviceKind.Kiosk);
        var clerk = await scene.ClerkAtAsync(1);

        var taken = (await scene.TryTakeAsync(idNumber: Number, name: Name, actor: kiosk with { Once = new OnceKey("request-1", "body") })).ShouldPass();
        (await scene.TryTakeAsync(idNumber: Number, name: Name, actor: kiosk with { Once = new OnceKey("request-2", "body") })).ShouldBeRefused("ticket.already-open");
        (await scene.TryTakeAsync(idNumber: WrongNumber, name: Name, actor: kiosk)).ShouldBeRefused("id-number.invalid");
        (await scene.TryCallAsync(1, clerk)).ShouldPass();
        (await scene.RecallAsync(taken.Id, clerk)).ShouldPass();
        (await scene.MissAsync(taken.Id, clerk)).ShouldPass();
        (await scene.RejoinAsync(taken.Id, clerk)).ShouldPass();
        (await scene.TryCallAsync(1, clerk)).ShouldPass();
        (await scene.ServeAsync(taken.Id, clerk)).ShouldPass();
        Assert.Equal(Number, (await scene.Get<RevealVisitor>().ExecuteAsync(new(scene.Id, taken.Id, "核对委托书"), clerk, QueueScene.Cancel)).ShouldPass().IdNumber);
        var console = (await scene.Get<ConsoleQueries>().ReadAsync(clerk, scene.Id, null, QueueScene.Cancel)).ShouldPass();
        (await scene.FinishAsync(taken.Id, clerk)).ShouldPass();
        var pictures = string.Join('\n',
            (await scene.Get<QueueBoardQueries>().ReadAsync(QueueScene.System, scene.Id, QueueScene.Cancel)).ShouldPass(),
            (await scene.Get<WindowScreenQueries>().ReadAsync(QueueScene.System, scene.Id, 1, QueueScene.Cancel)).ShouldPass(),
            (await scene.Get<HallStatisticsQueries>().ReadAsync(QueueScene.System, scene.Id, QueueScene.Cancel)).ShouldPass(),
            (await scene.Get<TicketPageQueries>().FindAsync(taken.Code, QueueScene.Cancel)).ShouldPass(),
            console, console.Current);

        var database = await PlainText.EverythingAsync(scene.Node.Database);
        Assert.Contains("A001", Encoding.UTF8.GetString(database), StringComparison.Ordinal);
        foreach (var secret in new[] { Number, WrongNumber, Number[..17], Name, "热合曼" })
        {
            Assert.True(database.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) < 0, "An identity stands in the database in plain text.");
            Assert.DoesNotContain(secret, log.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(secret, pictures, StringComparison.Ordinal);
        }

        Assert.Contains("TakeTicket refused: ticket.already-open", log.Text, StringComparison.Ordinal);
        Assert.Contains("INSERT INTO", log.Text, StringComparison.Ordinal);
        Assert.Equal(("阿******曼", "110***********002X"), (console.Current!.Visitor!.Name, console.Current.Visitor.IdNumber));
    }
}
