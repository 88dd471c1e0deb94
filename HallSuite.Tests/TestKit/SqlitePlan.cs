using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace HallSuite.Tests.TestKit;

/// <summary>One step by which SQLite would run a statement: <c>SEARCH t USING INDEX IX_… (Hall=? AND …)</c> or <c>SCAN t</c>.</summary>
/// <param name="Table">Null for a subquery and for what is no table.</param>
/// <param name="Index">Empty where none is used.</param>
/// <param name="Keys">By what the index is entered; empty for a scan.</param>
/// <param name="Sorted">Whether its part of the statement is sorted afterwards, so that a limit spares nothing.</param>
public sealed record PlanStep(bool Scans, string? Table, string Index, string Keys, bool Sorted, string Text);

/// <summary>Asks SQLite's planner how it would run a statement that was really sent.</summary>
public static partial class SqlitePlan
{
    public static async Task<IReadOnlyList<PlanStep>> OfAsync(SqliteConnection planner, TracedStatement statement, CancellationToken cancel)
    {
        await using var explain = planner.CreateCommand();
        explain.CommandText = $"EXPLAIN QUERY PLAN {statement.Sql}";
        foreach (var (name, value) in statement.Values)
        {
            explain.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        var rows = new List<(int Parent, string Text)>();
        await using var read = await explain.ExecuteReaderAsync(cancel);
        while (await read.ReadAsync(cancel))
        {
            rows.Add((read.GetInt32(1), read.GetString(3)));
        }

        var sorted = rows.Where(r => r.Text.StartsWith("USE TEMP B-TREE", StringComparison.Ordinal)).Select(r => r.Parent).ToHashSet();
        return [.. rows.Select(r => (r, Match: Step().Match(r.Text))).Where(x => x.Match.Success).Select(x => new PlanStep(
            x.Match.Groups["how"].Value == "SCAN", TableOf(statement.Sql, x.Match.Groups["alias"].Value), x.Match.Groups["index"].Value, x.Match.Groups["keys"].Value,
            sorted.Contains(x.r.Parent), x.r.Text))];
    }

    private static string? TableOf(string sql, string alias) =>
        Regex.Match(sql, $"\"(?<table>\\w+)\" AS \"{Regex.Escape(alias)}\"") is { Success: true } named ? named.Groups["table"].Value
        : sql.Contains($"\"{alias}\"", StringComparison.Ordinal) ? alias : null;

    [GeneratedRegex("""^(?<how>SCAN|SEARCH) (?<alias>\w+)(?: USING (?:COVERING )?INDEX (?<index>\w+)(?: \((?<keys>[^)]*)\))?)?""")]
    private static partial Regex Step();
}
