using HallSuite.Domain.Evaluation;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Evaluation;

/// <summary>Which service is rated, and by what right.</summary>
public abstract record RatedVisit
{
    private RatedVisit()
    {
    }

    /// <summary>By whoever holds the ticket. The secret code is the right to do so and is told to nobody else: not to the audit log either.</summary>
    public sealed record OfCode(string Code) : RatedVisit
    {
        public override string ToString() => nameof(OfCode);
    }

    /// <summary>By whoever stands before the evaluator of a window.</summary>
    public sealed record AtWindow(HallId Hall, int Window, TicketId Ticket) : RatedVisit;
}

/// <summary>
/// A visitor rates a service (好差评), once, and the window's counts of the day grow with it. <c>ticket.unknown</c> without such a ticket, or at another window
/// than the one that the evaluator belongs to; <c>rating.…</c> where a rule of <see cref="ServiceRating.Give"/> forbids it.
/// </summary>
public sealed class GiveRating(HallWork works, IDbContextFactory<HallDbContext> contexts)
{
    public sealed record Command(RatedVisit Visit, RatingAnswer Answer);

    public async Task<Result<RatingCounts>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        if (await PlaceOfAsync(command.Visit, cancel) is not { } place)
        {
            return QueueErrors.TicketUnknown;
        }

        var order = new WorkOrder(nameof(GiveRating), Permission.GiveRating, place.Hall, Streams.Ratings(place.Hall));
        return await works.RunAsync<RatingCounts>(order, actor, async (work, token) =>
        {
            var ticket = await work.Db.Set<Ticket>().AsNoTracking().SingleAsync(t => t.Id == place.Ticket, token);
            work.Subject = ticket.Text;
            if (command.Visit is RatedVisit.AtWindow at && await StrangerAsync(work, at, ticket, token) is { } elsewhere)
            {
                return elsewhere;
            }

            var hall = await work.Db.Set<ServiceHall>().AsNoTracking().SingleAsync(h => h.Id == place.Hall, token);
            var local = HallTime.Local(hall.TimeZone, work.Now);
            var isOpen = RatingPolicy.IsOpen(ticket.ServiceDay, DateOnly.FromDateTime(local), hall.LastDayOver(local));
            var isRated = await work.Db.Set<ServiceRating>().AnyAsync(r => r.Ticket == ticket.Id, token);
            if (!ServiceRating.Give(ticket, command.Answer, ChannelOf(command.Visit), work.Actor, isRated, isOpen, work.Now).TryGet(out var rating, out var refused))
            {
                return refused;
            }

            work.Db.Add(rating);
            var day = await RatingTally.OfAsync(work.Db, rating.Hall, rating.Day, rating.Window, token);
            day.Count(rating.Grade);
            work.Detail = $"{rating.Grade}, {rating.Channel}, window {ticket.WindowNumber}";
            return day.Counts;
        }, cancel);
    }

    private static RatingChannel ChannelOf(RatedVisit visit) => visit is RatedVisit.AtWindow ? RatingChannel.Evaluator : RatingChannel.TicketPage;

    /// <summary>An evaluator speaks for its own window, where it has one; nobody without a device speaks for any.</summary>
    private static async Task<Error?> StrangerAsync(WorkUnit work, RatedVisit.AtWindow at, Ticket ticket, CancellationToken cancel)
    {
        if (work.Actor.Kind == ActorKind.Visitor)
        {
            return WorkErrors.PermissionDenied(work.Order.Permission);
        }

        return await EvaluatorSeat.RefusalAsync(work.Db, work.Actor, at.Window, cancel) ?? (ticket.WindowNumber == at.Window ? null : QueueErrors.TicketUnknown);
    }

    /// <summary>Which ticket it is; the stream to work on is known only then.</summary>
    private async Task<Place?> PlaceOfAsync(RatedVisit visit, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var tickets = visit switch
        {
            RatedVisit.OfCode own => db.Set<Ticket>().Where(t => t.Code == own.Code),
            RatedVisit.AtWindow at => db.Set<Ticket>().Where(t => t.Id == at.Ticket && t.Hall == at.Hall),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return await tickets.Select(t => new Place(t.Id, t.Hall)).SingleOrDefaultAsync(cancel);
    }

    private sealed record Place(TicketId Ticket, HallId Hall);
}
