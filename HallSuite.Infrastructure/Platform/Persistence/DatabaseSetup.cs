using System.Data.Common;
using HallSuite.Infrastructure.Platform.Settings;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;

namespace HallSuite.Infrastructure.Platform.Persistence;

/// <summary>Registers the context of the configured database, pooled, and says how each database is spoken to.</summary>
internal static class DatabaseSetup
{
    public static void AddDatabase(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSection<DataOptions>("Data");
        services.AddSingleton<IValidateOptions<DatabaseOptions>, DatabaseOptionsRules>();
        services.AddSection<DatabaseOptions>("Database")
            .Configure<IConfiguration, IOptions<DataOptions>>((options, settings, data) =>
                options.ConnectionString = settings.GetConnectionString("Hall") is { Length: > 0 } given
                    ? given
                    : options.Provider == DatabaseProvider.Sqlite ? $"Data Source={data.Value.PathOf("hall.db")}" : "");

        var provider = ProviderOf(configuration);
        services.AddSingleton(new DatabaseDialect(provider));
        switch (provider)
        {
            case DatabaseProvider.Sqlite: Add<SqliteHallDbContext>(services, provider); break;
            case DatabaseProvider.Postgres: Add<PostgresHallDbContext>(services, provider); break;
            case DatabaseProvider.SqlServer: Add<SqlServerHallDbContext>(services, provider); break;
        }
    }

    /// <summary>
    /// The provider decides which services exist, so it is read before the container is built; a value that cannot be read is told with
    /// all others by <see cref="StartFaults.CheckSettings"/>.
    /// </summary>
    public static DatabaseProvider ProviderOf(IConfiguration configuration) =>
        Enum.TryParse<DatabaseProvider>(configuration["Database:Provider"], ignoreCase: true, out var provider) && Enum.IsDefined(provider)
            ? provider
            : DatabaseProvider.Sqlite;

    public static DbContextOptionsBuilder<TContext> Configure<TContext>(
        DbContextOptionsBuilder<TContext> builder, DatabaseProvider provider, string connection, int timeoutSeconds) where TContext : HallDbContext
    {
        Configure((DbContextOptionsBuilder)builder, provider, connection, timeoutSeconds);
        return builder;
    }

    private static void Configure(DbContextOptionsBuilder builder, DatabaseProvider provider, string connection, int timeoutSeconds)
    {
        switch (provider)
        {
            case DatabaseProvider.Sqlite:
                builder.UseSqlite(connection, o => o.CommandTimeout(timeoutSeconds)).AddInterceptors(SqlitePragmas.Instance);
                break;
            case DatabaseProvider.Postgres:
                builder.UseNpgsql(Prepared(connection), o => o.SetPostgresVersion(12, 0).CommandTimeout(timeoutSeconds));
                break;
            case DatabaseProvider.SqlServer:
                builder.UseSqlServer(connection, o => o.UseCompatibilityLevel(150).CommandTimeout(timeoutSeconds));
                break;
        }

        builder.AddInterceptors(WorkInterceptor.Instance);
        builder.ConfigureWarnings(w => w.Throw(RelationalEventId.MultipleCollectionIncludeWarning));
    }

    /// <summary>
    /// The same few statements run all day, and planning them anew costs more than running them: the driver prepares what it sees often.
    /// A connection string that says a number of its own keeps it. Nothing here leaves settings, locks or temporary tables on a connection, so none is
    /// reset between two uses.
    /// </summary>
    private static string Prepared(string connection)
    {
        var settings = new NpgsqlConnectionStringBuilder(connection) { NoResetOnClose = true };
        if (settings.MaxAutoPrepare == 0)
        {
            settings.MaxAutoPrepare = 100;
            settings.AutoPrepareMinUsages = 2;
        }

        return settings.ConnectionString;
    }

    private static void Add<TContext>(IServiceCollection services, DatabaseProvider provider) where TContext : HallDbContext
    {
        services.AddPooledDbContextFactory<TContext>((given, builder) =>
        {
            var options = given.GetRequiredService<IOptions<DatabaseOptions>>().Value;
            Configure(builder, provider, options.ConnectionString, options.CommandTimeoutSeconds);
        });
        services.AddSingleton<IDbContextFactory<HallDbContext>, AnyContext<TContext>>();
    }

    /// <summary>Lets everyone ask for the abstract context.</summary>
    private sealed class AnyContext<TContext>(IDbContextFactory<TContext> contexts) : IDbContextFactory<HallDbContext> where TContext : HallDbContext
    {
        public HallDbContext CreateDbContext() => contexts.CreateDbContext();

        public async Task<HallDbContext> CreateDbContextAsync(CancellationToken cancellationToken = default) =>
            await contexts.CreateDbContextAsync(cancellationToken);
    }

    /// <summary>
    /// WAL lets readers go on while one writes; FULL means that what was answered is on the disk. A connection keeps up to 16 MB of pages: with the 2 MB that it
    /// has by itself one list of a busy hall reads the same pages again and again.
    /// </summary>
    private sealed class SqlitePragmas : DbConnectionInterceptor
    {
        public static readonly SqlitePragmas Instance = new();

        private const string Pragmas = "PRAGMA synchronous=FULL; PRAGMA busy_timeout=10000; PRAGMA foreign_keys=ON; PRAGMA cache_size=-16384;";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Run(connection);

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Run(connection);
            return Task.CompletedTask;
        }

        private static void Run(DbConnection connection)
        {
            if (connection is not SqliteConnection)
            {
                return;
            }

            using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            command.ExecuteNonQuery();
        }
    }
}
