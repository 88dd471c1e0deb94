using HallSuite.Infrastructure.Platform.Files;

namespace HallSuite.Infrastructure.Platform.Backups;

/// <summary>The kept files, which lie beside the database: what goes into an archive, and back into place from an unpacked one.</summary>
internal static class BackupFiles
{
    /// <summary>Every kept file in order; not what is being written this moment.</summary>
    public static IEnumerable<string> In(string folder)
    {
        string[] files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories) : [];
        var unfinished = Path.Combine(folder, FileStore.Unfinished) + Path.DirectorySeparatorChar;
        return files.Where(f => !f.StartsWith(unfinished, StringComparison.Ordinal)).Order(StringComparer.Ordinal);
    }

    /// <summary>Puts the archive's files in place; those that were there are kept beside.</summary>
    public static void Replace(string folder, string unpacked)
    {
        var before = folder + ".before-restore";
        if (Directory.Exists(folder))
        {
            Clear(before);
            Move(folder, before);
        }

        Move(Path.Combine(unpacked, "files"), folder);
    }

    public static void Clear(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // One by one: the folder may lie on another disk, or be the root of one, and neither can be renamed.
    private static void Move(string from, string to)
    {
        foreach (var file in In(from))
        {
            var place = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            File.Move(file, place);
        }
    }
}
