using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Work;

namespace HallSuite.Infrastructure.Cases;

/// <summary>Sends a draft into pre-review, before the applicant comes to the hall.</summary>
public sealed class SubmitCase(HallWork works, CaseFiles files)
{
    public sealed record Command(SeenCase Seen);

    public Task<Result<CaseAnswer>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var order = new CaseOrder(nameof(SubmitCase), CaseAct.Submit, command.Seen);
        return files.ActAsync(works, order, actor, hand => hand.Case.Submit(hand.Occasion), cancel);
    }
}
