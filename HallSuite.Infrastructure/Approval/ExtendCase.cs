using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Platform.Work;

namespace HallSuite.Infrastructure.Approval;

/// <summary>Extends the decision, once (ALL Art. 42).</summary>
public sealed class ExtendCase(HallWork works, CaseFiles files)
{
    /// <param name="GovernmentApproval">The document by which the head of the government approved it, under joint handling.</param>
    public sealed record Command(SeenCase Seen, int Days, string Reason, string GovernmentApproval = "");

    public Task<Result<CaseAnswer>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var order = new CaseOrder(nameof(ExtendCase), CaseAct.Extend, command.Seen, Reason: command.Reason);
        return files.ActAsync(works, order, actor, hand => hand.Case.Extend(command.Days, command.Reason, command.GovernmentApproval, hand.Occasion), cancel);
    }
}
