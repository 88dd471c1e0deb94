using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Work;

namespace HallSuite.Infrastructure.Supervision;

/// <summary>Issues the letter of a red card, which asks the department for an explanation and for rectification by a day (督办函, DOMAIN §6).</summary>
public sealed class SendSupervisionLetter(HallWork works, CardFiles cards, CardPapers papers)
{
    public sealed record Command(CardId Card, DateOnly AnswerBy);

    public Task<Result> ExecuteAsync(Command command, Actor actor, CancellationToken cancel) =>
        cards.ActAsync(works, nameof(SendSupervisionLetter), command.Card, actor, async (hand, token) =>
        {
            if (hand.Card.AskToExplain(hand.Clock, command.AnswerBy, hand.Today).Error is { } refused)
            {
                return refused;
            }

            if (await papers.IssueLetterAsync(hand, command.AnswerBy, token) is { } hindered)
            {
                return hindered;
            }

            hand.Work.Detail = $"{hand.Card.PaperNumber}, {command.AnswerBy:yyyy-MM-dd}";
            return Result.Ok;
        }, cancel);
}
