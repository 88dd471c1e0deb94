using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Infrastructure.Platform.Work;

namespace HallSuite.Infrastructure.Queueing;

/// <summary>Service is over; the window is free. Refused unless the ticket is being served (<c>ticket.wrong-state</c>) at this window (<c>ticket.taken-by-other</c>).</summary>
public sealed class FinishTicket(HallWork works, ClerkDesk desk, LaneDays days)
{
    public sealed record Command(HallId Hall, TicketId Ticket);

    public Task<Result<TicketAnswer>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var order = new WorkOrder(nameof(FinishTicket), Permission.CallTickets, command.Hall, Streams.Queue(command.Hall));
        return works.RunAsync<TicketAnswer>(order, actor, async (work, token) =>
        {
            if (!(await desk.TakeUpAsync(work, command.Hall, command.Ticket, token)).TryGet(out var hand, out var refusal))
            {
                return refusal;
            }

            var ticket = hand.Ticket;
            if (ticket.Finish(work.Now) is { Error: { } refused })
            {
                return refused;
            }

            // A served ticket was called before, so its wait is known.
            (await days.OfAsync(work.Db, ticket, token)).CountServed(ticket.Wait!.Value, ticket.ServiceSeconds);
            return TicketAnswer.Of(ticket, hand.Lane);
        }, cancel);
    }
}
