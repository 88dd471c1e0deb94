using System.Data;
using System.Text;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Options;
using Npgsql;

namespace HallSuite.Infrastructure.Platform.Backups;

/// <summary>
/// PostgreSQL: every table by COPY, all in one repeatable-read transaction, so that no tool of the server's version is needed. A
/// restore makes the tables anew and fills them in one transaction; the old ones are kept in the schema <c>before_restore</c>.
/// </summary>
internal sealed class PostgresSnapshot(IDbContextFactory<HallDbContext> contexts, IOptions<DatabaseOptions> options, KeyCheck keys) : IDatabaseSnapshot
{
    public const string OldSchema = "before_restore";

    private const string HistoryTable = "__EFMigrationsHistory";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public async Task<Result<string>> WriteAsync(ArchiveWriter archive, CancellationToken cancel)
    {
        await using var connection = await OpenAsync(cancel);
        await using var moment = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        await RunAsync(connection, "SET TRANSACTION READ ONLY", cancel);
        var tables = await PostgresCatalogue.TablesAsync(connection, cancel);
        if (!tables.Exists(t => t.Name == HistoryTable))
        {
            return BackupErrors.NoDatabase(connection.Database);
        }

        foreach (var table in tables.Where(t => t.Name != HistoryTable))
        {
            var copy = $"""COPY "{table.Name}" ({ColumnList(table.Columns)}) TO STDOUT""";
            await archive.AddAsync($"database/{table.Name}.copy", async stream =>
            {
                using var rows = await connection.BeginTextExportAsync(copy, cancel);
                await using var text = new StreamWriter(stream, Utf8, leaveOpen: true);
                await CopyAsync(rows, text, cancel);
            }, table.Name, table.Columns);
        }

        return (string)(await ScalarAsync(connection, $"""SELECT max("MigrationId") FROM "{HistoryTable}" """, cancel))!;
    }

    public async Task<Result> ReplaceAsync(BackupManifest manifest, string folder, CancellationToken cancel)
    {
        await using var connection = await OpenAsync(cancel);
        await using (var all = await connection.BeginTransactionAsync(cancel))
        {
            await RunAsync(connection, $"DROP SCHEMA IF EXISTS {OldSchema} CASCADE; CREATE SCHEMA {OldSchema}", cancel);
            foreach (var table in await PostgresCatalogue.TablesAsync(connection, cancel))
            {
                await RunAsync(connection, $"""ALTER TABLE "{table.Name}" SET SCHEMA {OldSchema}""", cancel);
            }

            await RunAsync(connection, await ScriptToAsync(manifest.Migration, cancel), cancel);
            foreach (var part in manifest.Parts.Where(p => p.Table is not null))
            {
                try
                {
                    await FillAsync(connection, part, folder, cancel);
                }
                catch (PostgresException fault) when (DatabaseDialect.Outage(fault) is null)
                {
                    return BackupErrors.Damaged(part.Name);
                }
            }

            if (!await KeysOpenAsync(connection, cancel))
            {
                return BackupErrors.OtherMasterKey;
            }

            await all.CommitAsync(CancellationToken.None);
        }

        // Sessions of the pool have prepared statements on the tables that were put aside.
        NpgsqlConnection.ClearAllPools();
        await RunAsync(connection, "ANALYZE", cancel);
        return Result.Ok;
    }

    private async Task<string> ScriptToAsync(string migration, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return db.GetService<IMigrator>().GenerateScript(null, migration, MigrationsSqlGenerationOptions.NoTransactions);
    }

    private static async Task FillAsync(NpgsqlConnection connection, BackupPart part, string folder, CancellationToken cancel)
    {
        var copy = $"""COPY {Quoted(part.Table!)} ({ColumnList(part.Columns ?? [])}) FROM STDIN""";
        using var text = new StreamReader(Path.Combine(folder, part.Name), Utf8);
        await using var rows = await connection.BeginTextImportAsync(copy, cancel);
        await CopyAsync(text, rows, cancel);
    }

    private async Task<bool> KeysOpenAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand("""SELECT "Name", "Content" FROM "Keys" """, connection);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel))
        {
            if (!keys.Opens(rows.GetString(0), rows.GetString(1)))
            {
                return false;
            }
        }

        return true;
    }

    private async Task<NpgsqlConnection> OpenAsync(CancellationToken cancel)
    {
        // A big table takes longer than any statement of daily work.
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(options.Value.ConnectionString) { Pooling = false, CommandTimeout = 0 }.ConnectionString);
        await connection.OpenAsync(cancel);
        return connection;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static async Task<object?> ScalarAsync(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(cancel);
    }

    private static async Task CopyAsync(TextReader from, TextWriter to, CancellationToken cancel)
    {
        var buffer = new char[64 * 1024];
        for (int read; (read = await from.ReadAsync(buffer, cancel)) > 0;)
        {
            await to.WriteAsync(buffer.AsMemory(0, read), cancel);
        }
    }

    private static string ColumnList(IEnumerable<string> columns) => string.Join(", ", columns.Select(Quoted));

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
