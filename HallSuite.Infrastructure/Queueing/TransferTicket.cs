using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Queueing;

/// <summary>
/// Sends a person on to another lane, to one window, or both; number and first waiting time stay. The window must serve the lane
/// (<c>window.serves-not-lane</c>) and not be closed (<c>window.wrong-state</c>), since nobody else could call the person then.
/// </summary>
public sealed class TransferTicket(HallWork works, ClerkDesk desk)
{
    /// <param name="Lane">Prefix of the lane to queue in; the present one for a transfer to a window.</param>
    /// <param name="Window">The only window that may call the ticket from then on; null for any.</param>
    public sealed record Command(HallId Hall, TicketId Ticket, string Lane, int? Window);

    public Task<Result<TicketAnswer>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var order = new WorkOrder(nameof(TransferTicket), Permission.CallTickets, command.Hall, Streams.Queue(command.Hall));
        return works.RunAsync<TicketAnswer>(order, actor, async (work, token) =>
        {
            if (!(await desk.TakeUpAsync(work, command.Hall, command.Ticket, token)).TryGet(out var hand, out var refusal))
            {
                return refusal;
            }

            if (await work.Db.Set<Lane>().AsNoTracking().SingleOrDefaultAsync(l => l.Hall == command.Hall && l.Prefix == command.Lane, token) is not { } lane)
            {
                return HallErrors.LaneUnknown;
            }

            if (!(await WindowAsync(work, command, lane.Id, token)).TryGet(out var window, out var unfit))
            {
                return unfit;
            }

            var (ticket, before) = (hand.Ticket, hand.Ticket.Window);
            if (ticket.Transfer(lane.Id, window.Only, work.Now) is { Error: { } refused })
            {
                return refused;
            }

            if (before is { } left)
            {
                // The ticket no longer names the window that it left, but that window's screen shows it still.
                work.Topics.Add(HallTopics.Window(left));
            }

            work.Detail = command.Window is { } number ? $"lane {lane.Prefix}, window {number}" : $"lane {lane.Prefix}";
            return TicketAnswer.Of(ticket, lane.Prefix);
        }, cancel);
    }

    private static async Task<Result<Target>> WindowAsync(WorkUnit work, Command command, LaneId lane, CancellationToken cancel)
    {
        if (command.Window is not { } number)
        {
            return new Target(null);
        }

        if (await work.Db.Set<ServiceWindow>().AsNoTracking().SingleOrDefaultAsync(w => w.Hall == command.Hall && w.Number == number, cancel) is not { } window)
        {
            return HallErrors.WindowUnknown;
        }

        if (!window.Serves(lane))
        {
            return HallErrors.WindowServesNotLane(number);
        }

        return window.State == WindowState.Closed ? HallErrors.WindowWrongState(window.State, WindowAct.Call) : new Target(window.Id);
    }

    private readonly record struct Target(WindowId? Only);
}
