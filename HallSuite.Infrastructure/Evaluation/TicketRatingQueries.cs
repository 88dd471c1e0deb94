using HallSuite.Domain.Evaluation;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Platform.Clock;
using HallSuite.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Evaluation;

/// <summary>Whether a service can be rated, or was.</summary>
/// <param name="Given">The grade; null before it is given.</param>
/// <param name="IsOpen">Whether it can be rated now.</param>
public sealed record TicketRating(Grade? Given, bool IsOpen);

/// <summary>Finds by its secret code whether a ticket's service is rated; the code is all the right that the page needs.</summary>
public sealed class TicketRatingQueries(IDbContextFactory<HallDbContext> contexts, HallClock clock)
{
    /// <summary>Or <c>ticket.unknown</c>.</summary>
    public async Task<Result<TicketRating>> FindAsync(string code, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await db.Set<Ticket>().AsNoTracking().SingleOrDefaultAsync(t => t.Code == code, cancel) is not { } ticket)
        {
            return QueueErrors.TicketUnknown;
        }

        var given = await db.Set<ServiceRating>().Where(r => r.Ticket == ticket.Id).Select(r => (Grade?)r.Grade).SingleOrDefaultAsync(cancel);
        var hall = await db.Set<ServiceHall>().AsNoTracking().SingleAsync(h => h.Id == ticket.Hall, cancel);
        var local = HallTime.Local(hall.TimeZone, clock.Now);
        var isOpen = given is null && ServiceRating.IsServed(ticket)
            && RatingPolicy.IsOpen(ticket.ServiceDay, DateOnly.FromDateTime(local), hall.LastDayOver(local));
        return new TicketRating(given, isOpen);
    }
}
