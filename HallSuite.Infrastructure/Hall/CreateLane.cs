using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Hall;

/// <summary>
/// Sets up a lane behind the others, open at once; it is served when a window is given it. Refuses <c>lane.prefix-invalid</c>,
/// <c>lane.prefix-taken</c>, <c>lane.name-invalid</c>, <c>lane.name-en-invalid</c> and <c>lane.minutes-invalid</c>.
/// </summary>
public sealed class CreateLane(HallWork works)
{
    public sealed record Command(HallId Hall, LaneDetails Details);

    public Task<Result<LaneId>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var order = SetupOrders.InHall(nameof(CreateLane), command.Hall, $"lane {command.Details.Prefix}");
        return works.RunAsync<LaneId>(order, actor, (work, token) => CreateAsync(work, command, token), cancel);
    }

    private static async Task<Result<LaneId>> CreateAsync(WorkUnit work, Command command, CancellationToken cancel)
    {
        if (!await work.Db.Set<ServiceHall>().AnyAsync(h => h.Id == command.Hall, cancel))
        {
            return HallErrors.Unknown;
        }

        var lanes = work.Db.Set<Lane>().Where(l => l.Hall == command.Hall);
        var details = command.Details;
        var taken = await lanes.AnyAsync(l => l.Prefix == details.Prefix, cancel);
        var last = await lanes.MaxAsync(l => (int?)l.Order, cancel) ?? 0;
        var created = Lane.Create(
            new LaneId(work.NewId()), command.Hall, details.Prefix, details.Name, details.NameEn, last + 1, details.TypicalMinutes, taken);
        if (!created.TryGet(out var lane, out var refused))
        {
            return refused;
        }

        work.Db.Add(lane);
        work.Detail = $"{lane.Name}, {lane.TypicalMinutes} min";
        return lane.Id;
    }
}
