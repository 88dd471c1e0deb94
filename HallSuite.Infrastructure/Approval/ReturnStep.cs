using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Platform.Work;

namespace HallSuite.Infrastructure.Approval;

/// <summary>Sends a passed step back to whoever reviewed it; what later stages found rested on it, so they wait again.</summary>
public sealed class ReturnStep(HallWork works, CaseFiles files)
{
    public sealed record Command(SeenCase Seen, string Step, string Reason);

    public Task<Result<CaseAnswer>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var order = new CaseOrder(nameof(ReturnStep), CaseAct.ReturnStep, command.Seen, Reason: command.Reason);
        return files.ActAsync(works, order, actor, hand => hand.Case.ReturnStep(command.Step, command.Reason, hand.Occasion), cancel);
    }
}
