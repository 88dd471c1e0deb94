using HallSuite.Domain.Calendar;
using HallSuite.Domain.Cases;
using HallSuite.Domain.Documents;

namespace HallSuite.Infrastructure.Cases;

/// <summary>A station on the way of a case, as its applicant knows it.</summary>
public enum TrackStation
{
    /// <summary>Taken in and accepted on one day.</summary>
    Intake,

    Receipt,
    Supplement,
    Acceptance,

    /// <summary>A special procedure, whose time the limits leave out.</summary>
    Suspension,

    Review,
    Decision,
    Handover,

    /// <summary>Over without a decision.</summary>
    Ending,
}

/// <summary>How far a station is.</summary>
public enum TrackState
{
    Done,
    Current,
    ToCome,
}

/// <summary>What the applicant has to do now.</summary>
public enum ApplicantTask
{
    Nothing,

    /// <summary>Nothing was taken in yet.</summary>
    BringPapers,

    /// <summary>What the supplement notice asked for.</summary>
    HandIn,

    /// <summary>What was promised at a tolerant acceptance.</summary>
    HandInPromised,

    Fetch,

    /// <summary>The refusal lies ready, with the remedies on it.</summary>
    FetchRefusal,

    /// <summary>Another authority decides.</summary>
    ApplyElsewhere,

    /// <summary>Over; nothing can be done in this case any more.</summary>
    Over,
}

/// <summary>One station of the way.</summary>
public sealed record TrackStep(TrackStation Station, TrackState State)
{
    /// <summary>The name of a review step; empty for the other stations.</summary>
    public string Name { get; init; } = "";

    /// <summary>The day on which it happened, or began.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day of something that took several.</summary>
    public DateOnly? Through { get; init; }

    /// <summary>The day by which it is to be done; null where no limit runs.</summary>
    public DateOnly? By { get; init; }

    /// <summary>Counts from the station before, which has no day yet.</summary>
    public Limit? Within { get; init; }

    /// <summary>What the limits stand still for.</summary>
    public SpecialProcedure? Procedure { get; init; }

    /// <summary>The working days that the limits leave out.</summary>
    public int DaysLeftOut { get; init; }

    /// <summary>How it came out, where it can come out in several ways.</summary>
    public CaseState? Outcome { get; init; }
}

/// <summary>A material that the applicant still has to hand in.</summary>
public sealed record WantedMaterial(string Name, DateOnly? By);

/// <summary>A document that the case issued.</summary>
/// <param name="VerifyCode">Leads to the public check.</param>
public sealed record TrackPaper(DocumentKind Kind, string Number, DateOnly Day, string VerifyCode);

/// <summary>A special procedure that runs.</summary>
/// <param name="Told">The day by which its result is expected, as the applicant was told.</param>
/// <param name="DecisionBy">The last day of the decision that follows from it.</param>
public sealed record Standstill(SpecialProcedure Procedure, DateOnly From, DateOnly Told, DateOnly? DecisionBy);

/// <summary>All that the applicant's page says (DESIGN-LANGUAGE §9): where it is, by when, what to do. Nobody's name or number is in it.</summary>
/// <param name="At">When it was read.</param>
/// <param name="Today">The hall's local day.</param>
/// <param name="DaysLeft">Working days until the limit ends, negative for days overdue; null when none runs.</param>
/// <param name="StatutoryDay">The last day of the law's own limit, where the promise that runs is shorter.</param>
/// <param name="PickUpCode">Told at the window where a ready result is fetched; otherwise null.</param>
/// <param name="RightAuthority">Who decides instead; empty where nobody was named.</param>
public sealed record CaseTrack(
    CaseProgress Progress, string TimeZone, string HallCode, string Hotline, string? Address, DateTimeOffset At, DateOnly Today, int? DaysLeft, DateOnly? StatutoryDay,
    Standstill? Standstill, ApplicantTask Task, IReadOnlyList<WantedMaterial> Wanted, string? PickUpCode, string RightAuthority, IReadOnlyList<TrackStep> Steps,
    IReadOnlyList<TrackPaper> Papers);
