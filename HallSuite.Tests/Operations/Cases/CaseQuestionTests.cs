using HallSuite.Domain.Kernel;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Tests.TestKit;
using Microsoft.EntityFrameworkCore;
using static HallSuite.Tests.Domain.Matters.Standards;

namespace HallSuite.Tests.Operations.Cases;

/// <summary>How many questions a page asks of the database does not depend on how many departments there are, and an act never ranks the steps of other cases.</summary>
public sealed class CaseQuestionTests
{
    private static CancellationToken Cancel => CaseOffice.Cancel;

    [Fact]
    public async Task AListAndACase_AskAsManyQuestions_HoweverManyDepartmentsThereAre()
    {
        await using var office = await CaseOffice.OpenAsync(DatabaseProvider.Sqlite);
        var reviewer = await office.ReviewerAsync();
        var file = await office.FileAsync(await office.UnderReviewAsync());
        var few = (await QuestionsAsync(office, () => ListAsync(office, reviewer)), await QuestionsAsync(office, () => FindAsync(office, reviewer, file.Number)));

        await office.Node.SeedAsync([.. Enumerable.Range(0, 20).Select(i =>
            Department.Create(new DepartmentId(Id(800 + i)), $"more-{i}", $"第 {i} 局", $"Bureau {i}", codeTaken: false).ShouldPass())]);

        var many = (await QuestionsAsync(office, () => ListAsync(office, reviewer)), await QuestionsAsync(office, () => FindAsync(office, reviewer, file.Number)));
        Assert.Equal((few.Item1.Count, few.Item2.Count), (many.Item1.Count, many.Item2.Count));
        Assert.True(few.Item1.Count > 3);
    }

    [Fact]
    public async Task AnAct_NeverRanksTheStepsOfOtherCases()
    {
        await using var office = await CaseOffice.OpenAsync(DatabaseProvider.Sqlite);
        var (first, second) = (await office.ReviewerAsync(), await office.SecondReviewerAsync());
        var seen = await office.VerifyAsync(await office.UnderReviewAsync(), first, second);

        var asked = await QuestionsAsync(office, () => office.PassAsync(seen, Site, second));

        Assert.NotEmpty(asked);
        Assert.DoesNotContain(asked, sql => sql.Contains("ROW_NUMBER", StringComparison.Ordinal));
    }

    private static async Task ListAsync(CaseOffice office, Actor actor) => (await office.Get<WorklistQueries>().ReadAsync(actor, new(office.Hall), Cancel)).ShouldPass();

    private static async Task FindAsync(CaseOffice office, Actor actor, string number) => (await office.Get<CaseQueries>().FindAsync(actor, number, Cancel)).ShouldPass();

    /// <summary>The questions that were asked; what is written is left out.</summary>
    private static async Task<IReadOnlyList<string>> QuestionsAsync(CaseOffice office, Func<Task> ask)
    {
        using var trace = new StatementTrace(office.Node.Database);

        // EF looks only once a second whether anyone listens to its commands.
        await Eventually.HoldsAsync(async () => await office.Node.ReadAsync(db => db.Set<Department>().AnyAsync()) && trace.Statements.Count > 0);
        var before = trace.Statements.Count;
        await ask();
        return [.. trace.Statements.Skip(before).Select(s => s.Sql).Where(s => s.StartsWith("SELECT", StringComparison.Ordinal))];
    }
}
