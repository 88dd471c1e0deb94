using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Files;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HallSuite.Infrastructure.Platform.Backups;

/// <summary>What was put in place.</summary>
/// <param name="TakenAt">The moment to which everything went back.</param>
public sealed record RestoredBackup(DateTimeOffset TakenAt, string Version, int Parts);

/// <summary>
/// Puts an archive in place of database and files, while no node serves. The archive is unpacked and checked as a whole before
/// anything is touched; what was there is kept beside (<c>….before-restore</c>, on PostgreSQL the schema <c>before_restore</c>).
/// The next start has another boot id, so every screen that lost the server reloads and forgets the numbers it counted by.
/// </summary>
public sealed class RestoreBackup
{
    private readonly IDbContextFactory<HallDbContext> contexts;
    private readonly HallWork works;
    private readonly IDatabaseSnapshot? snapshot;
    private readonly DatabasePreparation preparation;
    private readonly DatabaseOptions database;
    private readonly DataOptions data;
    private readonly FileStore files;

    internal RestoreBackup(
        IDbContextFactory<HallDbContext> contexts, HallWork works, IEnumerable<IDatabaseSnapshot> snapshots, DatabasePreparation preparation,
        IOptions<DatabaseOptions> database, IOptions<DataOptions> data, FileStore files) =>
        (this.contexts, this.works, snapshot, this.preparation, this.database, this.data, this.files) =
        (contexts, works, snapshots.SingleOrDefault(), preparation, database.Value, data.Value, files);

    /// <param name="File">The archive, relative to the folder HallSuite was started from.</param>
    public sealed record Command(string File);

    public async Task<Result<RestoredBackup>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var file = Path.GetFullPath(command.File);
        if (snapshot is null)
        {
            return BackupErrors.UseServersOwn;
        }

        if (!File.Exists(file))
        {
            return BackupErrors.FileUnusable(file, "file not found");
        }

        await using var alone = await ServingLock.TakeAsync(database, alone: true, cancel);
        if (alone is null)
        {
            return BackupErrors.ServerRuns;
        }

        var folder = data.PathOf("restoring");
        try
        {
            BackupFiles.Clear(folder);
            Directory.CreateDirectory(folder);
            if (!(await BackupArchive.UnpackAsync(file, folder, cancel)).TryGet(out var manifest, out var damaged))
            {
                return damaged;
            }

            if (await MisfitAsync(manifest, cancel) is { } misfit)
            {
                return misfit;
            }

            if ((await snapshot.ReplaceAsync(manifest, folder, cancel)).Error is { } refusal)
            {
                return refusal;
            }

            BackupFiles.Replace(files.Folder, folder);
            await preparation.MigrateAsync(CancellationToken.None);
            var order = new WorkOrder(nameof(RestoreBackup), Permission.ActAsSystem, Scope.Everything, Streams.Platform, $"{manifest.TakenAt:O}");
            return (await works.RunAsync(order, actor, (_, _) => Task.FromResult(Result.Ok), CancellationToken.None)).Error is { } unnoted
                ? unnoted
                : new RestoredBackup(manifest.TakenAt, manifest.Version, manifest.Parts.Count);
        }
        finally
        {
            BackupFiles.Clear(folder);
        }
    }

    private async Task<Error?> MisfitAsync(BackupManifest manifest, CancellationToken cancel)
    {
        if (manifest.Provider != database.Provider)
        {
            return BackupErrors.OtherDatabase(manifest.Provider.ToString(), database.Provider.ToString());
        }

        await using var db = await contexts.CreateDbContextAsync(cancel);
        return db.Database.GetMigrations().Contains(manifest.Migration) ? null : BackupErrors.NewerVersion(manifest.Version);
    }
}
