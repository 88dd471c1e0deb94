using HallSuite.Infrastructure.Platform.Persistence;

namespace HallSuite.Infrastructure.Platform.Backups;

/// <summary>What an archive holds and where it comes from; the entry <c>manifest.json</c>.</summary>
/// <param name="Format">Rises when an older program could not read the archive.</param>
/// <param name="Version">The program that took it.</param>
/// <param name="Migration">The last migration of the database.</param>
internal sealed record BackupManifest(int Format, string Version, DatabaseProvider Provider, string Migration, DateTimeOffset TakenAt, IReadOnlyList<BackupPart> Parts)
{
    public const int CurrentFormat = 1;
    public const string Entry = "manifest.json";

    /// <summary>The folder of the files inside an archive.</summary>
    public const string Files = "files/";

    /// <summary>What the manifest calls the database of SQLite.</summary>
    public const string SqliteEntry = "database/hall.db";
}

/// <summary>One entry of an archive.</summary>
/// <param name="Sha256">Of the content, lower-case hexadecimal.</param>
/// <param name="Table">The table whose rows it holds; null for anything else.</param>
/// <param name="Columns">The table's columns, in the order of the rows' values.</param>
internal sealed record BackupPart(string Name, long Length, string Sha256, string? Table = null, IReadOnlyList<string>? Columns = null);
