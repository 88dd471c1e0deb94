using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Work;

namespace HallSuite.Infrastructure.Cases;

/// <summary>
/// Makes the result out, once all that was promised is in (DOMAIN §3, rules 4 and 10). Where it is a certificate, this is the act that gives it its number.
/// </summary>
public sealed class IssueResult(HallWork works, CaseFiles files, MakeCertificate make)
{
    /// <param name="ValidFrom">The first day of validity of a certificate.</param>
    public sealed record Command(SeenCase Seen, DateOnly ValidFrom);

    public Task<Result<CaseAnswer>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var order = new CaseOrder(nameof(IssueResult), CaseAct.Issue, command.Seen);
        return files.ActAsync(
            works, order, actor,
            async (hand, token) => hand.Case.BarToIssue(hand.Standard, command.ValidFrom, hand.Occasion) is { } bar
                ? bar
                : await make.ForAsync(hand, command.ValidFrom, made => hand.Case.Issue(hand.Standard, made, command.ValidFrom, hand.Occasion), token),
            cancel);
    }
}
