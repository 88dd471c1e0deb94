using System.Data.Common;
using System.Diagnostics;
using HallSuite.Domain.Cases;
using HallSuite.Infrastructure.Platform.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace HallSuite.Bench.Cases;

/// <summary>
/// Multiplies cases that went through the operations, by SQL alone. A seeded case has the row, limits, steps, history, papers, issued documents and cards of its
/// template under ids, numbers, dates and an applicant's look-up of its own, spread over all departments and matters. It has not: audit rows, certificates,
/// a place in the counts of the day, an own text of its papers (the signed file is the template's), days counted by the calendar (they are moved by whole weeks).
/// </summary>
internal sealed class CaseSeed(CaseHall hall, IReadOnlyList<Template> templates)
{
    private static readonly string[] Tables = ["Cases", "Clocks", "CaseSteps", "CaseEvents", "IssuedDocuments", "CasePapers", "Cards"];

    private readonly SeedSql sql = new(hall.Node.Provider);

    public async Task GrowAsync(int cases, int open)
    {
        var watch = Stopwatch.StartNew();
        await using var db = await hall.Get<IDbContextFactory<HallDbContext>>().CreateDbContextAsync();
        var model = db.GetService<IDesignTimeModel>().Model.GetRelationalModel();
        SqliteConnection.ClearAllPools();
        await using DbConnection connection = hall.Node.Provider == DatabaseProvider.Sqlite
            ? new SqliteConnection(hall.Node.ConnectionString + ";Pooling=False")
            : new NpgsqlConnection(hall.Node.ConnectionString + ";Pooling=False;Command Timeout=0");
        await connection.OpenAsync();
        await BeginAsync(connection);
        await LoadSeedAsync(connection, cases, open);
        var indexes = await DropIndexesAsync(connection);
        foreach (var table in Tables)
        {
            await RunAsync(connection, CopyOf(table));
            await RunAsync(connection, $"""CREATE INDEX "Template{table}" ON "Seed{table}" ("TemplateCase")""");
            await RunAsync(connection, Multiply(model.FindTable(table, null)!));
            Console.WriteLine(FormattableString.Invariant($"    {table,-16} {watch.Elapsed.TotalSeconds,6:F0} s"));
        }

        foreach (var index in indexes)
        {
            await RunAsync(connection, index);
        }

        await EndAsync(connection);
        Console.WriteLine(FormattableString.Invariant($"    {cases:N0} cases in {watch.Elapsed.TotalSeconds:F0} s, {indexes.Count} indexes made anew"));
    }

    private async Task BeginAsync(DbConnection connection) => await RunAsync(connection, hall.Node.Provider == DatabaseProvider.Sqlite
        ? "PRAGMA journal_mode=DELETE; PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA foreign_keys=OFF; PRAGMA cache_size=-400000; PRAGMA temp_store=FILE;"
        : "SET session_replication_role = replica; SET synchronous_commit = off; SET maintenance_work_mem = '512MB'; SET work_mem = '128MB';");

    /// <summary>A hall's database has been analysed by PostgreSQL itself long ago; SQLite never is.</summary>
    private async Task EndAsync(DbConnection connection) =>
        await RunAsync(connection, hall.Node.Provider == DatabaseProvider.Sqlite ? "PRAGMA journal_mode=WAL;" : "VACUUM (ANALYZE)");

