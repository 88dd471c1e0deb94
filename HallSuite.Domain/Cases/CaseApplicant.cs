using HallSuite.Domain.Applicants;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;

namespace HallSuite.Domain.Cases;

/// <summary>Who applies. Names and numbers of persons are sealed; an organisation is found by its code.</summary>
/// <param name="Lookup">Finds the applicant's other cases: made of the identity number or the social credit code.</param>
/// <param name="IdentityType">Null for an organisation.</param>
/// <param name="Identity">The identity number, or the social credit code of an organisation.</param>
/// <param name="Agent">Who acts for the applicant; null when nobody does.</param>
/// <param name="PublicName">The name of an organisation, which stands in a public register; null for a person.</param>
public sealed record CaseApplicant(
    ApplicantKind Kind, SealedText Name, LookupHash Lookup, IdentityType? IdentityType, SealedText Identity, SealedText? Phone, CaseAgent? Agent = null,
    string? PublicName = null);

/// <summary>Who acts for an applicant (ALL Art. 29).</summary>
public sealed record CaseAgent(SealedText Name, IdentityType IdentityType, SealedText Identity, SealedText? Phone);
