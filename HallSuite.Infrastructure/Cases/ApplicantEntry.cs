using HallSuite.Domain.Applicants;
using HallSuite.Domain.Matters;

namespace HallSuite.Infrastructure.Cases;

/// <summary>Who applies, as typed or read from a card.</summary>
/// <param name="IdType">Counts for a natural person only.</param>
/// <param name="IdNumber">The identity number, or the social credit code of an organisation.</param>
/// <param name="Reason">Why a doubtful number is accepted: a credit code by anyone, a citizen's by whoever may override the check.</param>
public sealed record ApplicantEntry(
    ApplicantKind Kind, string Name, IdentityType IdType, string IdNumber, string? Phone, AgentEntry? Agent = null, string? Reason = null)
{
    /// <summary>Without who it is: a command ends in a log sooner or later.</summary>
    public override string ToString() => $"{nameof(ApplicantEntry)} {Kind}";
}

/// <summary>Who acts for an applicant, as typed or read from a card.</summary>
public sealed record AgentEntry(string Name, IdentityType IdType, string IdNumber, string? Phone)
{
    public override string ToString() => nameof(AgentEntry);
}
