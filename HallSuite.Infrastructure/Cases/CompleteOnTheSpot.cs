using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;
using HallSuite.Infrastructure.Platform.Privacy;
using HallSuite.Infrastructure.Platform.Work;

namespace HallSuite.Infrastructure.Cases;

/// <summary>
/// Receives complete papers, decides and hands out in one act by one clerk, where the standard allows it (即办件, ALL Art. 34); the case is marked so.
/// </summary>
public sealed class CompleteOnTheSpot(HallWork works, CaseFiles files, MakeCertificate make, PersonalData personal)
{
    /// <param name="Findings">One for each material, all in order or not needed.</param>
    /// <param name="Marks">Answers to all criteria of the standard.</param>
    public sealed record Command(SeenCase Seen, IReadOnlyList<Finding> Findings, IReadOnlyList<CriterionMark> Marks, HandoverEntry Handover);

    public async Task<Result<CaseAnswer>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        if (!command.Handover.Seal(personal).TryGet(out var handover, out var badName))
        {
            return badName;
        }

        var (order, done) = (new CaseOrder(nameof(CompleteOnTheSpot), CaseAct.CompleteOnTheSpot, command.Seen), new SpotWork(command.Findings, command.Marks, handover));
        return await files.ActAsync(
            works, order, actor,
            async (hand, token) => hand.Case.BarToCompleteOnTheSpot(hand.Standard, done, hand.Occasion) is { } bar
                ? bar
                : await make.ForAsync(hand, hand.Occasion.Day, made => hand.Case.CompleteOnTheSpot(hand.Standard, done, made, hand.Occasion), token),
            cancel);
    }
}
