using HallSuite.Domain.Applicants;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Platform.Clock;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Privacy;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Queueing;

/// <summary>What the clerk's console shows of the queue.</summary>
public sealed class ConsoleQueries(
    IDbContextFactory<HallDbContext> contexts, Access access, HallClock clock, HallQueues queues, NextTickets next, PersonalData personal)
{
    /// <summary>How many tickets of today the console lists.</summary>
    private const int LastPast = 15;

    /// <param name="window">The window to show; null for the one at which the clerk sits, if any.</param>
    public async Task<Result<ConsoleView>> ReadAsync(Actor actor, HallId hall, int? window, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await access.RefusalAsync(db, actor, Permission.CallTickets, hall, cancel) is { } denied)
        {
            return denied;
        }

        var seq = await queues.SeqAsync(db, hall, cancel);
        if (await queues.ReadAsync(db, hall, clock.Now, cancel) is not { } queue)
        {
            return HallErrors.Unknown;
        }

        StaffId? me = actor.Kind == ActorKind.Staff ? new StaffId(actor.Id) : null;
        var chosen = window is { } number
            ? queue.Windows.FirstOrDefault(w => w.Number == number)
            : queue.Windows.FirstOrDefault(w => me is not null && w.Clerk == me);
        if (window is not null && chosen is null)
        {
            return HallErrors.WindowUnknown;
        }

        var facts = queue.Hall;
        var view = new ConsoleView(
            seq, facts.At, hall, facts.Code, facts.Name, facts.TimeZone, await SeatsAsync(db, queue, me, cancel), null, null, [], [], [], null,
            new ConsoleToday(0, 0, null), []);
        return chosen is null ? view : await AtWindowAsync(db, actor, view, queue, chosen, me, cancel);
    }

    private async Task<ConsoleView> AtWindowAsync(
        HallDbContext db, Actor actor, ConsoleView view, HallQueue queue, ServiceWindow window, StaffId? me, CancellationToken cancel)
    {
        var served = window.Lanes.Select(l => l.Lane).ToList();
        var aside = await db.Set<Ticket>().AsNoTracking()
            .Where(t => t.Hall == window.Hall && t.EndedAt == null
                && ((t.State == TicketState.Held && t.Window == window.Id) || (t.State == TicketState.Missed && (served.Contains(t.Lane) || t.Window == window.Id))))
            .OrderBy(t => t.QueuedAt).ToListAsync(cancel);
        return view with
        {
            Window = new ConsoleWindow(
                window.Id, window.Number, window.Name, window.Floor, window.Kind, window.State, window.StateSince, window.PauseReason, window.PauseNote,
                me is null || window.Clerk == me),
            Current = queue.At(window.Id) is { } current ? await CurrentAsync(db, queue, current.Id, cancel) : null,
            Held = [.. aside.Where(t => t.State == TicketState.Held).Select(t => BackOf(queue, t, t.CalledAt))],
            Missed = [.. aside.Where(t => t.State == TicketState.Missed && t.IsOpen(queue.Hall.Policy.RejoinLimit)).Select(t => BackOf(queue, t, t.MissedAt))],
            Lanes = [.. window.Lanes.Select(l => LaneOf(queue, l))],
            Next = await NextAsync(db, actor, queue, window, cancel),
            Today = await TodayAsync(db, queue, window, cancel),
            Past = await PastAsync(db, queue, window, cancel),
        };
    }

    private async Task<ConsoleTicket?> CurrentAsync(HallDbContext db, HallQueue queue, TicketId id, CancellationToken cancel)
    {
        // It may have been finished since the queue was read; then the next signal is on its way.
        if (await db.Set<Ticket>().AsNoTracking().SingleOrDefaultAsync(t => t.Id == id, cancel) is not { OccupiesWindow: true } ticket)
        {
            return null;
        }

        var call = await db.Set<CallEntry>().AsNoTracking().Where(c => c.Ticket == id).OrderByDescending(c => c.Seq)
            .Where(c => !c.Repeat).Select(c => new { c.At, c.Reason }).FirstOrDefaultAsync(cancel);
        var lane = LaneOf(queue, ticket);
        return new ConsoleTicket(
            ticket.Id, ticket.Text, ticket.State, lane.Prefix, lane.Name, lane.NameEn, VisitorOf(ticket), ticket.Entitlement, ticket.MatterCode,
            ticket.TakenAt, ticket.FirstCalledAt, ticket.CalledAt, ticket.ServingAt, ticket.ServiceSeconds, ticket.Calls,
            Math.Max(0, queue.Hall.Policy.RecallLimit - ticket.Calls), call?.Reason);
    }

    private async Task<ConsoleNext?> NextAsync(HallDbContext db, Actor actor, HallQueue queue, ServiceWindow window, CancellationToken cancel)
    {
        if (await next.WindowAsync(db, window.Hall, window.Number, actor, cancel) is not { } calling
            || await next.FindAsync(db, calling, queue.Hall.At, cancel) is not { } found)
        {
            return null;
        }

        var (ticket, lane) = (found.Ticket, LaneOf(queue, found.Ticket));
        return new ConsoleNext(
            ticket.Text, lane.Prefix, lane.Name, lane.NameEn, found.Reason, ticket.TakenAt, (int)(queue.Hall.At - ticket.TakenAt).TotalMinutes, ticket.Entitlement);
    }

    /// <summary>Counted from the window's own tickets of one service day.</summary>
    private static async Task<ConsoleToday> TodayAsync(HallDbContext db, HallQueue queue, ServiceWindow window, CancellationToken cancel)
    {
        var counts = await db.Set<Ticket>()
            .Where(t => t.Window == window.Id && t.ServiceDay == queue.Hall.Day && (t.State == TicketState.Served || t.State == TicketState.Missed))
            .GroupBy(t => t.State).Select(g => new { State = g.Key, Count = g.Count(), Seconds = g.Sum(t => t.ServiceSeconds) }).ToListAsync(cancel);
        var served = counts.FirstOrDefault(c => c.State == TicketState.Served);
        return new ConsoleToday(
            served?.Count ?? 0, counts.FirstOrDefault(c => c.State == TicketState.Missed)?.Count ?? 0, served is null ? null : (int)(served.Seconds / served.Count));
    }

    private static async Task<IReadOnlyList<ConsolePast>> PastAsync(HallDbContext db, HallQueue queue, ServiceWindow window, CancellationToken cancel)
    {
        var tickets = await db.Set<Ticket>().AsNoTracking()
            .Where(t => t.Hall == window.Hall && t.ServiceDay == queue.Hall.Day && t.Window == window.Id
                && t.State != TicketState.Called && t.State != TicketState.Serving)
            .OrderByDescending(t => t.CalledAt).Take(LastPast).ToListAsync(cancel);
        return
        [
            .. tickets.Select(t => (Ticket: t, Lane: LaneOf(queue, t)))
                .Select(x => new ConsolePast(
                    x.Ticket.Id, x.Ticket.Text, x.Lane.Prefix, x.Lane.Name, x.Lane.NameEn, x.Ticket.State, x.Ticket.CalledAt, x.Ticket.ServiceSeconds)),
        ];
    }

    private ConsoleBack BackOf(HallQueue queue, Ticket ticket, DateTimeOffset? since)
    {
        var lane = LaneOf(queue, ticket);
        return new ConsoleBack(ticket.Id, ticket.Text, lane.Prefix, lane.Name, lane.NameEn, ticket.WindowNumber, since, VisitorOf(ticket));
    }

    private MaskedVisitor? VisitorOf(Ticket ticket) => ticket.IdentitySealed is { } number
        ? new MaskedVisitor(
            ticket.NameSealed is { } name ? PersonName.MaskOf(personal.Open(name)) : "", ticket.IdentityType,
            IdentityDocument.MaskOf(ticket.IdentityType, personal.Open(number)))
        : null;

    private static async Task<IReadOnlyList<ConsoleSeat>> SeatsAsync(HallDbContext db, HallQueue queue, StaffId? me, CancellationToken cancel)
    {
        var names = await (
            from w in db.Set<ServiceWindow>()
            where w.Hall == queue.Hall.Id && w.Clerk != null
            join s in db.Set<StaffMember>() on w.Clerk equals s.Id
            select new { w.Id, s.Name }).ToDictionaryAsync(s => s.Id, s => s.Name, cancel);
        return [.. queue.Windows.Select(w => new ConsoleSeat(
            w.Number, w.Name, w.Floor, w.Kind, w.State, me is not null && w.Clerk == me, w.Clerk is not null && w.Clerk != me, names.GetValueOrDefault(w.Id)))];
    }

    private static ConsoleLane LaneOf(HallQueue queue, WindowLane served)
    {
        var lane = queue.Lanes.First(l => l.Id == served.Lane);
        var oldest = queue.Waiting.FirstOrDefault(w => w.Lane == served.Lane)?.OldestTakenAt;
        return new ConsoleLane(
            lane.Prefix, lane.Name, lane.NameEn, served.Rank, queue.WaitingIn(served.Lane), oldest, (int?)(queue.Hall.At - oldest)?.TotalMinutes);
    }

    private static LaneFacts LaneOf(HallQueue queue, Ticket ticket) => queue.Lanes.First(l => l.Id == ticket.Lane);
}
