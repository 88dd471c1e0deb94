using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;

namespace HallSuite.Domain.Cases;

/// <summary>
/// One application for one matter (办件, DOMAIN §3), pinned to the version of the standard under which it was received. Each act is a method named for it;
/// one that the state does not allow answers <c>case.wrong-state</c>. A refused act changes nothing; a done one adds to the history.
/// Permissions are the operation's business; that the right persons do not do two things is the case's own.
/// </summary>
public sealed partial class Case : IVersioned
{
    public const int SubjectLength = 200;
    public const int QueryKeyLength = 32;

    /// <summary>Stands in <see cref="DueSort"/> while no clock runs. Every database can hold it.</summary>
    public static readonly DateTimeOffset NoDue = new(9999, 12, 31, 0, 0, 0, TimeSpan.Zero);

    private readonly List<Clock> clocks = [];
    private readonly List<ReviewStep> steps = [];
    private readonly List<CaseEvent> events = [];

    private Case()
    {
    }

    public CaseId Id { get; private set; }

    public string Number { get; private set; } = "";

    /// <summary>The unguessable code on the receipt, with which the applicant looks the case up.</summary>
    public string QueryKey { get; private set; } = "";

    public HallId Hall { get; private set; }

    /// <summary>Who decides.</summary>
    public DepartmentId Department { get; private set; }

    public MatterId Matter { get; private set; }

    /// <summary>The version that is pinned at receipt; before it, the one in force when the case was opened.</summary>
    public StandardId Standard { get; private set; }

    public Handling Handling { get; private set; }

    public CaseChannel Channel { get; private set; }

    public string Subject { get; private set; } = "";

    /// <summary>The number under which the applicant was served; null where nobody queued.</summary>
    public TicketId? Ticket { get; private set; }

    public CaseApplicant Applicant { get; private set; } = null!;

    /// <summary>The applicant's look-up hash, by which their other cases are found.</summary>
    public LookupHash ApplicantLookup { get; private set; }

    /// <summary>The public name of the organisation that applies, by which its cases are found; null where a person applies.</summary>
    public string? Organisation { get; private set; }

    public CaseState State { get; private set; }

    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>The local day on which the papers were taken in.</summary>
    public DateOnly? ReceivedDay { get; private set; }

    /// <summary>The local day from which the decision's limits count.</summary>
    public DateOnly? AcceptedDay { get; private set; }

    /// <summary>Accepted by law, because the office was silent for five working days; it owes a yellow card.</summary>
    public bool DeemedAccepted { get; private set; }

    /// <summary>Received, decided and handed out in one act by one clerk.</summary>
    public bool OnTheSpot { get; private set; }

    /// <summary>The ready notice for a pick-up was sent.</summary>
    public DateTimeOffset? ReadyAt { get; private set; }

