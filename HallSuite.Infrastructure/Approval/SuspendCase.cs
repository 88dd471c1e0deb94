using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Platform.Work;

namespace HallSuite.Infrastructure.Approval;

/// <summary>A special procedure begins: the limits of the decision stand still (ALL Art. 45).</summary>
public sealed class SuspendCase(HallWork works, CaseFiles files)
{
    /// <param name="ToldDays">The working days it takes, as the applicant is told in writing.</param>
    public sealed record Command(SeenCase Seen, SpecialProcedure Procedure, int ToldDays, string Reason);

    public Task<Result<CaseAnswer>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var order = new CaseOrder(nameof(SuspendCase), CaseAct.Suspend, command.Seen, Reason: command.Reason);
        return files.ActAsync(works, order, actor, hand => hand.Case.Suspend(command.Procedure, command.ToldDays, command.Reason, hand.Occasion), cancel);
    }
}
