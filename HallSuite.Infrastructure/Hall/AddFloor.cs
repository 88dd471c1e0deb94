using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Hall;

/// <summary>Adds a floor to a hall. Refuses <c>floor.number-invalid</c>, <c>floor.number-taken</c> and <c>floor.name-invalid</c>.</summary>
public sealed class AddFloor(HallWork works)
{
    public sealed record Command(HallId Hall, int Number, string Name);

    public Task<Result> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var order = SetupOrders.InHall(nameof(AddFloor), command.Hall, $"floor {command.Number}");
        return works.RunAsync(order, actor, (work, token) => AddAsync(work, command, token), cancel);
    }

    private static async Task<Result> AddAsync(WorkUnit work, Command command, CancellationToken cancel)
    {
        if (await work.Db.Set<ServiceHall>().SingleOrDefaultAsync(h => h.Id == command.Hall, cancel) is not { } hall)
        {
            return HallErrors.Unknown;
        }

        work.Detail = command.Name;
        return hall.AddFloor(command.Number, command.Name);
    }
}
