using HallSuite.Domain.Kernel;

namespace HallSuite.Infrastructure.Platform.Backups;

/// <summary>How one kind of database is copied while it runs, and replaced while it stands alone. Needs no tool beside the program.</summary>
internal interface IDatabaseSnapshot
{
    /// <summary>Writes one consistent moment of the database into the archive, while others read and write; the last migration it holds.</summary>
    Task<Result<string>> WriteAsync(ArchiveWriter archive, CancellationToken cancel);

    /// <summary>
    /// Replaces the database by the unpacked archive: wholly, or on a refusal and after a crash not at all. What was there is kept
    /// beside it. Nobody else may serve the database meanwhile.
    /// </summary>
    Task<Result> ReplaceAsync(BackupManifest manifest, string folder, CancellationToken cancel);
}
