using System.Text;
using HallSuite.Domain.Hall;
using HallSuite.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace HallSuite.Tests.TestKit;

/// <summary>What somebody could read who has the database and no key.</summary>
public static class PlainText
{
    /// <summary>The files of SQLite as they lie on the disk, or every row of every table of PostgreSQL as text.</summary>
    public static async Task<byte[]> EverythingAsync(TestDatabase database)
    {
        var all = new MemoryStream();
        if (database.Provider == DatabaseProvider.Sqlite)
        {
            // While somebody reads, the last connection of others to close does not take the log away between the list and the look.
            await using var held = new SqliteConnection(database.ConnectionString);
            await held.OpenAsync();
            await using (var read = held.CreateCommand())
            {
                read.CommandText = "SELECT count(*) FROM sqlite_master";
                await read.ExecuteScalarAsync();
            }

            foreach (var file in Directory.GetFiles(database.Folder, "hall.db*"))
            {
                await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                await open.CopyToAsync(all);
            }

            return all.ToArray();
        }

        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        foreach (var table in await LinesAsync(connection, "SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = 'public'"))
        {
            foreach (var row in await LinesAsync(connection, $"SELECT t::text FROM {table} t"))
            {
                all.Write(Encoding.UTF8.GetBytes(row + "\n"));
            }
        }

        return all.ToArray();
    }

    private static async Task<List<string>> LinesAsync(NpgsqlConnection connection, string sql)
    {
        var lines = new List<string>();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(0));
        }

        return lines;
    }
}

/// <summary>Hears every line of every logger, down to the statements.</summary>
public sealed class EveryLine : ILoggerProvider, ILogger
{
    private readonly StringBuilder lines = new();
    private readonly Lock gate = new();

    public string Text
    {
        get
        {
            lock (gate)
            {
                return lines.ToString();
            }
        }
    }

    /// <summary>Listens to a node from now on; answers when it hears statements, since EF looks only once a second whether anyone listens to them.</summary>
    public static async Task<EveryLine> OfAsync(TestHall node)
    {
        var log = new EveryLine();
        node.Get<IOptionsMonitor<LoggerFilterOptions>>().CurrentValue.MinLevel = LogLevel.Trace;
        node.Get<ILoggerFactory>().AddProvider(log);
        await Eventually.HoldsAsync(async () =>
        {
            await node.ReadAsync(db => db.Set<ServiceHall>().AnyAsync());

            // Not SELECT: the text of a query that is compiled has that too, and is told at once.
            return log.Text.Contains("Executing DbCommand", StringComparison.Ordinal);
        });
        return log;
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (gate)
        {
            lines.AppendLine(formatter(state, exception)).AppendLine(exception?.ToString());
        }
    }

    public void Dispose()
    {
    }
}
