using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Queueing;

/// <summary>
/// A missed person came after all and queues again, some places back (DOMAIN §4), as often as the hall's policy allows
/// (<c>ticket.rejoin-limit</c>).
/// </summary>
public sealed class RejoinTicket(HallWork works, ClerkDesk desk, LaneDays days)
{
    public sealed record Command(HallId Hall, TicketId Ticket);

    private readonly Func<HallDbContext, LaneId, IAsyncEnumerable<WaitingTicket>> waitingIn = EF.CompileAsyncQuery((HallDbContext db, LaneId lane) =>
        db.Set<Ticket>().Where(t => t.Lane == lane && t.State == TicketState.Waiting)
            .Select(t => new WaitingTicket(t.Id, t.Lane, t.Class, t.QueuedAt, t.Sequence, t.ReservedWindow)));

    public Task<Result<TicketAnswer>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var order = new WorkOrder(nameof(RejoinTicket), Permission.CallTickets, command.Hall, Streams.Queue(command.Hall));
        return works.RunAsync<TicketAnswer>(order, actor, async (work, token) =>
        {
            if (!(await desk.TakeUpAsync(work, command.Hall, command.Ticket, token)).TryGet(out var hand, out var refusal))
            {
                return refusal;
            }

            var (ticket, policy) = (hand.Ticket, hand.Policy);
            var waiting = new List<WaitingTicket>();
            await foreach (var other in waitingIn(work.Db, ticket.Lane).WithCancellation(token))
            {
                waiting.Add(other);
            }

            var place = RejoinPolicy.PlaceFor(ticket.Place, waiting, policy.RejoinPlaces, work.Seq, work.Now, TimeSpan.FromMinutes(policy.AgeingMinutes));
            if (ticket.Rejoin(place, policy.RejoinLimit) is { Error: { } refused })
            {
                return refused;
            }

            (await days.OfAsync(work.Db, ticket, token)).CountRejoined();
            return TicketAnswer.Of(ticket, hand.Lane);
        }, cancel);
    }
}
