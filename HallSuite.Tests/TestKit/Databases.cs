using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Pdf.Signing;
using Npgsql;

namespace HallSuite.Tests.TestKit;

/// <summary>The databases that every operation test runs on: SQLite always, PostgreSQL when <c>HALL_TEST_POSTGRES</c> names a server.</summary>
public static class Databases
{
    public static TheoryData<DatabaseProvider> All => [DatabaseProvider.Sqlite, DatabaseProvider.Postgres];

    /// <summary>The connection string of the test server, without a database; empty when there is none.</summary>
    public static string PostgresServer => Environment.GetEnvironmentVariable("HALL_TEST_POSTGRES") ?? "";

    /// <summary>Skips visibly where there is no PostgreSQL; with <c>CI=true</c> that is a failure.</summary>
    public static void RequirePostgres()
    {
        if (PostgresServer.Length > 0)
        {
            return;
        }

        Assert.False(Environment.GetEnvironmentVariable("CI") == "true", "CI runs every test on PostgreSQL: HALL_TEST_POSTGRES is not set.");
        Assert.Skip("HALL_TEST_POSTGRES names no PostgreSQL server; ./test.sh makes one.");
    }
}

/// <summary>An empty migrated database of its own, copied from a template that is migrated once a run; dropped when disposed.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly SemaphoreSlim Templates = new(1, 1);
    private static readonly Dictionary<DatabaseProvider, string> TemplateOf = [];

    /// <summary>The certificate that every hall of a run signs with: making one for each takes longer than most tests.</summary>
    private static readonly Lazy<Task<string>> SigningFile = new(() => Task.Run(MakeSigningFile));

    private readonly string name;

    private TestDatabase(DatabaseProvider provider, string name, string folder) => (Provider, this.name, Folder) = (provider, name, folder);

    public DatabaseProvider Provider { get; }

    /// <summary>A folder of its own for keys and files.</summary>
    public string Folder { get; }

    public string ConnectionString => ConnectionOf(Provider, name, Folder);

    public static async Task<TestDatabase> CreateAsync(DatabaseProvider provider)
    {
        if (provider == DatabaseProvider.Postgres)
        {
            Databases.RequirePostgres();
        }

        var template = await TemplateAsync(provider);
        var name = $"hall_{Guid.NewGuid():N}";
        var folder = Directory.CreateTempSubdirectory("hall-test-").FullName;
        var keys = Directory.CreateDirectory(Path.Combine(folder, "keys")).FullName;
        File.Copy(await SigningFile.Value, Path.Combine(keys, "development-signing.pfx"));
        if (provider == DatabaseProvider.Sqlite)
        {
            File.Copy(template, Path.Combine(folder, "hall.db"));
        }
        else
        {
            // A copy by files takes less than half of one through the log, which is what the server does unless it is told.
            await RunOnServerAsync($"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY");
        }

        return new TestDatabase(provider, name, folder);
    }

    public async ValueTask DisposeAsync()
    {
        if (Provider == DatabaseProvider.Postgres)
        {
            await RunOnServerAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        }
        else
        {
            await using var own = new Microsoft.Data.Sqlite.SqliteConnection(ConnectionString);
            Microsoft.Data.Sqlite.SqliteConnection.ClearPool(own);
        }

        Directory.Delete(Folder, recursive: true);
    }

    private static string MakeSigningFile()
    {
        var folder = Directory.CreateTempSubdirectory("hall-signing-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        DevelopmentCertificate.In(folder).Dispose();
        return Directory.GetFiles(folder).Single();
    }

    private static async Task<string> TemplateAsync(DatabaseProvider provider)
    {
        await Templates.WaitAsync();
        try
        {
            if (!TemplateOf.TryGetValue(provider, out var template))
            {
                TemplateOf[provider] = template = await MakeTemplateAsync(provider);
            }

            return template;
        }
        finally
        {
            Templates.Release();
        }
    }

    private static async Task<string> MakeTemplateAsync(DatabaseProvider provider)
    {
        var name = $"hall_template_{Guid.NewGuid():N}";
        var folder = Directory.CreateTempSubdirectory("hall-template-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        if (provider == DatabaseProvider.Postgres)
        {
            await RunOnServerAsync($"CREATE DATABASE {name}");
        }

        await using (var host = TestHall.Build(provider, ConnectionOf(provider, name, folder), folder, null))
        {
            // Not prepared: its keys would be wrapped by a master key that its copies do not have.
            await HallSuite.Infrastructure.HallSuiteSetup.MigrateHallAsync(host.Services, CancellationToken.None);
        }

        if (provider == DatabaseProvider.Postgres)
        {
            NpgsqlConnection.ClearAllPools();
            return name;
        }

        // The template is copied as one file, so its write-ahead log must be empty.
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        return Path.Combine(folder, "hall.db");
    }

    private static string ConnectionOf(DatabaseProvider provider, string name, string folder) => provider == DatabaseProvider.Sqlite
        ? $"Data Source={Path.Combine(folder, "hall.db")}"
        : new NpgsqlConnectionStringBuilder(Databases.PostgresServer) { Database = name, MaxPoolSize = 40, Timeout = 120 }.ConnectionString;

    private static async Task RunOnServerAsync(string sql)
    {
        await using var server = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Databases.PostgresServer) { Database = "postgres" }.ConnectionString);
        await server.OpenAsync();
        await using var command = new NpgsqlCommand(sql, server);
        await command.ExecuteNonQueryAsync();
    }
}
