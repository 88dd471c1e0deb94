using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Infrastructure.Platform.Work;

namespace HallSuite.Infrastructure.Queueing;

/// <summary>The called person has come: service begins. Refused unless the ticket is called (<c>ticket.wrong-state</c>) to this window (<c>ticket.taken-by-other</c>).</summary>
public sealed class ServeTicket(HallWork works, ClerkDesk desk)
{
    public sealed record Command(HallId Hall, TicketId Ticket);

    public Task<Result<TicketAnswer>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var order = new WorkOrder(nameof(ServeTicket), Permission.CallTickets, command.Hall, Streams.Queue(command.Hall));
        return works.RunAsync<TicketAnswer>(order, actor, async (work, token) =>
        {
            if (!(await desk.TakeUpAsync(work, command.Hall, command.Ticket, token)).TryGet(out var hand, out var refusal))
            {
                return refusal;
            }

            var ticket = hand.Ticket;
            if (ticket.Serve(work.Now, hand.Clerk) is { Error: { } refused })
            {
                return refused;
            }

            return TicketAnswer.Of(ticket, hand.Lane);
        }, cancel);
    }
}
