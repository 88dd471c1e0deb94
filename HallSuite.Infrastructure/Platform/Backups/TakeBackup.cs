using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Files;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Platform.Backups;

/// <summary>What was written.</summary>
/// <param name="Length">Bytes of the archive.</param>
public sealed record TakenBackup(string File, long Length, int Parts, string Migration);

/// <summary>
/// Writes one archive of the database, with its wrapped keys, and of the files, while nodes serve. The master key is not in it: who
/// finds the archive has no personal data. Never overwrites a file, and leaves none behind when it fails.
/// </summary>
public sealed class TakeBackup
{
    private readonly IDbContextFactory<HallDbContext> contexts;
    private readonly HallWork works;
    private readonly IDatabaseSnapshot? snapshot;
    private readonly BackupContents contents;

    internal TakeBackup(
        IDbContextFactory<HallDbContext> contexts, HallWork works, IEnumerable<IDatabaseSnapshot> snapshots, DatabaseDialect dialect, FileStore files, TimeProvider time) =>
        (this.contexts, this.works, snapshot, contents) = (contexts, works, snapshots.SingleOrDefault(), new BackupContents(dialect, files, time));

    /// <param name="File">The archive to make, relative to the folder HallSuite was started from.</param>
    public sealed record Command(string File);

    public async Task<Result<TakenBackup>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var file = Path.GetFullPath(command.File);
        if (snapshot is null)
        {
            return BackupErrors.UseServersOwn;
        }

        if (File.Exists(file))
        {
            return BackupErrors.FileExists(file);
        }

        if (await NoteAsync(Path.GetFileName(file), actor, cancel) is { Error: { } refusal })
        {
            return refusal;
        }

        var unfinished = file + ".part";
        try
        {
            var written = await contents.WriteAsync(snapshot, unfinished, cancel);
            if (written.IsOk)
            {
                File.Move(unfinished, file);
            }

            return written.TryGet(out var manifest, out var fault)
                ? new TakenBackup(file, new FileInfo(file).Length, manifest.Parts.Count, manifest.Migration)
                : fault;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return BackupErrors.FileUnusable(file, fault.Message);
        }
        finally
        {
            if (File.Exists(unfinished))
            {
                File.Delete(unfinished);
            }
        }
    }

    /// <summary>Everything leaves with a backup, so it is audited; not where the database cannot take a row, and is all the more in need of one.</summary>
    private async Task<Result> NoteAsync(string name, Actor actor, CancellationToken cancel)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancel);
            if (!(await db.Database.GetAppliedMigrationsAsync(cancel)).Any() || (await db.Database.GetPendingMigrationsAsync(cancel)).Any())
            {
                return Result.Ok;
            }
        }
        catch (Exception fault) when (DatabaseDialect.Outage(fault) is { } outage)
        {
            return outage;
        }

        var order = new WorkOrder(nameof(TakeBackup), Permission.ActAsSystem, Scope.Everything, Streams.Platform, name.Length > 100 ? name[..100] : name);
        var noted = await works.RunAsync(order, actor, (_, _) => Task.FromResult(Result.Ok), cancel);
        return noted.Error is { Kind: not ErrorKind.Unavailable } refusal ? refusal : Result.Ok;
    }
}
