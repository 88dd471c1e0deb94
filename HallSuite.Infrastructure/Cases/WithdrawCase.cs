using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Work;

namespace HallSuite.Infrastructure.Cases;

/// <summary>Takes note that the applicant takes the application back, before the decision (DOMAIN §3, rule 12).</summary>
public sealed class WithdrawCase(HallWork works, CaseFiles files)
{
    /// <param name="Note">Why; nobody has to say it.</param>
    public sealed record Command(SeenCase Seen, string Note);

    public Task<Result<CaseAnswer>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var order = new CaseOrder(nameof(WithdrawCase), CaseAct.Withdraw, command.Seen);
        return files.ActAsync(works, order, actor, hand => hand.Case.Withdraw(command.Note, hand.Occasion), cancel);
    }
}
