using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Work;

namespace HallSuite.Infrastructure.Cases;

/// <summary>Accepts complete papers; the limits of the decision begin. Refused once five silent days have done it by law.</summary>
public sealed class AcceptCase(HallWork works, CaseFiles files)
{
    public sealed record Command(SeenCase Seen);

    public Task<Result<CaseAnswer>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var order = new CaseOrder(nameof(AcceptCase), CaseAct.Accept, command.Seen);
        return files.ActAsync(works, order, actor, hand => hand.Case.Accept(hand.Standard, hand.Occasion), cancel);
    }
}
