namespace HallSuite.Tests.TestKit;

/// <summary>The sources of the program, for tests that read them.</summary>
public static class SourceTree
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The files of a project with one of the endings, without what the build makes. Paths are relative to the root.</summary>
    public static IEnumerable<(string Path, string Text)> Files(string project, params string[] endings) =>
        from path in Directory.EnumerateFiles(Path.Combine(Root, project), "*", SearchOption.AllDirectories)
        let relative = Path.GetRelativePath(Root, path)
        where Array.Exists(endings, e => relative.EndsWith(e, StringComparison.Ordinal))
        where !relative.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj")
        orderby relative
        select (relative, File.ReadAllText(path));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "HallSuite.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("HallSuite.sln");
    }
}
