using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Hall;

/// <summary>Gives out tickets of a lane again. Refuses <c>lane.unknown</c> and <c>lane.wrong-state</c>.</summary>
public sealed class ReopenLane(HallWork works)
{
    public sealed record Command(HallId Hall, LaneId Lane);

    public Task<Result> ExecuteAsync(Command command, Actor actor, CancellationToken cancel) =>
        works.RunAsync(SetupOrders.InHall(nameof(ReopenLane), command.Hall), actor, (work, token) => ReopenAsync(work, command, token), cancel);

    private static async Task<Result> ReopenAsync(WorkUnit work, Command command, CancellationToken cancel)
    {
        if (await work.Db.Set<Lane>().SingleOrDefaultAsync(l => l.Hall == command.Hall && l.Id == command.Lane, cancel) is not { } lane)
        {
            return HallErrors.LaneUnknown;
        }

        work.Subject = $"lane {lane.Prefix}";
        return lane.Reopen();
    }
}
