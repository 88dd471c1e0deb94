using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Privacy;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace HallSuite.Infrastructure.Platform.Backups;

/// <summary>SQLite: the online backup API gives one consistent file; a restore is one rename.</summary>
internal sealed class SqliteSnapshot(IOptions<DatabaseOptions> options, KeyCheck keys) : IDatabaseSnapshot
{
    private const string History = """SELECT "MigrationId" FROM "__EFMigrationsHistory" ORDER BY "MigrationId" DESC LIMIT 1""";

    /// <summary>What SQLite keeps beside a database while it is open.</summary>
    private static readonly string[] Logs = ["-wal", "-shm"];

    private string Database => Path.GetFullPath(new SqliteConnectionStringBuilder(options.Value.ConnectionString).DataSource);

    public async Task<Result<string>> WriteAsync(ArchiveWriter archive, CancellationToken cancel)
    {
        if (!File.Exists(Database))
        {
            return BackupErrors.NoDatabase(Database);
        }

        var copy = Path.Combine(Path.GetTempPath(), $"hall-{Guid.NewGuid():N}.db");
        try
        {
            await using (var source = Open(Database, SqliteOpenMode.ReadWrite))
            await using (var target = Open(copy, SqliteOpenMode.ReadWriteCreate))
            {
                // One step copies one moment; writers go on in the write-ahead log.
                source.BackupDatabase(target);

                // The copy is a single file, whoever opens it later.
                Run(target, "PRAGMA journal_mode=DELETE");
            }

            await archive.AddFileAsync(BackupManifest.SqliteEntry, copy, cancel);
            await using var taken = Open(copy, SqliteOpenMode.ReadOnly);
            return Run(taken, History) is string migration ? migration : BackupErrors.NoDatabase(Database);
        }
        finally
        {
            File.Delete(copy);
        }
    }

    public async Task<Result> ReplaceAsync(BackupManifest manifest, string folder, CancellationToken cancel)
    {
        var unpacked = Path.Combine(folder, BackupManifest.SqliteEntry);
        if (!File.Exists(unpacked) || !IsWhole(unpacked))
        {
            return BackupErrors.Damaged(BackupManifest.SqliteEntry);
        }

        if (!KeysOpen(unpacked))
        {
            return BackupErrors.OtherMasterKey;
        }

        // The last step must be a rename on one disk; only then does a crash leave the old database or the new one, never half of either.
        var next = Database + ".restoring";
        await CopyAsync(unpacked, next, cancel);
        await using (var replacement = Open(next, SqliteOpenMode.ReadWrite))
        {
            Run(replacement, "PRAGMA journal_mode=WAL");
        }

        SqliteConnection.ClearAllPools();
        if (File.Exists(Database))
        {
            Settle();
            await CopyAsync(Database, Database + ".before-restore", cancel);
        }

        Array.ForEach(Logs, log => File.Delete(Database + log));
        File.Move(next, Database, overwrite: true);
        return Result.Ok;
    }

    /// <summary>Brings the write-ahead log into the old file, so that the copy kept beside is whole. A damaged one is kept as it is.</summary>
    private void Settle()
    {
        try
        {
            using var old = Open(Database, SqliteOpenMode.ReadWrite);
            Run(old, "PRAGMA wal_checkpoint(TRUNCATE)");
        }
        catch (SqliteException)
        {
            foreach (var log in Logs.Where(end => File.Exists(Database + end)))
            {
                File.Copy(Database + log, Database + ".before-restore" + log, overwrite: true);
            }
        }
    }

    private static bool IsWhole(string file)
    {
        try
        {
            using var database = Open(file, SqliteOpenMode.ReadOnly);
            return Run(database, "PRAGMA integrity_check") is "ok" && Run(database, History) is string;
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    private bool KeysOpen(string file)
    {
        using var database = Open(file, SqliteOpenMode.ReadOnly);
        using var command = database.CreateCommand();
        command.CommandText = """SELECT "Name", "Content" FROM "Keys" """;
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            if (!keys.Opens(rows.GetString(0), rows.GetString(1)))
            {
                return false;
            }
        }

        return true;
    }

    private static async Task CopyAsync(string from, string to, CancellationToken cancel)
    {
        await using var source = File.OpenRead(from);
        await using var target = new FileStream(to, FileMode.Create, FileAccess.Write);
        await source.CopyToAsync(target, cancel);
        target.Flush(flushToDisk: true);
    }

    private static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ConnectionString);
        connection.Open();
        return connection;
    }

    private static object? Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
