using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Queueing;

/// <summary>A ticket that was just called to a window, and why it was this one's turn.</summary>
public sealed record CalledTicket(TicketId Id, string Number, string Lane, DateTimeOffset CalledAt, CallReason Reason);

/// <summary>
/// Calls the next ticket to an open window (DOMAIN §4). Refuses when the window is not open (<c>window.wrong-state</c>), still has a
/// ticket (<c>window.busy</c>), or nobody waits whom it serves (<c>queue.nobody-waits</c>).
/// </summary>
public sealed class CallNextTicket(HallWork works, CallLog calls)
{
    public sealed record Command(HallId Hall, int Window);

    // Compiled once for this host: a compiled query belongs to one model, so it is never static.
    // Only the heads of each lane and class can be next: within them the order is by arrival, and ageing follows arrival.
    private readonly Func<HallDbContext, WindowId, IAsyncEnumerable<Heads>> headsOf = EF.CompileAsyncQuery((HallDbContext db, WindowId window) =>
        db.Set<ServiceWindow>().Where(w => w.Id == window).SelectMany(w => w.Lanes).Select(l => new Heads(
            db.Set<Ticket>().Where(t => t.Lane == l.Lane && t.State == TicketState.Waiting && t.Class == PriorityClass.Ordinary && t.ReservedWindow == null)
                .OrderBy(t => t.QueuedAt).ThenBy(t => t.Sequence).ThenBy(t => t.Id).Select(t => (TicketId?)t.Id).FirstOrDefault(),
            db.Set<Ticket>().Where(t => t.Lane == l.Lane && t.State == TicketState.Waiting && t.Class == PriorityClass.Entitled && t.ReservedWindow == null)
                .OrderBy(t => t.QueuedAt).ThenBy(t => t.Sequence).ThenBy(t => t.Id).Select(t => (TicketId?)t.Id).FirstOrDefault(),
            db.Set<Ticket>().Where(t => t.Lane == l.Lane && t.State == TicketState.Waiting && t.Class == PriorityClass.Booked && t.ReservedWindow == null)
                .OrderBy(t => t.QueuedAt).ThenBy(t => t.Sequence).ThenBy(t => t.Id).Select(t => (TicketId?)t.Id).FirstOrDefault())));

    public Task<Result<CalledTicket>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var order = new WorkOrder(nameof(CallNextTicket), Permission.CallTickets, command.Hall, Streams.Queue(command.Hall), $"window {command.Window}");
        return works.RunAsync<CalledTicket>(order, actor, (work, token) => CallAsync(work, command, token), cancel);
    }

    private async Task<Result<CalledTicket>> CallAsync(WorkUnit work, Command command, CancellationToken cancel)
    {
        var db = work.Db;
        var window = await db.Set<ServiceWindow>().AsNoTracking().SingleOrDefaultAsync(w => w.Hall == command.Hall && w.Number == command.Window, cancel);
        if (window is null)
        {
            return HallErrors.WindowUnknown;
        }

        if (window.CheckOpen() is { Error: { } closed })
        {
            return closed;
        }

        if (await db.Set<Ticket>().AsNoTracking().FirstOrDefaultAsync(
                t => t.Window == window.Id && (t.State == TicketState.Called || t.State == TicketState.Serving), cancel) is { } still)
        {
            return HallErrors.WindowBusy(still.Text);
        }

        var heads = new List<TicketId>();
        await foreach (var lane in headsOf(db, window.Id).WithCancellation(cancel))
        {
            heads.AddRange(new[] { lane.Ordinary, lane.Entitled, lane.Booked }.OfType<TicketId>());
        }

        var policy = await db.Set<ServiceHall>().Where(h => h.Id == command.Hall).Select(h => h.Policy).SingleAsync(cancel);
        var waiting = await db.Set<Ticket>()
            .Where(t => heads.Contains(t.Id) || (t.ReservedWindow == window.Id && t.State == TicketState.Waiting)).ToListAsync(cancel);
        var next = CallPolicy.Next(
            waiting.Select(t => new WaitingTicket(t.Id, t.Lane, t.Class, t.QueuedAt, t.Sequence, t.ReservedWindow)),
            new WindowSkills(window.Lanes), window.Id, work.Now, TimeSpan.FromMinutes(policy.AgeingMinutes));
        if (next is not { } chosen)
        {
            return QueueErrors.NobodyWaits;
        }

        var ticket = waiting.Single(t => t.Id == chosen.Ticket.Id);
        if (ticket.Call(window.Id, window.Number, work.Now) is { Error: { } refused })
        {
            return refused;
        }

        db.Add(CallEntry.Of(ticket, await calls.NextSeqAsync(db, command.Hall, cancel), window.Number, window.Floor, work.Now));
        work.Subject = ticket.Text;
        work.Detail = $"window {window.Number}, {chosen.Reason}";
        return new CalledTicket(ticket.Id, ticket.Text, ticket.Prefix, work.Now, chosen.Reason);
    }

    private sealed record Heads(TicketId? Ordinary, TicketId? Entitled, TicketId? Booked);
}
