using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Hall;

/// <summary>Takes a hall out of use; its history stays. Refuses <c>hall.windows-open</c> while people are served, and <c>hall.wrong-state</c>.</summary>
public sealed class DeactivateHall(HallWork works)
{
    public sealed record Command(HallId Hall);

    public Task<Result> ExecuteAsync(Command command, Actor actor, CancellationToken cancel) =>
        works.RunAsync(SetupOrders.InHall(nameof(DeactivateHall), command.Hall), actor, (work, token) => DeactivateAsync(work, command, token), cancel);

    private static async Task<Result> DeactivateAsync(WorkUnit work, Command command, CancellationToken cancel)
    {
        if (await work.Db.Set<ServiceHall>().SingleOrDefaultAsync(h => h.Id == command.Hall, cancel) is not { } hall)
        {
            return HallErrors.Unknown;
        }

        work.Subject = hall.Code;
        return hall.Deactivate(await work.Db.Set<ServiceWindow>().CountAsync(w => w.Hall == hall.Id && w.State != WindowState.Closed, cancel));
    }
}
