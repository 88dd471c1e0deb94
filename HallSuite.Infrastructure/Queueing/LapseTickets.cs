using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Queueing;

/// <summary>
/// Ends the tickets that are left over from service days which are over for good. Answers how many; fewer than <see cref="Batch"/> means that
/// none are left. Doing it twice changes nothing.
/// </summary>
public sealed class LapseTickets(HallWork works, LaneDays days)
{
    public const int Batch = 200;

    public sealed record Command(HallId Hall);

    public Task<Result<int>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var order = new WorkOrder(nameof(LapseTickets), Permission.ActAsSystem, command.Hall, Streams.Queue(command.Hall));
        return works.RunAsync<int>(order, actor, async (work, token) =>
        {
            if (await work.Db.Set<ServiceHall>().AsNoTracking().SingleOrDefaultAsync(h => h.Id == command.Hall, token) is not { } hall)
            {
                return HallErrors.Unknown;
            }

            var over = hall.LastDayOver(HallTime.Local(hall.TimeZone, work.Now));
            var left = await work.Db.Set<Ticket>().Where(t => t.Hall == command.Hall && t.EndedAt == null && t.ServiceDay <= over)
                .OrderBy(t => t.ServiceDay).ThenBy(t => t.Sequence).Take(Batch).ToListAsync(token);
            foreach (var ticket in left)
            {
                if (ticket.Lapse(work.Now) is { Error: { } refused })
                {
                    return refused;
                }

                (await days.OfAsync(work.Db, ticket, token)).CountLapsed(ticket.State);
                work.Note("LapseTicket", ticket.Text, $"{ticket.ServiceDay:yyyy-MM-dd}, {ticket.State}");
            }

            return left.Count;
        }, cancel);
    }
}
