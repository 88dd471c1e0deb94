using System.Text.RegularExpressions;
using HallSuite.Tests.TestKit;

namespace HallSuite.Tests.Architecture;

/// <summary>
/// Which module may know which: the one table is in docs/modules.md, the order in Domain is DESIGN §1's, and what Infrastructure may know beyond it
/// is ADR 0013's.
/// </summary>
public sealed partial class ModuleGraphTests
{
    private const string Everything = "all";

    private static readonly Dictionary<string, Row> Table = ReadTable(File.ReadAllText(Path.Combine(SourceTree.Root, "docs", "modules.md")));

    [Fact]
    public void Domain_FollowsTheTable() => Assert.Empty(Faults(SourceTree.Files("HallSuite.Domain", ".cs"), inDomain: true));

    [Fact]
    public void Infrastructure_FollowsTheTable() => Assert.Empty(Faults(SourceTree.Files("HallSuite.Infrastructure", ".cs"), inDomain: false));

    [Fact]
    public void TheTable_HasNoCircle()
    {
        Assert.Empty(Circles(Table, inDomain: true));
    }

    [Fact]
    public void EveryFolder_IsInTheTable()
    {
        var folders = Folders("HallSuite.Domain").Concat(Folders("HallSuite.Infrastructure")).Except(["Platform", "Migrations"]);
        Assert.Empty(folders.Except(Table.Keys));
    }

    [Fact]
    public void Planted_IsReported()
    {
        Assert.Equal(
            ["HallSuite.Domain/Hall/Planted.cs: Hall may not know Queueing"],
            Faults([("HallSuite.Domain/Hall/Planted.cs", "using HallSuite.Domain.Queueing; using HallSuite.Domain.Kernel; using HallSuite.Domain.Staffing;")], inDomain: true));
        Assert.Equal(
            ["HallSuite.Infrastructure/Hall/Planted.cs: Hall may not know Statistics"],
            Faults([("HallSuite.Infrastructure/Hall/Planted.cs", "using HallSuite.Infrastructure.Statistics;")], inDomain: false));
        Assert.Equal(
            ["A", "B"],
            Circles(new() { ["A"] = new(["B"], []), ["B"] = new(["C", "A"], []), ["C"] = new([], []) }, inDomain: true));
    }

    private static IEnumerable<string> Faults(IEnumerable<(string Path, string Text)> files, bool inDomain) =>
        from file in files
        let module = file.Path.Split('/', '\\')[1]
        where Table.ContainsKey(module)
        let known = Known(Table, module, inDomain)
        where !known.Contains(Everything)
        from other in Mentioned().Matches(file.Text).Select(m => m.Groups[1].Value).Distinct()
        where other != module && Table.ContainsKey(other) && !known.Contains(other)
        select $"{file.Path}: {module} may not know {other}";

    /// <summary>What a module may know: its own line and the lines of those it names.</summary>
    private static HashSet<string> Known(Dictionary<string, Row> table, string module, bool inDomain)
    {
        var known = new HashSet<string>();
        var open = new Stack<string>(table[module].Of(inDomain));
        while (open.TryPop(out var next))
        {
            if (known.Add(next) && table.TryGetValue(next, out var row))
            {
                foreach (var further in row.MayKnow)
                {
                    open.Push(further);
                }
            }
        }

        return known;
    }

    private static IEnumerable<string> Circles(Dictionary<string, Row> table, bool inDomain) =>
        table.Keys.Where(module => Known(table, module, inDomain).Contains(module)).Order();

    private static Dictionary<string, Row> ReadTable(string page) =>
        Line().Matches(page).ToDictionary(
            m => m.Groups["module"].Value,
            m =>
            {
                var parts = m.Groups["knows"].Value.Split(';');
                return new Row(Names(parts[0]), parts.Length > 1 ? Names(parts[1].Replace("in Infrastructure also", "", StringComparison.Ordinal)) : []);
            });

    private static string[] Names(string list) => [.. list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(n => n != "–")];

    private static IEnumerable<string> Folders(string project) =>
        Directory.EnumerateDirectories(Path.Combine(SourceTree.Root, project)).Select(f => Path.GetFileName(f)!).Where(f => f is not ("bin" or "obj"));

    private sealed record Row(string[] MayKnow, string[] InInfrastructureAlso)
    {
        public IEnumerable<string> Of(bool inDomain) => inDomain ? MayKnow : MayKnow.Concat(InInfrastructureAlso);
    }

    [GeneratedRegex(@"\bHallSuite\.(?:Domain|Infrastructure)\.(\w+)")]
    private static partial Regex Mentioned();

    [GeneratedRegex(@"^\| (?<module>[A-Z]\w+) \| (?<knows>[^|]+) \|", RegexOptions.Multiline)]
    private static partial Regex Line();
}