    private async Task LoadSeedAsync(DbConnection connection, int cases, int open)
    {
        var (id, text) = hall.Node.Provider == DatabaseProvider.Sqlite ? ("TEXT", "TEXT") : ("uuid", "text");
        await RunAsync(connection, $"""
            CREATE TEMP TABLE "Seed" ("Number" bigint, "Template" {id}, "Id" {id}, "Prefix" {text}, "Days" int, "Year" {text}, "Department" {id}, "Guest" {id},
              "Matter" {id}, "Standard" {id}, "Reviewer" {id}, "CaseNumber" {text}, "QueryKey" {text}, "Lookup" {text})
            """);
        var rows = SeedRow.Of(hall, templates, cases, open);
        if (connection is NpgsqlConnection postgres)
        {
            await using var copy = await postgres.BeginBinaryImportAsync("""COPY "Seed" FROM STDIN (FORMAT BINARY)""");
            foreach (var row in rows)
            {
                await copy.StartRowAsync();
                foreach (var value in ValuesOf(row))
                {
                    await copy.WriteAsync(value);
                }
            }

            await copy.CompleteAsync();
            await copy.DisposeAsync();
            await RunAsync(connection, """ANALYZE "Seed" """);
            return;
        }

        await using var transaction = await connection.BeginTransactionAsync();
        await using var insert = connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = $"""INSERT INTO "Seed" VALUES ({string.Join(',', Enumerable.Range(0, 14).Select(i => $"@p{i}"))})""";
        var parameters = Enumerable.Range(0, 14).Select(i => new SqliteParameter($"@p{i}", null)).ToArray();
        insert.Parameters.AddRange(parameters);
        foreach (var row in rows)
        {
            foreach (var (parameter, value) in parameters.Zip(ValuesOf(row)))
            {
                parameter.Value = value;
            }

            await insert.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
    }

    private static object[] ValuesOf(SeedRow row) =>
    [
        row.Number, row.Template, row.Id, row.Prefix, row.Days, row.Year, row.Department, row.Guest, row.Matter, row.Standard, row.Reviewer, row.CaseNumber,
        row.QueryKey, row.Lookup,
    ];

    /// <summary>The templates' rows by themselves, with the case to which each belongs and its place in it: a database reads them while it writes the table.</summary>
    private static string CopyOf(string table) => table switch
    {
        "Cases" => """CREATE TEMP TABLE "SeedCases" AS SELECT c.*, c."Id" AS "TemplateCase", 0 AS "Ordinal" FROM "Cases" c""",
        "IssuedDocuments" => """
            CREATE TEMP TABLE "SeedIssuedDocuments" AS SELECT d.*, p."Case" AS "TemplateCase", ROW_NUMBER() OVER (PARTITION BY p."Case" ORDER BY p."Event", p."Kind") AS "Ordinal"
            FROM "IssuedDocuments" d JOIN "CasePapers" p ON p."Document" = d."Id"
            """,
        "CasePapers" => """
            CREATE TEMP TABLE "SeedCasePapers" AS SELECT p.*, d."Series", p."Case" AS "TemplateCase", ROW_NUMBER() OVER (PARTITION BY p."Case" ORDER BY p."Event", p."Kind") AS "Ordinal"
            FROM "IssuedDocuments" d JOIN "CasePapers" p ON p."Document" = d."Id"
            """,
        "Cards" => """
            CREATE TEMP TABLE "SeedCards" AS SELECT c.*, c."Case" AS "TemplateCase", ROW_NUMBER() OVER (PARTITION BY c."Case" ORDER BY c."Id") AS "Ordinal" FROM "Cards" c
            """,
        _ => $"""CREATE TEMP TABLE "Seed{table}" AS SELECT x.*, x."Case" AS "TemplateCase", 0 AS "Ordinal" FROM "{table}" x""",
    };

    private string Multiply(ITable table)
    {
        var columns = table.Columns.ToList();
        var values = columns.Select(c => OwnValue(table.Name, c.Name) ?? MovedValue(c));
        return $"""
            INSERT INTO "{table.Name}" ({string.Join(", ", columns.Select(c => $"\"{c.Name}\""))})
            SELECT {string.Join(", ", values)} FROM "Seed" s {sql.Join} "Seed{table.Name}" t ON t."TemplateCase" = s."Template"
            """;
    }

    private string? OwnValue(string table, string column)
    {
        var (series, serial) = ("""replace(t."Series", '2026', s."Year")""", """1000000 + s."Number" * 32 + t."Ordinal" """);
        var department = $"""CASE WHEN t."Department" = {Literal(hall.Plain.Department.Id.Value)} THEN s."Department" ELSE s."Guest" END""";
        return (table, column) switch
        {
            ("Cases", "Id") or (not "Cases", "Case") => """s."Id" """,
            ("Cases", "Number") => """s."CaseNumber" """,
            ("Cases", "QueryKey" or "Matter" or "Standard") => $"""s."{column}" """,
            ("Cases", "ApplicantLookup") => """s."Lookup" """,
            ("Cases", "DueSort") => $"""CASE WHEN t."DueSort" = {NoDue} THEN t."DueSort" ELSE {sql.Earlier("t.\"DueSort\"")} END""",
            (_, "Department") => department,
            ("CaseSteps", "Reviewer") => """CASE WHEN t."Reviewer" IS NULL THEN NULL ELSE s."Reviewer" END""",
            ("IssuedDocuments", "Id") or ("CasePapers", "Document") => sql.IdOf("8001", "t.\"Ordinal\""),
            ("IssuedDocuments", "Series") => series,
            ("IssuedDocuments", "Serial") => serial,
            ("IssuedDocuments" or "CasePapers", "Number") => $"{series} || {sql.Text(serial)} || '号'",
            ("IssuedDocuments", "VerifyCode") => sql.Scattered("""s."Number" * 32 + t."Ordinal" """),
            ("IssuedDocuments", "Model") => "''",
            ("Cards", "Paper") => "NULL",
            ("Cards", "Id") => sql.IdOf("8002", "t.\"Ordinal\""),
            _ => null,
        };
    }

    private string MovedValue(IColumn column)
    {
        var type = Nullable.GetUnderlyingType(column.PropertyMappings[0].Property.ClrType) ?? column.PropertyMappings[0].Property.ClrType;
        var value = $"""t."{column.Name}" """.TrimEnd();
        return type == typeof(DateTimeOffset) ? sql.Earlier(value) : type == typeof(DateOnly) ? sql.EarlierDay(value) : value;
    }

    private string NoDue => hall.Node.Provider == DatabaseProvider.Sqlite
        ? FormattableString.Invariant($"{Case.NoDue.ToUnixTimeMilliseconds()}")
        : FormattableString.Invariant($"timestamptz '{Case.NoDue:yyyy-MM-dd HH:mm:ss}+00'");

    private string Literal(Guid id) => hall.Node.Provider == DatabaseProvider.Sqlite ? $"'{id.ToString().ToUpperInvariant()}'" : $"'{id}'::uuid";

    /// <summary>Indexes are quicker made at once than row by row. Answers the statements that make them again.</summary>
    private async Task<List<string>> DropIndexesAsync(DbConnection connection)
    {
        var quoted = string.Join(',', Tables.Select(t => $"'{t}'"));
        var found = new List<(string Name, string Sql)>();
        await using (var read = connection.CreateCommand())
        {
            read.CommandText = hall.Node.Provider == DatabaseProvider.Sqlite
                ? $"SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ({quoted})"
                : $"SELECT indexname, indexdef FROM pg_indexes WHERE indexname LIKE 'IX%' AND tablename IN ({quoted})";
            await using var rows = await read.ExecuteReaderAsync();
            while (await rows.ReadAsync())
            {
                found.Add((rows.GetString(0), rows.GetString(1)));
            }
        }

        foreach (var (name, _) in found)
        {
            await RunAsync(connection, $"""DROP INDEX "{name}" """);
        }

        return [.. found.Select(f => f.Sql)];
    }

    private static async Task RunAsync(DbConnection connection, string statement)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }
}
