using System.Diagnostics;
using System.IO.Compression;
using HallSuite.Domain.Hall;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using HallSuite.Tests.Pdf.Signing;
using HallSuite.Tests.TestKit;
using HallSuite.Web.Hosting.Verbs;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Tests.Endpoints;

/// <summary>The command line of CONTRACT §1, as processes of their own: exit 0, or another code with clear lines on stderr and no stack trace.</summary>
public sealed class VerbTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Help_ListsTheVerbsThatExist()
    {
        var run = await RunAsync("--help");

        Assert.Equal((0, ""), (run.Code, run.Errors));
        Assert.All(["migrate", "import matters FILE --hall HALL [--dry-run]", "import calendar FILE", "verify audit", "backup FILE", "restore FILE"], verb => Assert.Contains(verb, run.Output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--help", true)]
    [InlineData("help", true)]
    [InlineData("backup --help", true)]
    [InlineData("backup /backups/hall.zip --Data:Folder data", false)]
    public void Help_IsAskedForInEveryUsualWay(string line, bool help) => Assert.Equal(help, CommandLine.Parse(line.Split(' ')).AsksForHelp);

    [Theory]
    [InlineData("backup hall.zip", "hall.zip")]
    [InlineData("backup /backups/hall.zip --Data:Folder data", "/backups/hall.zip")]
    [InlineData("verify audit --Database:Provider=Sqlite", "")]
    [InlineData("migrate", "")]
    [InlineData("import matters ../m.csv --hall demo --dry-run", "../m.csv")]
    [InlineData("import calendar y.txt", "y.txt")]
    public void AVerb_IsFoundWithItsArgument(string line, string argument) =>
        Assert.Equal(argument, VerbTable.Find(CommandLine.Parse(line.Split(' ')))?.Argument);

    [Theory]
    [InlineData("frobnicate", "There is no verb \"frobnicate\"; --help lists them.")]
    [InlineData("verify", "This verb is written: verify audit")]
    [InlineData("migrate now", "This verb is written: migrate")]
    [InlineData("backup", "This verb is written: backup FILE")]
    [InlineData("backup a b", "This verb is written: backup FILE")]
    [InlineData("import matters", "This verb is written: import matters FILE --hall HALL [--dry-run]")]
    [InlineData("import calendar", "This verb is written: import calendar FILE")]
    public void WhatIsNoVerb_IsToldInALine(string line, string told)
    {
        var typed = CommandLine.Parse(line.Split(' '));

        Assert.Null(VerbTable.Find(typed));
        Assert.Equal(told, VerbTable.FaultOf(typed));
    }

    [Theory]
    [InlineData("import matters f --hall demo --dry-run", "--hall demo --dry-run=true")]
    [InlineData("import matters f --dry-run --hall demo", "--dry-run=true --hall demo")]
    public void ADryRun_TakesNoWordForItsValue(string line, string settings) => Assert.Equal(settings, string.Join(' ', CommandLine.Parse(line.Split(' ')).Settings));

    [Fact]
    public async Task AVerbThatIsNone_EndsTheProcessWithThatLine()
    {
        var run = await RunAsync("frobnicate file.xlsx");

        Assert.Equal((1, "", "There is no verb \"frobnicate file.xlsx\"; --help lists them."), (run.Code, run.Output, run.Errors));
    }

    [Fact]
    public async Task AConfigurationWithFaults_IsToldWhole()
    {
        var run = await RunAsync("--Database:Provider=Oracle --Jobs:LeaseSeconds=1 --Clock:Start=2026-01-01", environment: "Production");

        Assert.Equal((1, ""), (run.Code, run.Output));
        Assert.Equal(
            [
                "Database:Provider is \"Oracle\"; it must be one of Sqlite, Postgres, SqlServer.",
                "Clock:Start is for Development only: elsewhere the rules go by the real time.",
                "The field Jobs:LeaseSeconds must be between 2 and 600.",
                "Privacy:MasterKeyFile is required: a file with 32 random bytes in base64 (for example: openssl rand -base64 32 > FILE).",
            ],
            run.Errors.Split('\n'));
    }

    [Theory]
    [InlineData("")]
    [InlineData("verify audit ")]
    public async Task ADatabaseThatIsAway_IsToldInALine(string verb)
    {
        var run = await RunAsync($"{verb}--Database:Provider=Postgres --ConnectionStrings:Hall=Host=127.0.0.1;Port=1;Database=none;Username=none;Password=very-secret");

        Assert.Equal(1, run.Code);
        Assert.DoesNotContain("very-secret", run.Output + run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Output + run.Errors, StringComparison.Ordinal);
        Assert.Single(run.Errors.Split('\n'));
    }

    [Theory]
    [InlineData("verify audit")]
    [InlineData("backup hall.zip")]
    public async Task ADatabaseThatWasNeverMade_IsToldInALine(string verb)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllBytesAsync(Path.Combine(folder.Path, "hall.db"), [], Cancel);

        var run = await RunAsync($"{verb} --Data:Folder=.", folder.Path);

        Assert.Equal(1, run.Code);
        Assert.Contains("run the verb `migrate`", Assert.Single(run.Errors.Split('\n')), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Output + run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAddressInUse_IsToldInALine()
    {
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();

        var run = await RunAsync($"--Demo:Enabled=false --urls http://{taken.LocalEndpoint}");

        Assert.Equal((1, $"Failed to bind to address http://{taken.LocalEndpoint}: address already in use."), (run.Code, run.Errors));
        Assert.DoesNotContain("   at ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AServerDatabaseThatIsBehind_StartsOnlyAfterMigrate()
    {
        Databases.RequirePostgres();
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Postgres);
        await using (var hall = TestHall.On(database))
        {
            await hall.ReadAsync(db => db.Database.ExecuteSqlRawAsync("DROP SCHEMA public CASCADE; CREATE SCHEMA public", Cancel));
        }

        var key = Path.Combine(database.Folder, "master.key");
        await File.WriteAllTextAsync(key, Convert.ToBase64String(new byte[32]), Cancel);
        using var certificates = new TemporaryFolder();
        var pfx = TestCertificates.PfxOfToday(certificates);
        var settings = $"--Database:Provider=Postgres --Privacy:MasterKeyFile={key} --Signing:Pfx={pfx}";

        var early = await RunAsync(settings, environment: "Production", connection: database.ConnectionString);
        var migrated = await RunAsync($"migrate {settings}", environment: "Production", connection: database.ConnectionString);
        var audit = await RunAsync($"verify audit {settings}", environment: "Production", connection: database.ConnectionString);

        Assert.Equal(1, early.Code);
        Assert.Contains("run the verb `migrate`", Assert.Single(early.Errors.Split('\n')), StringComparison.Ordinal);
        Assert.Equal((0, ""), (migrated.Code, migrated.Errors));
        Assert.Equal((0, ""), (audit.Code, audit.Errors));
    }

    [Fact]
    public async Task AnImport_BeforeTheFirstStart_MakesTheHallsReady_OrSaysThatThereIsNone()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "m.csv"), MatterSheet.OfTwo().Csv, Cancel);

        var none = await RunAsync("import matters m.csv --hall demo --Demo:Enabled=false --Data:Folder=none", folder.Path);
        var told = await RunAsync("import matters m.csv --hall demo --dry-run --Data:Folder=.", folder.Path);
        var done = await RunAsync("import matters m.csv --hall demo --Data:Folder=.", folder.Path);

        Assert.Equal(1, none.Code);
        Assert.Single(none.Errors.Split('\n'));
        Assert.Equal((0, ""), (told.Code, told.Errors));
        Assert.Contains("Nothing was changed. The import would make: 2 created", told.Output, StringComparison.Ordinal);
        Assert.Equal((0, ""), (done.Code, done.Errors));
        Assert.Contains("Imported: 2 created", done.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BackupAndRestore_FromTheFolderTheUserStandsIn()
    {
        await using var hall = await TestHall.CreateAsync(DatabaseProvider.Sqlite);
        var folder = hall.Database.Folder;
        await hall.SeedAsync(new SampleHall(TestHall.Start).Entities);

        var taken = await RunAsync("backup hall.zip --Data:Folder=.", folder);
        var again = await RunAsync("backup hall.zip --Data:Folder=.", folder);
        await using (var server = await TestHall.On(hall.Database).RunAsync())
        {
            var refused = await RunAsync("restore hall.zip --Data:Folder=.", folder);
            Assert.Equal((1, "A server still runs on this database. Stop all nodes, then restore."), (refused.Code, refused.Errors));
        }

        await hall.SeedAsync(new SampleHall(TestHall.Start, "later").Entities);
        var restored = await RunAsync("restore hall.zip --Data:Folder=.", folder);
        var audit = await RunAsync("verify audit --Data:Folder=.", folder);

        Assert.Equal((0, ""), (taken.Code, taken.Errors));
        await using (var zip = await ZipFile.OpenReadAsync(Path.Combine(folder, "hall.zip"), Cancel))
        {
            Assert.Equal(["database/hall.db", "manifest.json"], zip.Entries.Select(e => e.FullName));
        }

        Assert.Equal((1, $"The file {Path.Combine(folder, "hall.zip")} exists already. Give another name."), (again.Code, again.Errors));
        Assert.Equal((0, ""), (restored.Code, restored.Errors));
        Assert.Equal((0, ""), (audit.Code, audit.Errors));
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        await using var now = TestHall.On(hall.Database);
        Assert.Equal(["sample"], await now.ReadAsync(db => db.Set<ServiceHall>().Select(h => h.Code).ToListAsync(Cancel)));
    }

    [Fact]
    public async Task VerifyAudit_OfAChangedLog_FailsAndNamesThePlace()
    {
        await using var hall = await TestHall.CreateAsync(DatabaseProvider.Sqlite);
        await hall.SeedAsync(new SampleHall(TestHall.Start).Entities);
        await hall.ReadAsync(db => db.Set<AuditRow>().ExecuteDeleteAsync(Cancel));

        var run = await RunAsync("verify audit --Data:Folder=.", hall.Database.Folder);

        Assert.Equal(1, run.Code);
        Assert.Contains("Removed platform 1-1", run.Output, StringComparison.Ordinal);
        Assert.StartsWith("The audit log is not sound: 1 places, the first at number 1", Assert.Single(run.Errors.Split('\n')), StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output, string Errors)> RunAsync(
        string line, string? folder = null, string environment = "Development", string connection = "")
    {
        var own = folder is null ? Directory.CreateTempSubdirectory("hall-verb-") : null;
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "HallSuite.Web.dll"), .. line.Split(' ', StringSplitOptions.RemoveEmptyEntries)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? own!.FullName,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = environment, ["LC_ALL"] = "C.UTF-8", ["ConnectionStrings__Hall"] = connection },
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(Cancel);
        var errors = process.StandardError.ReadToEndAsync(Cancel);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(TimeSpan.FromMinutes(3));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            own?.Delete(recursive: true);
        }

        return (process.ExitCode, (await output).Trim(), (await errors).Trim().ReplaceLineEndings("\n"));
    }
}
