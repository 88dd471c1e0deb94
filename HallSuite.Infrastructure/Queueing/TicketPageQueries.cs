using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Infrastructure.Platform.Clock;
using HallSuite.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Queueing;

/// <summary>The visitor's own page. No identity: whoever finds the printed ticket learns nothing about its holder.</summary>
/// <param name="Ahead">People who are called before; 0 unless waiting.</param>
/// <param name="Wait">Null unless waiting.</param>
/// <param name="Floor">The floor of the window; null while waiting.</param>
/// <param name="CanGiveBack">Whether the place can still be given back.</param>
/// <param name="CanRejoin">Whether a missed ticket can queue again, at a window's word.</param>
public sealed record TicketPage(
    long Seq, DateTimeOffset At, HallId Hall, string HallCode, string HallName, string TimeZone, string Announcement,
    string Number, string Lane, string LaneName, string LaneNameEn, TicketState State, int? Window, int? Floor, int Ahead, WaitRange? Wait,
    DateTimeOffset TakenAt, DateTimeOffset? CalledAt, DateTimeOffset? EndedAt, bool CanGiveBack, bool CanRejoin);

/// <summary>Finds a ticket by its secret code, which is all the right that its page needs.</summary>
public sealed class TicketPageQueries(IDbContextFactory<HallDbContext> contexts, HallClock clock, HallQueues queues)
{
    /// <summary>The page, or <c>ticket.unknown</c>.</summary>
    public async Task<Result<TicketPage>> FindAsync(string code, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await db.Set<Ticket>().Where(t => t.Code == code).Select(t => (HallId?)t.Hall).SingleOrDefaultAsync(cancel) is not { } hall)
        {
            return QueueErrors.TicketUnknown;
        }

        var seq = await queues.SeqAsync(db, hall, cancel);
        var ticket = await db.Set<Ticket>().AsNoTracking().SingleAsync(t => t.Code == code, cancel);
        if (await queues.ReadAsync(db, hall, clock.Now, cancel) is not { } queue)
        {
            return HallErrors.Unknown;
        }

        var (facts, lane) = (queue.Hall, queue.Lanes.First(l => l.Id == ticket.Lane));
        var waits = ticket.State == TicketState.Waiting;
        var ahead = waits ? await queues.AheadAsync(db, ticket, facts.At, facts.Policy, cancel) : 0;
        var open = ticket.IsOpen(facts.Policy.RejoinLimit);
        return new TicketPage(
            seq, facts.At, hall, facts.Code, facts.Name, facts.TimeZone, facts.Announcement, ticket.Text, lane.Prefix, lane.Name, lane.NameEn, ticket.State,
            ticket.WindowNumber, queue.Windows.FirstOrDefault(w => w.Id == ticket.Window)?.Floor, ahead, waits ? queue.WaitOf(lane.Id, ahead) : null,
            ticket.TakenAt, ticket.CalledAt, ticket.EndedAt,
            open && ticket.State is TicketState.Waiting or TicketState.Called or TicketState.Missed, open && ticket.State == TicketState.Missed);
    }
}
