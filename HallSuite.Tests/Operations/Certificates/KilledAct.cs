using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Tests.Operations.Cases;
using HallSuite.Tests.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HallSuite.Tests.Operations.Certificates;

/// <summary>Where in an act the program is killed.</summary>
public enum KillPoint
{
    /// <summary>The number of the paper is drawn, nothing is saved.</summary>
    NumberDrawn,

    /// <summary>Everything is saved, nothing is committed.</summary>
    BeforeCommit,

    /// <summary>The database has it; nobody was told and nothing is signed.</summary>
    AfterCommit,
}

/// <summary>One act on a case in a process of its own, which stops at a point of the act and is killed there as by a power cut (SIGKILL).</summary>
public sealed record KilledAct(
    DatabaseProvider Provider, string Connection, string Folder, DateTimeOffset Now, CaseAct Act, Guid Case, int Events, Guid Staff, KillPoint Point, string Mark)
{
    private const string Variable = "HALL_KILLED_ACT";

    // It compiles everything anew, and on a busy machine it does so among many.
    private static readonly TimeSpan ColdStart = TimeSpan.FromMinutes(3);

    /// <summary>What this process was started for; null for one that runs tests.</summary>
    internal static KilledAct? Here => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text ? JsonSerializer.Deserialize<KilledAct>(text) : null;

    /// <summary>Starts the act, waits until it has come to the point, and kills it.</summary>
    internal static async Task RunAsync(CaseOffice office, CaseAct act, SeenCase seen, Actor actor, KillPoint point)
    {
        var database = office.Node.Database;
        var mark = Path.Combine(database.Folder, $"stopped-{Guid.NewGuid():N}");
        var order = new KilledAct(
            database.Provider, database.ConnectionString, database.Folder, office.Node.Clock.Now, act, seen.Case.Value, seen.Events, actor.Id, point, mark);
        var start = new ProcessStartInfo(
            "dotnet", [typeof(KilledAct).Assembly.Location, "-explicit", "only", "-method", $"{typeof(KilledActProcess).FullName}.{nameof(KilledActProcess.Acts)}"])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = database.Folder,
        };
        start.Environment[Variable] = JsonSerializer.Serialize(order);
        using var process = Process.Start(start)!;
        var said = new ConcurrentQueue<string?>();
        process.OutputDataReceived += (_, line) => said.Enqueue(line.Data);
        process.BeginOutputReadLine();
        await Eventually.HoldsAsync(() => Task.FromResult(File.Exists(mark) || process.HasExited), ColdStart);
        Assert.False(process.HasExited, $"{act} ended before {point}: {string.Join('\n', said)}");
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Holds this process for ever once the act comes to the point.</summary>
    internal IDisposable Watch() => DiagnosticListener.AllListeners.Subscribe(new Watcher(this));

    private sealed class Watcher(KilledAct order) : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
    {
        private bool drawn;

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name)
            {
                value.Subscribe(this);
            }
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value is { Value: CommandEventData { Command: var command } } && value.Key == RelationalEventId.CommandExecuting.Name)
            {
                Reach(KillPoint.NumberDrawn, drawn);
                drawn |= command.CommandText.Contains("DocumentSeries", StringComparison.Ordinal) && command.Parameters.Cast<System.Data.Common.DbParameter>()
                    .Any(p => p.Value is string series && series.EndsWith("〔2026〕", StringComparison.Ordinal));
            }

            Reach(KillPoint.BeforeCommit, value.Key == RelationalEventId.TransactionCommitting.Name);
            Reach(KillPoint.AfterCommit, value.Key == RelationalEventId.TransactionCommitted.Name);
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        private void Reach(KillPoint point, bool reached)
        {
            if (!reached || point != order.Point)
            {
                return;
            }

            File.WriteAllText(order.Mark, "");
            using var never = new ManualResetEventSlim();
            never.Wait(CancellationToken.None);
        }
    }
}
