using HallSuite.Domain.Kernel;
using HallSuite.Domain.Supervision;
using HallSuite.Infrastructure.Platform.Work;

namespace HallSuite.Infrastructure.Supervision;

/// <summary>Logs a telephone call about a yellow card: to whom was spoken and what was promised (电话督办, DOMAIN §6).</summary>
public sealed class LogPhoneCall(HallWork works, CardFiles cards)
{
    public sealed record Command(CardId Card, string With, string Promise);

    public Task<Result> ExecuteAsync(Command command, Actor actor, CancellationToken cancel) =>
        cards.ActAsync(works, nameof(LogPhoneCall), command.Card, actor, (hand, _) => Task.FromResult(Log(hand, command)), cancel);

    private static Result Log(CardInHand hand, Command command)
    {
        var work = hand.Work;
        if (work.Actor.Kind != ActorKind.Staff)
        {
            return SupervisionErrors.CallNeedsStaff;
        }

        if (!hand.Card.LogCall(new PhoneCallId(work.NewId()), new StaffId(work.Actor.Id), command.With, command.Promise, work.Now).TryGet(out var call, out var refused))
        {
            return refused;
        }

        work.Db.Add(call);
        work.Detail = $"{hand.Card.Kind} {hand.Card.Step}".TrimEnd();
        return Result.Ok;
    }
}
