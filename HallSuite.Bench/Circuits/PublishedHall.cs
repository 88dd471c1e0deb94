using System.Diagnostics;

namespace HallSuite.Bench.Circuits;

/// <summary>The folder that a hall installs: <c>dotnet publish</c> of the sources this program was built from. Only there are scripts and styles pressed.</summary>
internal static class PublishedHall
{
    public static async Task<string> PublishAsync()
    {
        var target = Directory.CreateTempSubdirectory("hall-published-").FullName;
        var start = new ProcessStartInfo("dotnet", ["publish", "HallSuite.Web", "-c", "Release", "-o", target, "-v", "q"])
        {
            WorkingDirectory = Root(),
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? target : throw new InvalidOperationException($"Publishing failed:\n{said}");
    }

    private static string Root()
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
