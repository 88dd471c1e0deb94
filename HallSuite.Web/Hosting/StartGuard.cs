using System.Net.Sockets;
using HallSuite.Infrastructure.Platform.Settings;
using Microsoft.AspNetCore.Connections;

namespace HallSuite.Web.Hosting;

/// <summary>Ends the program with clear lines on stderr and exit code 1 where whoever started it can mend the fault; a bug keeps its stack trace.</summary>
internal static class StartGuard
{
    public static async Task<int> RunAsync(Func<Task<int>> program)
    {
        try
        {
            return await program();
        }
        catch (Exception fault) when (LinesOf(fault) is { } lines)
        {
            foreach (var line in lines)
            {
                await Console.Error.WriteLineAsync(line);
            }

            return 1;
        }
    }

    private static IReadOnlyList<string>? LinesOf(Exception fault) => fault switch
    {
        IOException { InnerException: AddressInUseException } => [fault.Message],
        SocketException => [$"The address cannot be listened on: {fault.Message}."],
        _ => StartFaults.Explain(fault),
    };
}
