using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Platform.Work;

namespace HallSuite.Infrastructure.Approval;

/// <summary>Refuses it, with reasons, the law, and where to turn to (ALL Art. 38).</summary>
public sealed class RefuseCase(HallWork works, CaseFiles files)
{
    public sealed record Command(SeenCase Seen, RefusalGrounds Grounds);

    public Task<Result<CaseAnswer>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var order = new CaseOrder(nameof(RefuseCase), CaseAct.Refuse, command.Seen);
        return files.ActAsync(works, order, actor, hand => hand.Case.Refuse(hand.Standard, command.Grounds, hand.Occasion), cancel);
    }
}
