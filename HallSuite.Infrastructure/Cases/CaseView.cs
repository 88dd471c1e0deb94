using HallSuite.Domain.Calendar;
using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;

namespace HallSuite.Infrastructure.Cases;

/// <summary>A case as its page shows it. Personal data is masked; what the acts recorded stands in the domain's own records.</summary>
/// <param name="Seen">What an act on the page sends back.</param>
/// <param name="Rules">How the matter is done: by the version the case is pinned to, or before receipt the one in force today.</param>
/// <param name="Receiver">Who took the result, masked.</param>
/// <param name="PickupCode">As the slip tells it; null while nothing is to be fetched.</param>
/// <param name="TookIn">Who took the case in, and so neither reviews nor decides it.</param>
/// <param name="Acts">What the actor could do now; what it is about may still forbid it.</param>
/// <param name="Due">The first limit that is not over; null when there is none.</param>
/// <param name="At">When it was read.</param>
/// <param name="Today">The hall's local day.</param>
/// <param name="WhyNot">Why the actor neither reviews nor decides it although their post would let them (DOMAIN §3, rule 8); null where nothing forbids it.</param>
public sealed record CaseView(
    SeenCase Seen, string Number, HallId Hall, DepartmentId Department, string DepartmentName, string DepartmentNameEn, string MatterCode, string Matter,
    int StandardNumber, StandardContent Rules, CaseState State, CaseChannel Channel, string Subject, ShownApplicant Applicant, TicketId? Ticket, DateTimeOffset OpenedAt,
    DateOnly? ReceivedDay, DateOnly? AcceptedDay, bool DeemedAccepted, bool OnTheSpot, DateTimeOffset? ReadyAt, DateTimeOffset? EndedAt, bool AwaitsDecision,
    IReadOnlyList<Material> Materials, Supplement? Supplement, NotAccepted? NotAccepted, IReadOnlyList<Suspension> Suspensions, Extension? Extension,
    IReadOnlyList<Verification> Verifications, IReadOnlyList<CriterionMark> Marks, Decision? Decision, IssuedResult? Issued, DeliveryWay? DeliveredBy,
    string? DeliveryReference, string? Receiver, TerminationGround? TerminatedFor, IReadOnlyList<ClockView> Clocks, IReadOnlyList<StepView> Steps,
    IReadOnlyList<EventView> Events, IReadOnlyList<PaperView> Papers, string? PickupCode, IReadOnlyList<StaffId> TookIn, IReadOnlyList<CaseAct> Acts, IReadOnlyDictionary<StaffId, string> Names,
    ShownDue? Due, DateTimeOffset At, DateOnly Today, string HallCode, string TimeZone, IReadOnlyList<ScanView> Scans, bool MayReveal, bool MayScan,
    IReadOnlyDictionary<DepartmentId, string> Departments, Error? WhyNot)
{
    /// <summary>The certificate is one of them.</summary>
    public int PaperCount => Papers.Count + (Issued?.Document is null ? 0 : 1);
}

/// <summary>A document that an act issued.</summary>
/// <param name="Event">The number of the event that owed it.</param>
/// <param name="Signed">The signed file can be opened.</param>
public sealed record PaperView(int Event, NoticeKind Kind, DocumentId Document, string Number, bool Signed);

/// <summary>One limit, with how its last day comes about.</summary>
/// <param name="DaysLeft">Working days after today up to the last day; negative for days overdue.</param>
public sealed record ClockView(
    int Number, ClockKind Kind, string Step, ClockState State, Limit Limit, int ExtendedBy, DateOnly StartDay, DateOnly DueDay, DateTimeOffset DueAt, bool Provisional,
    Light Light, DateTimeOffset? EndedAt, bool? Late, int DaysLeft, DueDate Explained);

/// <summary>One review step.</summary>
/// <param name="Mine">Whether the actor may take it up or is in charge of it.</param>
public sealed record StepView(
    string Code, string Name, int Stage, StepRole Role, DepartmentId Department, bool OnSite, StepState State, StaffId? Reviewer, bool? Agrees, string Opinion,
    DateTimeOffset? OpenedAt, DateTimeOffset? PassedAt, int Returns, bool Mine);

/// <summary>One change.</summary>
/// <param name="Who">The name of the member of staff; null for the applicant, a device and HallSuite itself.</param>
public sealed record EventView(
    int Number, CaseAct Act, CaseState Before, CaseState After, DateTimeOffset At, ActorKind WhoKind, string? Who, string Where, string Subject, string Note,
    IReadOnlyList<NoticeKind> Notices);
