using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Work;

namespace HallSuite.Infrastructure.Cases;

/// <summary>Ends a case that has lost its object (DOMAIN §3, rule 12).</summary>
public sealed class TerminateCase(HallWork works, CaseFiles files)
{
    public sealed record Command(SeenCase Seen, TerminationGround Ground, string Reason);

    public Task<Result<CaseAnswer>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var order = new CaseOrder(nameof(TerminateCase), CaseAct.Terminate, command.Seen, Reason: command.Reason);
        return files.ActAsync(works, order, actor, hand => hand.Case.Terminate(command.Ground, command.Reason, hand.Occasion), cancel);
    }
}
