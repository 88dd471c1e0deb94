using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Hall;

/// <summary>Takes a hall back into use. Refuses <c>hall.wrong-state</c>.</summary>
public sealed class ReactivateHall(HallWork works)
{
    public sealed record Command(HallId Hall);

    public Task<Result> ExecuteAsync(Command command, Actor actor, CancellationToken cancel) =>
        works.RunAsync(SetupOrders.InHall(nameof(ReactivateHall), command.Hall), actor, (work, token) => ReactivateAsync(work, command, token), cancel);

    private static async Task<Result> ReactivateAsync(WorkUnit work, Command command, CancellationToken cancel)
    {
        if (await work.Db.Set<ServiceHall>().SingleOrDefaultAsync(h => h.Id == command.Hall, cancel) is not { } hall)
        {
            return HallErrors.Unknown;
        }

        work.Subject = hall.Code;
        return hall.Reactivate();
    }
}
