using System.Text.RegularExpressions;
using HallSuite.Domain.Applicants;
using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Approval;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Supervision;
using HallSuite.Tests.Domain.Cases;
using HallSuite.Tests.TestKit;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using static HallSuite.Tests.Domain.Matters.Standards;

namespace HallSuite.Tests.Operations.Cases;

/// <summary>
/// What an act on a case, a list or a sweep costs does not grow with the history (DESIGN §4): no statement walks through a table that grows. Asked of SQLite's
/// planner, which tells how it would run each statement that was really sent.
/// </summary>
public sealed partial class CaseCostTests
{
    /// <summary>Partial indexes over what is open, which stays small.</summary>
    private static readonly string[] SmallSets =
    [
        "IX_Cases_OpenOfHall", "IX_Cases_OpenOfDepartment", "IX_Cases_LightOfHall", "IX_Cases_Reviewed", "IX_Cases_Untaken", "IX_Clocks_NextLightAt", "IX_Clocks_Running", "IX_Clocks_Lit",
        "IX_CaseSteps_Open", "IX_CaseSteps_OpenOfReviewer",
    ];

    private static CancellationToken Cancel => CaseOffice.Cancel;

    [Fact]
    public async Task NoStatement_OfACasesLife_OfAListOrOfASweep_WalksThroughTheHistory()
    {
        await using var office = await CaseOffice.OpenAsync(DatabaseProvider.Sqlite);
        await office.ReviewerAsync();
        await office.HeadAsync();
        using var trace = await ListenAsync(office);

        await LiveAsync(office);
        await ReadAsync(office);
        await SweepAsync(office);

        Assert.True(trace.Statements.Count > 200);
        await using var planner = new SqliteConnection(office.Node.Database.ConnectionString);
        await planner.OpenAsync(Cancel);
        var faults = new List<string>();
        foreach (var statement in trace.Statements.DistinctBy(s => s.Sql + string.Join('|', s.Values.Select(v => v.Value))))
        {
            faults.AddRange((await SqlitePlan.OfAsync(planner, statement, Cancel)).Where(step => Walks(statement, step)).Select(step => $"{step.Text}\n{statement.Sql}"));
        }

        Assert.Empty(faults.Distinct());
    }

    [Theory]
    [InlineData("""SELECT "c"."Id" FROM "Cases" AS "c" WHERE "c"."OpenedAt" > 5""", true)]
    [InlineData("""SELECT COUNT(*) FROM "Cases" AS "c" WHERE "c"."Hall" = 'x'""", true)]
    [InlineData("""SELECT COUNT(*) FROM "Cases" AS "c" WHERE "c"."Hall" = 'x' AND "c"."State" = 'Archived'""", true)]
    [InlineData("""SELECT "c"."Id" FROM "Cases" AS "c" WHERE "c"."Hall" = 'x' AND "c"."State" = 'Archived' ORDER BY "c"."OpenedAt" LIMIT 9""", true)]
    [InlineData("""SELECT "k"."Light" FROM "Clocks" AS "k" WHERE "k"."DueAt" < 5""", true)]
    [InlineData("""SELECT "c"."Id" FROM "Cases" AS "c" WHERE "c"."Hall" = 'x' AND "c"."State" = 'Archived' ORDER BY "c"."DueSort", "c"."Number" LIMIT 9""", false)]
    [InlineData("""SELECT COUNT(*) FROM "Cases" AS "c" WHERE "c"."Hall" = 'x' AND "c"."State" = 'Received'""", false)]
    [InlineData("""SELECT COUNT(*) FROM "Cases" AS "c" WHERE "c"."Hall" = 'x' AND "c"."EndedAt" IS NULL""", false)]
    [InlineData("""SELECT COUNT(*) FROM "Clocks" AS "k" WHERE "k"."State" = 'Running' AND "k"."Kind" = 'Step' AND "k"."DueAt" < 5""", false)]
    public async Task TheCheck_TellsAWalkFromALook(string sql, bool walks)
    {
        await using var node = await TestHall.CreateAsync(DatabaseProvider.Sqlite);
        await using var planner = new SqliteConnection(node.Database.ConnectionString);
        await planner.OpenAsync(Cancel);
        var statement = new TracedStatement(sql, []);

        Assert.Equal(walks, (await SqlitePlan.OfAsync(planner, statement, Cancel)).Any(step => Walks(statement, step)));
    }

