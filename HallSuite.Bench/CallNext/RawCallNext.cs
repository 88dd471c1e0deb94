using System.Data.Common;
using System.Globalization;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace HallSuite.Bench.CallNext;

/// <summary>
/// The bare limit of a call: the same statements as the operation's core (counter, select, update, call, audit, feed, commit) as
/// prepared ADO.NET commands on one connection a caller, without permission, domain or model. SQLite has one writer, so callers wait fairly.
/// </summary>
internal sealed class RawCallNext : IAsyncDisposable
{
    private const string Select = """
        SELECT t."Id", t."Prefix", t."Number" FROM "Tickets" t JOIN "WindowLanes" l ON l."Lane" = t."Lane"
        WHERE l."Window" = @window AND t."State" = 'Waiting' ORDER BY t."Class" DESC, l."Rank", t."QueuedAt", t."Sequence" LIMIT 1
        """;

    private const string Heads = """
        SELECT h."Id", h."Prefix", h."Number" FROM "WindowLanes" l, LATERAL (
          SELECT t."Id", t."Prefix", t."Number", t."QueuedAt", t."Class" FROM "Tickets" t
          WHERE t."Lane" = l."Lane" AND t."State" = 'Waiting' AND t."Class" = 'Ordinary' ORDER BY t."QueuedAt", t."Sequence" LIMIT 1) h
        WHERE l."Window" = @window ORDER BY l."Rank", h."QueuedAt" LIMIT 1
        """;

    private readonly DatabaseProvider provider;
    private readonly BenchHall hall;
    private readonly Guid[] windows;
    private readonly SemaphoreSlim? writer;
    private readonly System.Collections.Concurrent.ConcurrentBag<DbConnection> idle = [];

    private RawCallNext(DatabaseProvider provider, BenchHall hall, Guid[] windows) =>
        (this.provider, this.hall, this.windows, writer) = (provider, hall, windows, provider == DatabaseProvider.Sqlite ? new SemaphoreSlim(1, 1) : null);

    public static Task<RawCallNext> CreateAsync(DatabaseProvider provider, BenchHall hall, Guid[] windows) =>
        Task.FromResult(new RawCallNext(provider, hall, windows));

    public async Task CallAsync(int window)
    {
        if (writer is not null)
        {
            await writer.WaitAsync();
        }

        var connection = idle.TryTake(out var free) ? free : await OpenAsync();
        try
        {
            await CallAsync(connection, window);
        }
        finally
        {
            idle.Add(connection);
            writer?.Release();
        }
    }

    private async Task CallAsync(DbConnection connection, int window)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        var stream = Streams.Queue(hall.Hall.Id);
        var now = TimeProvider.System.GetUtcNow();
        var seq = Convert.ToInt64(await ScalarAsync(connection, transaction,
            """INSERT INTO "StreamCounters" AS s ("Stream", "Seq") VALUES (@stream, 1) ON CONFLICT ("Stream") DO UPDATE SET "Seq" = s."Seq" + 1 RETURNING "Seq" """,
            ("stream", stream)), CultureInfo.InvariantCulture);
        object id;
        string number;
        await using (var select = Command(connection, transaction, provider == DatabaseProvider.Postgres ? Heads : Select, ("window", windows[window])))
        await using (var reader = await select.ExecuteReaderAsync())
        {
            if (!await reader.ReadAsync())
            {
                throw new InvalidOperationException("Nobody waits: the bench must hold enough tickets.");
            }

            (id, number) = (reader.GetValue(0), reader.GetString(1) + reader.GetInt32(2).ToString("000", CultureInfo.InvariantCulture));
        }

        await RunAsync(connection, transaction,
            """UPDATE "Tickets" SET "State" = 'Called', "Window" = @window, "WindowNumber" = @no, "CalledAt" = @now, "FirstCalledAt" = @now, "Version" = "Version" + 1 WHERE "Id" = @id""",
            ("window", windows[window]), ("no", window + 1), ("now", now), ("id", id));
        await RunAsync(connection, transaction,
            """INSERT INTO "Calls" ("Hall", "Seq", "Ticket", "Number", "Window", "Floor", "At", "Repeat") VALUES (@hall, (SELECT COALESCE(MAX("Seq"), 0) + 1 FROM "Calls" WHERE "Hall" = @hall), @id, @number, @no, 1, @now, @repeat)""",
            ("hall", hall.Hall.Id.Value), ("id", id), ("number", number), ("no", window + 1), ("now", now), ("repeat", false));
        await RunAsync(connection, transaction,
            """INSERT INTO "Audit" ("Id", "Stream", "Seq", "Part", "At", "ActorKind", "ActorId", "From", "Operation", "Subject", "Hall") VALUES (@row, @stream, @seq, 0, @now, 'Device', @actor, 'bench', 'CallNextTicket', @number, @hall)""",
            ("row", Guid.CreateVersion7()), ("stream", stream), ("seq", seq), ("now", now), ("actor", hall.Caller.Id), ("number", number), ("hall", hall.Hall.Id.Value));
        await RunAsync(connection, transaction,
            """INSERT INTO "ChangeFeed" ("Stream", "Seq", "At", "Topics") VALUES (@stream, @seq, @now, @topics)""",
            ("stream", stream), ("seq", seq), ("now", now), ("topics", $"hall:{hall.Hall.Id}/queue"));
        await transaction.CommitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var connection in idle)
        {
            await connection.DisposeAsync();
        }
    }

    private async Task<DbConnection> OpenAsync()
    {
        DbConnection connection = provider == DatabaseProvider.Sqlite ? new SqliteConnection(hall.ConnectionString) : new NpgsqlConnection(hall.ConnectionString + ";Max Auto Prepare=20");
        await connection.OpenAsync();
        if (provider == DatabaseProvider.Sqlite)
        {
            await RunAsync(connection, null, "PRAGMA synchronous=FULL; PRAGMA busy_timeout=10000;");
        }

        return connection;
    }

    private static async Task RunAsync(DbConnection connection, DbTransaction? transaction, string sql, params (string Name, object Value)[] values)
    {
        await using var command = Command(connection, transaction, sql, values);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<object?> ScalarAsync(DbConnection connection, DbTransaction transaction, string sql, params (string Name, object Value)[] values)
    {
        await using var command = Command(connection, transaction, sql, values);
        return await command.ExecuteScalarAsync();
    }

    private static DbCommand Command(DbConnection connection, DbTransaction? transaction, string sql, params (string Name, object Value)[] values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value is DateTimeOffset instant && connection is SqliteConnection ? instant.ToUnixTimeMilliseconds() : value;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
