using HallSuite.Domain.Cases;
using HallSuite.Infrastructure.Cases;
using HallSuite.Web.Shared.Looks;
using Microsoft.AspNetCore.Components;

namespace HallSuite.Web.Portal;

public partial class ProgressFace
{
    /// <summary>A case moves a few times a week; once a minute is soon enough.</summary>
    private const int RefreshSeconds = 60;

    [Parameter, EditorRequired]
    public CaseTrack Track { get; set; } = null!;

    private bool IsOver => CaseLife.IsOver(Track.Progress.State);

    private bool HasTime => Track.Standstill is not null || Track.Progress.Due is not null;

    private string TaskWords => Track.Task switch
    {
        ApplicantTask.Nothing => IsOver ? T["Task.Done"] : T["Task.Nothing"],
        ApplicantTask.BringPapers => T["Task.BringPapers", Track.Progress.Hall],
        ApplicantTask.HandIn => T["Task.HandIn", Track.Progress.Hall],
        ApplicantTask.HandInPromised => T["Task.HandInPromised"],
        ApplicantTask.Fetch => T["Task.Fetch", PlaceWords],
        ApplicantTask.FetchRefusal => T["Task.FetchRefusal", PlaceWords, RefusalGrounds.ReconsiderationDays, RefusalGrounds.LawsuitMonths],
        ApplicantTask.ApplyElsewhere => T["Task.ApplyElsewhere", Track.RightAuthority],
        ApplicantTask.Over => T["Task.Over"],
    };

    private string PlaceWords => Track.Address is { } address ? $"{Track.Progress.Hall} · {address}" : Track.Progress.Hall;

    private string DueWords(ProgressDue due) => due.Kind switch
    {
        ClockKind.Acceptance => T["Due.Acceptance", DayText.Short(due.Day)],
        ClockKind.Supplement => T["Due.Supplement", DayText.Short(due.Day)],
        ClockKind.Committed or ClockKind.Decision or ClockKind.Step => T["Due.Decision", DayText.Short(due.Day)],
        ClockKind.Issue => T["Due.Issue", DayText.Short(due.Day)],
    };

    /// <summary>How long it still is; a broken promise is said, with the day that the law sets.</summary>
    private string LeftWords(ProgressDue due)
    {
        var left = T["Progress.Left", DayText.Left(Track.DaysLeft ?? 0)].Value;
        var words = due.Provisional ? DayText.Sentences([left, T["Progress.Provisional"]]) : left;
        return Track is { DaysLeft: < 0, StatutoryDay: { } statutory } ? DayText.Sentences([words, T["Progress.Statutory", DayText.Short(statutory)]]) : words;
    }

    private string PausedWords(Standstill standstill) => standstill.DecisionBy is { } day
        ? T["Progress.PausedThen", DayText.Plain(standstill.From), DayText.Short(day)]
        : T["Progress.PausedSince", DayText.Plain(standstill.From)];

    /// <summary>What happened on the day from which a limit counts.</summary>
    private string StartWord(ClockKind kind) => kind switch
    {
        ClockKind.Acceptance => Enums.Of(TrackStation.Receipt),
        ClockKind.Supplement => T["Start.Notice"],
        ClockKind.Committed or ClockKind.Decision => Enums.Of(TrackStation.Acceptance),
        ClockKind.Step => Enums.Of(TrackStation.Review),
        ClockKind.Issue => Enums.Of(TrackStation.Decision),
    };

    private string LabelOf(TrackStep step) => step switch
    {
        { Station: TrackStation.Suspension, Procedure: { } procedure } => step.State == TrackState.Done
            ? T["Track.Suspended", Enums.Of(procedure), step.DaysLeftOut]
            : T["Track.Suspending", Enums.Of(procedure)],
        { Station: TrackStation.Review, Name.Length: > 0 } => step.Name,
        { Station: TrackStation.Review } => T["Track.Of", Enums.Of(step.Station), Track.Progress.Department],
        { Outcome: { } outcome } => T["Track.Outcome", Enums.Of(step.Station), Enums.Of(outcome)],
        _ => Enums.Of(step.Station),
    };

    private string WhenOf(TrackStep step) => step switch
    {
        { State: TrackState.Done, From: { } from } => DayText.Plain(from, step.Through ?? from),
        { By: { } by } => T["Track.By", DayText.Plain(by)],
        { Within: { } within } => T["Track.Within", DayText.Of(within)],
        { State: TrackState.Current } => Enums.Of(step.State),
        _ => "",
    };

    private static string? ClassOf(TrackState state) => state switch
    {
        TrackState.Done => "is-done",
        TrackState.Current => "is-current",
        TrackState.ToCome => null,
    };
}
