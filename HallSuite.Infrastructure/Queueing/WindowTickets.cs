using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Queueing;

/// <summary>The tickets that a window has in hand or that wait for it alone.</summary>
public sealed class WindowTickets
{
    private readonly Func<HallDbContext, WindowId, CancellationToken, Task<Ticket?>> atWindow = EF.CompileAsyncQuery(
        (HallDbContext db, WindowId window, CancellationToken _) => db.Set<Ticket>().AsNoTracking()
            .FirstOrDefault(t => t.Window == window && (t.State == TicketState.Called || t.State == TicketState.Serving)));

    private readonly Func<HallDbContext, WindowId, IAsyncEnumerable<Ticket>> reserved = EF.CompileAsyncQuery(
        (HallDbContext db, WindowId window) => db.Set<Ticket>().Where(t => t.ReservedWindow == window && t.State == TicketState.Waiting));

    /// <summary>The number called or served at the window; null when it is free.</summary>
    internal async Task<string?> NumberAtAsync(HallDbContext db, WindowId window, CancellationToken cancel) => (await atWindow(db, window, cancel))?.Text;

    /// <summary><c>window.busy</c> while a ticket is called or served there.</summary>
    internal async Task<Result> CheckFreeAsync(HallDbContext db, WindowId window, CancellationToken cancel) =>
        await NumberAtAsync(db, window, cancel) is { } number ? HallErrors.WindowBusy(number) : Result.Ok;

    /// <summary>Closes a free window and lets every other one call those who were sent to it.</summary>
    internal async Task<Result> CloseAsync(WorkUnit work, ServiceWindow window, CancellationToken cancel)
    {
        if (await CheckFreeAsync(work.Db, window.Id, cancel) is { Error: { } busy })
        {
            return busy;
        }

        if (window.Close(work.Now) is { Error: { } refused })
        {
            return refused;
        }

        await ReleaseAsync(work, window.Id, window.Number, cancel);
        return Result.Ok;
    }

    /// <summary>Lets every window call those who were sent to this one alone; the audit log names them.</summary>
    internal Task ReleaseAsync(WorkUnit work, WindowId window, int number, CancellationToken cancel) => ReleaseAsync(work, window, number, _ => true, cancel);

    /// <summary>The same for those who wait in a lane that the window does not serve (any more).</summary>
    internal Task ReleaseUnservedAsync(WorkUnit work, ServiceWindow window, CancellationToken cancel) =>
        ReleaseAsync(work, window.Id, window.Number, ticket => !window.Serves(ticket.Lane), cancel);

    private async Task ReleaseAsync(WorkUnit work, WindowId window, int number, Func<Ticket, bool> which, CancellationToken cancel)
    {
        await foreach (var ticket in reserved(work.Db, window).WithCancellation(cancel))
        {
            if (!which(ticket))
            {
                continue;
            }

            if (ticket.Release() is { Error: { } refused })
            {
                throw new InvalidOperationException($"A reserved waiting ticket can be released, yet: {refused}");
            }

            work.Note("ReleaseTicket", ticket.Text, $"window {number}");
        }
    }
}
