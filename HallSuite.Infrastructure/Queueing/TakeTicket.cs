using System.Buffers.Text;
using System.Security.Cryptography;
using HallSuite.Domain.Applicants;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Queueing;

/// <summary>A place just taken.</summary>
/// <param name="Ahead">People who will be called before.</param>
/// <param name="Code">The secret of the visitor's own page.</param>
public sealed record TakenTicket(TicketId Id, string Number, string Lane, string LaneName, int Ahead, WaitRange Wait, string Code);

/// <summary>
/// Takes a number for a visitor under a real identity (DOMAIN §4): one number, one person, one matter (<c>ticket.already-open</c>). Refused
/// while the hall (<c>hall.closed</c>) or the lane (<c>lane.closed</c>) takes nobody, and for an identity number that cannot be right
/// (<c>id-number.invalid</c>), unless staff with the right to do so accept it with a reason. Identity and name are stored sealed.
/// </summary>
public sealed class TakeTicket(HallWork works, TicketVisitors visitors, LaneDays days, HallQueues queues)
{
    private const int CodeBytes = 16;

    /// <param name="Lane">Prefix of the lane.</param>
    /// <param name="Matter">Code of the matter, if one was chosen.</param>
    /// <param name="OverrideReason">Why a citizen number is accepted although its check fails.</param>
    public sealed record Command(
        HallId Hall, string Lane, string Name, string IdNumber, IdentityType IdType, string? Matter, Entitlement Entitlement, string? OverrideReason = null)
    {
        /// <summary>Without who it is for: a command ends in a log sooner or later.</summary>
        public override string ToString() => $"{nameof(TakeTicket)} {Lane}";
    }

    private readonly Func<HallDbContext, HallId, string, DateOnly, CancellationToken, Task<int?>> lastNumber = EF.CompileAsyncQuery(
        (HallDbContext db, HallId hall, string prefix, DateOnly day, CancellationToken _) =>
            db.Set<Ticket>().Where(t => t.Hall == hall && t.Prefix == prefix && t.ServiceDay == day).Max(t => (int?)t.Number));

    public async Task<Result<TakenTicket>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        if (command.Entitlement == Entitlement.Booking)
        {
            return QueueErrors.BookingNotCheckedIn;
        }

        if (!Ticket.ReadMatter(command.Matter).TryGet(out var matter, out var badMatter))
        {
            return badMatter;
        }

        if (!visitors.Read(command).TryGet(out var visitor, out var badVisitor))
        {
            return badVisitor;
        }

        var order = new WorkOrder(nameof(TakeTicket), Permission.TakeTicket, command.Hall, Streams.Queue(command.Hall), Reason: visitor.OverrideReason);
        return await works.RunAsync<TakenTicket>(order, actor, (work, token) => TakeAsync(work, command, visitor, matter, token), cancel);
    }

    private async Task<Result<TakenTicket>> TakeAsync(WorkUnit work, Command command, SealedVisitor visitor, string? matter, CancellationToken cancel)
    {
        if (await queues.ReadAsync(work.Db, command.Hall, work.Now, cancel) is not { } queue)
        {
            return HallErrors.Unknown;
        }

        if (queue.Hall.OpenServiceDay is not { } day)
        {
            return HallErrors.Closed;
        }

        if (queue.Lanes.FirstOrDefault(l => l.Prefix == command.Lane) is not { } lane)
        {
            return HallErrors.LaneUnknown;
        }

        if (!lane.Open)
        {
            return HallErrors.LaneClosed;
        }

        if (await visitors.CheckAsync(work, command, visitor, queue.Hall.Local, cancel) is { Error: { } notTheirs })
        {
            return notTheirs;
        }

        var openTicket = await visitors.OpenTicketAsync(work.Db, queue.Hall, day, visitor.Lookup, lane.Id, matter, cancel);
        var rollup = await days.OfAsync(work.Db, command.Hall, lane.Id, day, cancel);
        var last = await lastNumber(work.Db, command.Hall, lane.Prefix, day, cancel) ?? 0;
        if (!rollup.TakeNumber(TimeOnly.FromDateTime(queue.Hall.Local), last).TryGet(out var number, out var usedUp))
        {
            return usedUp;
        }

        var taking = new TicketTaking(
            command.Hall, lane.Id, lane.Prefix, number, day, work.Seq, Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(CodeBytes)), matter,
            command.Entitlement, visitor.IdType, visitor.Identity, visitor.Lookup, visitor.Name);
        if (!Ticket.Take(new TicketId(work.NewId()), taking, openTicket, work.Now).TryGet(out var ticket, out var refused))
        {
            return refused;
        }

        work.Db.Add(ticket);
        work.Subject = ticket.Text;
        var ahead = await queues.AheadAsync(work.Db, ticket, work.Now, queue.Hall.Policy, cancel);
        return new TakenTicket(ticket.Id, ticket.Text, lane.Prefix, lane.Name, ahead, queue.WaitOf(lane.Id, ahead), ticket.Code);
    }
}
