using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Platform.Work;

namespace HallSuite.Infrastructure.Approval;

/// <summary>Grants what was applied for (DOMAIN §3, rule 9). Not by whoever took the case in or reviewed it, and not against a rule of discretion.</summary>
public sealed class ApproveCase(HallWork works, CaseFiles files)
{
    /// <param name="Note">Why, where a reviewer disagreed; otherwise it can be empty.</param>
    public sealed record Command(SeenCase Seen, string Note);

    public Task<Result<CaseAnswer>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var order = new CaseOrder(nameof(ApproveCase), CaseAct.Approve, command.Seen);
        return files.ActAsync(works, order, actor, hand => hand.Case.Approve(hand.Standard, command.Note, hand.Occasion), cancel);
    }
}
