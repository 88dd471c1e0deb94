using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Platform.Work;

namespace HallSuite.Infrastructure.Approval;

/// <summary>The result of the special procedure is here; the limits run on.</summary>
public sealed class ResumeCase(HallWork works, CaseFiles files)
{
    /// <param name="Arrived">The local day on which it arrived.</param>
    public sealed record Command(SeenCase Seen, DateOnly Arrived, string Outcome);

    public Task<Result<CaseAnswer>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var order = new CaseOrder(nameof(ResumeCase), CaseAct.Resume, command.Seen);
        return files.ActAsync(works, order, actor, hand => hand.Case.Resume(command.Arrived, command.Outcome, hand.Occasion), cancel);
    }
}
