using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Queueing;

/// <summary>
/// The visitor gives the place back on the own ticket's page. The secret code is the right to do so and is told to nobody else: not to
/// the audit log either. <c>ticket.unknown</c> without a ticket of this code, <c>ticket.wrong-state</c> once service has begun.
/// </summary>
public sealed class GiveBackTicket(HallWork works, LaneDays days, IDbContextFactory<HallDbContext> contexts)
{
    public sealed record Command(string Code);

    public async Task<Result<TicketAnswer>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        if (await PlaceOfAsync(command.Code, cancel) is not { } place)
        {
            return QueueErrors.TicketUnknown;
        }

        var order = new WorkOrder(nameof(GiveBackTicket), Permission.HoldOwnTicket, place.Hall, Streams.Queue(place.Hall));
        return await works.RunAsync<TicketAnswer>(order, actor, async (work, token) =>
        {
            var found = await (
                from t in work.Db.Set<Ticket>()
                where t.Id == place.Id
                join l in work.Db.Set<Lane>() on t.Lane equals l.Id
                join h in work.Db.Set<ServiceHall>() on t.Hall equals h.Id
                select new { Ticket = t, l.Prefix, h.Policy }).SingleAsync(token);
            var ticket = found.Ticket;
            work.Subject = ticket.Text;
            var wasMissed = ticket.State == TicketState.Missed;
            if (ticket.GiveBack(found.Policy.RejoinLimit, work.Now) is { Error: { } refused })
            {
                return refused;
            }

            (await days.OfAsync(work.Db, ticket, token)).CountCancelled(wasMissed);
            return TicketAnswer.Of(ticket, found.Prefix);
        }, cancel);
    }

    /// <summary>Which ticket it is; the stream to work on is known only then.</summary>
    private async Task<Place?> PlaceOfAsync(string code, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<Ticket>().Where(t => t.Code == code).Select(t => new Place(t.Id, t.Hall)).SingleOrDefaultAsync(cancel);
    }

    private sealed record Place(TicketId Id, HallId Hall);
}
