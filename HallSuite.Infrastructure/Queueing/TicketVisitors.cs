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

/// <summary>Who a ticket is for, sealed.</summary>
/// <param name="OverrideReason">Why the number was accepted although its check fails; null when it passes.</param>
internal sealed record SealedVisitor(IdentityType IdType, SealedText Identity, LookupHash Lookup, SealedText Name, string? OverrideReason);

/// <summary>Checks and seals who takes a ticket, and finds the tickets that the person holds.</summary>
public sealed class TicketVisitors(Access access, PersonalData personal, HallDirectory halls)
{
    private const string LookupPurpose = "identity";

    private readonly Func<HallDbContext, HallId, DateOnly, LookupHash, IAsyncEnumerable<Ticket>> ofPerson = EF.CompileAsyncQuery(
        (HallDbContext db, HallId hall, DateOnly day, LookupHash person) =>
            db.Set<Ticket>().AsNoTracking().Where(t => t.Hall == hall && t.ServiceDay == day && t.IdentityLookup == person));

    /// <summary>Runs outside the operation's transaction: sealing may make a new key, which is a change of its own.</summary>
    internal async Task<Result<SealedVisitor>> ReadAsync(TakeTicket.Command command, Actor actor, CancellationToken cancel)
    {
        if (!PersonName.Of(command.Name).TryGet(out var name, out var badName))
        {
            return badName;
        }

        if (await halls.TodayAsync(command.Hall, cancel) is not { } today)
        {
            return HallErrors.Unknown;
        }

        var (read, reason) = (IdentityDocument.Of(command.IdType, command.IdNumber, today), (string?)null);
        if (!read.IsOk && await MayOverrideAsync(command, actor, cancel))
        {
            if (!Reason.Read(command.OverrideReason).TryGet(out reason, out var missing))
            {
                return missing;
            }

            read = IdentityDocument.Overridden(command.IdNumber, today);
        }

        return read.TryGet(out var identity, out var badIdentity)
            ? new SealedVisitor(
                identity.Type, personal.Seal(identity.Number), personal.Lookup(LookupPurpose, identity.LookupText), personal.Seal(name.Text), reason)
            : badIdentity;
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

    private async Task<bool> MayOverrideAsync(TakeTicket.Command command, Actor actor, CancellationToken cancel) =>
        command is { OverrideReason: not null, IdType: IdentityType.Citizen } && actor.Kind == ActorKind.Staff
        && await access.RefusalAsync(actor, Permission.OverrideIdentityCheck, command.Hall, cancel) is null;
}
