using System.Text.RegularExpressions;
using HallSuite.Domain.Evaluation;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Evaluation;
using HallSuite.Infrastructure.Platform.Jobs;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Queueing;
using HallSuite.Infrastructure.Statistics;
using HallSuite.Tests.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HallSuite.Tests.Operations.Queueing;

/// <summary>
/// What an act or a picture costs does not grow with the history (DESIGN §4): no statement of the queue walks through a table that grows, nor
/// through all that one hall ever had in it. Asked of SQLite's planner, which tells how it would run each statement that was really sent.
/// </summary>
public sealed partial class QueueCostTests
{
    /// <summary>Partial indexes over sets that stay small.</summary>
    private static readonly string[] SmallSets = ["IX_Tickets_Open", "IX_Tickets_OneAtWindow", "IX_Tickets_WithIdentity", "IX_Tickets_ReservedWindow", "IX_Clocks_Lit"];

    [Fact]
    public async Task NoStatement_OfADayInTheQueue_WalksThroughTheHistory()
    {
        await using var scene = await QueueScene.OpenAsync(DatabaseProvider.Sqlite);
        var caller = await scene.DeviceAsync(DeviceKind.Caller);
        var clerk = await scene.ClerkAtAsync(3);
        await scene.TakeAsync();
        using var trace = new StatementTrace(scene.Node.Database);

        // EF looks only once a second whether anyone listens to its commands.
        await Eventually.HoldsAsync(async () => await scene.Node.ReadAsync(db => db.Set<Lane>().AnyAsync()) && trace.Statements.Count > 0);

        await DayAsync(scene, caller, clerk);

        Assert.True(trace.Statements.Count > 100);
        var faults = await QueryPlan.FaultsAsync(scene.Node.Database, trace.Statements, WalksThroughHistory);
        Assert.True(faults.Count == 0, string.Join("\n\n", faults));
    }

    [Theory]
    [InlineData("""SELECT COUNT(*) FROM "Tickets" AS "t" WHERE "t"."TakenAt" > 5""", true)]
    [InlineData("""SELECT COUNT(*) FROM "Tickets" AS "t" WHERE "t"."Hall" = 'x' AND "t"."TakenAt" > 5""", true)]
    [InlineData("""SELECT MAX("c"."At") FROM "Calls" AS "c" WHERE "c"."Hall" = 'x'""", true)]
    [InlineData("""SELECT COUNT(*) FROM "Tickets" AS "t" WHERE "t"."Hall" = 'x' AND "t"."EndedAt" IS NULL""", false)]
    [InlineData("""SELECT MAX("c"."Seq") FROM "Calls" AS "c" WHERE "c"."Hall" = 'x'""", false)]
    [InlineData("""SELECT COUNT(*) FROM "Windows" AS "w" WHERE "w"."Floor" = 1""", false)]
    public async Task TheCheck_TellsAWalkFromALook(string sql, bool walks)
    {
        await using var node = await TestHall.CreateAsync(DatabaseProvider.Sqlite);

        Assert.Equal(walks, (await QueryPlan.FaultsAsync(node.Database, [new TracedStatement(sql, [])], WalksThroughHistory)).Count > 0);
    }

    private static async Task DayAsync(QueueScene scene, Actor caller, Actor clerk)
    {
        var taken = await scene.TakeAsync("B");
        (await scene.TryCallAsync(1, caller)).ShouldPass();
        var ticket = (await scene.TryCallAsync(3, clerk)).ShouldPass().Id;
        await scene.RecallAsync(ticket, clerk);
        await scene.MissAsync(ticket, clerk);
        await scene.RejoinAsync(ticket, clerk);
        await scene.TransferAsync(ticket, "B", 3, clerk);
        await scene.TryCallAsync(3, clerk);
        await scene.ServeAsync(ticket, clerk);
        await scene.HoldAsync(ticket, clerk);
        await scene.ResumeAsync(ticket, 3, clerk);
        await scene.Get<RevealVisitor>().ExecuteAsync(new(scene.Id, ticket, "核对"), clerk, QueueScene.Cancel);
        await scene.FinishAsync(ticket, clerk);
        var tablet = await scene.DeviceAsync(DeviceKind.Evaluator, 3);
        await scene.Get<EvaluatorQueries>().ReadAsync(tablet, scene.Id, 3, QueueScene.Cancel);
        (await scene.Get<GiveRating>().ExecuteAsync(new(new RatedVisit.AtWindow(scene.Id, 3, ticket), new(Grade.Satisfied)), tablet, QueueScene.Cancel)).ShouldPass();
        await scene.Get<TicketRatingQueries>().FindAsync((await scene.TicketAsync(ticket)).Code, QueueScene.Cancel);
        await scene.Get<WindowRatingQueries>().ReadAsync(clerk, scene.Id, scene.Sample.Windows[2].Id, QueueScene.Cancel);
        await scene.PauseAsync(3, clerk);
        await scene.CloseAsync(3, clerk);
        await scene.OpenAsync(3, clerk);
        var given = await scene.TakeAsync("C");
        await scene.Get<TicketPageQueries>().FindAsync(given.Code, QueueScene.Cancel);
        await scene.Get<GiveBackTicket>().ExecuteAsync(new(given.Code), Actor.Visitor("192.0.2.9"), QueueScene.Cancel);
        await scene.Get<QueueBoardQueries>().ReadAsync(caller, scene.Id, QueueScene.Cancel);
        await scene.Get<QueueBoardQueries>().ReadLanesAsync(scene.Id, QueueScene.Cancel);
        await scene.Get<WindowListQueries>().ReadAsync(scene.Id, QueueScene.Cancel);
        await scene.Get<WindowScreenQueries>().ReadAsync(caller, scene.Id, 1, QueueScene.Cancel);
        await scene.Get<ConsoleQueries>().ReadAsync(clerk, scene.Id, 1, QueueScene.Cancel);
        await scene.Get<HallStatisticsQueries>().ReadAsync(caller, scene.Id, QueueScene.Cancel);
        Assert.NotEqual(taken.Id, given.Id);
        scene.Wait(100 * 24 * 60);
        foreach (var job in scene.Node.Services.GetServices<IHallJob>().Where(j => j.Name is "lapse-tickets" or "erase-identities" or "recount-lane-days" or "recount-daily-ratings" or "recount-daily-cases" or "clean-feed"))
        {
            await job.RunAsync(QueueScene.Cancel);
        }
    }

    private static bool WalksThroughHistory(TracedStatement statement, PlanStep step)
    {
        if (!Growing().IsMatch(step.Table) || SmallSets.Contains(step.Index))
        {
            return false;
        }

        // MAX or the newest rows of a key are one look at its end, and a plan for them reads like a walk.
        var looksAtTheEnd = step.Table == "Calls" && Regex.IsMatch(statement.Sql, """MAX\("\w+"\."Seq"\)|ORDER BY "\w+"\."Seq" DESC\s+LIMIT""");
        return step.Scans || (step.Keys == "Hall=?" && !looksAtTheEnd);
    }

    [GeneratedRegex("^(Tickets|Calls|LaneDays|Ratings|DailyRatings|DailyCases|Cases|Clocks|CaseEvents|Audit|ChangeFeed|OnceKeys|Outbox)$")]
    private static partial Regex Growing();
}
