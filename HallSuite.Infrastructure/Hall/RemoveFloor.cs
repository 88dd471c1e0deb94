using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Hall;

/// <summary>Removes a floor on which no window stands. Refuses <c>floor.unknown</c> and <c>floor.in-use</c>.</summary>
public sealed class RemoveFloor(HallWork works)
{
    public sealed record Command(HallId Hall, int Number);

    public Task<Result> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var order = SetupOrders.InHall(nameof(RemoveFloor), command.Hall, $"floor {command.Number}");
        return works.RunAsync(order, actor, (work, token) => RemoveAsync(work, command, token), cancel);
    }

    private static async Task<Result> RemoveAsync(WorkUnit work, Command command, CancellationToken cancel)
    {
        if (await work.Db.Set<ServiceHall>().SingleOrDefaultAsync(h => h.Id == command.Hall, cancel) is not { } hall)
        {
            return HallErrors.Unknown;
        }

        var windows = await work.Db.Set<ServiceWindow>().AnyAsync(w => w.Hall == hall.Id && w.Floor == command.Number, cancel);
        return hall.RemoveFloor(command.Number, windows);
    }
}
