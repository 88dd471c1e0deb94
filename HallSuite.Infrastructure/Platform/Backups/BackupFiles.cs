using HallSuite.Infrastructure.Platform.Persistence;

namespace HallSuite.Infrastructure.Platform.Backups;

/// <summary>The files beside the database, put back from an unpacked archive.</summary>
internal static class BackupFiles
{
    /// <summary>Puts the archive's files in place; those that were there are kept beside.</summary>
    public static void Replace(DataOptions data, string unpacked)
    {
        var (now, before, next) = (data.PathOf("files"), data.PathOf("files.before-restore"), Path.Combine(unpacked, "files"));
        if (Directory.Exists(now))
        {
            Clear(before);
            Directory.Move(now, before);
        }

        if (Directory.Exists(next))
        {
            Directory.Move(next, now);
        }
    }

    public static void Clear(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
