using System.Text;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Queueing;
using HallSuite.Infrastructure.Statistics;
using HallSuite.Tests.TestKit;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace HallSuite.Tests.Operations.Queueing;

/// <summary>After a whole story nobody's identity stands anywhere: not in any table, not in the bytes of the database, not in the log.</summary>
public sealed class QueuePrivacyTests
{
    private const string Number = "11010519491231002X";
    private const string WrongNumber = "110105194912310021";
    private const string Name = "阿卜杜勒·热合曼";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task AWholeStory_LeavesNoIdentityBehind(DatabaseProvider provider)
    {
        using var log = new EveryLine();
        await using var scene = await QueueScene.OpenAsync(provider);
        scene.Get<IOptionsMonitor<LoggerFilterOptions>>().CurrentValue.MinLevel = LogLevel.Trace;
        scene.Get<ILoggerFactory>().AddProvider(log);
        var kiosk = await scene.DeviceAsync(DeviceKind.Kiosk);
        var clerk = await scene.ClerkAtAsync(1);

        var taken = (await scene.TryTakeAsync(idNumber: Number, name: Name, actor: kiosk with { Once = new OnceKey("request-1", "body") })).ShouldPass();
        (await scene.TryTakeAsync(idNumber: Number, name: Name, actor: kiosk with { Once = new OnceKey("request-2", "body") })).ShouldBeRefused("ticket.already-open");
        (await scene.TryTakeAsync(idNumber: WrongNumber, name: Name, actor: kiosk)).ShouldBeRefused("id-number.invalid");
        (await scene.TryCallAsync(1, clerk)).ShouldPass();
        (await scene.RecallAsync(taken.Id, clerk)).ShouldPass();
        (await scene.MissAsync(taken.Id, clerk)).ShouldPass();
        (await scene.RejoinAsync(taken.Id, clerk)).ShouldPass();
        (await scene.TryCallAsync(1, clerk)).ShouldPass();
        (await scene.ServeAsync(taken.Id, clerk)).ShouldPass();
        Assert.Equal(Number, (await scene.Get<RevealVisitor>().ExecuteAsync(new(scene.Id, taken.Id, "核对委托书"), clerk, QueueScene.Cancel)).ShouldPass().IdNumber);
        var console = (await scene.Get<ConsoleQueries>().ReadAsync(clerk, scene.Id, null, QueueScene.Cancel)).ShouldPass();
        (await scene.FinishAsync(taken.Id, clerk)).ShouldPass();
        var pictures = string.Join('\n',
            (await scene.Get<QueueBoardQueries>().ReadAsync(QueueScene.System, scene.Id, QueueScene.Cancel)).ShouldPass(),
            (await scene.Get<WindowScreenQueries>().ReadAsync(QueueScene.System, scene.Id, 1, QueueScene.Cancel)).ShouldPass(),
            (await scene.Get<HallStatisticsQueries>().ReadAsync(QueueScene.System, scene.Id, QueueScene.Cancel)).ShouldPass(),
            (await scene.Get<TicketPageQueries>().FindAsync(taken.Code, QueueScene.Cancel)).ShouldPass(),
            console, console.Current);

        var database = await EverythingAsync(scene.Node.Database);
        Assert.Contains("A001", Encoding.UTF8.GetString(database), StringComparison.Ordinal);
        foreach (var secret in new[] { Number, WrongNumber, Number[..17], Name, "热合曼" })
        {
            Assert.True(database.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) < 0, "An identity stands in the database in plain text.");
            Assert.DoesNotContain(secret, log.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(secret, pictures, StringComparison.Ordinal);
        }

        Assert.Contains("TakeTicket refused: ticket.already-open", log.Text, StringComparison.Ordinal);
        Assert.Contains("INSERT INTO", log.Text, StringComparison.Ordinal);
        Assert.Equal(("阿******曼", "110***********002X"), (console.Current!.Visitor!.Name, console.Current.Visitor.IdNumber));
    }

    /// <summary>The files of SQLite as they lie on the disk, or every row of every table of PostgreSQL as text.</summary>
    private static async Task<byte[]> EverythingAsync(TestDatabase database)
    {
        var all = new MemoryStream();
        if (database.Provider == DatabaseProvider.Sqlite)
        {
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

    /// <summary>Hears every line of every logger, down to the statements.</summary>
    private sealed class EveryLine : ILoggerProvider, ILogger
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
}
