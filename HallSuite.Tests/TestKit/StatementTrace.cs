using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HallSuite.Tests.TestKit;

/// <summary>A statement as it was sent, with its values.</summary>
public sealed record TracedStatement(string Sql, IReadOnlyList<(string Name, object? Value)> Values);

/// <summary>Hears the statements that EF Core sends to one database, until disposed.</summary>
public sealed class StatementTrace : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly string dataSource;
    private readonly ConcurrentQueue<TracedStatement> heard = [];
    private readonly ConcurrentBag<IDisposable> subscriptions = [];

    public StatementTrace(TestDatabase database)
    {
        dataSource = new DbConnectionStringBuilder { ConnectionString = database.ConnectionString } is var parts && parts.TryGetValue("Database", out var name)
            ? (string)name
            : (string)parts["Data Source"];
        subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public IReadOnlyList<TracedStatement> Statements => [.. heard];

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
        {
            subscriptions.Add(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == RelationalEventId.CommandExecuting.Name && value.Value is CommandEventData { Command: { Connection: { } connection } command }
            && (connection.DataSource == dataSource || connection.Database == dataSource))
        {
            heard.Enqueue(new TracedStatement(command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(p => (p.ParameterName, p.Value))]));
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
