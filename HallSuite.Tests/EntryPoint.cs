using HallSuite.Tests.Operations.Certificates;
using Xunit.Runner.InProc.SystemConsole;

namespace HallSuite.Tests;

/// <summary>Runs tests, or the one act that a test started this process for and kills: looking for thousands of tests first takes longer than the act.</summary>
internal static class EntryPoint
{
    public static Task<int> Main(string[] args) => KilledAct.Here is { } order ? order.ActAsync() : ConsoleRunner.Run(args);
}
