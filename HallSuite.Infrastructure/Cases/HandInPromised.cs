using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Work;

namespace HallSuite.Infrastructure.Cases;

/// <summary>Takes in what was promised at a tolerant acceptance.</summary>
public sealed class HandInPromised(HallWork works, CaseFiles files)
{
    public sealed record Command(SeenCase Seen, IReadOnlyList<Finding> Findings);

    public Task<Result<CaseAnswer>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var order = new CaseOrder(nameof(HandInPromised), CaseAct.HandInPromised, command.Seen);
        return files.ActAsync(works, order, actor, hand => hand.Case.HandInPromised(command.Findings, hand.Occasion), cancel);
    }
}
