using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Queueing;

/// <summary>A ticket that was just called to a window, and why it was this one's turn.</summary>
public sealed record CalledTicket(TicketId Id, string Number, string Lane, DateTimeOffset CalledAt, CallReason Reason);

/// <summary>
/// Calls the next ticket to an open window (DOMAIN §4). Refuses when the window is not open (<c>window.wrong-state</c>), still has a
/// ticket (<c>window.busy</c>), or nobody waits whom it serves (<c>queue.nobody-waits</c>).
/// </summary>
public sealed class CallNextTicket(HallWork works, ClerkDesk desk, NextTickets next, WindowTickets tickets, CallLog calls)
{
    public sealed record Command(HallId Hall, int Window);

    public Task<Result<CalledTicket>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var order = new WorkOrder(nameof(CallNextTicket), Permission.CallTickets, command.Hall, Streams.Queue(command.Hall), $"window {command.Window}");
        return works.RunAsync<CalledTicket>(order, actor, (work, token) => CallAsync(work, command, token), cancel);
    }

    private async Task<Result<CalledTicket>> CallAsync(WorkUnit work, Command command, CancellationToken cancel)
    {
        var db = work.Db;
        var window = await db.Set<ServiceWindow>().AsNoTracking().SingleOrDefaultAsync(w => w.Hall == command.Hall && w.Number == command.Window, cancel);
        if (window is null)
        {
            return HallErrors.WindowUnknown;
        }

        if (window.CheckOpen() is { Error: { } closed })
        {
            return closed;
        }

        if (await desk.CheckSeatAsync(work, command.Hall, command.Window, cancel) is { Error: { } elsewhere })
        {
            return elsewhere;
        }

        if (await tickets.CheckFreeAsync(db, window.Id, cancel) is { Error: { } busy })
        {
            return busy;
        }

        var policy = await db.Set<ServiceHall>().Where(h => h.Id == command.Hall).Select(h => h.Policy).SingleAsync(cancel);
        if (await next.FindAsync(db, window, work.Now, TimeSpan.FromMinutes(policy.AgeingMinutes), cancel) is not { } chosen)
        {
            return QueueErrors.NobodyWaits;
        }

        var ticket = chosen.Ticket;
        if (ticket.Call(window.Id, window.Number, work.Now) is { Error: { } refused })
        {
            return refused;
        }

        db.Add(CallEntry.Of(ticket, await calls.NextSeqAsync(db, command.Hall, cancel), window.Number, window.Floor, work.Now, chosen.Reason));
        work.Subject = ticket.Text;
        work.Detail = $"window {window.Number}, {chosen.Reason}";
        return new CalledTicket(ticket.Id, ticket.Text, ticket.Prefix, work.Now, chosen.Reason);
    }
}
