using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Hall;

/// <summary>Gives a floor another name. Refuses <c>floor.unknown</c> and <c>floor.name-invalid</c>.</summary>
public sealed class RenameFloor(HallWork works)
{
    public sealed record Command(HallId Hall, int Number, string Name);

    public Task<Result> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var order = SetupOrders.InHall(nameof(RenameFloor), command.Hall, $"floor {command.Number}");
        return works.RunAsync(order, actor, (work, token) => RenameAsync(work, command, token), cancel);
    }

    private static async Task<Result> RenameAsync(WorkUnit work, Command command, CancellationToken cancel)
    {
        if (await work.Db.Set<ServiceHall>().SingleOrDefaultAsync(h => h.Id == command.Hall, cancel) is not { } hall)
        {
            return HallErrors.Unknown;
        }

        work.Detail = Changes.Of(("name", hall.Floors.FirstOrDefault(f => f.Number == command.Number)?.Name, command.Name));
        return hall.RenameFloor(command.Number, command.Name);
    }
}
