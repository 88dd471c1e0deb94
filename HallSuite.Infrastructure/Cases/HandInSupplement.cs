using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Work;

namespace HallSuite.Infrastructure.Cases;

/// <summary>Takes in what the notice asked for: all in is accepted; some in, and the case stands.</summary>
public sealed class HandInSupplement(HallWork works, CaseFiles files)
{
    public sealed record Command(SeenCase Seen, IReadOnlyList<Finding> Findings);

    public Task<Result<CaseAnswer>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var order = new CaseOrder(nameof(HandInSupplement), CaseAct.HandInSupplement, command.Seen);
        return files.ActAsync(works, order, actor, hand => hand.Case.HandInSupplement(hand.Standard, command.Findings, hand.Occasion), cancel);
    }
}
