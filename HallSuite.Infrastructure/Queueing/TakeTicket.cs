using System.Buffers.Text;
using System.Security.Cryptography;
using HallSuite.Domain.Applicants;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Privacy;
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
public sealed class TakeTicket(HallWork works, Access access, PersonalData personal, HallDirectory halls, LaneDays days, HallQueues queues)
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

    private readonly Func<HallDbContext, HallId, DateOnly, LookupHash, IAsyncEnumerable<Ticket>> ofPerson = EF.CompileAsyncQuery(
        (HallDbContext db, HallId hall, DateOnly day, LookupHash person) =>
            db.Set<Ticket>().AsNoTracking().Where(t => t.Hall == hall && t.ServiceDay == day && t.IdentityLookup == person));

    private readonly Func<HallDbContext, HallId, string, DateOnly, CancellationToken, Task<int?>> lastNumber = EF.CompileAsyncQuery(
        (HallDbContext db, HallId hall, string prefix, DateOnly day, CancellationToken _) =>
            db.Set<Ticket>().Where(t => t.Hall == hall && t.Prefix == prefix && t.ServiceDay == day).Max(t => (int?)t.Number));

    public async Task<Result<TakenTicket>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        // Sealing may make a new key, which is a change of its own, so it is done before the operation takes its turn at the database.
        if (!(await VisitorAsync(command, actor, cancel)).TryGet(out var visitor, out var refusal))
        {
            return refusal;
        }

        var order = new WorkOrder(nameof(TakeTicket), Permission.TakeTicket, command.Hall, Streams.Queue(command.Hall), Reason: visitor.OverrideReason);
        return await works.RunAsync<TakenTicket>(order, actor, (work, token) => TakeAsync(work, command, visitor, token), cancel);
    }

    private async Task<Result<TakenTicket>> TakeAsync(WorkUnit work, Command command, Visitor visitor, CancellationToken cancel)
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

        var openTicket = await OpenTicketAsync(work.Db, queue.Hall, day, lane.Id, visitor, cancel);
        var rollup = await days.OfAsync(work.Db, command.Hall, lane.Id, day, cancel);
        var last = await lastNumber(work.Db, command.Hall, lane.Prefix, day, cancel) ?? 0;
        if (!rollup.TakeNumber(TimeOnly.FromDateTime(queue.Hall.Local), last).TryGet(out var number, out var usedUp))
        {
            return usedUp;
        }

        var taking = new TicketTaking(
            command.Hall, lane.Id, lane.Prefix, number, day, work.Seq, Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(CodeBytes)), visitor.Matter,
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

    /// <summary>Checks and seals who the ticket is for; none of it depends on the queue.</summary>
    private async Task<Result<Visitor>> VisitorAsync(Command command, Actor actor, CancellationToken cancel)
    {
        if (command.Entitlement == Entitlement.Booking)
        {
            return QueueErrors.BookingNotCheckedIn;
        }

        if (!Ticket.ReadMatter(command.Matter).TryGet(out var matter, out var badMatter))
        {
            return badMatter;
        }

        if (!PersonName.Of(command.Name).TryGet(out var name, out var badName))
        {
            return badName;
        }

        if (await halls.TodayAsync(command.Hall, cancel) is not { } today)
        {
            return HallErrors.Unknown;
        }

        var (identity, overrideReason) = (IdentityDocument.Of(command.IdType, command.IdNumber, today), (string?)null);
        if (!identity.IsOk && await MayOverrideAsync(command, actor, cancel))
        {
            if (!Reason.Read(command.OverrideReason).TryGet(out overrideReason, out var missing))
            {
                return missing;
            }

            identity = IdentityDocument.Overridden(command.IdNumber, today);
        }

        return identity.TryGet(out var document, out var badIdentity)
            ? new Visitor(
                document.Type, personal.Seal(document.Number), personal.Lookup("identity", document.LookupText), personal.Seal(name.Text), matter, overrideReason)
            : badIdentity;
    }

    private async Task<bool> MayOverrideAsync(Command command, Actor actor, CancellationToken cancel) =>
        command is { OverrideReason: not null, IdType: IdentityType.Citizen } && actor.Kind == ActorKind.Staff
        && await access.RefusalAsync(actor, Permission.OverrideIdentityCheck, command.Hall, cancel) is null;

    /// <summary>The number that the person holds for this matter already, or for this lane where no matter was chosen.</summary>
    private async Task<string?> OpenTicketAsync(
        HallDbContext db, HallFacts hall, DateOnly day, LaneId lane, Visitor visitor, CancellationToken cancel)
    {
        await foreach (var ticket in ofPerson(db, hall.Id, day, visitor.Lookup).WithCancellation(cancel))
        {
            var sameMatter = ticket.MatterCode == visitor.Matter && (visitor.Matter is not null || ticket.Lane == lane || ticket.FirstLane == lane);
            if (sameMatter && ticket.IsOpen(hall.Policy.RejoinLimit))
            {
                return ticket.Text;
            }
        }

        return null;
    }

    /// <summary>Who the ticket is for, sealed.</summary>
    private sealed record Visitor(IdentityType IdType, SealedText Identity, LookupHash Lookup, SealedText Name, string? Matter, string? OverrideReason);
}
