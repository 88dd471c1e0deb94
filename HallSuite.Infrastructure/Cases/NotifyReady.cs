using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Work;

namespace HallSuite.Infrastructure.Cases;

/// <summary>Tells the applicant that the result can be fetched; the office has done its part (DOMAIN §3, rule 10).</summary>
public sealed class NotifyReady(HallWork works, CaseFiles files)
{
    public sealed record Command(SeenCase Seen);

    public Task<Result<CaseAnswer>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var order = new CaseOrder(nameof(NotifyReady), CaseAct.NotifyReady, command.Seen);
        return files.ActAsync(works, order, actor, hand => hand.Case.NotifyReady(hand.Occasion), cancel);
    }
}
