using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace HallSuite.Tests.TestKit;

/// <summary>One step of how SQLite would run a statement.</summary>
/// <param name="Table">The table it reads, by its name.</param>
/// <param name="Scans">It reads every row, of the table or of the index.</param>
/// <param name="Index">Empty without one.</param>
/// <param name="Keys">What it looks up, such as <c>Hall=? AND State=?</c>; empty when it scans.</param>
public sealed record PlanStep(string Table, bool Scans, string Index, string Keys);

/// <summary>Asks SQLite's planner, which counts no rows of an empty hall, how it would run the statements that were really sent.</summary>
public static partial class QueryPlan
{
    /// <summary>Each statement with a step that is wrong, once.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(TestDatabase database, IEnumerable<TracedStatement> statements, Func<TracedStatement, PlanStep, bool> isWrong)
    {
        await using var planner = new SqliteConnection(database.ConnectionString);
        await planner.OpenAsync(TestContext.Current.CancellationToken);
        var faults = new List<string>();
        foreach (var statement in statements.DistinctBy(s => s.Sql))
        {
            faults.AddRange((await StepsAsync(planner, statement)).Where(step => isWrong(statement, step)).Select(step => $"{step}\n{statement.Sql}"));
        }

        return faults;
    }

    private static async Task<List<PlanStep>> StepsAsync(SqliteConnection planner, TracedStatement statement)
    {
        await using var explain = planner.CreateCommand();
        explain.CommandText = $"EXPLAIN QUERY PLAN {statement.Sql}";
        foreach (var (name, value) in statement.Values)
        {
            explain.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        var steps = new List<PlanStep>();
        await using var rows = await explain.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        while (await rows.ReadAsync(TestContext.Current.CancellationToken))
        {
            if (Step().Match(rows.GetString(3)) is { Success: true } step)
            {
                steps.Add(new PlanStep(TableOf(statement.Sql, step.Groups["alias"].Value), step.Groups["how"].Value == "SCAN", step.Groups["index"].Value, step.Groups["keys"].Value));
            }
        }

        return steps;
    }

    private static string TableOf(string sql, string alias) =>
        Regex.Match(sql, $"\"(?<table>\\w+)\" AS \"{Regex.Escape(alias)}\"") is { Success: true } named ? named.Groups["table"].Value : alias;

    /// <summary><c>SEARCH t USING INDEX IX_… (Hall=? AND …)</c> or <c>SCAN t</c>.</summary>
    [GeneratedRegex("""^(?<how>SCAN|SEARCH) (?<alias>\w+)(?: USING (?:COVERING )?INDEX (?<index>\w+)(?: \((?<keys>[^)]*)\))?)?""")]
    private static partial Regex Step();
}
