using System.Globalization;
using HallSuite.Domain.Calendar;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;

namespace HallSuite.Domain.Cases;

/// <summary>How a limit of a case comes about.</summary>
/// <param name="Due">Every day from the start to the last, counted or left out, with the reason.</param>
/// <param name="Suspensions">What the pauses were for; empty for a clock that is never paused.</param>
/// <param name="Extension">Null where it did not lengthen this clock.</param>
public sealed record ClockExplanation(Clock Clock, DueDate Due, IReadOnlyList<Suspension> Suspensions, Extension? Extension);

/// <content>Limits (DOMAIN §3, rules 5 to 7): suspension, extension, lights, a changed calendar.</content>
public sealed partial class Case
{
    /// <summary>The longest time that an applicant can be told, in working days.</summary>
    public const int MostToldDays = 365;

    /// <summary>
    /// A special procedure begins (ALL Art. 45): the limits of the decision stand still from tomorrow on, through the day on which the result arrives.
    /// </summary>
    /// <param name="toldDays">The working days it takes, as the applicant is told in writing.</param>
    public Result Suspend(SpecialProcedure procedure, int toldDays, string reason, Occasion occasion)
    {
        if (BarTo(CaseAct.Suspend, occasion) is { } refused)
            return refused;
        var most = procedure == SpecialProcedure.Hearing ? HearingLimits.ToHold.Days : MostToldDays;
        if (toldDays < 1 || toldDays > most)
            return CaseErrors.ToldDaysInvalid(most);
        if (!Reason.Read(reason).TryGet(out var why, out var unsaid))
            return unsaid;
        var told = occasion.Rules.Calendar.WorkingDayAfter(occasion.Day, toldDays);
        Suspensions = [.. Suspensions, new Suspension(procedure, occasion.Day, toldDays, told, null, why)];
        foreach (var clock in PausableClocks())
            clock.Pause(told, occasion);
        return Done(CaseAct.Suspend, CaseState.Suspended, occasion, procedure.ToString(), why);
    }

    /// <summary>The result of the special procedure is here; the limits run on.</summary>
    /// <param name="arrived">The local day on which it arrived, today at the latest.</param>
    /// <param name="outcome">What it was.</param>
    public Result Resume(DateOnly arrived, string outcome, Occasion occasion)
    {
        if (BarTo(CaseAct.Resume, occasion) is { } refused)
            return refused;
        var open = OpenSuspension!;
        if (arrived < open.From || arrived > occasion.Day)
            return CaseErrors.ArrivalInvalid(open.From, occasion.Day);
        if (!Reason.Read(outcome).TryGet(out var what, out var unsaid))
            return unsaid;
        Suspensions = [.. Suspensions.SkipLast(1), open with { Through = arrived, Outcome = what }];
        foreach (var clock in PausableClocks())
            clock.Resume(arrived, occasion);
        return Done(CaseAct.Resume, CaseState.UnderReview, occasion, open.Procedure.ToString(), what);
    }

    /// <summary>
    /// Extends the decision, once (ALL Art. 42): at most 10 working days by the head of the department, 15 under joint handling by the head of the
    /// government. The committed limit follows unless it is broken already.
    /// </summary>
    /// <param name="governmentApproval">The document by which the head of the government approved it; empty where the department's own head does.</param>
    public Result Extend(int days, string reason, string governmentApproval, Occasion occasion)
    {
        if (BarTo(CaseAct.Extend, occasion) is { } refused)
            return refused;
        if (Extension is not null)
            return CaseErrors.AlreadyExtended;
        var most = LegalLimits.LongestExtension(Handling);
        if (days < 1 || days > most)
            return CaseErrors.ExtensionInvalid(most);
        if (!Reason.Read(reason).TryGet(out var why, out var unsaid))
            return unsaid;
        var approval = OneLine.ReadOptional(governmentApproval, SubjectLength);
        if (approval is null || (Handling == Handling.Joint && approval.Length == 0))
            return CaseErrors.GovernmentApprovalMissing;
        if ((OpenClock(ClockKind.Decision) ?? OpenClock(ClockKind.Committed)) is not { } decisive)
            return CaseErrors.NothingToExtend;
        if (decisive.IsOverAt(occasion.Now))
            return CaseErrors.ExtensionTooLate(decisive.DueDay);
        foreach (var clock in clocks.Where(c => c.Kind is ClockKind.Decision or ClockKind.Committed && c.State != ClockState.Ended && !c.IsOverAt(occasion.Now)))
            clock.Extend(days, OpenSuspension?.ToldDay, occasion);
        Extension = new Extension(occasion.Day, days, why, occasion.Staff!.Value, approval);
        return Done(CaseAct.Extend, State, occasion, days.ToString(CultureInfo.InvariantCulture), why);
    }

    /// <summary>Counts every running limit anew by the calendar of the occasion; each one that moves is an event.</summary>
    public IReadOnlyList<ClockMove> Recalculate(Occasion occasion)
    {
        var moves = new List<ClockMove>();
        foreach (var clock in clocks.Where(c => c.State != ClockState.Ended))
        {
            var before = clock.DueDay;
            clock.Recount(OpenSuspension?.ToldDay, occasion);
            if (clock.DueDay != before)
                moves.Add(new ClockMove(clock.Number, clock.Kind, before, clock.DueDay));
        }

        foreach (var move in moves)
            Done(CaseAct.Recalculate, State, occasion, move.Kind.ToString(), string.Create(CultureInfo.InvariantCulture, $"{move.From:yyyy-MM-dd} → {move.To:yyyy-MM-dd}"));
        return moves;
    }

    /// <summary>Puts on the lights that are due. Time did it, nobody else: what comes of a light is the card, which supervision records.</summary>
    public IReadOnlyList<LightChange> TurnLights(DateTimeOffset now) => [.. clocks.Select(c => c.TurnLight(now)).OfType<LightChange>()];

    /// <summary>How a limit comes about, day by day; null when there is no such clock.</summary>
    public ClockExplanation? Explain(int clock, WorkCalendar calendar) =>
        clocks.Find(c => c.Number == clock) is not { } found
            ? null
            : new ClockExplanation(
                found,
                found.Explain(calendar),
                [.. Suspensions.Where(s => found.Pauses.Any(p => p.From == s.From && p.Through == s.Through))],
                found.ExtendedBy > 0 ? Extension : null);

    private Suspension? OpenSuspension => Suspensions.Count > 0 && Suspensions[^1].Through is null ? Suspensions[^1] : null;

    private IEnumerable<Clock> PausableClocks() => clocks.Where(c => Clock.IsPausable(c.Kind) && c.State != ClockState.Ended);
}
