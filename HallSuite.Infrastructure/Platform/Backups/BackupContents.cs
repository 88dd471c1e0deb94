using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Files;
using HallSuite.Infrastructure.Platform.Health;
using HallSuite.Infrastructure.Platform.Persistence;

namespace HallSuite.Infrastructure.Platform.Backups;

/// <summary>What lies in an archive: the database's snapshot, the files, and the manifest that names both.</summary>
internal sealed class BackupContents(DatabaseDialect dialect, FileStore files, TimeProvider time)
{
    /// <summary>Writes the archive and puts it on the disk before it answers; readable by its owner alone.</summary>
    public async Task<Result<BackupManifest>> WriteAsync(IDatabaseSnapshot from, string target, CancellationToken cancel)
    {
        await using var stream = Create(target);
        BackupManifest manifest;
        await using (var archive = new ArchiveWriter(stream))
        {
            if (!(await from.WriteAsync(archive, cancel)).TryGet(out var migration, out var refusal))
            {
                return refusal;
            }

            foreach (var path in BackupFiles.In(files.Folder))
            {
                await archive.AddFileAsync(BackupManifest.Files + Path.GetRelativePath(files.Folder, path).Replace('\\', '/'), path, cancel);
            }

            manifest = new BackupManifest(BackupManifest.CurrentFormat, HallHealth.Version, dialect.Provider, migration, time.GetUtcNow(), archive.Parts);
            await archive.FinishAsync(manifest, cancel);
        }

        stream.Flush(flushToDisk: true);
        return manifest;
    }

    private static FileStream Create(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(file, options);
    }
}
