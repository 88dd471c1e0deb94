using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Health;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using HallSuite.Tests.TestKit;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace HallSuite.Tests.Operations.Platform;

/// <summary>A database that cannot take a change now: the operation says so, nothing is half saved, and it works again by itself.</summary>
public sealed class OutageTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_OnAReadOnlySqliteDatabase_IsRefused_AndWorksAgainWhenItIsWritable()
    {
        await using var hall = await TestHall.CreateAsync(DatabaseProvider.Sqlite);
        (await ActAsync(hall)).ShouldPass();
        var file = Path.Combine(hall.Database.Folder, "hall.db");

        // The write version in the file's header: with a number that this SQLite does not know it reads and does not write. (File
        // permissions would do the same, but not for root, as which tests often run.)
        SqliteConnection.ClearAllPools();
        await WriteVersionAsync(file, 3);
        (await ActAsync(hall)).ShouldBeRefused("database.read-only");
        Assert.True(await hall.Get<HallHealth>().DatabaseAnswersAsync(Cancel));

        await WriteVersionAsync(file, 2);
        (await ActAsync(hall)).ShouldPass();
        Assert.Equal([1L, 2L], await SeqsAsync(hall));
    }

    [Fact]
    public async Task Run_OnAFullSqliteDatabase_IsRefused_AndWorksAgainWhenThereIsRoom()
    {
        await using var hall = await TestHall.CreateAsync(DatabaseProvider.Sqlite);
        (await ActAsync(hall)).ShouldPass();

        // On the pooled connection, so the next operation meets the limit; what it forgets with the pool is the limit's end.
        await hall.ReadAsync(db => db.Database.ExecuteSqlRawAsync("PRAGMA max_page_count = 1", Cancel));
        (await ActAsync(hall, detail: new string('x', 2000), times: 400)).ShouldBeRefused("database.full");

        (await ActAsync(hall)).ShouldPass();
        Assert.Equal([1L, 2L], await SeqsAsync(hall));
    }

    [Fact]
    public async Task Run_WhenTheSqliteFileCannotBeOpened_IsRefused_AndWorksAgainWhenItIsBack()
    {
        await using var hall = await TestHall.CreateAsync(DatabaseProvider.Sqlite);
        (await ActAsync(hall)).ShouldPass();
        var file = Path.Combine(hall.Database.Folder, "hall.db");
        SqliteConnection.ClearAllPools();
        File.Move(file, file + ".away");
        Directory.CreateDirectory(file);

        (await ActAsync(hall)).ShouldBeRefused("database.unavailable");
        Assert.False(await hall.Get<HallHealth>().DatabaseAnswersAsync(Cancel));

        Directory.Delete(file);
        File.Move(file + ".away", file);
        (await ActAsync(hall)).ShouldPass();
        Assert.True(await hall.Get<HallHealth>().DatabaseAnswersAsync(Cancel));
    }

    [Fact]
    public async Task Run_OnAReadOnlyPostgresDatabase_IsRefused_AndWorksAgainWhenItIsWritable()
    {
        await using var hall = await TestHall.CreateAsync(DatabaseProvider.Postgres);
        (await ActAsync(hall)).ShouldPass();

        await OnServerAsync(hall, "ALTER DATABASE {0} SET default_transaction_read_only = on");
        NpgsqlConnection.ClearAllPools();
        (await ActAsync(hall)).ShouldBeRefused("database.read-only");
        Assert.True(await hall.Get<HallHealth>().DatabaseAnswersAsync(Cancel));

        await OnServerAsync(hall, "ALTER DATABASE {0} RESET default_transaction_read_only");
        (await ActAsync(hall)).ShouldPass();
        Assert.Equal([1L, 2L], await SeqsAsync(hall));
    }

    [Fact]
    public async Task Run_WhenPostgresEndedEverySession_GoesOnWithANewOne()
    {
        await using var hall = await TestHall.CreateAsync(DatabaseProvider.Postgres);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => ActAsync(hall)));

        await OnServerAsync(hall, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{0}'");

        (await ActAsync(hall)).ShouldPass();
        Assert.Equal(Enumerable.Range(1, 9).Select(n => (long)n), await SeqsAsync(hall));
    }

    [Fact]
    public async Task Run_WhenNoPostgresListens_IsRefused()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Postgres);
        await using var hall = TestHall.On(database, new() { ["ConnectionStrings:Hall"] = "Host=127.0.0.1;Port=1;Database=none;Username=none" });

        (await ActAsync(hall)).ShouldBeRefused("database.unavailable");
        Assert.False(await hall.Get<HallHealth>().DatabaseAnswersAsync(Cancel));
    }

    private static Task<Result> ActAsync(TestHall hall, string? detail = null, int times = 0) => hall.Get<HallWork>().RunAsync(
        new WorkOrder("Act", Permission.ActAsSystem, Scope.Everything, Streams.Platform), Actor.System("test"), (work, _) =>
        {
            for (var i = 0; i < times; i++)
            {
                work.Note("Inner", null, detail);
            }

            return Task.FromResult(Result.Ok);
        }, Cancel);

    private static Task<List<long>> SeqsAsync(TestHall hall) => hall.ReadAsync(db => db.Set<AuditRow>().OrderBy(r => r.Seq).Select(r => r.Seq).ToListAsync(Cancel));

    private static async Task WriteVersionAsync(string file, byte version)
    {
        await using var stream = File.OpenWrite(file);
        stream.Seek(18, SeekOrigin.Begin);
        stream.WriteByte(version);
    }

    private static async Task OnServerAsync(TestHall hall, string sql)
    {
        var settings = new NpgsqlConnectionStringBuilder(hall.Database.ConnectionString);
        var name = settings.Database!;
        await using var server = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(settings.ConnectionString) { Database = "postgres", Pooling = false }.ConnectionString);
        await server.OpenAsync(Cancel);
        await using var command = new NpgsqlCommand(sql.Replace("{0}", name, StringComparison.Ordinal), server);
        await command.ExecuteNonQueryAsync(Cancel);
    }
}
