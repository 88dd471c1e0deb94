using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Hall;

/// <summary>Puts a lane at a place among the lanes of its hall, as kiosks and screens list them; the others close up. Refuses <c>lane.unknown</c>.</summary>
public sealed class MoveLane(HallWork works)
{
    /// <param name="Place">1 for the first; beyond the last means the last.</param>
    public sealed record Command(HallId Hall, LaneId Lane, int Place);

    public Task<Result> ExecuteAsync(Command command, Actor actor, CancellationToken cancel) =>
        works.RunAsync(SetupOrders.InHall(nameof(MoveLane), command.Hall), actor, (work, token) => MoveAsync(work, command, token), cancel);

    private static async Task<Result> MoveAsync(WorkUnit work, Command command, CancellationToken cancel)
    {
        var lanes = await work.Db.Set<Lane>().Where(l => l.Hall == command.Hall).OrderBy(l => l.Order).ThenBy(l => l.Prefix).ToListAsync(cancel);
        if (lanes.Find(l => l.Id == command.Lane) is not { } lane)
        {
            return HallErrors.LaneUnknown;
        }

        lanes.Remove(lane);
        lanes.Insert(Math.Clamp(command.Place - 1, 0, lanes.Count), lane);
        for (var place = 0; place < lanes.Count; place++)
        {
            lanes[place].MoveTo(place + 1);
        }

        work.Subject = $"lane {lane.Prefix}";
        work.Detail = string.Join(' ', lanes.Select(l => l.Prefix));
        return Result.Ok;
    }
}
