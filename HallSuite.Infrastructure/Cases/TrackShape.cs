using HallSuite.Domain.Calendar;
using HallSuite.Domain.Cases;
using HallSuite.Domain.Matters;

namespace HallSuite.Infrastructure.Cases;

/// <summary>From a case with its history to the stations and the task that its applicant sees. Pure.</summary>
internal static class TrackShape
{
    public static IReadOnlyList<TrackStep> StepsOf(Case file, HallRules rules)
    {
        var steps = new List<TrackStep>();
        var goesOn = !CaseLife.IsOver(file.State);
        steps.AddRange(IntakeOf(file, rules, goesOn));
        steps.AddRange(MiddleOf(file, rules, goesOn));
        steps.AddRange(EndOf(file, rules, goesOn));
        return steps;
    }

    public static ApplicantTask TaskOf(Case file) => (file.EndedAs ?? file.State) switch
    {
        CaseState.Draft or CaseState.PreReviewReturned => ApplicantTask.BringPapers,
        CaseState.PreReview or CaseState.Received => ApplicantTask.Nothing,
        CaseState.SupplementRequested => ApplicantTask.HandIn,
        CaseState.Accepted or CaseState.UnderReview or CaseState.Suspended or CaseState.Approved =>
            file.Materials.Any(m => m.Owed) ? ApplicantTask.HandInPromised : ApplicantTask.Nothing,
        CaseState.Issued => file.ReadyAt is null ? ApplicantTask.Nothing : ApplicantTask.Fetch,
        CaseState.Refused => ApplicantTask.FetchRefusal,
        CaseState.NotAccepted => file.NotAccepted is { RightAuthority.Length: > 0 } ? ApplicantTask.ApplyElsewhere : ApplicantTask.Over,
        CaseState.Delivered => file.Decision?.Outcome == DecisionOutcome.Refuse ? ApplicantTask.Over : ApplicantTask.Nothing,
        CaseState.Withdrawn or CaseState.Terminated or CaseState.Archived => ApplicantTask.Over,
    };

    public static IReadOnlyList<WantedMaterial> WantedOf(Case file) => TaskOf(file) switch
    {
        ApplicantTask.HandIn => [.. file.Materials.Where(m => !m.Settled && file.Supplement!.AsksFor(m.Requirement)).Select(m => new WantedMaterial(m.Name, null))],
        ApplicantTask.HandInPromised => [.. file.Materials.Where(m => m.Owed).Select(m => new WantedMaterial(m.Name, m.PromisedBy))],
        ApplicantTask.Nothing or ApplicantTask.BringPapers or ApplicantTask.Fetch or ApplicantTask.FetchRefusal or ApplicantTask.ApplyElsewhere or ApplicantTask.Over => [],
    };

    public static Standstill? StandstillOf(Case file) => file.State == CaseState.Suspended && file.Suspensions[^1] is var pause
        ? new Standstill(pause.Procedure, pause.From, pause.ToldDay, DecisionClockOf(file)?.DueDay)
        : null;

    /// <summary>The limit of the decision that ends first, running or not.</summary>
    private static Clock? DecisionClockOf(Case file) =>
        file.Clocks.Where(c => c.Kind is ClockKind.Committed or ClockKind.Decision && c.State != ClockState.Ended).MinBy(c => c.DueAt);

    private static List<TrackStep> IntakeOf(Case file, HallRules rules, bool goesOn)
    {
        if (file.ReceivedDay is not { } received)
        {
            return goesOn ? [new TrackStep(TrackStation.Receipt, TrackState.Current), new TrackStep(TrackStation.Acceptance, TrackState.ToCome)] : [];
        }

        var accepted = file.OnTheSpot ? received
            : file.Events.FirstOrDefault(e => e.After == CaseState.Accepted && e.Before != CaseState.Accepted) is { } act ? DayOf(act.At, rules) : (DateOnly?)null;
        if (accepted == received && file.Supplement is null)
        {
            return [new TrackStep(TrackStation.Intake, TrackState.Done) { From = received }];
        }

        var steps = new List<TrackStep> { new(TrackStation.Receipt, TrackState.Done) { From = received } };
        if (file.Supplement is { } supplement)
        {
            steps.Add(file.State == CaseState.SupplementRequested
                ? new TrackStep(TrackStation.Supplement, TrackState.Current) { From = supplement.SentOn, By = RunningOf(file, ClockKind.Supplement) }
                : new TrackStep(TrackStation.Supplement, TrackState.Done) { From = supplement.SentOn, Through = accepted });
        }

        if (accepted is not null)
        {
            steps.Add(new TrackStep(TrackStation.Acceptance, TrackState.Done) { From = accepted });
        }
        else if (goesOn)
        {
            steps.Add(new TrackStep(TrackStation.Acceptance, file.State == CaseState.Received ? TrackState.Current : TrackState.ToCome) { By = RunningOf(file, ClockKind.Acceptance) });
        }

        return steps;
    }

