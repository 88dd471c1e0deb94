using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Cases.Papers;
using HallSuite.Infrastructure.Platform.Work;

namespace HallSuite.Infrastructure.Cases;

/// <summary>
/// Sends the applicant away at once, naming the right authority where there is one (ALL Art. 32 items 1 and 2), and where to turn to against it
/// (<c>case.remedies-missing</c>).
/// </summary>
public sealed class NotAcceptCase(HallWork works, CaseFiles files)
{
    public sealed record Command(SeenCase Seen, NotAccepted Why, Remedies Remedies);

    public async Task<Result<CaseAnswer>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var order = new CaseOrder(nameof(NotAcceptCase), CaseAct.NotAccept, command.Seen, Reason: command.Why.Reason, Remedies: command.Remedies);
        return await files.ActAsync(
            works, order, actor, hand => IsSaid(command.Remedies) ? hand.Case.NotAccept(command.Why, hand.Occasion) : CaseErrors.RemediesMissing, cancel);
    }

    private static bool IsSaid(Remedies remedies) => new[] { remedies.ReconsiderationBody, remedies.Court }
        .All(body => !string.IsNullOrWhiteSpace(body) && body.Length <= RefusalGrounds.BodyLength && !body.Any(char.IsControl));
}
