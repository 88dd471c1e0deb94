using HallSuite.Domain.Applicants;
using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Privacy;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Cases;

/// <summary>Who applies, in full. For the eyes of the one who asked; it is written nowhere.</summary>
/// <param name="IdType">Null for an organisation.</param>
/// <param name="Phone">Null where none was given.</param>
public sealed record RevealedApplicant(string Name, IdentityType? IdType, string Number, string? Phone, string? Agent, string? AgentPhone)
{
    /// <summary>Without who it is.</summary>
    public override string ToString() => nameof(RevealedApplicant);
}

/// <summary>
/// Shows the applicant's name, numbers and telephone in full, with a reason that goes to the audit log (PIPL, DOMAIN §7). Changes nothing, yet is an
/// operation, so that nobody sees it unseen. <c>reason.required</c>.
/// </summary>
public sealed class RevealApplicant(HallWork works, IDbContextFactory<HallDbContext> contexts, PersonalData personal)
{
    public sealed record Command(CaseId Case, string Reason);

    public async Task<Result<RevealedApplicant>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        if (!Reason.Read(command.Reason).TryGet(out var reason, out var missing))
        {
            return missing;
        }

        if (await CasePlace.FindAsync(contexts, command.Case, cancel) is not { } place)
        {
            return CaseErrors.Unknown;
        }

        var order = new WorkOrder(nameof(RevealApplicant), Permission.RevealIdentity, place.Scope, Streams.Cases(place.Hall), place.Number, reason);

        // Answers to idempotency keys are kept; this one must not be.
        var found = await works.RunAsync<CaseApplicant>(order, actor with { Once = null }, async (work, token) =>
            await work.Db.Set<Case>().AsNoTracking().Where(c => c.Id == command.Case).Select(c => c.Applicant).SingleAsync(token), cancel);

        // Opened only when it is in the audit log.
        return found.TryGet(out var applicant, out var refused)
            ? new RevealedApplicant(
                personal.Open(applicant.Name), applicant.IdentityType, personal.Open(applicant.Identity), Open(applicant.Phone),
                Open(applicant.Agent?.Name), Open(applicant.Agent?.Phone))
            : refused;
    }

    private string? Open(SealedText? text) => text is { } some ? personal.Open(some) : null;
}
