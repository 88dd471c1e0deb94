using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Approval;
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
        var start = new ProcessStartInfo("dotnet", [typeof(KilledAct).Assembly.Location]) { RedirectStandardOutput = true, WorkingDirectory = database.Folder };
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

    /// <summary>What the process of its own does: the act, held for ever once it comes to the point. It ends only where it never came there, and tells why.</summary>
    internal async Task<int> ActAsync()
    {
        await using var node = TestHall.Build(Provider, Connection, Folder, new() { ["Clock:Start"] = Now.ToString("O") });
        var (seen, actor) = (new SeenCase(new CaseId(Case), Events), Actor.Staff(new StaffId(Staff), "192.0.2.7"));
        using var watch = DiagnosticListener.AllListeners.Subscribe(new Watcher(this));
        var done =
            Act == CaseAct.Approve ? await node.Get<ApproveCase>().ExecuteAsync(new(seen, ""), actor, CancellationToken.None)
            : Act == CaseAct.Issue ? await node.Get<IssueResult>().ExecuteAsync(new(seen, DateOnly.FromDateTime(Now.UtcDateTime.AddHours(8))), actor, CancellationToken.None)
            : await node.Get<DeliverResult>().ExecuteAsync(new(seen, CaseOffice.AtCounter), actor, CancellationToken.None);
        await Console.Out.WriteLineAsync($"It went past {Point}: {done.Error}");
        return 1;
    }

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
