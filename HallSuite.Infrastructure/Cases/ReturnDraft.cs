using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Work;

namespace HallSuite.Infrastructure.Cases;

/// <summary>Sends a draft back from pre-review, saying what the applicant should mend.</summary>
public sealed class ReturnDraft(HallWork works, CaseFiles files)
{
    public sealed record Command(SeenCase Seen, string Reason);

    public Task<Result<CaseAnswer>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var order = new CaseOrder(nameof(ReturnDraft), CaseAct.ReturnDraft, command.Seen, Reason: command.Reason);
        return files.ActAsync(works, order, actor, hand => hand.Case.ReturnDraft(command.Reason, hand.Occasion), cancel);
    }
}
