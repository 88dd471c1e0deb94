using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Work;

namespace HallSuite.Infrastructure.Cases;

/// <summary>Makes the result out, once all that was promised is in (DOMAIN §3, rules 4 and 10).</summary>
public sealed class IssueResult(HallWork works, CaseFiles files)
{
    /// <param name="Certificate">Its number; null where the decision itself is all.</param>
    /// <param name="ValidFrom">The first day of validity of a certificate.</param>
    public sealed record Command(SeenCase Seen, string? Certificate, DateOnly ValidFrom);

    public Task<Result<CaseAnswer>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var order = new CaseOrder(nameof(IssueResult), CaseAct.Issue, command.Seen);
        return files.ActAsync(works, order, actor, hand => hand.Case.Issue(hand.Standard, command.Certificate, command.ValidFrom, hand.Occasion), cancel);
    }
}
