using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Queueing;

/// <summary>Reads a hall's queue as it stands, for operations that tell a wait and for every screen.</summary>
public sealed class HallQueues
{
    /// <summary>How far back the pace of a lane is looked at, in days.</summary>
    internal const int RecentDays = 28;

    private readonly Func<HallDbContext, HallId, CancellationToken, Task<HallFacts?>> hallOf = EF.CompileAsyncQuery(
        (HallDbContext db, HallId hall, CancellationToken _) => db.Set<ServiceHall>().Where(h => h.Id == hall)
            .Select(h => new HallFacts(h.Id, h.Code, h.Name, h.TimeZone, h.Hours, h.Policy, h.Announcement, h.Hotline, h.Active)).SingleOrDefault());

    private readonly Func<HallDbContext, HallId, IAsyncEnumerable<LaneFacts>> lanesOf = EF.CompileAsyncQuery(
        (HallDbContext db, HallId hall) => db.Set<Lane>().Where(l => l.Hall == hall).OrderBy(l => l.Order).ThenBy(l => l.Prefix)
            .Select(l => new LaneFacts(l.Id, l.Prefix, l.Name, l.NameEn, l.TypicalMinutes, l.Open)));

    private readonly Func<HallDbContext, HallId, IAsyncEnumerable<ServiceWindow>> windowsOf = EF.CompileAsyncQuery(
        (HallDbContext db, HallId hall) => db.Set<ServiceWindow>().Where(w => w.Hall == hall).OrderBy(w => w.Number).AsNoTracking());

    private readonly Func<HallDbContext, HallId, IAsyncEnumerable<WaitingFacts>> waitingOf = EF.CompileAsyncQuery(
        (HallDbContext db, HallId hall) =>
            from l in db.Set<Lane>()
            where l.Hall == hall
            join t in db.Set<Ticket>() on l.Id equals t.Lane
            where t.State == TicketState.Waiting
            group t by t.Lane into waiting
            select new WaitingFacts(waiting.Key, waiting.Count(), waiting.Min(t => t.TakenAt)));

    private readonly Func<HallDbContext, HallId, IAsyncEnumerable<AtWindow>> atWindowsOf = EF.CompileAsyncQuery(
        (HallDbContext db, HallId hall) =>
            from w in db.Set<ServiceWindow>()
            where w.Hall == hall
            join t in db.Set<Ticket>() on w.Id equals t.Window
            where t.State == TicketState.Called || t.State == TicketState.Serving
            select new AtWindow(t.Id, w.Id, t.Prefix, t.Number, t.State, t.CalledAt));

    private readonly Func<HallDbContext, HallId, DateOnly, IAsyncEnumerable<LaneDay>> daysOf = EF.CompileAsyncQuery(
        (HallDbContext db, HallId hall, DateOnly from) => db.Set<LaneDay>().AsNoTracking().Where(d => d.Hall == hall && d.Day >= from));

    private readonly Func<HallDbContext, LaneId, IAsyncEnumerable<WaitingTicket>> placesIn = EF.CompileAsyncQuery(
        (HallDbContext db, LaneId lane) => db.Set<Ticket>().Where(t => t.Lane == lane && t.State == TicketState.Waiting)
            .Select(t => new WaitingTicket(t.Id, t.Lane, t.Class, t.QueuedAt, t.Sequence, t.ReservedWindow)));

    private readonly Func<HallDbContext, string, CancellationToken, Task<long>> counters = EF.CompileAsyncQuery(
        (HallDbContext db, string queue, CancellationToken _) =>
            db.Set<StreamCounter>().Where(c => c.Stream == queue || c.Stream == Streams.Platform).Sum(c => c.Seq));

    /// <summary>
    /// The number of the picture that is read next: how much has happened in the hall's queue and in its set-up. Read before the data, so that
    /// a picture never claims to be newer than it is.
    /// </summary>
    internal Task<long> SeqAsync(HallDbContext db, HallId hall, CancellationToken cancel) => counters(db, Streams.Queue(hall), cancel);

    /// <summary>The queue, or null without such a hall.</summary>
    internal async Task<HallQueue?> ReadAsync(HallDbContext db, HallId id, DateTimeOffset now, CancellationToken cancel)
    {
        if (await hallOf(db, id, cancel) is not { } facts)
        {
            return null;
        }

        var hall = facts with { At = now };
        return new HallQueue(
            hall, await ListAsync(lanesOf(db, id), cancel), await ListAsync(windowsOf(db, id), cancel), await ListAsync(waitingOf(db, id), cancel),
            await ListAsync(atWindowsOf(db, id), cancel), await ListAsync(daysOf(db, id, hall.Day.AddDays(-RecentDays)), cancel));
    }

    /// <summary>How many people of its lane are called before a ticket that waits or is about to.</summary>
    internal async Task<int> AheadAsync(HallDbContext db, Ticket ticket, DateTimeOffset now, QueuePolicy policy, CancellationToken cancel)
    {
        var waiting = await ListAsync(placesIn(db, ticket.Lane), cancel);
        var others = waiting.Where(t => t.Id != ticket.Id && (t.ReservedWindow is null || t.ReservedWindow == ticket.ReservedWindow));
        var order = CallPolicy.InOrder(others.Append(ticket.Place), now, TimeSpan.FromMinutes(policy.AgeingMinutes));
        return order.TakeWhile(t => t.Id != ticket.Id).Count();
    }

    private static async Task<List<T>> ListAsync<T>(IAsyncEnumerable<T> rows, CancellationToken cancel)
    {
        var list = new List<T>();
        await foreach (var row in rows.WithCancellation(cancel))
        {
            list.Add(row);
        }

        return list;
    }
}
