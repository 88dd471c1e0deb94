using HallSuite.Domain.Applicants;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Infrastructure.Platform.Privacy;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Queueing;

/// <summary>Who holds a ticket, in full. For the eyes of the one who asked; it is written nowhere.</summary>
public sealed record RevealedVisitor(string Name, IdentityType IdType, string IdNumber)
{
    public override string ToString() => $"{PersonName.MaskOf(Name)} {IdentityDocument.MaskOf(IdType, IdNumber)}";
}

/// <summary>
/// Shows a visitor's name and identity number in full, with a reason that goes to the audit log (PIPL, DOMAIN §7). Changes nothing, yet is an
/// operation, so that nobody sees it unseen. <c>reason.required</c>; <c>ticket.identity-erased</c> after the time of the hall's policy.
/// </summary>
public sealed class RevealVisitor(HallWork works, PersonalData personal)
{
    public sealed record Command(HallId Hall, TicketId Ticket, string Reason);

    public async Task<Result<RevealedVisitor>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        if (!Reason.Read(command.Reason).TryGet(out var reason, out var missing))
        {
            return missing;
        }

        var order = new WorkOrder(nameof(RevealVisitor), Permission.RevealIdentity, command.Hall, Streams.Queue(command.Hall), Reason: reason);

        // Answers to idempotency keys are kept; this one must not be.
        var found = await works.RunAsync<Sealed>(order, actor with { Once = null }, async (work, token) =>
        {
            if (await work.Db.Set<Ticket>().AsNoTracking().SingleOrDefaultAsync(t => t.Id == command.Ticket && t.Hall == command.Hall, token) is not { } ticket)
            {
                return QueueErrors.TicketUnknown;
            }

            work.Subject = ticket.Text;
            return ticket.IdentitySealed is { } number ? new Sealed(ticket.NameSealed, ticket.IdentityType, number) : QueueErrors.IdentityErased;
        }, cancel);

        // Opened only when it is in the audit log.
        return found.TryGet(out var seals, out var refused)
            ? new RevealedVisitor(seals.Name is { } name ? personal.Open(name) : "", seals.IdType, personal.Open(seals.Number))
            : refused;
    }

    private sealed record Sealed(SealedText? Name, IdentityType IdType, SealedText Number);
}
