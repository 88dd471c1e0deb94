namespace HallSuite.Domain.Kernel;

/// <summary>Refusals of taking and restoring a backup. They are told on the command line; arguments are files and versions.</summary>
public static class BackupErrors
{
    /// <summary>SQL Server is backed up and restored by its own BACKUP and RESTORE.</summary>
    public static Error UseServersOwn => new("backup.use-servers-own", ErrorKind.Invalid);

    public static Error NoDatabase(string place) => new("backup.no-database", ErrorKind.NotFound, place);

    /// <summary>A backup never overwrites a file.</summary>
    public static Error FileExists(string file) => new("backup.file-exists", ErrorKind.Conflict, file);

    /// <summary>The file cannot be written or read; says what the system says.</summary>
    public static Error FileUnusable(string file, string why) => new("backup.file-unusable", ErrorKind.Invalid, file, why);

    /// <summary>The archive is not one of ours or was changed; names the part that does not match.</summary>
    public static Error Damaged(string part) => new("backup.damaged", ErrorKind.Invalid, part);

    /// <summary>Taken from one kind of database, to be restored into another.</summary>
    public static Error OtherDatabase(string taken, string here) => new("backup.other-database", ErrorKind.Invalid, taken, here);

    /// <summary>The archive holds a migration that this program does not know; says the version that took it.</summary>
    public static Error NewerVersion(string version) => new("backup.newer-version", ErrorKind.Invalid, version);

    /// <summary>The keys in the archive were wrapped under another master key.</summary>
    public static Error OtherMasterKey => new("backup.other-master-key", ErrorKind.Invalid);

    /// <summary>A restore needs the database alone.</summary>
    public static Error ServerRuns => new("backup.server-runs", ErrorKind.Conflict);
}
