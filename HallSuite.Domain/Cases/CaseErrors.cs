using HallSuite.Domain.Kernel;

namespace HallSuite.Domain.Cases;

/// <summary>Refusals about cases. Arguments are names of materials, steps and rules, days and numbers; never personal data.</summary>
public static class CaseErrors
{
    /// <summary>No such case, or not for this actor.</summary>
    public static Error Unknown => new("case.unknown", ErrorKind.NotFound);

    /// <summary>Somebody acted since the page was read; says the last act and the state it led to.</summary>
    public static Error ChangedElsewhere(CaseAct act, CaseState state) => new("case.changed-elsewhere", ErrorKind.Conflict, act, state);

    /// <summary>Nobody is named for whom the case would be opened, and no ticket says who it is.</summary>
    public static Error ApplicantMissing => new("case.applicant-missing", ErrorKind.Invalid);

    /// <summary>The person has no post in which this step could be reviewed.</summary>
    public static Error CannotReview(string step) => new("case.cannot-review", ErrorKind.Invalid, step);

    /// <summary>Somebody named as an officer is not an active member of staff.</summary>
    public static Error OfficerUnknown => new("case.officer-unknown", ErrorKind.Invalid);

    /// <summary>The case is in a state that does not allow the act.</summary>
    public static Error WrongState(CaseState state, CaseAct act) => new("case.wrong-state", ErrorKind.Conflict, state, act);

    /// <summary>A member of staff answers for the act with their name.</summary>
    public static Error NeedsStaff(CaseAct act) => new("case.needs-staff", ErrorKind.Forbidden, act);

    /// <summary>The person took the case in, and so neither reviews nor decides it.</summary>
    public static Error TookItIn => new("case.took-it-in", ErrorKind.Forbidden);

    /// <summary>The person reviewed the case, and so neither takes papers in nor decides it.</summary>
    public static Error ReviewedIt => new("case.reviewed-it", ErrorKind.Forbidden);

    public static Error PolicyOutOfRange(string name, int least, int most) => new("case-policy.out-of-range", ErrorKind.Invalid, name, least, most);

    /// <summary>The hall has given out all numbers of the day.</summary>
    public static Error NumbersUsedUp => new("case.numbers-used-up", ErrorKind.Conflict);

    /// <summary>The matter is out of use.</summary>
    public static Error MatterInactive => new("case.matter-inactive", ErrorKind.Conflict);

    /// <summary>The matter does not serve this kind of applicant.</summary>
    public static Error NotServed(Matters.ApplicantKind kind) => new("case.not-served", ErrorKind.Invalid, kind);

    public static Error SubjectInvalid => new("case.subject-invalid", ErrorKind.Invalid, Case.SubjectLength);

    /// <summary>The standard is of another matter, or not in force on the day.</summary>
    public static Error NotInForce => new("case.standard-not-in-force", ErrorKind.Conflict);

    /// <summary>The case is pinned to another version of the standard.</summary>
    public static Error OtherStandard => new("case.other-standard", ErrorKind.Conflict);

    /// <summary>The standard does not ask for this (DOMAIN §3, rule 3).</summary>
    public static Error OutsideStandard(string requirement) => new("case.outside-standard", ErrorKind.Invalid, requirement);

    /// <summary>Each material of the standard is checked at receipt.</summary>
    public static Error MaterialUnchecked(string material) => new("case.material-unchecked", ErrorKind.Invalid, material);

    /// <summary>The material is always needed.</summary>
    public static Error MaterialNeeded(string material) => new("case.material-needed", ErrorKind.Invalid, material);

    /// <summary>Nothing is wrong with the material.</summary>
    public static Error MaterialSettled(string material) => new("case.material-settled", ErrorKind.Invalid, material);

    /// <summary>What is wrong with the material must be said, in one line.</summary>
    public static Error FaultUnsaid(string material, int longest) => new("case.fault-unsaid", ErrorKind.Invalid, material, longest);

    public static Error NamedTwice(string material) => new("case.named-twice", ErrorKind.Invalid, material);

