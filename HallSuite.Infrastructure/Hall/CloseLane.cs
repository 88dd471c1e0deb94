using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Hall;

/// <summary>Stops giving out tickets of a lane; whoever waits is still served. Refuses <c>lane.unknown</c> and <c>lane.wrong-state</c>.</summary>
public sealed class CloseLane(HallWork works)
{
    public sealed record Command(HallId Hall, LaneId Lane);

    public Task<Result> ExecuteAsync(Command command, Actor actor, CancellationToken cancel) =>
        works.RunAsync(SetupOrders.InHall(nameof(CloseLane), command.Hall), actor, (work, token) => CloseAsync(work, command, token), cancel);

    private static async Task<Result> CloseAsync(WorkUnit work, Command command, CancellationToken cancel)
    {
        if (await work.Db.Set<Lane>().SingleOrDefaultAsync(l => l.Hall == command.Hall && l.Id == command.Lane, cancel) is not { } lane)
        {
            return HallErrors.LaneUnknown;
        }

        work.Subject = $"lane {lane.Prefix}";
        return lane.Close();
    }
}
