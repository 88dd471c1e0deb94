using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Privacy;
using HallSuite.Infrastructure.Platform.Work;

namespace HallSuite.Infrastructure.Cases;

/// <summary>Hands over the result, or serves the refusal; the case ends (DOMAIN §3, rule 11). At a pick-up the person shows who they are.</summary>
public sealed class DeliverResult(HallWork works, CaseFiles files, PersonalData personal)
{
    public sealed record Command(SeenCase Seen, HandoverEntry Handover);

    public async Task<Result<CaseAnswer>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        if (!command.Handover.Seal(personal).TryGet(out var handover, out var badName))
        {
            return badName;
        }

        var order = new CaseOrder(nameof(DeliverResult), CaseAct.Deliver, command.Seen);
        return await files.ActAsync(works, order, actor, hand => hand.Case.Deliver(handover, hand.Occasion), cancel);
    }
}
