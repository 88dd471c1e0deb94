using HallSuite.Domain.Calendar;
using HallSuite.Domain.Kernel;

namespace HallSuite.Domain.Cases;

/// <summary>A clock whose light went on.</summary>
/// <param name="Clock">The number of the clock in its case.</param>
public readonly record struct LightChange(int Clock, ClockKind Kind, string Step, Light From, Light To);

/// <summary>A clock whose last day moved because the calendar changed.</summary>
/// <param name="Clock">The number of the clock in its case.</param>
public readonly record struct ClockMove(int Clock, ClockKind Kind, DateOnly From, DateOnly To);

/// <summary>
/// One limit of a case (时限, DOMAIN §1). Its last day and the instants of its lights are computed when it starts, pauses, resumes, is extended or the
/// calendar changes, and stored. Only its case moves it.
/// </summary>
public sealed class Clock
{
    private Clock()
    {
    }

    /// <summary>The hall of its case; it stands here, as the department does, so that what is lit is found without looking at cases.</summary>
    public HallId Hall { get; private set; }

    /// <summary>The department that decides its case; a step's limit is answered for by that of the step.</summary>
    public DepartmentId Department { get; private set; }

    /// <summary>1, 2, 3 … within the case.</summary>
    public int Number { get; private set; }

    public ClockKind Kind { get; private set; }

    /// <summary>The code of the review step; empty for the other kinds.</summary>
    public string Step { get; private set; } = "";

    public ClockState State { get; private set; }

    /// <summary>The local day of the event; the first day counted comes after it.</summary>
    public DateOnly StartDay { get; private set; }

    /// <summary>The days of the limit, an extension included.</summary>
    public int Days { get; private set; }

    public LimitUnit Unit { get; private set; }

    /// <summary>The days among <see cref="Days"/> that an extension gave.</summary>
    public int ExtendedBy { get; private set; }

    public IReadOnlyList<Pause> Pauses { get; private set; } = [];

    /// <summary>The last day. While paused, the day that follows from the time told to the applicant, which nobody is held to.</summary>
    public DateOnly DueDay { get; private set; }

    /// <summary>Counted through a year whose holidays are not published.</summary>
    public bool Provisional { get; private set; }

    /// <summary>24:00 of <see cref="DueDay"/>.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>Null, as the other two, where no light is shown: paused, ended, or the applicant's own time.</summary>
    public DateTimeOffset? BlueAt { get; private set; }

    public DateTimeOffset? YellowAt { get; private set; }

    public DateTimeOffset? RedAt { get; private set; }

    /// <summary>The light that is on, or was when the clock ended. A last day that moves takes it back; cards given stay with supervision.</summary>
    public Light Light { get; private set; }

    /// <summary>When the next light is to be put on; null when none is.</summary>
    public DateTimeOffset? NextLightAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Whether it was over before what it measures was done; null until it ended.</summary>
    public bool? Late { get; private set; }

    public Limit Limit => new(Days, Unit);

    /// <summary>Not ended and not standing still.</summary>
    public bool Runs => State == ClockState.Running;

    /// <summary>Whether an office answers for it with cards (DOMAIN §6); the time for a supplement is the applicant's.</summary>
    public static bool IsWatched(ClockKind kind) => kind switch
    {
        ClockKind.Acceptance or ClockKind.Committed or ClockKind.Decision or ClockKind.Step or ClockKind.Issue => true,
        ClockKind.Supplement => false,
    };

    /// <summary>Whether it measures the way to the decision: what was promised, and what the law allows.</summary>
    public static bool IsOfDecision(ClockKind kind) => kind switch
    {
        ClockKind.Committed or ClockKind.Decision => true,
        ClockKind.Acceptance or ClockKind.Supplement or ClockKind.Step or ClockKind.Issue => false,
    };

    /// <summary>Whether a special procedure stops it; never the acceptance (DOMAIN §3, rule 7).</summary>
    public static bool IsPausable(ClockKind kind) => kind switch
    {
        ClockKind.Committed or ClockKind.Decision or ClockKind.Step => true,
        ClockKind.Acceptance or ClockKind.Supplement or ClockKind.Issue => false,
    };

