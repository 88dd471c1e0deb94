using Npgsql;

namespace HallSuite.Infrastructure.Platform.Backups;

/// <summary>A table as the database itself describes it.</summary>
internal sealed record CataloguedTable(string Name, IReadOnlyList<string> Columns);

/// <summary>
/// The tables of a PostgreSQL database, a table after those it refers to. Read from the database and not from the model, because a
/// backup is also taken when the program is already newer than its database.
/// </summary>
internal static class PostgresCatalogue
{
    private const string Columns =
        """
        SELECT c.relname, a.attname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
        WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
        ORDER BY c.relname, a.attnum
        """;

    private const string References =
        """
        SELECT t.relname, r.relname FROM pg_constraint k JOIN pg_class t ON t.oid = k.conrelid JOIN pg_class r ON r.oid = k.confrelid
        WHERE k.contype = 'f' AND k.conrelid <> k.confrelid AND t.relnamespace = current_schema()::regnamespace
        """;

    public static async Task<List<CataloguedTable>> TablesAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        var columns = (await PairsAsync(connection, Columns, cancel)).ToLookup(p => p.First, p => p.Second);
        var needs = (await PairsAsync(connection, References, cancel)).ToLookup(p => p.First, p => p.Second);
        var ordered = new List<CataloguedTable>();
        var left = columns.Select(c => c.Key).ToList();
        while (left.Count > 0)
        {
            // With a circle of references nothing is ever free; the model has none, and the restore would say so.
            var free = left.Where(t => !needs[t].Any(left.Contains)).ToList() is { Count: > 0 } some ? some : left;
            ordered.AddRange(free.Select(t => new CataloguedTable(t, [.. columns[t]])));
            left = [.. left.Except(free)];
        }

        return ordered;
    }

    private static async Task<List<(string First, string Second)>> PairsAsync(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var pairs = new List<(string, string)>();
        while (await rows.ReadAsync(cancel))
        {
            pairs.Add((rows.GetString(0), rows.GetString(1)));
        }

        return pairs;
    }
}
