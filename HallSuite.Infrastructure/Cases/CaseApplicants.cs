using HallSuite.Domain.Applicants;
using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;
using HallSuite.Domain.Queueing;
using HallSuite.Infrastructure.Platform.Clock;
using HallSuite.Infrastructure.Platform.Privacy;

namespace HallSuite.Infrastructure.Cases;

/// <summary>An applicant, checked and sealed.</summary>
/// <param name="Overridden">What is wrong with a citizen number that is accepted all the same; it counts only for whoever may do so.</param>
/// <param name="Reason">Why something doubtful is accepted; null where nothing is.</param>
internal sealed record SealedApplicant(CaseApplicant Applicant, Error? Overridden = null, string? Reason = null);

/// <summary>Checks and seals who applies. The same person has the same look-up hash on a ticket and on a case.</summary>
public sealed class CaseApplicants(PersonalData personal, HallClock clock)
{
    /// <summary>Before the operation takes its turn at the database: sealing may make a new key, which is a change of its own.</summary>
    internal Result<SealedApplicant> Read(ApplicantEntry entry)
    {
        if (!PersonName.Of(entry.Name).TryGet(out var name, out var badName))
        {
            return badName;
        }

        if (!PhoneOf(entry.Phone).TryGet(out var phone, out var badPhone))
        {
            return badPhone;
        }

        if (!AgentOf(entry.Agent).TryGet(out var agent, out var badAgent))
        {
            return badAgent;
        }

        return entry.Kind == ApplicantKind.Natural
            ? PersonOf(entry, name, phone.Sealed, agent.Sealed)
            : OrganisationOf(entry, name, phone.Sealed, agent.Sealed);
    }

    /// <summary>By which somebody's cases are found; the refusal of the number where it is none.</summary>
    /// <param name="idType">Counts for a natural person only.</param>
    internal Result<LookupHash> LookupOf(ApplicantKind kind, IdentityType idType, string number)
    {
        if (kind == ApplicantKind.Natural)
        {
            return IdentityDocument.Of(idType, number, clock.LatestDay).TryGet(out var identity, out var faulty)
                ? personal.Lookup(LookupPurpose.Identity, identity.LookupText)
                : faulty;
        }

        return CreditCode.Of(number).TryGet(out var code, out var unfit) ? personal.Lookup(LookupPurpose.CreditCode, code.Text) : unfit;
    }

    /// <summary>The holder of a ticket; null once the identity is erased, or where the ticket has no name.</summary>
    internal static CaseApplicant? HolderOf(Ticket ticket) =>
        ticket is { IdentitySealed: { } number, IdentityLookup: { } lookup, NameSealed: { } name }
            ? new CaseApplicant(ApplicantKind.Natural, name, lookup, ticket.IdentityType, number, null)
            : null;

    private Result<SealedApplicant> PersonOf(ApplicantEntry entry, PersonName name, SealedText? phone, CaseAgent? agent)
    {
        if (IdentityDocument.Of(entry.IdType, entry.IdNumber, clock.LatestDay).TryGet(out var identity, out var faulty))
        {
            return new SealedApplicant(Seal(identity, name, phone, agent));
        }

        if (entry is not { Reason: not null, IdType: IdentityType.Citizen })
        {
            return faulty;
        }

        if (!Reason.Read(entry.Reason).TryGet(out var reason, out var unsaid))
        {
            return unsaid;
        }

        return IdentityDocument.Overridden(entry.IdNumber, clock.LatestDay).TryGet(out var accepted, out var beyondRepair)
            ? new SealedApplicant(Seal(accepted, name, phone, agent), faulty, reason)
            : beyondRepair;
    }

    private Result<SealedApplicant> OrganisationOf(ApplicantEntry entry, PersonName name, SealedText? phone, CaseAgent? agent)
    {
        if (!CreditCode.Of(entry.IdNumber).TryGet(out var code, out var faulty))
        {
            return faulty;
        }

        string? reason = null;
        if (code.Warning is { } warning && !Reason.Read(entry.Reason).TryGet(out reason, out _))
        {
            return ApplicantErrors.CreditCodeDoubtful(warning);
        }

        return new SealedApplicant(
            new CaseApplicant(
                entry.Kind, personal.Seal(name.Text), personal.Lookup(LookupPurpose.CreditCode, code.Text), null, personal.Seal(code.Text), phone, agent,
                name.Text),
            Reason: reason);
    }

    private CaseApplicant Seal(IdentityDocument identity, PersonName name, SealedText? phone, CaseAgent? agent) => new(
        ApplicantKind.Natural, personal.Seal(name.Text), personal.Lookup(LookupPurpose.Identity, identity.LookupText), identity.Type, personal.Seal(identity.Number), phone, agent);

    private Result<Optional<CaseAgent>> AgentOf(AgentEntry? entry)
    {
        if (entry is null)
        {
            return new Optional<CaseAgent>(null);
        }

        if (!PersonName.Of(entry.Name).TryGet(out var name, out var badName))
        {
            return badName;
        }

        if (!IdentityDocument.Of(entry.IdType, entry.IdNumber, clock.LatestDay).TryGet(out var identity, out var faulty))
        {
            return faulty;
        }

        return PhoneOf(entry.Phone).TryGet(out var phone, out var badPhone)
            ? new Optional<CaseAgent>(new CaseAgent(personal.Seal(name.Text), identity.Type, personal.Seal(identity.Number), phone.Sealed))
            : badPhone;
    }

    private Result<OptionalText> PhoneOf(string? raw)
    {
        if (string.IsNullOrWhiteSpace(raw))
        {
            return new OptionalText(null);
        }

        return PhoneNumber.Of(raw).TryGet(out var phone, out var faulty) ? new OptionalText(personal.Seal(phone.Digits)) : faulty;
    }

    // A result whose value is null could not be told from none.
    private readonly record struct OptionalText(SealedText? Sealed);

    private readonly record struct Optional<T>(T? Sealed) where T : class;
}
