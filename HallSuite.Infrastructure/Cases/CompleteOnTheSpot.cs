using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;
using HallSuite.Infrastructure.Platform.Privacy;
using HallSuite.Infrastructure.Platform.Work;

namespace HallSuite.Infrastructure.Cases;

/// <summary>
/// Receives complete papers, decides and hands out in one act by one clerk, where the standard allows it (即办件, ALL Art. 34); the case is marked so.
/// </summary>
public sealed class CompleteOnTheSpot(HallWork works, CaseFiles files, PersonalData personal)
{
    /// <param name="Findings">One for each material, all in order or not needed.</param>
    /// <param name="Marks">Answers to all criteria of the standard.</param>
    /// <param name="Certificate">Its number; null where the decision itself is all.</param>
    public sealed record Command(
        SeenCase Seen, IReadOnlyList<Finding> Findings, IReadOnlyList<CriterionMark> Marks, string? Certificate, HandoverEntry Handover);

    public async Task<Result<CaseAnswer>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        if (!command.Handover.Seal(personal).TryGet(out var handover, out var badName))
        {
            return badName;
        }

        var order = new CaseOrder(nameof(CompleteOnTheSpot), CaseAct.CompleteOnTheSpot, command.Seen);
        return await files.ActAsync(
            works, order, actor,
            hand => hand.Case.CompleteOnTheSpot(hand.Standard, command.Findings, command.Marks, command.Certificate, handover, hand.Occasion), cancel);
    }
}
