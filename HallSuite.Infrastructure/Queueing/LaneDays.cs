using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Queueing;

/// <summary>Finds or begins the row of a lane and a service day. Safe because the queue's stream is locked by the running operation.</summary>
public sealed class LaneDays
{
    private readonly Func<HallDbContext, HallId, LaneId, DateOnly, CancellationToken, Task<LaneDay?>> find = EF.CompileAsyncQuery(
        (HallDbContext db, HallId hall, LaneId lane, DateOnly day, CancellationToken _) =>
            db.Set<LaneDay>().SingleOrDefault(d => d.Hall == hall && d.Day == day && d.Lane == lane));

    internal async Task<LaneDay> OfAsync(HallDbContext db, HallId hall, LaneId lane, DateOnly day, CancellationToken cancel)
    {
        if (db.Set<LaneDay>().Local.FirstOrDefault(d => d.Hall == hall && d.Day == day && d.Lane == lane) is { } known)
        {
            return known;
        }

        if (await find(db, hall, lane, day, cancel) is { } found)
        {
            return found;
        }

        var begun = LaneDay.Begin(hall, lane, day);
        db.Add(begun);
        return begun;
    }

    /// <summary>The row of the lane in which the ticket is now; what ends, ends there.</summary>
    internal Task<LaneDay> OfAsync(HallDbContext db, Ticket ticket, CancellationToken cancel) =>
        OfAsync(db, ticket.Hall, ticket.Lane, ticket.ServiceDay, cancel);
}
