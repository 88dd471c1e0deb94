using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Clock;
using HallSuite.Infrastructure.Platform.Live;
using HallSuite.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace HallSuite.Infrastructure.Platform.Work;

/// <summary>
/// The one way to change anything (DESIGN §3): permission and scope, transaction, the stream's counter row, the body, one save
/// with versions, audit, feed and outbox, commit, wake. A refusal is a value and leaves nothing behind; an exception is a bug,
/// except that a database which cannot take the change now is told as <see cref="ErrorKind.Unavailable"/>.
/// </summary>
public sealed class HallWork
{
    private readonly IDbContextFactory<HallDbContext> contexts;
    private readonly DatabaseDialect dialect;
    private readonly Access access;
    private readonly HallClock clock;
    private readonly TopicMaps maps;
    private readonly FeedWake wake;
    private readonly ILogger<HallWork> log;

    // SQLite has one writer. Waiting here is fair; waiting in the database (busy timeout) is not.
    private readonly SemaphoreSlim? writer;

    internal HallWork(
        IDbContextFactory<HallDbContext> contexts, DatabaseDialect dialect, Access access, HallClock clock, TopicMaps maps, FeedWake wake, ILogger<HallWork> log)
        : this(contexts, dialect, access, clock, maps, wake, log, dialect.Provider == DatabaseProvider.Sqlite ? new SemaphoreSlim(1, 1) : null)
    {
    }

    private HallWork(
        IDbContextFactory<HallDbContext> contexts, DatabaseDialect dialect, Access access, HallClock clock, TopicMaps maps, FeedWake wake, ILogger<HallWork> log,
        SemaphoreSlim? writer) =>
        (this.contexts, this.dialect, this.access, this.clock, this.maps, this.wake, this.log, this.writer) = (contexts, dialect, access, clock, maps, wake, log, writer);

    /// <summary>
    /// The same way to change things, in which it is as late as another clock says: for telling what happened before. Whoever may do it is read at the real
    /// time, and both take turns at the database.
    /// </summary>
    internal HallWork By(HallClock other) => new(contexts, dialect, access, other, maps, wake, log, writer);

    /// <summary>Runs an operation without an answer of its own.</summary>
    public async Task<Result> RunAsync(WorkOrder order, Actor actor, Func<WorkUnit, CancellationToken, Task<Result>> body, CancellationToken cancel)
    {
        var done = await RunAsync<bool>(order, actor, async (work, token) => (await body(work, token)) is { Error: { } refusal } ? refusal : true, cancel);
        return done.Error is { } error ? error : Result.Ok;
    }

    /// <summary>Runs an operation. The body loads, lets the domain decide and changes; it neither saves nor commits.</summary>
    public async Task<Result<T>> RunAsync<T>(WorkOrder order, Actor actor, Func<WorkUnit, CancellationToken, Task<Result<T>>> body, CancellationToken cancel)
    {
        var begun = false;
        Task<Result<T>> BeginAsync(WorkUnit work, CancellationToken token)
        {
            begun = true;
            return body(work, token);
        }

        try
        {
            try
            {
                return await RunCoreAsync(order, actor, BeginAsync, cancel);
            }
            catch (Exception fault) when (!begun && DatabaseDialect.IsStale(fault))
            {
                // The pool gave a connection from before a restart or a read-only time of the database. Nothing was begun, so a new one may try.
                await ForgetConnectionsAsync();
                return await RunCoreAsync(order, actor, BeginAsync, cancel);
            }
        }
        catch (DbUpdateConcurrencyException)
        {
            return WorkErrors.ChangedElsewhere;
        }
        catch (Exception fault) when (DatabaseDialect.IsUniqueViolation(fault))
        {
            // Bodies check for duplicates first; this is two at the same instant on different streams.
            log.LogInformation("{Operation} met a row with the same key", order.Operation);
            return WorkErrors.Duplicate;
        }
        catch (Exception fault) when (DatabaseDialect.Outage(fault) is { } outage)
        {
            log.LogError(fault, "{Operation} could not be saved: {Error}", order.Operation, outage.Code);
            await ForgetConnectionsAsync();
            return outage;
        }
    }

    private async Task ForgetConnectionsAsync()
    {
        await using var db = await contexts.CreateDbContextAsync(CancellationToken.None);
        DatabaseDialect.ForgetConnections(db);
    }

    private async Task<Result<T>> RunCoreAsync<T>(WorkOrder order, Actor actor, Func<WorkUnit, CancellationToken, Task<Result<T>>> body, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);

        // There is one save and no second try inside the transaction: a savepoint would only be two more journeys to the server.
        db.Database.AutoSavepointsEnabled = false;
        await db.Database.OpenConnectionAsync(cancel);
        if (await access.RefusalAsync(db, actor, order.Permission, order.Scope, cancel) is { } denied)
        {
            log.LogInformation("{Operation} refused: {Error}", order.Operation, denied.Code);
            return denied;
        }

        using var turn = await WriterTurnAsync(cancel);
        Result<T> result;
        await using (var transaction = await db.Database.BeginTransactionAsync(cancel))
        {
            var seq = await dialect.NextSeqAsync(db, order.Stream, cancel);
            if (actor.Once is { } asked && await OnceAnswers.FindAsync<T>(db, order, actor, asked, cancel) is { } before)
            {
                return before;
            }

            var work = new WorkUnit(db, order, actor, clock.Now, seq, maps);
            db.Work = work;
            try
            {
                result = await body(work, cancel);
                if (result.IsOk)
                {
                    if (actor.Once is { } once)
                    {
                        OnceAnswers.Keep(work, once, result);
                    }

                    await db.SaveChangesAsync(cancel);
                    await transaction.CommitAsync(CancellationToken.None);
                }
            }
            finally
            {
                db.Work = null;
            }
        }

        if (result.IsOk)
        {
            wake.Signal();
        }
        else
        {
            log.LogInformation("{Operation} refused: {Error}", order.Operation, result.Error.Code);
            if (actor.Once is { } once)
            {
                await OnceAnswers.KeepRefusalAsync(contexts, order, actor, once, result.Error, clock.Now, cancel);
            }
        }

        return result;
    }

    private async ValueTask<Turn> WriterTurnAsync(CancellationToken cancel)
    {
        if (writer is not null)
        {
            await writer.WaitAsync(cancel);
        }

        return new Turn(writer);
    }

    private readonly struct Turn(SemaphoreSlim? writer) : IDisposable
    {
        public void Dispose() => writer?.Release();
    }
}
