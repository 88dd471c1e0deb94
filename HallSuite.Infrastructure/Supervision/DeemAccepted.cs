using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Platform.Work;

namespace HallSuite.Infrastructure.Supervision;

/// <summary>
/// Accepts the cases of a hall on whose papers five working days passed in silence, as of their receipt (ALL Art. 32 item 4), and gives the silent office
/// its yellow card. Answers how many; fewer than <see cref="Batch"/> means that none are left. Doing it twice changes nothing.
/// </summary>
public sealed class DeemAccepted(HallWork works, CaseFiles files, CaseNotices notices, CaseTally tally)
{
    public const int Batch = 50;

    public sealed record Command(HallId Hall);

    public Task<Result<int>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var order = new WorkOrder(nameof(DeemAccepted), CaseRights.Of(CaseAct.DeemAccepted), command.Hall, Streams.Cases(command.Hall));
        return works.RunAsync<int>(order, actor, async (work, token) =>
        {
            var silent = await DueCases.OverAsync(work.Db, command.Hall, ClockKind.Acceptance, work.Now, Batch, token);
            foreach (var id in silent)
            {
                if (await files.TakeUpAsync(work, id, token) is not { } hand)
                {
                    return CaseErrors.Unknown;
                }

                if (!hand.Case.DeemAccepted(hand.Standard, hand.Occasion).TryGet(out var card, out var refused))
                {
                    return refused;
                }

                await CardGiving.GiveAsync(work, hand.Case, card is { } yellow ? [yellow] : [], token);
                work.Note("DeemCaseAccepted", hand.Case.Number);
                await notices.IssueOrNoteAsync(hand, token);
                await tally.CountAsync(hand, token);
            }

            return silent.Count;
        }, cancel);
    }
}
