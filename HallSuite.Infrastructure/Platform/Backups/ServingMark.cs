using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Settings;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace HallSuite.Infrastructure.Platform.Backups;

/// <summary>
/// Says that a node serves a database, so that nobody restores a backup under it: a shared lock, on a file beside SQLite's or as an
/// advisory lock of PostgreSQL, that ends with the process whatever becomes of it. SQL Server guards its own RESTORE.
/// </summary>
internal sealed class ServingMark(IOptions<DatabaseOptions> options, TimeProvider time, ILogger<ServingMark> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private IAsyncDisposable? mark;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        mark = await ServingLock.TakeAsync(options.Value, alone: false, cancellationToken)
            ?? throw new StartFaultException("A backup is being restored into this database. Start again when that is done.");
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                mark ??= await ServingLock.TakeAsync(options.Value, alone: false, stoppingToken);
                if (mark is not NpgsqlConnection connection)
                {
                    await Task.Delay(mark is null ? Pause : Timeout.InfiniteTimeSpan, time, stoppingToken);
                    continue;
                }

                // Ends only with a fault: the server closed the session, and the lock went with it.
                await connection.WaitAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                log.LogWarning("The mark that this node serves was lost ({Fault}); taking it again", fault.GetType().Name);
                await ReleaseAsync();
                await Task.Delay(Pause, time, stoppingToken);
            }
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await ReleaseAsync();
    }

    private async Task ReleaseAsync()
    {
        if (mark is { } held)
        {
            mark = null;
            await held.DisposeAsync();
        }
    }
}

/// <summary>The lock itself: any number of nodes share it, one restore has it alone.</summary>
internal static class ServingLock
{
    /// <summary>Names the lock among the advisory locks of the database: "HALL".</summary>
    private const long Key = 0x48414C4C;

    /// <summary>The lock until it is disposed, or null while it is held in a way that excludes this one.</summary>
    public static async Task<IAsyncDisposable?> TakeAsync(DatabaseOptions options, bool alone, CancellationToken cancel) => options.Provider switch
    {
        DatabaseProvider.Sqlite => TakeFile(options.ConnectionString, alone),
        DatabaseProvider.Postgres => await TakeAdvisoryAsync(options.ConnectionString, alone, cancel),
        DatabaseProvider.SqlServer => throw new InvalidOperationException("SQL Server guards its own RESTORE."),
    };

    private static FileStream? TakeFile(string connectionString, bool alone)
    {
        var file = Path.GetFullPath(new SqliteConnectionStringBuilder(connectionString).DataSource) + ".serving";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, alone ? FileShare.None : FileShare.ReadWrite);
        }
        catch (IOException) when (File.Exists(file))
        {
            return null;
        }
    }

    private static async Task<NpgsqlConnection?> TakeAdvisoryAsync(string connectionString, bool alone, CancellationToken cancel)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, KeepAlive = 10, ApplicationName = alone ? "hallsuite-restore" : "hallsuite-serving" };
        var connection = new NpgsqlConnection(settings.ConnectionString);
        try
        {
            await connection.OpenAsync(cancel);
            await using var command = new NpgsqlCommand(alone ? "SELECT pg_try_advisory_lock($1)" : "SELECT pg_try_advisory_lock_shared($1)", connection);
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = Key });
            if (await command.ExecuteScalarAsync(cancel) is true)
            {
                return connection;
            }
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }

        await connection.DisposeAsync();
        return null;
    }
}
