using System.Reflection;
using System.Text.RegularExpressions;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure;
using HallSuite.Tests.TestKit;
using HallSuite.Web.Shared;

namespace HallSuite.Tests.Architecture;

/// <summary>STYLE's sizes and names: past a size a file has two jobs, and some endings say that nobody knew what a type is for.</summary>
public sealed partial class SizeAndNameTests
{
    private const int LongestFile = 500;
    private const int LongestCodeBehind = 300;
    private const int LongestOperation = 120;

    private static readonly string[] Projects = ["HallSuite.Domain", "HallSuite.Infrastructure", "HallSuite.Web", "HallSuite.Tests", "HallSuite.Bench"];
    private static readonly string[] Endings = ["Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Service", "Dto", "Impl", "Base"];

    /// <summary>Names that every file sees through the implicit usings.</summary>
    private static readonly HashSet<string> FrameworkNames = [.. FrameworkTypes().Select(t => t.Name)];

    private static readonly Assembly[] Program = [typeof(Error).Assembly, typeof(HallSuiteSetup).Assembly, typeof(RequirePermissionAttribute).Assembly];

    [Fact]
    public void NoFile_IsTooLong()
    {
        var files = Projects.SelectMany(p => SourceTree.Files(p, ".cs", ".razor", ".css", ".js")).Where(f => !IsMade(f.Path)).ToList();
        Assert.NotEmpty(files);
        Assert.Empty(files.SelectMany(f => TooLong(f.Path, f.Text)));
    }

    [Fact]
    public void ALongFile_Planted_IsReported()
    {
        Assert.Equal(["A.cs has 501 lines of 500"], TooLong("A.cs", Lines(501)));
        Assert.Equal(["A.razor.cs has 301 lines of 300"], TooLong("A.razor.cs", Lines(301)));
        Assert.Equal(["CallNext.cs has 121 lines of 120"], TooLong("CallNext.cs", "ExecuteAsync(Command command, Actor actor) => work.RunAsync<int>(order, actor)\n" + Lines(120)));
        Assert.Empty(TooLong("A.cs", Lines(500)));
    }

    [Fact]
    public void NoType_HasAnEmptyName() => Assert.Empty(Declared(Program).SelectMany(BadName));

    [Fact]
    public void ABadName_Planted_IsReported()
    {
        Assert.Equal(["TicketManager says nothing (Manager)"], BadName(typeof(TicketManager)));
        Assert.Equal(["Architecture is called like its namespace"], BadName(typeof(Architecture)));
        Assert.Equal(["Stream is called like a type of the framework"], BadName(typeof(Stream)));
    }

    [Fact]
    public void Errors_AreMadeInTheErrorsClassesAlone() =>
        Assert.Empty(new[] { "HallSuite.Domain", "HallSuite.Infrastructure", "HallSuite.Web" }.SelectMany(p => SourceTree.Files(p, ".cs", ".razor")).SelectMany(f => StrayErrors(f.Path, f.Text)));

    [Fact]
    public void AStrayError_Planted_IsReported()
    {
        Assert.Equal(["Ticket.cs makes an error of its own"], StrayErrors("Ticket.cs", "return new Error(\"ticket.lost\", ErrorKind.Conflict);"));
        Assert.Equal(["TicketErrors.cs makes errors outside a ...Errors class"], StrayErrors("TicketErrors.cs", "class Ticket { Error E => new Error(\"x\"); }"));
        Assert.Empty(StrayErrors("TicketErrors.cs", "public static class TicketErrors { public static Error Lost => new(\"ticket.lost\", ErrorKind.Conflict); }"));
    }

    private static bool IsMade(string path) => path.Contains("Migrations", StringComparison.Ordinal) || path.Contains($"wwwroot{Path.DirectorySeparatorChar}lib", StringComparison.Ordinal);

    private static IEnumerable<string> TooLong(string path, string text)
    {
        var lines = text.AsSpan().Count('\n') + (text.EndsWith('\n') ? 0 : 1);
        var limit = path.EndsWith(".razor.cs", StringComparison.Ordinal) ? LongestCodeBehind
            : !path.Contains("Tests", StringComparison.Ordinal) && Operation().IsMatch(text) ? LongestOperation
            : LongestFile;
        if (lines > limit)
        {
            yield return $"{path} has {lines} lines of {limit}";
        }
    }

    private static IEnumerable<string> BadName(Type type)
    {
        if (Array.Find(Endings, e => type.Name.EndsWith(e, StringComparison.Ordinal)) is { } ending)
        {
            yield return $"{type.Name} says nothing ({ending})";
        }

        if (type.Namespace!.Split('.').Contains(type.Name))
        {
            yield return $"{type.Name} is called like its namespace";
        }

        if (FrameworkNames.Contains(type.Name))
        {
            yield return $"{type.Name} is called like a type of the framework";
        }
    }

    private static IEnumerable<Type> Declared(IEnumerable<Assembly> assemblies) =>
        assemblies.SelectMany(a => a.GetTypes()).Where(t => !t.IsNested && t.Namespace?.StartsWith("HallSuite", StringComparison.Ordinal) == true && !t.Name.Contains('<'));

    private static IEnumerable<string> StrayErrors(string path, string source)
    {
        if (!MadeError().IsMatch(source))
        {
            yield break;
        }

        if (!path.EndsWith("Errors.cs", StringComparison.Ordinal))
        {
            yield return $"{path} makes an error of its own";
        }
        else if (!source.Contains($"static class {Path.GetFileNameWithoutExtension(path)}", StringComparison.Ordinal))
        {
            yield return $"{path} makes errors outside a ...Errors class";
        }
    }

    private static IEnumerable<Type> FrameworkTypes() =>
        from type in new[] { typeof(object), typeof(Enumerable), typeof(HttpClient), typeof(Uri), typeof(Stack<>), typeof(Console) }.SelectMany(t => t.Assembly.GetExportedTypes())
        where !type.IsNested && type.Namespace is "System" or "System.IO" or "System.Linq" or "System.Net.Http" or "System.Threading" or "System.Threading.Tasks" or "System.Collections.Generic"
        select type;

    private static string Lines(int count) => string.Concat(Enumerable.Repeat("x\n", count));

    [GeneratedRegex(@"\bnew Error\(|\bError \w+(\([^)]*\))? => new\(""")]
    private static partial Regex MadeError();

    [GeneratedRegex(@"ExecuteAsync\([\s\S]*\bworks?\.RunAsync[<(]")]
    private static partial Regex Operation();

    private sealed class TicketManager;

    private sealed class Architecture;

    private sealed class Stream;
}
