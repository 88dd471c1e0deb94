using HallSuite.Domain.Cases;
using HallSuite.Infrastructure.Cases;

namespace HallSuite.Web.Api;

// The shapes of CONTRACT §3 for cases.

/// <summary>The limit that ends first, and how its last day comes about.</summary>
/// <param name="Provisional">A day on the way lies in a year that is not published yet; the end may move.</param>
public sealed record ProgressDueJson(ClockKind Kind, DateOnly Day, bool Provisional, IReadOnlyList<DueStepJson> Steps)
{
    public static ProgressDueJson Of(ProgressDue due) =>
        new(due.Kind, due.Day, due.Provisional, [.. due.Explained.Steps.Select(s => new DueStepJson(s.Day, s.Number > 0, s.Reason, s.Holiday))]);
}

/// <summary>A state and when the case came to it.</summary>
public sealed record ProgressStepJson(CaseState State, DateTimeOffset At);

/// <summary>How far a case is; no personal data.</summary>
/// <param name="Due">Null when no limit runs.</param>
/// <param name="Missing">The materials that the supplement notice asked for and that are not in.</param>
public sealed record CaseProgressJson(
    string Number, string Matter, string Department, string Hall, CaseState State, DateOnly? Received, DateOnly? Accepted, bool ReadyForPickUp, ProgressDueJson? Due,
    IReadOnlyList<string> Missing, IReadOnlyList<ProgressStepJson> History)
{
    public static CaseProgressJson Of(CaseProgress progress) => new(
        progress.Number, progress.Matter, progress.Department, progress.Hall, progress.State, progress.ReceivedDay, progress.AcceptedDay, progress.ReadyForPickUp,
        progress.Due is { } due ? ProgressDueJson.Of(due) : null, progress.Missing, [.. progress.History.Select(h => new ProgressStepJson(h.State, h.At))]);
}
