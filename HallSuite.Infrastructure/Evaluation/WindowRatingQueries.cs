using HallSuite.Domain.Evaluation;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Platform.Clock;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Evaluation;

/// <summary>The service at the window that the visitor is asked about.</summary>
/// <param name="Grade">What the visitor said; null while asked.</param>
public sealed record LastVisit(string Number, Grade? Grade);

/// <summary>The ratings of a window on the service day that is shown.</summary>
/// <param name="Last">The service that goes on, or the last one of the day; null before the first.</param>
public sealed record WindowRatings(RatingCounts Counts, LastVisit? Last);

/// <summary>What a clerk sees of the ratings of a window: the day's counts and how the last visitor found it. Never a comment.</summary>
public sealed class WindowRatingQueries(IDbContextFactory<HallDbContext> contexts, Access access, HallClock clock)
{
    public async Task<Result<WindowRatings>> ReadAsync(Actor actor, HallId hall, WindowId window, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await access.RefusalAsync(db, actor, Permission.ViewQueue, hall, cancel) is { } denied)
        {
            return denied;
        }

        if (await db.Set<ServiceHall>().AsNoTracking().SingleOrDefaultAsync(h => h.Id == hall, cancel) is not { } facts)
        {
            return HallErrors.Unknown;
        }

        var day = facts.Hours.LastServiceDay(HallTime.Local(facts.TimeZone, clock.Now));
        var counts = await db.Set<DailyRatings>().AsNoTracking().SingleOrDefaultAsync(d => d.Hall == hall && d.Day == day && d.Window == window, cancel);
        return new WindowRatings(counts?.Counts ?? RatingCounts.None, await LastAsync(db, window, day, cancel));
    }

    private static async Task<LastVisit?> LastAsync(HallDbContext db, WindowId window, DateOnly day, CancellationToken cancel)
    {
        var there = await db.Set<Ticket>().AsNoTracking()
            .FirstOrDefaultAsync(t => t.Window == window && (t.State == TicketState.Called || t.State == TicketState.Serving), cancel);

        // By the index of what the window did on the day; a missed ticket was never served.
        var last = there is { State: TicketState.Serving } ? there : await db.Set<Ticket>().AsNoTracking()
            .Where(t => t.Window == window && t.ServiceDay == day && (t.State == TicketState.Served || t.State == TicketState.Missed) && t.ServingAt != null)
            .OrderByDescending(t => t.EndedAt).FirstOrDefaultAsync(cancel);
        if (last is null)
        {
            return null;
        }

        var grade = await db.Set<ServiceRating>().Where(r => r.Ticket == last.Id).Select(r => (Grade?)r.Grade).SingleOrDefaultAsync(cancel);
        return new LastVisit(last.Text, grade);
    }
}
