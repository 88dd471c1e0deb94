using System.IO.Compression;
using System.Text;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Infrastructure.Platform.Backups;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Privacy;
using HallSuite.Infrastructure.Platform.Work;
using HallSuite.Infrastructure.Queueing;
using HallSuite.Tests.TestKit;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Tests.Operations.Platform;

public sealed class BackupTests
{
    private static readonly Actor Operator = Actor.System("test");

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Restore_OfABackupTakenWhileWritersRan_GoesBackToOneMomentAndTheStoryContinues(DatabaseProvider provider)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var hall = await TestHall.CreateAsync(provider);
        var sample = new SampleHall(TestHall.Start);
        await hall.SeedAsync(sample.Entities);
        var archive = Path.Combine(hall.Database.Folder, "hall.zip");
        var writers = new Writers(hall, sample);
        await writers.HaveWrittenAsync(20);

        var taken = await hall.Get<TakeBackup>().ExecuteAsync(new(archive), Operator, cancel);

        taken.ShouldPass();
        await writers.HaveWrittenAsync(writers.Written + 5);
        await writers.StopAsync();
        await using var later = TestHall.On(hall.Database);
        var restored = await later.Get<RestoreBackup>().ExecuteAsync(new(archive), Operator, cancel);
        restored.ShouldPass();

        // One moment: what one operation wrote is there wholly, and nothing of a later one.
        var stream = Streams.Queue(sample.Hall.Id);
        var seq = await later.ReadAsync(db => db.Set<StreamCounter>().Where(c => c.Stream == stream).Select(c => c.Seq).SingleAsync(cancel));
        Assert.InRange(seq, 20, writers.Written - 5);
        Assert.Equal(seq, await later.ReadAsync(db => db.Set<Ticket>().CountAsync(cancel)));
        Assert.Equal(Enumerable.Range(1, (int)seq).Select(n => (long)n), await later.ReadAsync(db => db.Set<AuditRow>().Where(r => r.Stream == stream).OrderBy(r => r.Seq).Select(r => r.Seq).ToListAsync(cancel)));
        Assert.Equal(seq, await later.ReadAsync(db => db.Set<ChangeFeedRow>().Where(r => r.Stream == stream).MaxAsync(r => r.Seq, cancel)));

