using System.Text.RegularExpressions;
using HallSuite.Domain.Applicants;
using HallSuite.Domain.Cases;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Supervision;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Supervision;
using HallSuite.Tests.Domain.Cases;
using HallSuite.Tests.TestKit;
using Microsoft.EntityFrameworkCore;
using static HallSuite.Tests.Domain.Matters.Standards;

namespace HallSuite.Tests.Operations.Cases;

/// <summary>
/// What a list costs does not grow with the history: no statement of it walks through the cases, their events, limits, steps or papers. Asked of SQLite's planner for
/// each statement that was really sent.
/// </summary>
public sealed partial class CaseListCostTests
{
    private static CancellationToken Cancel => CaseOffice.Cancel;

    [Fact]
    public async Task NoQuestion_OfTheLists_WalksThroughTheHistory()
    {
        await using var office = await CaseOffice.OpenAsync(DatabaseProvider.Sqlite);
        var (clerk, reviewer, head) = (await office.ClerkAsync(), await office.ReviewerAsync(), await office.HeadAsync());
        var file = await office.FileAsync(await office.ReviewedAsync());
        using var trace = new StatementTrace(office.Node.Database);

        // EF looks only once a second whether anyone listens to its commands.
        await Eventually.HoldsAsync(async () => await office.Node.ReadAsync(db => db.Set<Lane>().AnyAsync()) && trace.Statements.Count > 0);
        foreach (var who in new[] { clerk, reviewer, head })
        {
            await AskAsync(office, who);
        }

        (await office.Get<CaseProgressQueries>().FindAsync(file.Number, file.QueryKey, Cancel)).ShouldPass();
        Assert.True(trace.Statements.Count > 100);

        // What nothing can answer (no matter has such a name) is asked as WHERE 0, and no row is read.
        var faults = await QueryPlan.FaultsAsync(office.Node.Database, trace.Statements.Where(t => !t.Sql.Contains("WHERE 0", StringComparison.Ordinal)), WalksThrough);
        Assert.True(faults.Count == 0, string.Join("\n\n", faults));
    }

    [Fact]
    public async Task NoQuestion_OfTheSweeps_WalksThroughTheHistory()
    {
        await using var office = await CaseOffice.OpenAsync(DatabaseProvider.Sqlite);
        await office.UnderReviewAsync();
        await office.ReceivedAsync();
        (await office.Get<RequestSupplement>().ExecuteAsync(new(await office.ReceivedAsync(Brought.NoPlan), [new(Plan, "请补交。")]), await office.ClerkAsync(), Cancel)).ShouldPass();
        (await office.Get<SetCardPolicy>().ExecuteAsync(new(office.Hall, CardPolicy.Default, new() { BlueDaysLeft = 3 }), Actor.System("test"), Cancel)).ShouldPass();
        using var trace = new StatementTrace(office.Node.Database);
        await Eventually.HoldsAsync(async () => await office.Node.ReadAsync(db => db.Set<Lane>().AnyAsync()) && trace.Statements.Count > 0);
        foreach (var day in new[] { 20, 30 })
        {
            office.GoTo(new DateOnly(2026, 10, day), 9);
            foreach (var job in new[] { "recalculate-limits", "turn-lights", "deem-accepted", "lapse-supplements" })
            {
                await office.RunAsync(job);
            }
        }

        TracedStatement[] asked = [.. trace.Statements];
        Assert.NotEmpty(await office.Node.ReadAsync(db => db.Set<Card>().ToListAsync(Cancel)));
        var faults = await QueryPlan.FaultsAsync(office.Node.Database, asked, WalksThrough);
        Assert.True(faults.Count == 0, string.Join("\n\n", faults));
    }

    [Theory]
    [InlineData("""SELECT COUNT(*) FROM "Cases" AS "c" WHERE "c"."Subject" = 'x'""", true)]
    [InlineData("""SELECT COUNT(*) FROM "Cases" AS "c" WHERE "c"."Hall" = 'x'""", true)]
    [InlineData("""SELECT COUNT(*) FROM "CaseEvents" AS "e" WHERE "e"."WhoId" = 'x'""", true)]
    [InlineData("""SELECT "c"."Id" FROM "Cases" AS "c" WHERE "c"."Hall" = 'x' AND "c"."EndedAt" IS NULL""", false)]
    [InlineData("""SELECT "c"."Id" FROM "Cases" AS "c" WHERE "c"."Hall" = 'x' AND "c"."State" = 'Delivered' ORDER BY "c"."Number" DESC LIMIT 5""", false)]
    public async Task TheCheck_TellsAWalkFromALook(string sql, bool walks)
    {
        await using var node = await TestHall.CreateAsync(DatabaseProvider.Sqlite);

        Assert.Equal(walks, (await QueryPlan.FaultsAsync(node.Database, [new TracedStatement(sql, [])], WalksThrough)).Count > 0);
    }

    private static async Task AskAsync(CaseOffice office, Actor who)
    {
        foreach (var part in Enum.GetValues<WorklistPart>())
        {
            (await office.Get<WorklistCountQueries>().ReadAsync(who, office.Hall, part, Cancel)).ShouldPass();
            foreach (var light in new Light?[] { null, Light.None, Light.Red })
            {
                (await office.Get<WorklistQueries>().ReadAsync(who, new(office.Hall, part, light, $"{Case.NoDue.ToUnixTimeMilliseconds()}.SAMPLE"), Cancel)).ShouldPass();
            }
        }

        await office.Get<WorklistCountQueries>().WaitingAsync(who, office.Hall, Cancel);
        foreach (var state in Enum.GetValues<CaseState>())
        {
            (await office.Get<CaseListQueries>().ReadAsync(who, new(office.Hall, State: state, After: "SAMPLE2027"), Cancel)).ShouldPass();
        }

        foreach (var text in new[] { "1", "SAMPLE2026", "经营", "青澜区", null })
        {
            (await office.Get<CaseListQueries>().ReadAsync(who, new(office.Hall, text), Cancel)).ShouldPass();
            (await office.Get<CaseListQueries>().ReadAsync(who, new(office.Hall, text, CaseState.Delivered), Cancel)).ShouldPass();
            (await office.Get<CaseListQueries>().FindAsync(who, office.Hall, text ?? "", 8, Cancel)).ShouldPass();
        }

        (await office.Get<CaseListQueries>().OfApplicantAsync(who, office.Hall, IdentityType.Citizen, CaseOffice.Number, 50, Cancel)).ShouldPass();
    }

    /// <summary>A step that reads a growing table without an index, or by the hall or the department alone where the index holds more than what is open.</summary>
    private static bool WalksThrough(TracedStatement statement, PlanStep step) =>
        Growing().IsMatch(step.Table) && !SmallSets().IsMatch(step.Index) && (step.Scans || step.Keys is "Hall=?" or "Department=?" or "State=?");

    [GeneratedRegex("^(Cases|CaseEvents|Clocks|CaseSteps|CasePapers|IssuedDocuments|Cards|PhoneCalls|Certificates|Audit|ChangeFeed)$")]
    private static partial Regex Growing();

    /// <summary>Indexes that hold only what is open.</summary>
    [GeneratedRegex("^IX_(Cases_Open|CaseSteps_Open|Clocks_Lit|Clocks_Running)")]
    private static partial Regex SmallSets();
}
