using HallSuite.Domain.Kernel;

namespace HallSuite.Domain.Cases;

/// <summary>One change of a case (DOMAIN §3, rule 14): what, who, when, from where, and why. Written once, never changed.</summary>
/// <param name="Number">1, 2, 3 … within the case.</param>
/// <param name="WhoId">The member of staff or the device; empty for the applicant and for HallSuite itself.</param>
/// <param name="Where">Network address, or the job.</param>
/// <param name="Subject">The code of the step, the kind of the clock or whatever else the act was about; empty for the whole case.</param>
/// <param name="Note">
/// Why, as somebody typed it; for an assigned step the id of the person, for a moved limit its two days; empty where nothing had to be said.
/// </param>
public sealed record CaseEvent(
    int Number, CaseAct Act, CaseState Before, CaseState After, DateTimeOffset At, ActorKind WhoKind, Guid WhoId, string Where, string Subject, string Note)
{
    public const int WhereLength = 200;

    /// <summary>Room for the codes of all materials of a standard.</summary>
    public const int SubjectLength = 1100;

    public const int NoteLength = 4000;

    /// <summary>The papers that the change owes the applicant.</summary>
    public IReadOnlyList<NoticeKind> Notices => CaseLife.NoticesOf(Act, Before, After);
}