        // The story continues where it was.
        var called = await later.Get<CallNextTicket>().ExecuteAsync(new(sample.Hall.Id, 1), Operator, cancel);
        called.ShouldPass();
        Assert.Equal(seq + 1, await later.ReadAsync(db => db.Set<StreamCounter>().Where(c => c.Stream == stream).Select(c => c.Seq).SingleAsync(cancel)));
        Assert.Equal(1, await later.ReadAsync(db => db.Set<AuditRow>().CountAsync(r => r.Operation == nameof(TakeBackup), cancel)));
        Assert.Equal(1, await later.ReadAsync(db => db.Set<AuditRow>().CountAsync(r => r.Operation == nameof(RestoreBackup), cancel)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Restore_KeepsWhatWasThereBesideIt(DatabaseProvider provider)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var hall = await TestHall.CreateAsync(provider);
        var archive = await BackUpAsync(hall);
        var sample = new SampleHall(TestHall.Start);
        await hall.SeedAsync([.. sample.Entities, sample.NewTicket(0, 1)]);

        var restored = await hall.Get<RestoreBackup>().ExecuteAsync(new(archive), Operator, cancel);

        restored.ShouldPass();
        Assert.Equal(0, await hall.ReadAsync(db => db.Set<Ticket>().CountAsync(cancel)));
        Assert.Equal(1, await CountTicketsBesideAsync(hall));

        // And again: there is one such copy, of the last restore.
        (await hall.Get<RestoreBackup>().ExecuteAsync(new(archive), Operator, cancel)).ShouldPass();
        Assert.Equal(0, await CountTicketsBesideAsync(hall));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Restore_WhileAServerRuns_IsRefused(DatabaseProvider provider)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var hall = await TestHall.CreateAsync(provider);
        var archive = await BackUpAsync(hall);
        await using var operatorsHall = TestHall.On(hall.Database);
        var server = await TestHall.On(hall.Database).RunAsync();

        var refused = await operatorsHall.Get<RestoreBackup>().ExecuteAsync(new(archive), Operator, cancel);
        await server.DisposeAsync();
        var allowed = await operatorsHall.Get<RestoreBackup>().ExecuteAsync(new(archive), Operator, cancel);

        refused.ShouldBeRefused("backup.server-runs");
        allowed.ShouldPass();
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Start_WhileABackupIsRestored_IsRefused(DatabaseProvider provider)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var hall = await TestHall.CreateAsync(provider);
        var options = hall.Get<Microsoft.Extensions.Options.IOptions<DatabaseOptions>>().Value;
        await using (await ServingLock.TakeAsync(options, alone: true, cancel))
        {
            await Assert.ThrowsAsync<Infrastructure.Platform.Settings.StartFaultException>(hall.RunAsync);
        }

        await hall.RunAsync();
    }

    [Fact]
    public async Task ServingMark_WhenItsSessionIsKilled_IsTakenAgain()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var hall = await TestHall.CreateAsync(DatabaseProvider.Postgres);
        await hall.RunAsync();
        var options = hall.Get<Microsoft.Extensions.Options.IOptions<DatabaseOptions>>().Value;

        var killed = await hall.ReadAsync(db => db.Database.SqlQueryRaw<int>(
            """
            WITH marks AS MATERIALIZED (SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'hallsuite-serving')
            SELECT pid AS "Value" FROM marks WHERE pg_terminate_backend(pid)
            """).ToListAsync(cancel));

        Assert.Single(killed);
        await Eventually.HoldsAsync(async () =>
        {
            var others = await hall.ReadAsync(db => db.Database.SqlQueryRaw<int>(
                "SELECT pid AS \"Value\" FROM pg_locks WHERE locktype = 'advisory' AND granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())").ToListAsync(cancel));
            return others.Count == 1 && others[0] != killed[0];
        });
        await using var alone = await ServingLock.TakeAsync(options, alone: true, cancel);
        Assert.Null(alone);
    }

    public static TheoryData<DatabaseProvider, string> Damages() => new MatrixTheoryData<DatabaseProvider, string>(
        [DatabaseProvider.Sqlite, DatabaseProvider.Postgres], ["cut", "byte", "missing", "added", "outside", "manifest", "no manifest", "no archive"]);

    [Theory, MemberData(nameof(Damages))]
    public async Task Restore_OfADamagedArchive_IsRefusedAndChangesNothing(DatabaseProvider provider, string damage)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var hall = await TestHall.CreateAsync(provider);
        var archive = await BackUpAsync(hall);
        var sample = new SampleHall(TestHall.Start);
        await hall.SeedAsync([.. sample.Entities, sample.NewTicket(0, 1)]);
        await DamageAsync(archive, damage);

        var refused = await hall.Get<RestoreBackup>().ExecuteAsync(new(archive), Operator, cancel);

        refused.ShouldBeRefused("backup.damaged");
        Assert.Equal(1, await hall.ReadAsync(db => db.Set<Ticket>().CountAsync(cancel)));
        Assert.False(Directory.Exists(Path.Combine(hall.Database.Folder, "restoring")));
        Assert.False(File.Exists(Path.Combine(hall.Database.Folder, "outside.txt")));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Restore_UnderAnotherMasterKey_IsRefusedAndChangesNothing(DatabaseProvider provider)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var hall = await TestHall.CreateAsync(provider);
        hall.Get<PersonalData>().Lookup("test", "makes the key");
        var archive = await BackUpAsync(hall);
        var key = Path.Combine(hall.Database.Folder, "other.key");
        await File.WriteAllTextAsync(key, Convert.ToBase64String(new byte[32]), cancel);
        await using var elsewhere = TestHall.On(hall.Database, new() { ["Privacy:MasterKeyFile"] = key });
        var before = await hall.ReadAsync(db => db.Set<AuditRow>().CountAsync(cancel));

