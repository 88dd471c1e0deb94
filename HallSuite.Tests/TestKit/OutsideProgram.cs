using System.ComponentModel;
using System.Diagnostics;

namespace HallSuite.Tests.TestKit;

/// <summary>Programs of others that judge what we made: pdftotext, pdfsig, qpdf. Where one is absent the test is skipped visibly; with <c>CI=true</c> it fails.</summary>
public static class OutsideProgram
{
    /// <summary>Runs a program to its end.</summary>
    /// <returns>Its exit code and what it answered; where it failed, its complaint too.</returns>
    public static async Task<(int Code, string Text)> RunAsync(string program, params string[] arguments)
    {
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(program, arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardOutputEncoding = System.Text.Encoding.UTF8,
            },
        };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", $"CI has all programs: {program} is not there.");
            Assert.Skip($"The program {program} is not installed.");
        }

        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var text = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        var complaint = await errors;
        return (process.ExitCode, process.ExitCode == 0 ? text : text + complaint);
    }

    /// <summary>Gives a program a file that lives as long as it runs: <c>{file}</c> among the arguments stands for it.</summary>
    public static async Task<(int Code, string Text)> RunOnAsync(string program, byte[] file, params string[] arguments)
    {
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(path, file, TestContext.Current.CancellationToken);
            return await RunAsync(program, [.. arguments.Select(a => a == "{file}" ? path : a)]);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
