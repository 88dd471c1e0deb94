using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HallSuite.Bench.Cases;

/// <summary>What each statement takes until its rows are read, from now on until disposed. EF looks once a second whether anyone listens.</summary>
internal sealed class StatementTimes : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly ConcurrentBag<IDisposable> subscriptions = [];
    private readonly ConcurrentDictionary<string, (int Times, double Milliseconds)> heard = [];

    private StatementTimes()
    {
    }

    public static async Task<StatementTimes> ListenAsync()
    {
        var times = new StatementTimes();
        times.subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(times));
        await Task.Delay(TimeSpan.FromSeconds(1.1));
        return times;
    }

    /// <summary>Writes the dearest ones.</summary>
    public void Tell(int reads)
    {
        foreach (var (sql, (times, milliseconds)) in heard.OrderByDescending(h => h.Value.Milliseconds).Take(6))
        {
            Console.WriteLine(FormattableString.Invariant($"{milliseconds / times,10:F2} ms, {(double)times / reads:F1} a page: {sql.ReplaceLineEndings(" ")}"));
        }
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
        {
            subscriptions.Add(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == RelationalEventId.DataReaderDisposing.Name && value.Value is DataReaderDisposingEventData done)
        {
            heard.AddOrUpdate(done.Command.CommandText, _ => (1, done.Duration.TotalMilliseconds), (_, so) => (so.Times + 1, so.Milliseconds + done.Duration.TotalMilliseconds));
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        foreach (var subscription in subscriptions)
        {
            subscription.Dispose();
        }
    }
}
