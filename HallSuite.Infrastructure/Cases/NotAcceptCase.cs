using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Work;

namespace HallSuite.Infrastructure.Cases;

/// <summary>Sends the applicant away at once, naming the right authority where there is one (ALL Art. 32 items 1 and 2).</summary>
public sealed class NotAcceptCase(HallWork works, CaseFiles files)
{
    public sealed record Command(SeenCase Seen, NotAccepted Why);

    public Task<Result<CaseAnswer>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var order = new CaseOrder(nameof(NotAcceptCase), CaseAct.NotAccept, command.Seen, Reason: command.Why.Reason);
        return files.ActAsync(works, order, actor, hand => hand.Case.NotAccept(command.Why, hand.Occasion), cancel);
    }
}