    [Fact]
    public async Task AList_AsksAsManyQuestions_HoweverManyDepartmentsAndCasesThereAre()
    {
        await using var office = await CaseOffice.OpenAsync(DatabaseProvider.Sqlite);
        var reviewer = await office.ReviewerAsync();
        await office.UnderReviewAsync();
        var few = await QuestionsAsync(office, () => ListAsync(office, reviewer));

        await office.Node.SeedAsync([.. Enumerable.Range(0, 20).Select(i =>
            Department.Create(new DepartmentId(Id(800 + i)), $"more-{i}", $"第 {i} 局", $"Bureau {i}", codeTaken: false).ShouldPass())]);
        await office.UnderReviewAsync();
        await office.UnderReviewAsync();

        Assert.Equal(few, await QuestionsAsync(office, () => ListAsync(office, reviewer)));
    }

    [Fact]
    public async Task ASweep_AsksAsManyQuestions_HoweverManyLightsAreDue()
    {
        await using var office = await CaseOffice.OpenAsync(DatabaseProvider.Sqlite);
        await office.UnderReviewAsync();
        office.GoTo(new DateOnly(2026, 10, 10), 9);
        var one = await QuestionsAsync(office, () => office.RunAsync("turn-lights"));
        office.GoTo(new DateOnly(2026, 10, 12), 9);
        for (var i = 0; i < 5; i++)
        {
            await office.UnderReviewAsync();
        }

        office.GoTo(new DateOnly(2026, 10, 30), 9);
        Assert.Equal(one, await QuestionsAsync(office, () => office.RunAsync("turn-lights")));
    }

    /// <summary>How many questions were asked; what is written is not counted.</summary>
    private static async Task<int> QuestionsAsync(CaseOffice office, Func<Task> ask)
    {
        using var trace = await ListenAsync(office);
        var before = trace.Statements.Count;
        await ask();
        return trace.Statements.Skip(before).Count(s => s.Sql.StartsWith("SELECT", StringComparison.Ordinal));
    }

    private static async Task ListAsync(CaseOffice office, Actor actor) => (await office.Get<WorklistQueries>().ReadAsync(actor, new(office.Hall), Cancel)).ShouldPass();

    /// <summary>EF looks only once a second whether anyone listens to its commands.</summary>
    private static async Task<StatementTrace> ListenAsync(CaseOffice office)
    {
        var trace = new StatementTrace(office.Node.Database);
        await Eventually.HoldsAsync(async () => await office.Node.ReadAsync(db => db.Set<Department>().AnyAsync()) && trace.Statements.Count > 0);
        return trace;
    }

    private static async Task LiveAsync(CaseOffice office)
    {
        var clerk = await office.ClerkAsync();
        var seen = (await office.Get<NotifyReady>().ExecuteAsync(new(await office.IssuedAsync()), clerk, Cancel)).ShouldPass().Seen;
        seen = (await office.Get<DeliverResult>().ExecuteAsync(new(seen, CaseOffice.AtCounter), clerk, Cancel)).ShouldPass().Seen;
        (await office.Get<ArchiveCase>().ExecuteAsync(new(seen), clerk, Cancel)).ShouldPass();
        var taken = await office.UnderReviewAsync();
        var reviewer = await office.ReviewerAsync();
        (await office.Get<AssignStep>().ExecuteAsync(new(taken, Papers, new StaffId(reviewer.Id), AsHead: false), reviewer, Cancel)).ShouldPass();
        (await office.Get<RequestSupplement>().ExecuteAsync(new(await office.ReceivedAsync(Brought.NoPlan), [new(Plan, "请补交。")]), clerk, Cancel)).ShouldPass();
        await office.RunAsync("outbox");
    }

