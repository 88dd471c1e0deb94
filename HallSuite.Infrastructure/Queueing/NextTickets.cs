using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Queueing;

/// <summary>The ticket that is next for a window, and why.</summary>
internal sealed record NextTicket(Ticket Ticket, CallReason Reason);

/// <summary>
/// Finds who is next for a window (DOMAIN §4). Only the heads of each lane and class, and those sent to this very window, are read: within
/// a lane and class the order is the arrival, and ageing follows arrival.
/// </summary>
public sealed class NextTickets
{
    // Compiled once for this host: a compiled query belongs to one model, so it is never static.
    private readonly Func<HallDbContext, WindowId, IAsyncEnumerable<Heads>> headsOf = EF.CompileAsyncQuery((HallDbContext db, WindowId window) =>
        db.Set<ServiceWindow>().Where(w => w.Id == window).SelectMany(w => w.Lanes).Select(l => new Heads(
            db.Set<Ticket>().Where(t => t.Lane == l.Lane && t.State == TicketState.Waiting && t.Class == PriorityClass.Ordinary && t.ReservedWindow == null)
                .OrderBy(t => t.QueuedAt).ThenBy(t => t.Sequence).ThenBy(t => t.Id).Select(t => (TicketId?)t.Id).FirstOrDefault(),
            db.Set<Ticket>().Where(t => t.Lane == l.Lane && t.State == TicketState.Waiting && t.Class == PriorityClass.Entitled && t.ReservedWindow == null)
                .OrderBy(t => t.QueuedAt).ThenBy(t => t.Sequence).ThenBy(t => t.Id).Select(t => (TicketId?)t.Id).FirstOrDefault(),
            db.Set<Ticket>().Where(t => t.Lane == l.Lane && t.State == TicketState.Waiting && t.Class == PriorityClass.Booked && t.ReservedWindow == null)
                .OrderBy(t => t.QueuedAt).ThenBy(t => t.Sequence).ThenBy(t => t.Id).Select(t => (TicketId?)t.Id).FirstOrDefault())));

    /// <summary>The next ticket, tracked; null when nobody waits whom the window serves.</summary>
    internal async Task<NextTicket?> FindAsync(HallDbContext db, ServiceWindow window, DateTimeOffset now, TimeSpan ageing, CancellationToken cancel)
    {
        var heads = new List<TicketId>();
        await foreach (var lane in headsOf(db, window.Id).WithCancellation(cancel))
        {
            heads.AddRange(new[] { lane.Ordinary, lane.Entitled, lane.Booked }.OfType<TicketId>());
        }

        var waiting = await db.Set<Ticket>()
            .Where(t => heads.Contains(t.Id) || (t.ReservedWindow == window.Id && t.State == TicketState.Waiting)).ToListAsync(cancel);
        return CallPolicy.Next(waiting.Select(t => t.Place), new WindowSkills(window.Lanes), window.Id, now, ageing) is { } chosen
            ? new NextTicket(waiting.Single(t => t.Id == chosen.Ticket.Id), chosen.Reason)
            : null;
    }

    private sealed record Heads(TicketId? Ordinary, TicketId? Entitled, TicketId? Booked);
}
