using HallSuite.Infrastructure.Platform.Privacy;
using HallSuite.Infrastructure.Platform.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HallSuite.Infrastructure.Platform.Persistence;

/// <summary>
/// Brings the database to the program's model. An embedded database and Development do it at start; a server database in Production
/// only by the verb <c>migrate</c>, because several nodes share it.
/// </summary>
internal sealed class DatabasePreparation(
    IDbContextFactory<HallDbContext> contexts, IHostEnvironment environment, IOptions<DataOptions> data, KeyCheck keys, PersonalData personal, ILogger<DatabasePreparation> log)
{
    /// <exception cref="StartFaultException">The database is behind, or belongs to another master key.</exception>
    public async Task PrepareAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (db.Provider == DatabaseProvider.Sqlite || environment.IsDevelopment())
        {
            await MigrateAsync(cancel);
        }
        else if ((await db.Database.GetPendingMigrationsAsync(cancel)).ToList() is { Count: > 0 } pending)
        {
            throw new StartFaultException(
                $"The database lacks {pending.Count} migration(s), the first is {pending[0]}. Stop all nodes, take a backup and run the verb `migrate`.");
        }

        await keys.CheckAsync(cancel);
        personal.MakeReady();
    }

    /// <summary>Brings the database to the newest migration, and answers its name.</summary>
    public async Task<string> MigrateAsync(CancellationToken cancel)
    {
        Directory.CreateDirectory(data.Value.Folder);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (db.Provider == DatabaseProvider.Sqlite && await db.Database.CanConnectAsync(cancel))
        {
            // A crash during a migration leaves EF's lock row behind; on an embedded database nobody else can hold it.
            await db.Database.ExecuteSqlRawAsync("""DROP TABLE IF EXISTS "__EFMigrationsLock" """, cancel);
        }

        var pending = (await db.Database.GetPendingMigrationsAsync(cancel)).ToList();
        if (pending.Count > 0)
        {
            log.LogInformation("Bringing the database up to date: {Migrations}", string.Join(", ", pending));
            await db.Database.MigrateAsync(cancel);
        }

        return db.Database.GetMigrations().Last();
    }
}
