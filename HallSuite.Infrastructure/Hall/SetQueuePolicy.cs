using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Hall;

/// <summary>
/// Changes the numbers by which a hall's queue works. Refuses <c>queue-policy.out-of-range</c> with the number's name, and
/// <c>work.changed-elsewhere</c>.
/// </summary>
public sealed class SetQueuePolicy(HallWork works)
{
    /// <param name="Seen">As the form was read.</param>
    public sealed record Command(HallId Hall, QueuePolicy Seen, QueuePolicy Wanted);

    public Task<Result> ExecuteAsync(Command command, Actor actor, CancellationToken cancel) =>
        works.RunAsync(SetupOrders.InHall(nameof(SetQueuePolicy), command.Hall), actor, (work, token) => SetAsync(work, command, token), cancel);

    private static async Task<Result> SetAsync(WorkUnit work, Command command, CancellationToken cancel)
    {
        if (await work.Db.Set<ServiceHall>().SingleOrDefaultAsync(h => h.Id == command.Hall, cancel) is not { } hall)
        {
            return HallErrors.Unknown;
        }

        var (before, after) = (hall.Policy, command.Wanted);
        if (before != command.Seen)
        {
            return WorkErrors.ChangedElsewhere;
        }

        if (hall.SetPolicy(after).Error is { } refused)
        {
            return refused;
        }

        work.Subject = hall.Code;
        work.Detail = Changes.Of(before, after);
        return Result.Ok;
    }
}