    /// <summary>Review and special procedures: what is done in the order of its days, then what runs, then what waits.</summary>
    private static List<TrackStep> MiddleOf(Case file, HallRules rules, bool goesOn)
    {
        if (file.OnTheSpot)
        {
            return [];
        }

        var pauses = file.Suspensions.Select(s => new TrackStep(TrackStation.Suspension, s.Through is null && goesOn ? TrackState.Current : TrackState.Done)
        {
            From = s.From,
            Through = s.Through,
            By = s.Through is null && goesOn ? s.ToldDay : null,
            Procedure = s.Procedure,
            DaysLeftOut = s.Through is { } through ? rules.Calendar.WorkingDaysBetween(s.From, through) : 0,
        });
        var reviews = file.Steps.Where(s => s.State != StepState.Dropped).Select(s => new TrackStep(TrackStation.Review, StateOf(s, file))
        {
            Name = s.Name,
            From = (s.PassedAt ?? s.OpenedAt) is { } at ? DayOf(at, rules) : null,
        });
        List<TrackStep> known = [.. pauses.Concat(reviews)];
        if (file.Steps.Count == 0 && goesOn)
        {
            known.Add(new TrackStep(TrackStation.Review, TrackState.ToCome));
        }

        return [.. known.Where(s => s.State == TrackState.Done).OrderBy(s => s.Through ?? s.From), .. known.Where(s => s.State != TrackState.Done).OrderBy(s => s.State)];
    }

    private static List<TrackStep> EndOf(Case file, HallRules rules, bool goesOn)
    {
        if (file.Decision is not { } decision)
        {
            return goesOn
                ?
                [
                    new TrackStep(TrackStation.Decision, file.AwaitsDecision ? TrackState.Current : TrackState.ToCome)
                    {
                        By = DecisionClockOf(file) is { State: ClockState.Running } clock ? clock.DueDay : null,
                    },
                    new TrackStep(TrackStation.Handover, TrackState.ToCome) { Within = LegalLimits.Issue },
                ]
                : file.EndedAt is { } ended
                    ? [new TrackStep(TrackStation.Ending, TrackState.Done) { From = DayOf(ended, rules), Outcome = file.EndedAs }]
                    : [];
        }

        var decided = new TrackStep(TrackStation.Decision, TrackState.Done)
        {
            From = decision.Day,
            Outcome = decision.Outcome switch { DecisionOutcome.Approve => CaseState.Approved, DecisionOutcome.Refuse => CaseState.Refused },
        };
        return file.EndedAt is { } handed
            ? [decided, new TrackStep(TrackStation.Handover, TrackState.Done) { From = DayOf(handed, rules) }]
            : [decided, new TrackStep(TrackStation.Handover, TrackState.Current) { By = RunningOf(file, ClockKind.Issue) }];
    }

    // While the limits stand still nobody is at work on the open step.
    private static TrackState StateOf(ReviewStep step, Case file) => step.State switch
    {
        StepState.Passed => TrackState.Done,
        StepState.Open => file.State == CaseState.Suspended ? TrackState.ToCome : TrackState.Current,
        StepState.Waiting or StepState.Dropped => TrackState.ToCome,
    };

    private static DateOnly? RunningOf(Case file, ClockKind kind) => file.Clocks.FirstOrDefault(c => c.Kind == kind && c.Runs)?.DueDay;

    private static DateOnly DayOf(DateTimeOffset at, HallRules rules) => LocalDay.Of(at, rules.Zone);
}