        var refused = await elsewhere.Get<RestoreBackup>().ExecuteAsync(new(archive), Operator, cancel);

        refused.ShouldBeRefused("backup.other-master-key");
        Assert.Equal(before, await hall.ReadAsync(db => db.Set<AuditRow>().CountAsync(cancel)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Restore_OfAnotherDatabaseOrANewerProgram_IsRefused(DatabaseProvider provider)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var hall = await TestHall.CreateAsync(provider);
        var other = provider == DatabaseProvider.Sqlite ? "Postgres" : "Sqlite";
        var foreign = await BackUpAsync(hall, "foreign.zip");
        await EditManifestAsync(foreign, text => text.Replace($"\"{provider}\"", $"\"{other}\"", StringComparison.Ordinal));
        var newer = await BackUpAsync(hall, "newer.zip");
        await EditManifestAsync(newer, text => text.Replace("\"migration\": \"", "\"migration\": \"9", StringComparison.Ordinal));
        var restore = hall.Get<RestoreBackup>();

        (await restore.ExecuteAsync(new(foreign), Operator, cancel)).ShouldBeRefused("backup.other-database");
        (await restore.ExecuteAsync(new(newer), Operator, cancel)).ShouldBeRefused("backup.newer-version");
        (await restore.ExecuteAsync(new(newer + ".absent"), Operator, cancel)).ShouldBeRefused("backup.file-unusable");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Backup_HoldsFilesButNeverTheMasterKey_AndRestorePutsTheFilesBack(DatabaseProvider provider)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var hall = await TestHall.CreateAsync(provider);
        hall.Get<PersonalData>().Lookup("test", "makes the key");
        var stored = Path.Combine(hall.Database.Folder, "files", "2026", "通知书.pdf");
        Directory.CreateDirectory(Path.GetDirectoryName(stored)!);
        await File.WriteAllTextAsync(stored, "before", cancel);
        var archive = await BackUpAsync(hall);
        await File.WriteAllTextAsync(stored, "after", cancel);

        var restored = await hall.Get<RestoreBackup>().ExecuteAsync(new(archive), Operator, cancel);

        restored.ShouldPass();
        Assert.Equal("before", await File.ReadAllTextAsync(stored, cancel));
        Assert.Equal("after", await File.ReadAllTextAsync(stored.Replace("/files/", "/files.before-restore/", StringComparison.Ordinal), cancel));
        var secret = (await File.ReadAllTextAsync(Path.Combine(hall.Database.Folder, "keys", "master.key"), cancel)).Trim();
        await using var zip = await ZipFile.OpenReadAsync(archive, cancel);
        foreach (var entry in zip.Entries)
        {
            using var content = new StreamReader(await entry.OpenAsync(cancel), Encoding.Latin1);
            Assert.DoesNotContain(secret, await content.ReadToEndAsync(cancel), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Backup_NeverOverwritesAFileAndLeavesNoHalfOne()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var hall = await TestHall.CreateAsync(DatabaseProvider.Sqlite);
        var archive = await BackUpAsync(hall);
        var backup = hall.Get<TakeBackup>();

        (await backup.ExecuteAsync(new(archive), Operator, cancel)).ShouldBeRefused("backup.file-exists");
        (await backup.ExecuteAsync(new(Path.Combine(hall.Database.Folder, "no", "folder.zip")), Operator, cancel)).ShouldBeRefused("backup.file-unusable");
        Assert.Empty(Directory.GetFiles(hall.Database.Folder, "*.part", SearchOption.AllDirectories));
    }

    private static async Task<string> BackUpAsync(TestHall hall, string name = "hall.zip")
    {
        var archive = Path.Combine(hall.Database.Folder, name);
        var taken = await hall.Get<TakeBackup>().ExecuteAsync(new(archive), Operator, TestContext.Current.CancellationToken);
        taken.ShouldPass();
        return archive;
    }

    private static async Task<long> CountTicketsBesideAsync(TestHall hall)
    {
        if (hall.Database.Provider == DatabaseProvider.Postgres)
        {
            return (await hall.ReadAsync(db => db.Database.SqlQueryRaw<long>("SELECT count(*) AS \"Value\" FROM before_restore.\"Tickets\"").ToListAsync())).Single();
        }

        await using var old = new SqliteConnection($"Data Source={Path.Combine(hall.Database.Folder, "hall.db.before-restore")};Pooling=False");
        await old.OpenAsync();
        await using var count = old.CreateCommand();
        count.CommandText = "SELECT count(*) FROM \"Tickets\"";
        return (long)(await count.ExecuteScalarAsync())!;
    }

    private static async Task DamageAsync(string archive, string damage)
    {
        switch (damage)
        {
            case "cut":
                await using (var file = File.OpenWrite(archive))
                {
                    file.SetLength(file.Length / 2);
                }

                return;
            case "no archive":
                await File.WriteAllTextAsync(archive, "not a zip file");
                return;
            case "manifest":
                await EditManifestAsync(archive, text => text.Replace("\"sha256\": \"", "\"sha256\": \"0", StringComparison.Ordinal));
                return;
        }

        await using var zip = await ZipFile.OpenAsync(archive, ZipArchiveMode.Update);
        var part = zip.Entries.First(e => e.FullName != "manifest.json" && e.Length > 0);
        switch (damage)
        {
            case "byte":
                await using (var content = await part.OpenAsync())
                {
                    content.Seek(content.Length / 2, SeekOrigin.Begin);
                    var was = content.ReadByte();
                    content.Seek(-1, SeekOrigin.Current);
                    content.WriteByte((byte)(was ^ 1));
                }

                break;
            case "missing": part.Delete(); break;
            case "added": zip.CreateEntry("files/added.txt"); break;
            case "outside": zip.CreateEntry("../outside.txt"); break;
            case "no manifest": zip.GetEntry("manifest.json")!.Delete(); break;
            default: throw new ArgumentOutOfRangeException(nameof(damage));
        }
    }

    private static async Task EditManifestAsync(string archive, Func<string, string> edit)
    {
        await using var zip = await ZipFile.OpenAsync(archive, ZipArchiveMode.Update);
        var entry = zip.GetEntry("manifest.json")!;
        string text;
        using (var reader = new StreamReader(await entry.OpenAsync()))
        {
            text = await reader.ReadToEndAsync();
        }

        entry.Delete();
        await using var writer = new StreamWriter(await zip.CreateEntry("manifest.json").OpenAsync());
        await writer.WriteAsync(edit(text));
    }

    /// <summary>Four people who take tickets without pause; each ticket is one operation of several rows.</summary>
    private sealed class Writers
    {
        private readonly CancellationTokenSource stop = new();
        private readonly Task[] running;
        private int number;
        private int written;

        public Writers(TestHall hall, SampleHall sample) => running = [.. Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            var order = new WorkOrder("Write", Permission.ActAsSystem, sample.Hall.Id, Streams.Queue(sample.Hall.Id));
            while (!stop.IsCancellationRequested)
            {
                var done = await hall.Get<HallWork>().RunAsync(order, Operator, (work, _) =>
                {
                    lock (sample)
                    {
                        work.Db.Add(sample.NewTicket(0, Interlocked.Increment(ref number)));
                    }

                    return Task.FromResult(Result.Ok);
                }, CancellationToken.None);
                done.ShouldPass();
                Interlocked.Increment(ref written);
            }
        }))];

        public int Written => Volatile.Read(ref written);

        public Task HaveWrittenAsync(int count) => Eventually.HoldsAsync(() => Written >= count || running.Any(r => r.IsFaulted));

        public async Task StopAsync()
        {
            await stop.CancelAsync();
            await Task.WhenAll(running);
            stop.Dispose();
        }
    }
}