    private static async Task ReadAsync(CaseOffice office)
    {
        var supervisor = await office.StaffAsync("supervisor", null, Role.Supervisor);
        var file = await office.FileAsync(await office.ReviewedAsync());
        foreach (var actor in new[] { await office.ClerkAsync(), await office.ReviewerAsync(), await office.HeadAsync() })
        {
            await ReadListsAsync(office, actor);
            (await office.Get<CaseQueries>().FindAsync(actor, file.Number, Cancel)).ShouldPass();
            (await office.Get<CaseStaffQueries>().ReadAsync(actor, file.Id, Cancel)).ShouldPass();
        }

        foreach (var part in Enum.GetValues<IntakePart>())
        {
            (await office.Get<IntakeQueries>().ListAsync(await office.ClerkAsync(), office.Hall, part, Cancel)).ShouldPass();
        }

        (await office.Get<ApplicantQueries>().FindAsync(await office.ClerkAsync(), office.Hall, ApplicantKind.Natural, IdentityType.Citizen, CaseOffice.Number, Cancel)).ShouldPass();
        (await office.Get<CaseProgressQueries>().FindAsync(file.Number, file.QueryKey, Cancel)).ShouldPass();
        (await office.Get<SupervisionBoardQueries>().ReadAsync(supervisor, office.Hall, null, Cancel)).ShouldPass();
        (await office.Get<SupervisionBoardQueries>().ReadAsync(supervisor, office.Hall, Light.Red, Cancel)).ShouldPass();
    }

    /// <summary>Each part in each state and light, from the beginning and from further on.</summary>
    private static async Task ReadListsAsync(CaseOffice office, Actor actor)
    {
        foreach (var part in Enum.GetValues<WorklistPart>())
        {
            foreach (var state in new CaseState?[] { null, CaseState.UnderReview, CaseState.Archived })
            {
                foreach (var light in new Light?[] { null, Light.None, Light.Red })
                {
                    foreach (var after in new[] { null, $"{TestHall.Start.ToUnixTimeMilliseconds()}.A" })
                    {
                        (await office.Get<WorklistQueries>().ReadAsync(actor, new(office.Hall, part, state, light, after), Cancel)).ShouldPass();
                    }
                }
            }
        }
    }

    private static async Task SweepAsync(CaseOffice office)
    {
        await office.ReceivedAsync();
        office.GoTo(new DateOnly(2026, 11, 20), 9);
        foreach (var job in new[] { "turn-lights", "deem-accepted", "lapse-supplements", "recalculate-limits", "outbox" })
        {
            await office.RunAsync(job);
        }
    }

    private static bool Walks(TracedStatement statement, PlanStep step)
    {
        if (step.Table is not { } table || !Growing().IsMatch(table) || SmallSets.Contains(step.Index))
        {
            return false;
        }

        if (step.Scans)
        {
            return true;
        }

        // Halls, departments and states have as many cases as there ever were, unless only states before the end are asked for; a page in the order of the index stops.
        return Broad().IsMatch(step.Keys) && !(step.Keys.Contains("State=", StringComparison.Ordinal) && !AsksForEnded(statement)) && (step.Sorted || !Limited().IsMatch(statement.Sql));
    }

    private static bool AsksForEnded(TracedStatement statement) => Enum.GetValues<CaseState>().Where(s => CaseLife.IsOver(s) || s == CaseState.Archived).Any(state =>
        statement.Sql.Contains($"'{state}'", StringComparison.Ordinal) || statement.Values.Any(v => v.Value as string == state.ToString()));

    [GeneratedRegex("^(Cases|Clocks|CaseSteps|CaseEvents|CasePapers|CaseScans|IssuedDocuments|Cards|Audit|ChangeFeed|OnceKeys|Outbox)$")]
    private static partial Regex Growing();

    [GeneratedRegex(@"^(Hall=\?|Department=\?|State=\?|Matter=\?|Standard=\?)( AND (Hall=\?|Department=\?|State=\?))*$")]
    private static partial Regex Broad();

    [GeneratedRegex("LIMIT")]
    private static partial Regex Limited();
}
