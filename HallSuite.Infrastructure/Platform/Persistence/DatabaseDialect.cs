using System.Data.Common;
using HallSuite.Domain.Kernel;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace HallSuite.Infrastructure.Platform.Persistence;

/// <summary>The few statements and error numbers in which the three databases differ.</summary>
internal sealed class DatabaseDialect(DatabaseProvider provider)
{
    /// <summary>The channel of PostgreSQL's NOTIFY; its payload is the name of the stream that moved.</summary>
    public const string Channel = "hallsuite";

    public DatabaseProvider Provider { get; } = provider;

    /// <summary>
    /// Takes the next number of a stream inside the running transaction. The row lock it takes is held until commit, so
    /// that everything on one stream happens in one order on all nodes (an identity column would not be commit order).
    /// On PostgreSQL the same statement queues the wake-up that is sent with the commit.
    /// </summary>
    public Task<long> NextSeqAsync(HallDbContext db, string stream, CancellationToken cancel) => CountAsync(db, CountUp("StreamCounters", "Stream", "Seq", notifies: true), stream, cancel);

    /// <summary>
    /// Takes the next serial number of a series of documents inside the running transaction; a rollback gives it back, and until the commit
    /// nobody else takes one of the series.
    /// </summary>
    public Task<long> NextSerialAsync(HallDbContext db, string series, CancellationToken cancel) => CountAsync(db, CountUp("DocumentSeries", "Series", "Last", notifies: false), series, cancel);

    private static async Task<long> CountAsync(HallDbContext db, string sql, string key, CancellationToken cancel) =>
        (await db.Database.SqlQueryRaw<long>(sql, key).ToListAsync(cancel))[0];

    private string CountUp(string table, string key, string count, bool notifies) => Provider switch
    {
        DatabaseProvider.Sqlite =>
            $$"""INSERT INTO "{{table}}" ("{{key}}", "{{count}}") VALUES ({0}, 1) ON CONFLICT ("{{key}}") DO UPDATE SET "{{count}}" = "{{count}}" + 1 RETURNING "{{count}}" AS "Value" """,
        DatabaseProvider.Postgres =>
            $$"""
            WITH c AS (INSERT INTO "{{table}}" AS s ("{{key}}", "{{count}}") VALUES ({0}, 1) ON CONFLICT ("{{key}}") DO UPDATE SET "{{count}}" = s."{{count}}" + 1 RETURNING "{{count}}"){{(notifies ? $", n AS (SELECT pg_notify('{Channel}', {{0}}))" : "")}}
            SELECT c."{{count}}" AS "Value" FROM c{{(notifies ? ", n" : "")}}
            """,
        DatabaseProvider.SqlServer =>
            $$"""
            UPDATE [{{table}}] WITH (UPDLOCK, HOLDLOCK) SET [{{count}}] = [{{count}}] + 1 WHERE [{{key}}] = {0};
            IF @@ROWCOUNT = 0 INSERT INTO [{{table}}] ([{{key}}], [{{count}}]) VALUES ({0}, 1);
            SELECT [{{count}}] AS [Value] FROM [{{table}}] WHERE [{{key}}] = {0};
            """,
    };

    /// <summary>A row with the same key is there already.</summary>
    public static bool IsUniqueViolation(Exception fault) => Cause(fault) switch
    {
        SqliteException e => e.SqliteExtendedErrorCode is 2067 or 1555,
        PostgresException e => e.SqlState == PostgresErrorCodes.UniqueViolation,
        SqlException e => e.Number is 2601 or 2627,
        _ => false,
    };

    /// <summary>Whether a table is not there: the database was never made, or is older than the program.</summary>
    public static bool IsNotMade(Exception fault) => Cause(fault) switch
    {
        SqliteException e => e.SqliteErrorCode == 1 && e.Message.Contains("no such table", StringComparison.Ordinal),
        PostgresException e => e.SqlState == PostgresErrorCodes.UndefinedTable,
        SqlException e => e.Number == 208,
        _ => false,
    };

    /// <summary>What to tell someone whose request met a database that cannot take it now; null when the fault is a bug.</summary>
    public static Error? Outage(Exception fault) => Cause(fault) switch
    {
        SqliteException { SqliteErrorCode: 8 } => WorkErrors.DatabaseReadOnly,
        SqliteException { SqliteErrorCode: 13 } => WorkErrors.DatabaseFull,
        SqliteException { SqliteErrorCode: 5 or 6 or 10 or 14 or 15 or 26 } => WorkErrors.DatabaseUnavailable,
        PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction } => WorkErrors.DatabaseReadOnly,
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => WorkErrors.DatabaseFull,
        PostgresException e when e.IsTransient || e.SqlState.StartsWith("57", StringComparison.Ordinal) || e.SqlState.StartsWith("08", StringComparison.Ordinal)
            || e.SqlState.StartsWith("53", StringComparison.Ordinal) || e.SqlState is "3D000" or "28000" or "28P01" => WorkErrors.DatabaseUnavailable,
        PostgresException => null,
        NpgsqlException or System.Net.Sockets.SocketException or TimeoutException => WorkErrors.DatabaseUnavailable,
        SqlException { Number: 3906 } => WorkErrors.DatabaseReadOnly,
        SqlException { Number: 1105 or 9002 } => WorkErrors.DatabaseFull,
        SqlException { Number: -2 or 2 or 53 or 233 or 4060 or 10053 or 10054 or 10060 or 18456 } => WorkErrors.DatabaseUnavailable,
        _ => null,
    };

    /// <summary>Whether the fault may be of the connection alone, which was opened before the database was restarted or became writable.</summary>
    public static bool IsStale(Exception fault) => Cause(fault) switch
    {
        SqliteException e => e.SqliteErrorCode == 8,
        PostgresException e => e.SqlState is PostgresErrorCodes.ReadOnlySqlTransaction or PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown,
        NpgsqlException e => e.InnerException is IOException,
        SqlException e => e.Number is 3906 or 233 or 10053 or 10054,
        _ => false,
    };

    /// <summary>
    /// Lets the pool open new connections. After an outage those it keeps are worth nothing: broken by a restart of the server, or opened
    /// while the database was read-only, which a connection remembers for good.
    /// </summary>
    public static void ForgetConnections(HallDbContext db)
    {
        switch (db.Database.GetDbConnection())
        {
            case SqliteConnection connection: SqliteConnection.ClearPool(connection); break;
            case NpgsqlConnection connection: NpgsqlConnection.ClearPool(connection); break;
            case SqlConnection connection: SqlConnection.ClearPool(connection); break;
        }
    }

    /// <summary>What the database itself said.</summary>
    public static Exception Cause(Exception fault)
    {
        while (fault is not (DbException or TimeoutException) && fault.InnerException is { } inner)
        {
            fault = inner;
        }

        return fault;
    }
}
