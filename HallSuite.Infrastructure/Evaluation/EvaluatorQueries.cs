using HallSuite.Domain.Evaluation;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Infrastructure.Platform.Clock;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Evaluation;

/// <summary>The window to which an evaluator belongs.</summary>
internal static class EvaluatorSeat
{
    /// <summary><c>window.other-seat</c> for the device of another window; null for its own, and for a device of the whole hall.</summary>
    public static async Task<Error?> RefusalAsync(HallDbContext db, Actor actor, int window, CancellationToken cancel)
    {
        if (actor.Kind != ActorKind.Device)
        {
            return null;
        }

        var id = new DeviceId(actor.Id);
        var own = await db.Set<Device>().Where(d => d.Id == id).Select(d => d.WindowNumber).SingleOrDefaultAsync(cancel);
        return own is { } number && number != window ? HallErrors.OtherSeat(number) : null;
    }
}

/// <summary>The service that an evaluator asks about.</summary>
/// <param name="AskUntil">When it stops asking; null while the service goes on.</param>
/// <param name="ThankUntil">Until when it says thank you for the rating; null before one is given.</param>
public sealed record AskedVisit(TicketId Ticket, string Number, DateTimeOffset? AskUntil, DateTimeOffset? ThankUntil);

/// <summary>The evaluator at one window. No name, and no grade that somebody gave.</summary>
/// <param name="Asked">Null while there is nobody to ask.</param>
public sealed record EvaluatorBoard(long Seq, DateTimeOffset At, int No, string Name, AskedVisit? Asked);

/// <summary>What the evaluator of a window shows: whom it asks, or that there is nobody.</summary>
public sealed class EvaluatorQueries(IDbContextFactory<HallDbContext> contexts, Access access, HallClock clock)
{
    public async Task<Result<EvaluatorBoard>> ReadAsync(Actor actor, HallId hall, int window, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if ((await access.RefusalAsync(db, actor, Permission.GiveRating, hall, cancel) ?? await EvaluatorSeat.RefusalAsync(db, actor, window, cancel)) is { } denied)
        {
            return denied;
        }

        var seq = await StreamCounters.SumAsync(db, [Streams.Queue(hall), Streams.Ratings(hall), Streams.Platform], cancel);
        if (await db.Set<ServiceWindow>().AsNoTracking().Where(w => w.Hall == hall && w.Number == window).Select(w => new { w.Id, w.Name }).SingleOrDefaultAsync(cancel)
            is not { } found)
        {
            return HallErrors.WindowUnknown;
        }

        var now = clock.Now;
        return new EvaluatorBoard(seq, now, window, found.Name, await AskedAsync(db, found.Id, now, cancel));
    }

    /// <summary>The service that goes on at the window, or the one that was just finished there, as long as nobody else was called.</summary>
    private static async Task<AskedVisit?> AskedAsync(HallDbContext db, WindowId window, DateTimeOffset now, CancellationToken cancel)
    {
        var there = await db.Set<Ticket>().AsNoTracking()
            .FirstOrDefaultAsync(t => t.Window == window && (t.State == TicketState.Called || t.State == TicketState.Serving), cancel);
        if (there is { State: TicketState.Called })
        {
            return null;
        }

        // By the index of what the window did these days; a missed ticket was never served.
        var since = now - RatingPolicy.AskAfterService;
        var earliest = DateOnly.FromDateTime(since.UtcDateTime).AddDays(-1);
        var ticket = there ?? await db.Set<Ticket>().AsNoTracking()
            .Where(t => t.Window == window && t.ServiceDay >= earliest && (t.State == TicketState.Served || t.State == TicketState.Missed))
            .Where(t => t.ServingAt != null && t.EndedAt > since).OrderByDescending(t => t.EndedAt).FirstOrDefaultAsync(cancel);
        if (ticket is null)
        {
            return null;
        }

        var ratedAt = await db.Set<ServiceRating>().Where(r => r.Ticket == ticket.Id).Select(r => (DateTimeOffset?)r.At).SingleOrDefaultAsync(cancel);
        return new AskedVisit(ticket.Id, ticket.Text, ticket.EndedAt + RatingPolicy.AskAfterService, ratedAt + RatingPolicy.ThankFor);
    }
}
