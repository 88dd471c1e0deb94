using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Health;
using HallSuite.Infrastructure.Platform.Persistence;

namespace HallSuite.Infrastructure.Platform.Backups;

/// <summary>What lies in an archive: the database's snapshot, the files, and the manifest that names both.</summary>
internal sealed class BackupContents(DatabaseDialect dialect, DataOptions data, TimeProvider time)
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

            var folder = data.PathOf(BackupManifest.Files);
            string[] files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories) : [];
            foreach (var path in files.Order(StringComparer.Ordinal))
            {
                await archive.AddFileAsync(BackupManifest.Files + Path.GetRelativePath(folder, path).Replace('\\', '/'), path, cancel);
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
