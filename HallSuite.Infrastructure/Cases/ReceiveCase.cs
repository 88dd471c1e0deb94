using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Work;

namespace HallSuite.Infrastructure.Cases;

/// <summary>Takes the papers in, each checked against the standard in force today; five working days begin (DOMAIN §3, rules 1 and 2). Answers the receipt that is owed.</summary>
public sealed class ReceiveCase(HallWork works, CaseFiles files)
{
    /// <param name="Findings">One for each material of the standard.</param>
    public sealed record Command(SeenCase Seen, IReadOnlyList<Finding> Findings);

    public Task<Result<CaseAnswer>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var order = new CaseOrder(nameof(ReceiveCase), CaseAct.Receive, command.Seen);
        return files.ActAsync(works, order, actor, hand => hand.Case.Receive(hand.Standard, command.Findings, hand.Occasion), cancel);
    }
}