    /// <summary>A notice must ask for all that lacks; this one is not in it (ALL Art. 32 item 4).</summary>
    public static Error NoticeIncomplete(string material) => new("case.notice-incomplete", ErrorKind.Invalid, material);

    /// <summary>Nothing is missing or faulty.</summary>
    public static Error NothingLacking => new("case.nothing-lacking", ErrorKind.Conflict);

    /// <summary>One notice is all there is (ALL Art. 32 item 4).</summary>
    public static Error SupplementSent => new("case.supplement-sent", ErrorKind.Conflict);

    /// <summary>The supplement notice did not ask for it; only its items count.</summary>
    public static Error NotInNotice(string requirement) => new("case.not-in-notice", ErrorKind.Invalid, requirement);

    public static Error NothingHandedIn => new("case.nothing-handed-in", ErrorKind.Invalid);

    /// <summary>The applicant still has time.</summary>
    public static Error SupplementRunning(DateOnly due) => new("case.supplement-running", ErrorKind.Conflict, due);

    /// <summary>A material that is missing or faulty keeps the case from being accepted.</summary>
    public static Error MaterialLacking(string material) => new("case.material-lacking", ErrorKind.Conflict, material);

    /// <summary>Only secondary materials can follow.</summary>
    public static Error KeyMaterialLacking(string material) => new("case.key-material-lacking", ErrorKind.Conflict, material);

    /// <summary>A missing secondary material needs a day by which it is promised.</summary>
    public static Error PromiseMissing(string material) => new("case.promise-missing", ErrorKind.Invalid, material);

    public static Error PromisePast(string material) => new("case.promise-past", ErrorKind.Invalid, material);

    /// <summary>The material was not promised, or is in.</summary>
    public static Error NotOwed(string requirement) => new("case.not-owed", ErrorKind.Invalid, requirement);

    /// <summary>A promised material is not in; the case cannot be issued before (DOMAIN §3, rule 4).</summary>
    public static Error StillOwed(string material) => new("case.still-owed", ErrorKind.Conflict, material);

    /// <summary>Five working days passed without a word: the case is accepted by law since the day of receipt (ALL Art. 32 item 4).</summary>
    public static Error AcceptedByLaw(DateOnly received) => new("case.accepted-by-law", ErrorKind.Conflict, received);

    /// <summary>The five working days are not over.</summary>
    public static Error AcceptanceRunning(DateOnly due) => new("case.acceptance-running", ErrorKind.Conflict, due);

    /// <summary>Whoever is sent away is told where to go (ALL Art. 32 item 2).</summary>
    public static Error AuthorityMissing => new("case.authority-missing", ErrorKind.Invalid, NotAccepted.AuthorityLength);

    public static Error StepUnknown(string code) => new("case.step-unknown", ErrorKind.NotFound, code);

    /// <summary>The step is in a state that does not allow the act.</summary>
    public static Error StepWrongState(string step, StepState state) => new("case.step-wrong-state", ErrorKind.Conflict, step, state);

    /// <summary>Somebody else is in charge of the step.</summary>
    public static Error StepOfOther(string step) => new("case.step-of-other", ErrorKind.Conflict, step);

    /// <summary>The step cannot be passed before two officers went to look (ALL Art. 34).</summary>
    public static Error VerificationMissing(string step) => new("case.verification-missing", ErrorKind.Conflict, step);

    /// <summary>A visit is made by two different officers or more.</summary>
    public static Error OfficersTooFew => new("case.officers-too-few", ErrorKind.Invalid);

    /// <summary>A visit was made today or before, and not before acceptance.</summary>
    public static Error VerificationDayInvalid => new("case.verification-day-invalid", ErrorKind.Invalid);

    /// <summary>The text is missing or too long; says the longest.</summary>
    public static Error TextRequired(int longest) => new("case.text-required", ErrorKind.Invalid, longest);

    /// <summary>There is no such criterion, or no such answer to it.</summary>
    public static Error MarkUnknown(string criterion, string option) => new("case.mark-unknown", ErrorKind.Invalid, criterion, option);

