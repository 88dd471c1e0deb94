using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Infrastructure.Platform.Work;

namespace HallSuite.Infrastructure.Queueing;

/// <summary>Sends the person off for a moment, so that the window can call the next one. Refused unless the ticket is called or served (<c>ticket.wrong-state</c>) at this window (<c>ticket.taken-by-other</c>).</summary>
public sealed class HoldTicket(HallWork works, ClerkDesk desk)
{
    public sealed record Command(HallId Hall, TicketId Ticket);

    public Task<Result<TicketAnswer>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var order = new WorkOrder(nameof(HoldTicket), Permission.CallTickets, command.Hall, Streams.Queue(command.Hall));
        return works.RunAsync<TicketAnswer>(order, actor, async (work, token) =>
        {
            if (!(await desk.TakeUpAsync(work, command.Hall, command.Ticket, token)).TryGet(out var hand, out var refusal))
            {
                return refusal;
            }

            var ticket = hand.Ticket;
            if (ticket.Hold(work.Now) is { Error: { } refused })
            {
                return refused;
            }

            return TicketAnswer.Of(ticket, hand.Lane);
        }, cancel);
    }
}
