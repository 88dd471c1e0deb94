using HallSuite.Domain.Applicants;
using HallSuite.Domain.Matters;
using HallSuite.Infrastructure.Cases;

namespace HallSuite.Web.Features.Cases;

/// <summary>Who applies, as it is typed at the counter.</summary>
public sealed class ApplicantForm
{
    /// <summary>The visitor at the window is the applicant; what the ticket knows is enough.</summary>
    public bool IsVisitor { get; set; }

    public ApplicantKind Kind { get; set; } = ApplicantKind.Natural;

    public IdentityType IdType { get; set; } = IdentityType.Citizen;

    public string IdNumber { get; set; } = "";

    public string Name { get; set; } = "";

    public string Phone { get; set; } = "";

    /// <summary>Why a doubtful number is accepted.</summary>
    public string Reason { get; set; } = "";

    /// <summary>A doubtful number was refused, and a reason is asked for.</summary>
    public bool AsksReason { get; set; }

    public bool HasAgent { get; set; }

    public string AgentName { get; set; } = "";

    public IdentityType AgentIdType { get; set; } = IdentityType.Citizen;

    public string AgentIdNumber { get; set; } = "";

    public string AgentPhone { get; set; } = "";

    /// <summary>Somebody with this number who applied before; what is known is not asked again.</summary>
    public KnownApplicant? Known { get; set; }

    public bool IsOrganisation => Kind != ApplicantKind.Natural;

    /// <summary>Whether there is enough to open a case with; what is wrong with it the operation says.</summary>
    public bool IsComplete => IsVisitor || Known is not null || (IdNumber.Trim().Length > 0 && Name.Trim().Length > 0);

    /// <summary>Null where the ticket or an earlier case says who it is.</summary>
    public ApplicantEntry? Entry => IsVisitor || Known is not null
        ? null
        : new ApplicantEntry(
            Kind, Name, IdType, IdNumber.Trim(), Phone.Trim().Length == 0 ? null : Phone,
            HasAgent ? new AgentEntry(AgentName, AgentIdType, AgentIdNumber.Trim(), AgentPhone.Trim().Length == 0 ? null : AgentPhone) : null,
            AsksReason && Reason.Trim().Length > 0 ? Reason : null);
}
