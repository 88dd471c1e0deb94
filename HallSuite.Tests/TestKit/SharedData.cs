namespace HallSuite.Tests.TestKit;

/// <summary>Real-world test data that lies in a folder <c>shared/data</c> beside the repository; where it is absent, the test is skipped visibly.</summary>
public static class SharedData
{
    public static string Path(params string[] parts)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var data = System.IO.Path.Combine([folder.FullName, "shared", "data", .. parts]);
            if (File.Exists(data))
                return data;
        }

        Assert.Skip($"No shared/data/{string.Join('/', parts)} beside the repository.");
        return "";
    }

    public static string[] Lines(params string[] parts) => File.ReadAllLines(Path(parts));
}