    /// <summary>How the case ended, also once it is archived; null while it goes on.</summary>
    public CaseState? EndedAs { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>What the standard asks for and what the checks found; empty before receipt.</summary>
    public IReadOnlyList<Material> Materials { get; private set; } = [];

    public Supplement? Supplement { get; private set; }

    public NotAccepted? NotAccepted { get; private set; }

    public IReadOnlyList<Suspension> Suspensions { get; private set; } = [];

    public Extension? Extension { get; private set; }

    public IReadOnlyList<Verification> Verifications { get; private set; } = [];

    /// <summary>How the criteria of the standard were answered so far.</summary>
    public IReadOnlyList<CriterionMark> Marks { get; private set; } = [];

    public Decision? Decision { get; private set; }

    public IssuedResult? Issued { get; private set; }

    public Handover? Handover { get; private set; }

    public TerminationGround? TerminatedFor { get; private set; }

    public Hands Hands { get; private set; } = Hands.None;

    /// <summary>When the first running clock is over; <see cref="NoDue"/> when none runs.</summary>
    public DateTimeOffset DueSort { get; private set; } = NoDue;

    /// <summary>How many events there are; the last one's number.</summary>
    public int EventCount { get; private set; }

    public long Version { get; private set; }

    /// <summary>Every clock that ever ran, in the order of their start.</summary>
    public IReadOnlyList<Clock> Clocks => clocks;

    /// <summary>The review steps; empty before the review begins.</summary>
    public IReadOnlyList<ReviewStep> Steps => steps;

    /// <summary>
    /// Whether neither the promise nor the statutory limit ran out before the decision. A case without a limit, and one that was done on the spot, cannot be late.
    /// </summary>
    public bool IsDecidedInTime => !clocks.Exists(c => Clock.IsOfDecision(c.Kind) && c.Late is true);

    /// <summary>The history, the oldest first.</summary>
    public IReadOnlyList<CaseEvent> Events => events;

    /// <summary>Opens a case as a draft.</summary>
    /// <param name="standard">The version of the matter's standard that is in force.</param>
    public static Result<Case> Open(CaseOpening what, Matter matter, Standard standard, Occasion occasion)
    {
        if (!matter.Active)
            return CaseErrors.MatterInactive;
        if (standard.Matter != matter.Id || !standard.IsInForceOn(occasion.Day))
            return CaseErrors.NotInForce;
        if (!matter.Serves(what.Applicant.Kind))
            return CaseErrors.NotServed(what.Applicant.Kind);
        if (OneLine.ReadOptional(what.Subject, SubjectLength) is not { } subject)
            return CaseErrors.SubjectInvalid;
        var opened = new Case
        {
            Id = what.Id,
            Number = what.Number,
            QueryKey = what.QueryKey,
            Hall = what.Hall,
            Department = matter.Department,
            Matter = matter.Id,
            Standard = standard.Id,
            Handling = standard.Content.Handling,
            Channel = what.Channel,
            Subject = subject,
            Ticket = what.Ticket,
            Applicant = what.Applicant,
            ApplicantLookup = what.Applicant.Lookup,
            Organisation = what.Applicant.PublicName,
            OpenedAt = occasion.Now,
        };
        opened.Done(CaseAct.Open, CaseState.Draft, occasion);
        return opened;
    }

    /// <summary>Whether the state and the person allow the act; what it is about may still forbid it.</summary>
    public bool Allows(CaseAct act, Occasion occasion) => BarTo(act, occasion) is null;

    private Error? BarTo(CaseAct act, Occasion occasion)
    {
        if (!CaseLife.StatesFor(act).Contains(State))
            return CaseErrors.WrongState(State, act);
        if (CaseLife.NeedsStaff(act) && occasion.Staff is null)
            return CaseErrors.NeedsStaff(act);
        return CaseLife.TakesIn(act) && occasion.Staff is { } staff ? Hands.ToTakeIn(staff) : null;
    }

    /// <summary>Writes the event and enters the state that the act leads to. Nothing can be refused any more.</summary>
    private Result Done(CaseAct act, CaseState after, Occasion occasion, string subject = "", string note = "")
    {
        var who = occasion.Who;
        events.Add(new CaseEvent(++EventCount, act, State, after, occasion.Now, who.Kind, who.Id, who.From, subject, note));
        State = after;
        if (CaseLife.TakesIn(act) && occasion.Staff is { } staff)
            Hands = Hands.TakenInBy(staff);
        if (CaseLife.IsOver(after) && EndedAs is null)
            End(after, occasion.Now);
        DueSort = clocks.Where(c => c.Runs).Select(c => c.DueAt).DefaultIfEmpty(NoDue).Min();
        return Result.Ok;
    }

    private void End(CaseState how, DateTimeOffset now)
    {
        (EndedAs, EndedAt) = (how, now);
        EndClocks(now);
        DropSteps();
    }

    private void DropSteps()
    {
        foreach (var step in steps.Where(s => s.State is StepState.Open or StepState.Waiting))
            step.Drop();
    }

    private void StartClock(ClockKind kind, DateOnly day, Calendar.Limit limit, Occasion occasion, string step = "") =>
        clocks.Add(Clock.Start(this, kind, step, day, limit, occasion));

    /// <summary>Whatever was measured is done: between two phases of a case no clock runs on.</summary>
    private void EndClocks(DateTimeOffset now)
    {
        foreach (var clock in clocks.Where(c => c.State != ClockState.Ended))
            clock.End(now);
    }

    private Clock? OpenClock(ClockKind kind) => clocks.Find(c => c.Kind == kind && c.State != ClockState.Ended);
}
