using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HallSuite.Infrastructure.Platform.Persistence;

/// <summary>The database is behind the program, and this installation does not migrate by itself.</summary>
public sealed class MigrationNeededException(IReadOnlyList<string> pending)
    : Exception($"The database lacks {pending.Count} migration(s), the first is {pending[0]}. Stop all nodes, take a backup and run the verb `migrate`.");

/// <summary>
/// Brings the database to the program's model. An embedded database and Development do it at start; a server database in Production
/// only by the verb <c>migrate</c>, because several nodes share it.
/// </summary>
internal sealed class DatabasePreparation(
    IDbContextFactory<HallDbContext> contexts, IHostEnvironment environment, Microsoft.Extensions.Options.IOptions<DataOptions> data, ILogger<DatabasePreparation> log)
{
    public async Task PrepareAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (db.Provider == DatabaseProvider.Sqlite || environment.IsDevelopment())
        {
            await MigrateAsync(cancel);
            return;
        }

        var pending = (await db.Database.GetPendingMigrationsAsync(cancel)).ToList();
        if (pending.Count > 0)
        {
            throw new MigrationNeededException(pending);
        }
    }

    public async Task MigrateAsync(CancellationToken cancel)
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
    }
}
