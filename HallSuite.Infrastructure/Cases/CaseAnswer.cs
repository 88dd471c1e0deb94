using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;

namespace HallSuite.Infrastructure.Cases;

/// <summary>A case as a page showed it when somebody acted on it.</summary>
/// <param name="Events">
/// The number of the last event that the page showed. Somebody else's act since then is told (<c>case.changed-elsewhere</c>); a light that went on is none.
/// </param>
public readonly record struct SeenCase(CaseId Case, int Events);

/// <summary>A case after an act.</summary>
/// <param name="DueDay">The last day of the first running limit; null when none runs.</param>
/// <param name="Provisional">Counted through a year whose holidays are not published.</param>
/// <param name="Notices">The papers that the act owes the applicant.</param>
public sealed record CaseAnswer(
    CaseId Id, string Number, CaseState State, int Events, DateOnly? DueDay, bool Provisional, IReadOnlyList<NoticeKind> Notices)
{
    public SeenCase Seen => new(Id, Events);

    internal static CaseAnswer Of(Case file)
    {
        var first = file.Clocks.Where(c => c.Runs).MinBy(c => c.DueAt);
        return new CaseAnswer(file.Id, file.Number, file.State, file.EventCount, first?.DueDay, first?.Provisional ?? false, file.Events[^1].Notices);
    }
}
