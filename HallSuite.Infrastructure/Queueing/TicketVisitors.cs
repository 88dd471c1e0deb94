using HallSuite.Domain.Applicants;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Infrastructure.Platform.Clock;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Privacy;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Queueing;

/// <summary>Who a ticket is for, sealed.</summary>
/// <param name="Overridden">What is wrong with the number; it counts only for staff who may accept it all the same.</param>
/// <param name="OverrideReason">Why it should be accepted; null when nothing is wrong.</param>
internal sealed record SealedVisitor(
    IdentityType IdType, SealedText Identity, LookupHash Lookup, SealedText Name, Error? Overridden = null, string? OverrideReason = null);

/// <summary>Checks and seals who takes a ticket, and finds the tickets that the person holds.</summary>
public sealed class TicketVisitors(Access access, PersonalData personal, HallClock clock)
{
    private readonly Func<HallDbContext, HallId, DateOnly, LookupHash, IAsyncEnumerable<Ticket>> ofPerson = EF.CompileAsyncQuery(
        (HallDbContext db, HallId hall, DateOnly day, LookupHash person) =>
            db.Set<Ticket>().AsNoTracking().Where(t => t.Hall == hall && t.ServiceDay == day && t.IdentityLookup == person));

    /// <summary>
    /// Reads the command before the operation takes its turn at the database: sealing may make a new key, which is a change of its own. What
    /// only the hall and the actor's rights can decide is left to <see cref="CheckAsync"/>.
    /// </summary>
    internal Result<SealedVisitor> Read(TakeTicket.Command command)
    {
        if (!PersonName.Of(command.Name).TryGet(out var name, out var badName))
        {
            return badName;
        }

        var today = clock.LatestDay;
        if (IdentityDocument.Of(command.IdType, command.IdNumber, today).TryGet(out var identity, out var badIdentity))
        {
            return Seal(identity, name);
        }

        if (command is not { OverrideReason: not null, IdType: IdentityType.Citizen })
        {
            return badIdentity;
        }

        if (!Reason.Read(command.OverrideReason).TryGet(out var reason, out var missing))
        {
            return missing;
        }

        return IdentityDocument.Overridden(command.IdNumber, today).TryGet(out var accepted, out var beyondRepair)
            ? Seal(accepted, name) with { Overridden = badIdentity, OverrideReason = reason }
            : beyondRepair;
    }

    /// <summary>Refuses a number that nobody can have yet in this hall's time, and one that only staff with the right to do so may accept.</summary>
    internal async Task<Result> CheckAsync(WorkUnit work, TakeTicket.Command command, SealedVisitor visitor, DateTime local, CancellationToken cancel)
    {
        if (visitor.Overridden is { } fault)
        {
            return work.Actor.Kind == ActorKind.Staff
                && await access.RefusalAsync(work.Db, work.Actor, Permission.OverrideIdentityCheck, command.Hall, cancel) is null ? Result.Ok : fault;
        }

        return IdentityDocument.Of(command.IdType, command.IdNumber, DateOnly.FromDateTime(local)) is { Error: { } notYet } ? notYet : Result.Ok;
    }

    /// <summary>The number that the person holds on this day for this matter, or for this lane where no matter was chosen.</summary>
    internal async Task<string?> OpenTicketAsync(
        HallDbContext db, HallFacts hall, DateOnly day, LookupHash person, LaneId lane, string? matter, CancellationToken cancel)
    {
        await foreach (var ticket in ofPerson(db, hall.Id, day, person).WithCancellation(cancel))
        {
            var same = ticket.MatterCode == matter && (matter is not null || ticket.Lane == lane || ticket.FirstLane == lane);
            if (same && ticket.IsOpen(hall.Policy.RejoinLimit))
            {
                return ticket.Text;
            }
        }

        return null;
    }

    private SealedVisitor Seal(IdentityDocument identity, PersonName name) =>
        new(identity.Type, personal.Seal(identity.Number), personal.Lookup(LookupPurpose.Identity, identity.LookupText), personal.Seal(name.Text));
}
