using HallSuite.Infrastructure;
using HallSuite.Infrastructure.Platform.Settings;
using HallSuite.Tests.TestKit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace HallSuite.Tests.Operations.Platform;

/// <summary>A configuration with faults: all of them are told at once, each in a line that says what to write instead.</summary>
public sealed class SettingsTests
{
    [Fact]
    public void ASoundConfiguration_HasNoFault() => Assert.Empty(FaultsOf(Environments.Development, new() { ["Live:PollMilliseconds"] = "40", ["Clock:Start"] = "2026-09-28T10:00:00+08:00" }));

    [Fact]
    public void AllFaultsOfAllSections_AreToldAtOnce()
    {
        var faults = FaultsOf(Environments.Production, new()
        {
            ["Database:Provider"] = "Oracle",
            ["Database:CommandTimeoutSeconds"] = "0",
            ["Live:PollMilliseconds"] = "fast",
            ["Jobs:LeaseSeconds"] = "1",
            ["Jobs:Enabled"] = "perhaps",
            ["Clock:Start"] = "2026-09-28T10:00:00+08:00",
            ["Data:Foldr"] = "elsewhere",
        });

        Assert.Equal(
            [
                "Clock:Start is for Development only: elsewhere the rules go by the real time.",
                "Data:Foldr is no setting of HallSuite; Data has Folder.",
                "Database:Provider is \"Oracle\"; it must be one of Sqlite, Postgres, SqlServer.",
                "Jobs:Enabled is \"perhaps\"; it must be true or false.",
                "Live:PollMilliseconds is \"fast\"; it must be a whole number.",
                "Privacy:MasterKeyFile is required: a file with 32 random bytes in base64 (for example: openssl rand -base64 32 > FILE).",
                "The field Database:CommandTimeoutSeconds must be between 1 and 600.",
                "The field Jobs:LeaseSeconds must be between 2 and 600.",
            ],
            faults.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Jobs:LeaseSeconds", "1", "The field Jobs:LeaseSeconds must be between 2 and 600.")]
    [InlineData("Database:CommandTimeoutSeconds", "601", "The field Database:CommandTimeoutSeconds must be between 1 and 600.")]
    [InlineData("Database:Provider", "7", "Database:Provider must be Sqlite, Postgres or SqlServer.")]
    [InlineData("Database:Provider", "Postgres", "ConnectionStrings:Hall is required for Database:Provider=Postgres.")]
    [InlineData("Database:Cluster", "true", "Database:Cluster=true needs Postgres or SqlServer: SQLite serves one node only.")]
    [InlineData("ConnectionStrings:Hall", "Nonsense=1", "ConnectionStrings:Hall is no connection string for Sqlite: Connection string keyword 'nonsense' is not supported. For a possible alternative, see https://go.microsoft.com/fwlink/?linkid=2142181.")]
    [InlineData("Clock:Start", "yesterday", "Clock:Start is \"yesterday\"; it must be an instant such as 2026-09-28T10:00:00+08:00.")]
    [InlineData("Fonts:FangSong", "/nowhere/fangsong.ttf", "Fonts:FangSong names /nowhere/fangsong.ttf, which is not there.")]
    [InlineData("Signing:Pfx", "/nowhere/hall.pfx", "Signing: document.certificate-missing (/nowhere/hall.pfx).")]
    [InlineData("Privacy:MasterKeyFile", "/nowhere/master.key", "Privacy:MasterKeyFile /nowhere/master.key cannot be read: Could not find a part of the path '/nowhere/master.key'.")]
    public void AFault_IsToldInALine(string key, string value, string line) => Assert.Equal([line], FaultsOf(Environments.Development, new() { [key] = value }));

    [Fact]
    public void AConnectionStringThatCannotBeRead_IsToldWithoutItsPassword()
    {
        var faults = FaultsOf(Environments.Development, new() { ["Database:Provider"] = "Postgres", ["ConnectionStrings:Hall"] = "Host=db;Password=very-secret;Port=none" });

        Assert.DoesNotContain("very-secret", Assert.Single(faults), StringComparison.Ordinal);
    }

    [Fact]
    public void AMasterKeyFileWithoutAKey_IsAFault()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, "not a key");
            Assert.Equal([$"Privacy:MasterKeyFile {file} does not hold 32 bytes in base64."], FaultsOf(Environments.Development, new() { ["Privacy:MasterKeyFile"] = file }));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void SeveralNodes_NeedOneFolderForFiles()
    {
        var cluster = new Dictionary<string, string?> { ["Database:Provider"] = "Postgres", ["ConnectionStrings:Hall"] = "Host=db;Database=hall", ["Database:Cluster"] = "true" };

        Assert.Equal(["Files:Folder is required with Database:Cluster=true: a folder that all nodes share."], FaultsOf(Environments.Development, cluster));
        Assert.Empty(FaultsOf(Environments.Development, new(cluster) { ["Files:Folder"] = "/srv/hall" }));
    }

    [Fact]
    public void ADatabaseThatIsAway_IsExplainedInALine_AndABugIsNot()
    {
        var lines = StartFaults.Explain(new InvalidOperationException("outer", new NpgsqlException("Failed to connect to 127.0.0.1:1", new System.Net.Sockets.SocketException(111))));

        Assert.Equal(["The database cannot be used now: Failed to connect to 127.0.0.1:1"], lines);
        Assert.Null(StartFaults.Explain(new InvalidOperationException("a bug")));
    }

    private static IReadOnlyList<string> FaultsOf(string environment, Dictionary<string, string?> settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = environment });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.AddHallSuite(builder.Configuration);
        using var host = builder.Build();
        try
        {
            host.Services.CheckSettings();
            return [];
        }
        catch (StartFaultException fault)
        {
            return fault.Lines;
        }
    }
}
