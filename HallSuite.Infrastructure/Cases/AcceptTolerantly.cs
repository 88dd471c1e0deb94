using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Work;

namespace HallSuite.Infrastructure.Cases;

/// <summary>Accepts without some secondary materials, each against a promise (容缺受理, DOMAIN §3, rule 4).</summary>
public sealed class AcceptTolerantly(HallWork works, CaseFiles files)
{
    public sealed record Command(SeenCase Seen, IReadOnlyList<MaterialPromise> Promises);

    public Task<Result<CaseAnswer>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var order = new CaseOrder(nameof(AcceptTolerantly), CaseAct.AcceptTolerantly, command.Seen);
        return files.ActAsync(works, order, actor, hand => hand.Case.AcceptTolerantly(hand.Standard, command.Promises, hand.Occasion), cancel);
    }
}
