using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Work;

namespace HallSuite.Infrastructure.Cases;

/// <summary>
/// Terminates the cases whose supplement did not come in the time that the notice gave (DOMAIN §3, rule 2). Answers how many; fewer than
/// <see cref="Batch"/> means that none are left. Doing it twice changes nothing.
/// </summary>
public sealed class LapseSupplements(HallWork works, CaseFiles files, CaseNotices notices, CaseTally tally)
{
    public const int Batch = 50;

    public sealed record Command(HallId Hall);

    public Task<Result<int>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var order = new WorkOrder(nameof(LapseSupplements), CaseRights.Of(CaseAct.LapseSupplement), command.Hall, Streams.Cases(command.Hall));
        return works.RunAsync<int>(order, actor, async (work, token) =>
        {
            var over = await DueCases.OverAsync(work.Db, command.Hall, ClockKind.Supplement, work.Now, Batch, token);
            foreach (var id in over)
            {
                if (await files.TakeUpAsync(work, id, token) is not { } hand)
                {
                    return CaseErrors.Unknown;
                }

                if (hand.Case.LapseSupplement(hand.Occasion).Error is { } refused)
                {
                    return refused;
                }

                work.Note("LapseSupplement", hand.Case.Number);
                await notices.IssueOrNoteAsync(hand, token);
                await tally.CountAsync(hand, token);
            }

            return over.Count;
        }, cancel);
    }
}
