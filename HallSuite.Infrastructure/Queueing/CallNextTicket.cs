using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Infrastructure.Platform.Work;

namespace HallSuite.Infrastructure.Queueing;

/// <summary>A ticket that was just called to a window, and why it was this one's turn.</summary>
/// <param name="Lane">The prefix of the lane it queued in; that of the number stays after a transfer.</param>
public sealed record CalledTicket(TicketId Id, string Number, string Lane, DateTimeOffset CalledAt, CallReason Reason);

/// <summary>
/// Calls the next ticket to an open window (DOMAIN §4). Refuses when the window is not open (<c>window.wrong-state</c>), is not the clerk's
/// (<c>window.no-seat</c>, <c>window.other-seat</c>), still has a ticket (<c>window.busy</c>), or nobody waits whom it serves
/// (<c>queue.nobody-waits</c>).
/// </summary>
public sealed class CallNextTicket(HallWork works, ClerkDesk desk, NextTickets next, WindowTickets tickets)
{
    public sealed record Command(HallId Hall, int Window);

    public Task<Result<CalledTicket>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var order = new WorkOrder(nameof(CallNextTicket), Permission.CallTickets, command.Hall, Streams.Queue(command.Hall), $"window {command.Window}");
        return works.RunAsync<CalledTicket>(order, actor, (work, token) => CallAsync(work, command, token), cancel);
    }

    private async Task<Result<CalledTicket>> CallAsync(WorkUnit work, Command command, CancellationToken cancel)
    {
        if (await next.WindowAsync(work.Db, command.Hall, command.Window, work.Actor, cancel) is not { } window)
        {
            return HallErrors.WindowUnknown;
        }

        if (await CheckAsync(work, command.Hall, window, cancel) is { Error: { } notNow })
        {
            return notNow;
        }

        if (await next.FindAsync(work.Db, window, work.Now, cancel) is not { } chosen)
        {
            return QueueErrors.NobodyWaits;
        }

        var ticket = chosen.Ticket;
        work.Db.Attach(ticket);
        if (ticket.Call(window.Id, window.Number, work.Now) is { Error: { } refused })
        {
            return refused;
        }

        work.Db.Add(CallEntry.Of(ticket, window.LastCall + 1, window.Number, window.Floor, work.Now, chosen.Reason));
        work.Subject = ticket.Text;
        work.Detail = $"window {window.Number}, {chosen.Reason}";
        return new CalledTicket(ticket.Id, ticket.Text, window.Prefixes[ticket.Lane], work.Now, chosen.Reason);
    }

    private async Task<Result> CheckAsync(WorkUnit work, HallId hall, CallingWindow window, CancellationToken cancel)
    {
        if (window.State != WindowState.Open)
        {
            return HallErrors.WindowWrongState(window.State, WindowAct.Call);
        }

        if (!IsSeated(work.Actor, window) && await desk.CheckSeatAsync(work, hall, window.Number, cancel) is { Error: { } elsewhere })
        {
            return elsewhere;
        }

        return window.Busy is null ? Result.Ok : await tickets.CheckFreeAsync(work.Db, window.Id, cancel);
    }

    /// <summary>Whether the actor evidently sits at the window; otherwise the desk says where they do.</summary>
    private static bool IsSeated(Actor actor, CallingWindow window) => actor.Kind switch
    {
        ActorKind.Staff => window.Clerk == new StaffId(actor.Id),
        ActorKind.Device => window.DeviceWindow is null || window.DeviceWindow == window.Number,
        ActorKind.System => true,
        ActorKind.Visitor => false,
    };
}
