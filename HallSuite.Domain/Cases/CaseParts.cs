using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;

namespace HallSuite.Domain.Cases;

/// <summary>What a case is opened for; the operation has drawn number and key already.</summary>
/// <param name="Number">From <see cref="CaseNumber"/>.</param>
/// <param name="QueryKey">The unguessable code on the receipt, with which the applicant looks the case up.</param>
/// <param name="Subject">What the application is about, as the name of a shop or a building; empty where the matter says it all.</param>
/// <param name="Ticket">The number under which the applicant was served; null where nobody queued.</param>
public sealed record CaseOpening(
    CaseId Id, string Number, string QueryKey, HallId Hall, CaseChannel Channel, CaseApplicant Applicant, string Subject = "", TicketId? Ticket = null);

/// <summary>Why a case is not accepted.</summary>
/// <param name="RightAuthority">The authority that decides; required where this one does not.</param>
public sealed record NotAccepted(NotAcceptedGround Ground, string Reason, string RightAuthority = "")
{
    public const int AuthorityLength = 100;
}

/// <summary>One special procedure and its time (ALL Art. 45).</summary>
/// <param name="ToldDays">The working days it takes, as the applicant was told in writing.</param>
/// <param name="ToldDay">The day that follows from them.</param>
/// <param name="Through">The day the result arrived; null while it has not.</param>
public sealed record Suspension(SpecialProcedure Procedure, DateOnly From, int ToldDays, DateOnly ToldDay, DateOnly? Through, string Reason, string Outcome = "");

/// <summary>The only extension of a case (ALL Art. 42).</summary>
/// <param name="GovernmentApproval">The document by which the head of the government approved it; required under joint handling, otherwise empty.</param>
public sealed record Extension(DateOnly Day, int Days, string Reason, StaffId ApprovedBy, string GovernmentApproval);

/// <summary>A visit to the place by two officers or more (ALL Art. 34).</summary>
public sealed record Verification(DateOnly Day, IReadOnlyList<StaffId> Officers, string Findings);

/// <summary>What a refusal must say (ALL Art. 38): reasons, the law, and where to turn to.</summary>
/// <param name="ReconsiderationBody">Takes an application for reconsideration within <see cref="ReconsiderationDays"/>.</param>
/// <param name="Court">Takes a lawsuit within <see cref="LawsuitMonths"/>.</param>
public sealed record RefusalGrounds(string Reasons, string LegalBasis, string ReconsiderationBody, string Court)
{
    public const int ReasonsLength = 4000;
    public const int BasisLength = 500;
    public const int BodyLength = 100;

    /// <summary>Days after the decision became known (Administrative Reconsideration Law Art. 20).</summary>
    public const int ReconsiderationDays = 60;

    /// <summary>Months after the decision became known (Administrative Litigation Law Art. 46).</summary>
    public const int LawsuitMonths = 6;
}

/// <summary>What was decided, by whom, and on which answers to the criteria.</summary>
/// <param name="Refusal">Null for an approval.</param>
/// <param name="Note">Why it was approved although a reviewer disagreed; otherwise empty.</param>
public sealed record Decision(DecisionOutcome Outcome, DateOnly Day, StaffId By, IReadOnlyList<CriterionMark> Marks, RefusalGrounds? Refusal, string Note);

/// <summary>The certificate that was made for a case.</summary>
/// <param name="Identifier">The electronic certificate identifier; empty where none could be made.</param>
/// <param name="Document">The paper, with its signature.</param>
public sealed record MadeCertificate(string Number, string Identifier, DocumentId Document);

/// <summary>What was made out.</summary>
/// <param name="Certificate">Its number; null where the decision itself is all.</param>
/// <param name="ValidUntil">Null for no end.</param>
/// <param name="Identifier">The electronic certificate identifier; empty where there is none.</param>
/// <param name="Document">The certificate itself; null where the decision itself is all.</param>
public sealed record IssuedResult(
    DateOnly Day, StaffId By, string? Certificate, DateOnly? ValidFrom, DateOnly? ValidUntil, string Identifier = "", DocumentId? Document = null);

/// <summary>What one clerk found and did where a case is completed on the spot (ALL Art. 34).</summary>
/// <param name="Findings">One for each material, all in order or not needed.</param>
/// <param name="Marks">Answers to all criteria of the standard.</param>
public sealed record SpotWork(IReadOnlyList<Finding> Findings, IReadOnlyList<CriterionMark> Marks, Handover Handover);

/// <summary>How the result reached the applicant.</summary>
/// <param name="Reference">The number of the shipment; empty at a pick-up, whose service receipt has a number of its own.</param>
/// <param name="IdentityChecked">Whether the person who fetched it showed an identity document; required at a pick-up.</param>
/// <param name="Receiver">Who took it, required at a pick-up; null where the courier's own record says it.</param>
public sealed record Handover(DeliveryWay Way, string Reference, bool IdentityChecked = false, SealedText? Receiver = null)
{
    public const int ReferenceLength = 100;
}
