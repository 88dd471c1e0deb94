using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Work;

namespace HallSuite.Infrastructure.Cases;

/// <summary>Asks, once, for all that is missing or faulty (ALL Art. 32 item 4). A second notice is refused: <c>case.supplement-sent</c>.</summary>
public sealed class RequestSupplement(HallWork works, CaseFiles files)
{
    public sealed record Command(SeenCase Seen, IReadOnlyList<SupplementItem> Items);

    public Task<Result<CaseAnswer>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var order = new CaseOrder(nameof(RequestSupplement), CaseAct.RequestSupplement, command.Seen);
        return files.ActAsync(works, order, actor, hand => hand.Case.RequestSupplement(command.Items, hand.Occasion), cancel);
    }
}
