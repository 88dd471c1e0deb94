using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Queueing;

/// <summary>The ticket that is next for a window, and why.</summary>
internal sealed record NextTicket(Ticket Ticket, CallReason Reason);

/// <summary>A window about to call, and all that a call needs to know of it.</summary>
/// <param name="Busy">The ticket called or served there.</param>
/// <param name="LastCall">The number of the hall's last call.</param>
/// <param name="DeviceWindow">The window for which the asking device was set up, if any.</param>
/// <param name="Prefixes">Of the lanes that the window serves.</param>
/// <param name="Heads">The first of each lane and class that the window serves.</param>
internal sealed record CallingWindow(
    WindowId Id, int Number, int Floor, WindowState State, StaffId? Clerk, QueuePolicy Policy, TicketId? Busy, long LastCall, int? DeviceWindow,
    WindowSkills Skills, IReadOnlyDictionary<LaneId, string> Prefixes, IReadOnlyList<TicketId> Heads)
{
    public TimeSpan Ageing => TimeSpan.FromMinutes(Policy.AgeingMinutes);
}

/// <summary>
/// Finds who is next for a window (DOMAIN §4) in two statements, since callers of one hall wait for one another. Only the heads of each lane
/// and class, and those sent to this very window, are read: within a lane and class the order is the arrival, and ageing follows arrival.
/// </summary>
public sealed class NextTickets
{
    // Compiled once for this host: a compiled query belongs to one model, so it is never static.
    private readonly Func<HallDbContext, HallId, int, DeviceId, IAsyncEnumerable<LaneRow>> read = EF.CompileAsyncQuery(
        (HallDbContext db, HallId hall, int number, DeviceId device) =>
            from w in db.Set<ServiceWindow>()
            where w.Hall == hall && w.Number == number
            join h in db.Set<ServiceHall>() on w.Hall equals h.Id
            from l in w.Lanes.DefaultIfEmpty()
            select new LaneRow(
                w.Id, w.Floor, w.State, w.Clerk, h.Policy,
                db.Set<Ticket>().Where(t => t.Window == w.Id && (t.State == TicketState.Called || t.State == TicketState.Serving))
                    .Select(t => (TicketId?)t.Id).FirstOrDefault(),
                db.Set<CallEntry>().Where(c => c.Hall == w.Hall).Max(c => (long?)c.Seq),
                db.Set<Device>().Where(d => d.Id == device).Select(d => d.WindowNumber).FirstOrDefault(),
                (LaneId?)l!.Lane, (int?)l.Rank, db.Set<Lane>().Where(x => x.Id == l.Lane).Select(x => x.Prefix).FirstOrDefault(),
                db.Set<Ticket>().Where(t => t.Lane == l.Lane && t.State == TicketState.Waiting && t.Class == PriorityClass.Ordinary && t.ReservedWindow == null)
                    .OrderBy(t => t.QueuedAt).ThenBy(t => t.Sequence).ThenBy(t => t.Id).Select(t => (TicketId?)t.Id).FirstOrDefault(),
                db.Set<Ticket>().Where(t => t.Lane == l.Lane && t.State == TicketState.Waiting && t.Class == PriorityClass.Entitled && t.ReservedWindow == null)
                    .OrderBy(t => t.QueuedAt).ThenBy(t => t.Sequence).ThenBy(t => t.Id).Select(t => (TicketId?)t.Id).FirstOrDefault(),
                db.Set<Ticket>().Where(t => t.Lane == l.Lane && t.State == TicketState.Waiting && t.Class == PriorityClass.Booked && t.ReservedWindow == null)
                    .OrderBy(t => t.QueuedAt).ThenBy(t => t.Sequence).ThenBy(t => t.Id).Select(t => (TicketId?)t.Id).FirstOrDefault()));

    // Not tracked: only the chosen one is going to change.
    private readonly Func<HallDbContext, IReadOnlyList<TicketId>, WindowId, IAsyncEnumerable<Ticket>> candidates = EF.CompileAsyncQuery(
        (HallDbContext db, IReadOnlyList<TicketId> heads, WindowId window) => db.Set<Ticket>().AsNoTracking()
            .Where(t => heads.Contains(t.Id) || (t.ReservedWindow == window && t.State == TicketState.Waiting)));

    /// <summary>The window of this number; null without one.</summary>
    /// <param name="asking">Who wants to call there.</param>
    internal async Task<CallingWindow?> WindowAsync(HallDbContext db, HallId hall, int number, Actor asking, CancellationToken cancel)
    {
        var rows = new List<LaneRow>();
        await foreach (var row in read(db, hall, number, new DeviceId(asking.Id)).WithCancellation(cancel))
        {
            rows.Add(row);
        }

        if (rows is not [{ } first, ..])
        {
            return null;
        }

        var lanes = rows.Where(row => row.Lane is not null).ToDictionary(row => row.Lane!.Value);
        return new CallingWindow(
            first.Window, number, first.Floor, first.State, first.Clerk, first.Policy, first.Busy, first.LastCall ?? 0, first.DeviceWindow,
            new WindowSkills(lanes.Select(l => new WindowLane(l.Key, l.Value.Rank!.Value))), lanes.ToDictionary(l => l.Key, l => l.Value.Prefix!),
            [.. rows.SelectMany(row => new[] { row.Ordinary, row.Entitled, row.Booked }).OfType<TicketId>()]);
    }

    /// <summary>The next ticket, not tracked; null when nobody waits whom the window serves.</summary>
    internal async Task<NextTicket?> FindAsync(HallDbContext db, CallingWindow window, DateTimeOffset now, CancellationToken cancel)
    {
        var waiting = new List<Ticket>();
        await foreach (var ticket in candidates(db, window.Heads, window.Id).WithCancellation(cancel))
        {
            waiting.Add(ticket);
        }

        return CallPolicy.Next(waiting.Select(t => t.Place), window.Skills, window.Id, now, window.Ageing) is { } chosen
            ? new NextTicket(waiting.Single(t => t.Id == chosen.Ticket.Id), chosen.Reason)
            : null;
    }

    /// <summary>The window with one of its lanes; a window without lanes has one row without.</summary>
    private sealed record LaneRow(
        WindowId Window, int Floor, WindowState State, StaffId? Clerk, QueuePolicy Policy, TicketId? Busy, long? LastCall, int? DeviceWindow,
        LaneId? Lane, int? Rank, string? Prefix, TicketId? Ordinary, TicketId? Entitled, TicketId? Booked);
}
