using HallSuite.Infrastructure.Platform.Persistence;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace HallSuite.Infrastructure.Platform.Live;

/// <summary>
/// Wakes the tail when any node commits (PostgreSQL LISTEN). It carries nothing and may die at any time: after each connect it wakes
/// once, and the tail reads from its own cursor, so nothing is lost. Needs a direct connection, not a transaction-pooling proxy.
/// </summary>
internal sealed class PostgresListener(IOptions<DatabaseOptions> options, FeedWake wake, ILogger<PostgresListener> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var settings = new NpgsqlConnectionStringBuilder(options.Value.ConnectionString) { Pooling = false, KeepAlive = 10, ApplicationName = "hallsuite-listener" };
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var connection = new NpgsqlConnection(settings.ConnectionString);
                connection.Notification += (_, _) => wake.Signal();
                await connection.OpenAsync(stoppingToken);
                await using (var listen = new NpgsqlCommand($"LISTEN {DatabaseDialect.Channel}", connection))
                {
                    await listen.ExecuteNonQueryAsync(stoppingToken);
                }

                wake.Signal();
                while (!stoppingToken.IsCancellationRequested)
                {
                    await connection.WaitAsync(stoppingToken);
                }
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                log.LogWarning("The listener lost its connection ({Fault}); connecting again", fault.GetType().Name);
                await Task.Delay(TimeSpan.FromMilliseconds(250), stoppingToken);
            }
        }
    }
}