    /// <summary>The criterion has no answer yet.</summary>
    public static Error CriterionUnmarked(string criterion) => new("case.criterion-unmarked", ErrorKind.Conflict, criterion);

    /// <summary>The rule forbids this outcome in these circumstances.</summary>
    public static Error OutcomeForbidden(string rule, Matters.DecisionOutcome outcome) => new("case.outcome-forbidden", ErrorKind.Conflict, rule, outcome);

    /// <summary>The review is not finished; names the first open step.</summary>
    public static Error ReviewOpen(string step) => new("case.review-open", ErrorKind.Conflict, step);

    /// <summary>A refusal names who takes an application for reconsideration and which court a lawsuit (ALL Art. 38).</summary>
    public static Error RemediesMissing => new("case.remedies-missing", ErrorKind.Invalid, RefusalGrounds.BodyLength);

    /// <summary>The applicant is told how long a special procedure takes (ALL Art. 45).</summary>
    public static Error ToldDaysInvalid(int most) => new("case.told-days-invalid", ErrorKind.Invalid, most);

    /// <summary>The result arrived between the day of suspension and today.</summary>
    public static Error ArrivalInvalid(DateOnly from, DateOnly today) => new("case.arrival-invalid", ErrorKind.Invalid, from, today);

    /// <summary>One extension is all there is (ALL Art. 42).</summary>
    public static Error AlreadyExtended => new("case.already-extended", ErrorKind.Conflict);

    public static Error ExtensionInvalid(int most) => new("case.extension-invalid", ErrorKind.Invalid, most);

    /// <summary>The limit is over; what is over cannot be extended.</summary>
    public static Error ExtensionTooLate(DateOnly due) => new("case.extension-too-late", ErrorKind.Conflict, due);

    /// <summary>The case has no limit.</summary>
    public static Error NothingToExtend => new("case.nothing-to-extend", ErrorKind.Conflict);

    /// <summary>Joint handling is extended by the head of that level's government (ALL Art. 42).</summary>
    public static Error GovernmentApprovalMissing => new("case.government-approval-missing", ErrorKind.Invalid, Case.SubjectLength);

    /// <summary>The standard hands out a certificate and none was made, or it hands out none.</summary>
    public static Error CertificateInvalid => new("case.certificate-invalid", ErrorKind.Invalid);

    /// <summary>A certificate is valid from the day of the decision at the earliest.</summary>
    public static Error ValidFromInvalid(DateOnly earliest) => new("case.valid-from-invalid", ErrorKind.Invalid, earliest);

    public static Error AlreadyReady => new("case.already-ready", ErrorKind.Conflict);

    /// <summary>Whoever fetches a result shows who they are.</summary>
    public static Error IdentityUnchecked => new("case.identity-unchecked", ErrorKind.Invalid);

    /// <summary>The service receipt of a pick-up names who took the result.</summary>
    public static Error ReceiverMissing => new("case.receiver-missing", ErrorKind.Invalid);

    /// <summary>A shipment has a number; what is noted at a pick-up fits into a line.</summary>
    public static Error ReferenceMissing => new("case.reference-missing", ErrorKind.Invalid, Handover.ReferenceLength);

    /// <summary>The standard does not say that the matter is done on the spot.</summary>
    public static Error NotOnTheSpot => new("case.not-on-the-spot", ErrorKind.Conflict);

    /// <summary>The case is over; nothing is added to it.</summary>
    public static Error Over(CaseState state) => new("case.over", ErrorKind.Conflict, state);

    /// <summary>No such scan, or not for this actor.</summary>
    public static Error ScanUnknown => new("case.scan-unknown", ErrorKind.NotFound);

    /// <summary>The file is none that is shown here: PDF, PNG or JPEG, by its own bytes.</summary>
    public static Error ScanTypeUnknown => new("case.scan-type-unknown", ErrorKind.Invalid);

    /// <summary>Says the largest in megabytes.</summary>
    public static Error ScanTooLarge(int most) => new("case.scan-too-large", ErrorKind.Invalid, most);

    public static Error ScansTooMany(int most) => new("case.scans-too-many", ErrorKind.Conflict, most);
}
