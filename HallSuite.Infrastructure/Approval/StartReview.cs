using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Platform.Work;

namespace HallSuite.Infrastructure.Approval;

/// <summary>Hands the accepted case over to review; the first stage opens. Nobody does it who took the case in (DOMAIN §3, rule 8).</summary>
public sealed class StartReview(HallWork works, CaseFiles files)
{
    public sealed record Command(SeenCase Seen);

    public Task<Result<CaseAnswer>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var order = new CaseOrder(nameof(StartReview), CaseAct.StartReview, command.Seen);
        return files.ActAsync(works, order, actor, hand => hand.Case.StartReview(hand.Standard, hand.Occasion), cancel);
    }
}