    /// <summary>Whether its time is over and what it measures is not done.</summary>
    public bool IsOverAt(DateTimeOffset now) => Runs && now >= DueAt;

    /// <summary>How the last day comes about, day by day.</summary>
    public DueDate Explain(WorkCalendar calendar) => calendar.Due(StartDay, Limit, Pauses);

    internal static Clock Start(Case file, ClockKind kind, string step, DateOnly day, Limit limit, Occasion occasion)
    {
        var clock = new Clock
        {
            Hall = file.Hall, Department = file.Department, Number = file.Clocks.Count + 1, Kind = kind, Step = step, StartDay = day, Days = limit.Days, Unit = limit.Unit,
        };
        clock.Recount(null, occasion);
        return clock;
    }

    /// <param name="told">The day by which the result is expected, as the applicant was told.</param>
    internal void Pause(DateOnly told, Occasion occasion)
    {
        Pauses = [.. Pauses, new Pause(occasion.Day, null)];
        Recount(told, occasion);
    }

    /// <param name="arrived">The local day on which the result arrived; the last one left out.</param>
    internal void Resume(DateOnly arrived, Occasion occasion)
    {
        Pauses = [.. Pauses.Select(p => p with { Through = p.Through ?? arrived })];
        Recount(null, occasion);
    }

    internal void Extend(int days, DateOnly? told, Occasion occasion)
    {
        (Days, ExtendedBy) = (Days + days, ExtendedBy + days);
        Recount(told, occasion);
    }

    internal void End(DateTimeOffset now)
    {
        (Late, State, EndedAt) = (IsOverAt(now), ClockState.Ended, now);
        ShowNoLights();
    }

    /// <summary>The office let the acceptance pass in silence: yellow at once. Null when it is already.</summary>
    internal LightChange? BlameSilence()
    {
        if (Light >= Light.Yellow)
            return null;
        var before = Light;
        Light = Light.Yellow;
        return new LightChange(Number, Kind, Step, before, Light);
    }

    /// <summary>Puts on the light that is due.</summary>
    internal LightChange? TurnLight(DateTimeOffset now)
    {
        if (NextLightAt is null || now < NextLightAt || Times is not { } times)
            return null;
        var before = Light;
        Light = times.LightAt(now);
        NextLightAt = times.After(Light);
        return new LightChange(Number, Kind, Step, before, Light);
    }

    /// <summary>Computes the last day and the lights anew.</summary>
    /// <param name="told">While paused, the day by which the result is expected.</param>
    internal void Recount(DateOnly? told, Occasion occasion)
    {
        var end = occasion.Rules.Calendar.DueDayOf(StartDay, Limit, Pauses);
        State = end.Suspended ? ClockState.Paused : ClockState.Running;
        if (end.Suspended)
            end = occasion.Rules.Calendar.DueDayOf(StartDay, Limit, [.. Pauses.Select(p => p with { Through = p.Through ?? told ?? p.From })]);
        var times = occasion.Rules.Lights(end.Day, Limit);
        (DueDay, Provisional, DueAt) = (end.Day, end.Provisional, times.DueAt);
        if (State == ClockState.Paused || !IsWatched(Kind))
        {
            Light = Light.None;
            ShowNoLights();
            return;
        }

        (BlueAt, YellowAt, RedAt) = (times.BlueAt, times.YellowAt, times.RedAt);
        // Taken back here, but put on only by TurnLight, so that no card is missed.
        Light = (Light)Math.Min((int)Light, (int)times.LightAt(occasion.Now));
        NextLightAt = times.After(Light);
    }

    private CardTimes? Times => BlueAt is { } blue && YellowAt is { } yellow && RedAt is { } red ? new CardTimes(DueAt, blue, yellow, red) : null;

    private void ShowNoLights() => (BlueAt, YellowAt, RedAt, NextLightAt) = (null, null, null, null);
}
