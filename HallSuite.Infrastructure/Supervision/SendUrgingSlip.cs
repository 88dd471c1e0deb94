using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Work;

namespace HallSuite.Infrastructure.Supervision;

/// <summary>Issues the urging slip of a blue card that the sweep could not, as while the department had no code word (催办单, DOMAIN §6).</summary>
public sealed class SendUrgingSlip(HallWork works, CardFiles cards, CardPapers papers)
{
    public sealed record Command(CardId Card);

    public Task<Result> ExecuteAsync(Command command, Actor actor, CancellationToken cancel) =>
        cards.ActAsync(works, nameof(SendUrgingSlip), command.Card, actor, async (hand, token) =>
        {
            if (hand.Card.Urge(hand.Clock).Error is { } refused)
            {
                return refused;
            }

            if (await papers.IssueSlipAsync(hand, token) is { } hindered)
            {
                return hindered;
            }

            hand.Work.Detail = hand.Card.PaperNumber;
            return Result.Ok;
        }, cancel);
}
