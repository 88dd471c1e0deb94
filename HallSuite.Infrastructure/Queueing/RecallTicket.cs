using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Queueing;

/// <summary>
/// Repeats a call, as often as the hall's policy allows (<c>ticket.recall-limit</c>). Only a called ticket can be recalled
/// (<c>ticket.wrong-state</c>), and only by the window that called it (<c>ticket.taken-by-other</c>).
/// </summary>
public sealed class RecallTicket(HallWork works, ClerkDesk desk, CallLog calls)
{
    public sealed record Command(HallId Hall, TicketId Ticket);

    public Task<Result<TicketAnswer>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var order = new WorkOrder(nameof(RecallTicket), Permission.CallTickets, command.Hall, Streams.Queue(command.Hall));
        return works.RunAsync<TicketAnswer>(order, actor, async (work, token) =>
        {
            if (!(await desk.TakeUpAsync(work, command.Hall, command.Ticket, token)).TryGet(out var hand, out var refusal))
            {
                return refusal;
            }

            var ticket = hand.Ticket;
            if (ticket.Recall(hand.Policy.RecallLimit, work.Now) is { Error: { } refused })
            {
                return refused;
            }

            var at = await work.Db.Set<ServiceWindow>().Where(w => w.Id == ticket.Window).Select(w => new { w.Number, w.Floor }).SingleAsync(token);
            work.Db.Add(CallEntry.Of(ticket, await calls.NextSeqAsync(work.Db, command.Hall, token), at.Number, at.Floor, work.Now));
            work.Detail = $"window {at.Number}, repeated {ticket.Calls} times";
            return TicketAnswer.Of(ticket, hand.Lane);
        }, cancel);
    }
}
