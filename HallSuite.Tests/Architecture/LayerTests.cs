using System.Reflection;
using System.Text.RegularExpressions;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure;
using HallSuite.Tests.TestKit;
using HallSuite.Web.Shared;

namespace HallSuite.Tests.Architecture;

/// <summary>Domain decides with the base class library alone, Web shows without the database, and the platform knows no module (DESIGN §1–2).</summary>
public sealed partial class LayerTests
{
    private static readonly string[] Database = ["Microsoft.EntityFrameworkCore", "Microsoft.Data.", "Npgsql", "SQLitePCL"];

    [Fact]
    public void Domain_KnowsTheBaseClassLibraryAlone() => Assert.Empty(BeyondTheBase(typeof(Error).Assembly));

    [Fact]
    public void Domain_Planted_IsReported() => Assert.Contains("HallSuite.Domain", BeyondTheBase(typeof(HallSuiteSetup).Assembly));

    [Fact]
    public void Domain_HasNoClockNoChanceNoWaitingAndNoFiles() =>
        Assert.Empty(SourceTree.Files("HallSuite.Domain", ".cs").SelectMany(f => Impurities(f.Path, f.Text)));

    [Theory]
    [InlineData("var day = DateTime.UtcNow;", "DateTime.UtcNow")]
    [InlineData("var at = DateTimeOffset.Now;", "DateTimeOffset.Now")]
    [InlineData("public async Task WaitAsync()", "async Task")]
    [InlineData("var id = Guid.NewGuid();", "Guid.NewGuid")]
    [InlineData("var dice = new Random();", "new Random")]
    [InlineData("File.ReadAllText(path)", "File.Read")]
    public void Impurity_Planted_IsReported(string source, string found) => Assert.Equal([$"Planted.cs: {found}"], Impurities("Planted.cs", source));

    [Fact]
    public void Web_DoesNotKnowTheDatabase()
    {
        Assert.Empty(KnownDatabases(typeof(RequirePermissionAttribute).Assembly));
        Assert.Empty(SourceTree.Files("HallSuite.Web", ".cs", ".razor").SelectMany(f => DatabaseWords(f.Path, f.Text)));
    }

    [Fact]
    public void Web_Planted_IsReported()
    {
        Assert.NotEmpty(KnownDatabases(typeof(HallSuiteSetup).Assembly));
        Assert.Equal(["Planted.razor: HallDbContext"], DatabaseWords("Planted.razor", "@inject HallDbContext Db"));
    }

    [Fact]
    public void Platform_KnowsNoModule() =>
        Assert.Empty(SourceTree.Files("HallSuite.Infrastructure/Platform", ".cs").SelectMany(f => ModulesIn(f.Path, f.Text)));

    [Fact]
    public void Platform_Planted_IsReported() =>
        Assert.Equal(["Planted.cs: Queueing"], ModulesIn("Planted.cs", "using HallSuite.Domain.Kernel; using HallSuite.Domain.Queueing; using HallSuite.Infrastructure.Platform.Work;"));

    private static IEnumerable<string> BeyondTheBase(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(a => a.Name!).Where(name => !name.StartsWith("System.", StringComparison.Ordinal));

    private static IEnumerable<string> Impurities(string path, string source) => Impure().Matches(source).Select(m => $"{path}: {m.Value}");

    private static IEnumerable<string> KnownDatabases(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(a => a.Name!).Where(name => Array.Exists(Database, d => name.StartsWith(d, StringComparison.Ordinal)));

    private static IEnumerable<string> DatabaseWords(string path, string source) => OfTheDatabase().Matches(source).Select(m => $"{path}: {m.Value}");

    private static IEnumerable<string> ModulesIn(string path, string source) => Module().Matches(source).Select(m => $"{path}: {m.Groups[1].Value}");

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Utc)?(Now|Today)\b|\basync (Value)?Task\b|\bGuid\.(NewGuid|CreateVersion7)\b|\bnew Random\b|\bRandom\.Shared\b|\b(File|Directory)\.(Read|Write|Open|Create|Exists)|\bEnvironment\.Get")]
    private static partial Regex Impure();

    [GeneratedRegex(@"\bHallDbContext\b|\busing Microsoft\.EntityFrameworkCore\b|\bIDbContextFactory\b|\bDbSet<")]
    private static partial Regex OfTheDatabase();

    [GeneratedRegex(@"\bHallSuite\.(?:Domain|Infrastructure)\.(?!Kernel\b|Platform\b)(\w+)")]
    private static partial Regex Module();
}
