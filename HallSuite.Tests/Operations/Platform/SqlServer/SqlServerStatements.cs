using System.Collections;
using System.Data;
using System.Data.Common;
using System.Linq.Expressions;
using HallSuite.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;

namespace HallSuite.Tests.Operations.Platform.SqlServer;

/// <summary>
/// Notes every query that is compiled on the database it listens to, once each. SQL that was written by hand for one database is not
/// among them: each dialect has its own, and its own test.
/// </summary>
internal sealed class QueryCollector : DbCommandInterceptor, IQueryExpressionInterceptor
{
    private int commands;

    private readonly HashSet<Expression> queries = new(ExpressionEqualityComparer.Instance);

    /// <summary>How many readers were asked for so far, of whatever query.</summary>
    public int Commands => Volatile.Read(ref commands);

    public IReadOnlyCollection<Expression> Queries
    {
        get
        {
            lock (queries)
            {
                return [.. queries];
            }
        }
    }

    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData)
    {
        var byHand = new ByHand();
        byHand.Visit(queryExpression);
        if (!byHand.Found)
        {
            lock (queries)
            {
                queries.Add(queryExpression);
            }
        }

        return queryExpression;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref commands);
        return new(result);
    }

    private sealed class ByHand : ExpressionVisitor
    {
        public bool Found { get; private set; }

        protected override Expression VisitExtension(Expression node)
        {
            Found |= node is QueryRootExpression && node.GetType() != typeof(EntityQueryRootExpression);
            return base.VisitExtension(node);
        }
    }
}

/// <summary>What EF would send to SQL Server, caught before it is sent: no server is needed, and none is asked.</summary>
internal sealed class SqlServerStatements : DbCommandInterceptor, IDbConnectionInterceptor, IDbTransactionInterceptor
{
    private readonly List<string> sent = [];

    public IReadOnlyList<string> Sent => sent;

    /// <summary>A context whose statements end up here; it saves without HallWork.</summary>
    public SqlServerHallDbContext NewContext() => new(new DbContextOptionsBuilder<SqlServerHallDbContext>()
        .UseSqlServer("Server=none", o => o.UseCompatibilityLevel(150)).AddInterceptors(this).Options);

    /// <summary>Translates a query that was compiled for another database; the statements, or an exception when SQL Server cannot do it.</summary>
    public IReadOnlyList<string> Translate(Expression query)
    {
        using var db = NewContext();
        var before = sent.Count;
        var moved = new ForThisModel(db).Visit(query);
        var answer = moved.Type.GetInterfaces().Append(moved.Type).FirstOrDefault(t => t.IsGenericType && t.GetGenericTypeDefinition() == typeof(IQueryable<>)) is { } sequence
            ? typeof(IEnumerable<>).MakeGenericType(sequence.GetGenericArguments())
            : moved.Type;
        try
        {
            var result = typeof(IQueryProvider).GetMethods().Single(m => m is { Name: nameof(IQueryProvider.Execute), IsGenericMethod: true })
                .MakeGenericMethod(answer).Invoke(db.GetService<IAsyncQueryProvider>(), [moved]);
            foreach (var row in result is IEnumerable rows and not string ? rows : Array.Empty<object>())
            {
                Assert.Fail($"There is no server, and yet there is a row: {row}");
            }
        }
        catch (System.Reflection.TargetInvocationException) when (sent.Count > before)
        {
            // The statement was sent; that it gives no row is no fault of the translation.
        }
        catch (InvalidOperationException) when (sent.Count > before)
        {
            // The first statement of a split query was sent, and misses its columns.
        }

        return sent[before..];
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        sent.Add(command.CommandText);
        return InterceptionResult<DbDataReader>.SuppressWithResult(new DataTableReader(new DataTable()));
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
        new(ReaderExecuting(command, eventData, result));

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        sent.Add(command.CommandText);
        return InterceptionResult<int>.SuppressWithResult(1);
    }

    public InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => InterceptionResult.Suppress();

    public ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) => new(InterceptionResult.Suppress());

    public InterceptionResult<DbTransaction> TransactionStarting(DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result) =>
        InterceptionResult<DbTransaction>.SuppressWithResult(new NoTransaction(connection));

    /// <summary>Puts the roots of this model in place of another's, and a value in place of each parameter.</summary>
    private sealed class ForThisModel(SqlServerHallDbContext db) : ExpressionVisitor
    {
        protected override Expression VisitExtension(Expression node) => node switch
        {
            EntityQueryRootExpression root => new EntityQueryRootExpression(db.GetService<IAsyncQueryProvider>(), db.Model.FindEntityType(root.EntityType.Name)!),
            QueryParameterExpression parameter => Expression.Field(
                Expression.Constant(Activator.CreateInstance(typeof(Holder<>).MakeGenericType(parameter.Type), SampleValues.Of(parameter.Type))), "Value"),
            _ => base.VisitExtension(node),
        };
    }

    private sealed class Holder<T>(T value)
    {
        // A field of an object is what a captured variable is, so EF makes a parameter of it again.
        public T Value = value;
    }

    private sealed class NoTransaction(DbConnection connection) : DbTransaction
    {
        public override IsolationLevel IsolationLevel => IsolationLevel.ReadCommitted;

        protected override DbConnection DbConnection => connection;

        public override void Commit()
        {
        }

        public override void Rollback()
        {
        }
    }
}
