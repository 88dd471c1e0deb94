using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Queueing;

/// <summary>
/// A held person is back and is served at a window without queueing again. The window must be the clerk's own (<c>window.other-seat</c>), open
/// (<c>window.wrong-state</c>) and free (<c>window.busy</c>).
/// </summary>
public sealed class ResumeTicket(HallWork works, ClerkDesk desk, WindowTickets tickets)
{
    public sealed record Command(HallId Hall, TicketId Ticket, int Window);

    public Task<Result<TicketAnswer>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var order = new WorkOrder(nameof(ResumeTicket), Permission.CallTickets, command.Hall, Streams.Queue(command.Hall));
        return works.RunAsync<TicketAnswer>(order, actor, async (work, token) =>
        {
            if (!(await desk.TakeUpAsync(work, command.Hall, command.Ticket, token)).TryGet(out var hand, out var refusal))
            {
                return refusal;
            }

            if (await work.Db.Set<ServiceWindow>().AsNoTracking().SingleOrDefaultAsync(w => w.Hall == command.Hall && w.Number == command.Window, token)
                is not { } window)
            {
                return HallErrors.WindowUnknown;
            }

            if (await desk.CheckSeatAsync(work, command.Hall, command.Window, token) is { Error: { } elsewhere })
            {
                return elsewhere;
            }

            if (window.CheckOpen() is { Error: { } closed })
            {
                return closed;
            }

            var ticket = hand.Ticket;
            if (ticket.State == TicketState.Held && await tickets.CheckFreeAsync(work.Db, window.Id, token) is { Error: { } busy })
            {
                return busy;
            }

            if (ticket.Resume(window.Id, window.Number, work.Now, window.Clerk) is { Error: { } refused })
            {
                return refused;
            }

            work.Detail = $"window {window.Number}";
            return TicketAnswer.Of(ticket, hand.Lane);
        }, cancel);
    }
}
