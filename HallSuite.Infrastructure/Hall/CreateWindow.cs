using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Hall;

/// <summary>
/// Sets up a window, closed and serving nothing yet. Refuses <c>window.number-invalid</c>, <c>window.number-taken</c>,
/// <c>window.name-invalid</c> and <c>floor.unknown</c>.
/// </summary>
public sealed class CreateWindow(HallWork works)
{
    public sealed record Command(HallId Hall, WindowDetails Details);

    public Task<Result<WindowId>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var order = SetupOrders.InHall(nameof(CreateWindow), command.Hall, $"window {command.Details.Number}");
        return works.RunAsync<WindowId>(order, actor, (work, token) => CreateAsync(work, command, token), cancel);
    }

    private static async Task<Result<WindowId>> CreateAsync(WorkUnit work, Command command, CancellationToken cancel)
    {
        if (await work.Db.Set<ServiceHall>().AsNoTracking().SingleOrDefaultAsync(h => h.Id == command.Hall, cancel) is not { } hall)
        {
            return HallErrors.Unknown;
        }

        var details = command.Details;
        var taken = await work.Db.Set<ServiceWindow>().AnyAsync(w => w.Hall == hall.Id && w.Number == details.Number, cancel);
        var created = ServiceWindow.Create(new WindowId(work.NewId()), hall, details.Number, details.Name, details.Floor, details.Kind, taken);
        if (!created.TryGet(out var window, out var refused))
        {
            return refused;
        }

        work.Db.Add(window);
        work.Detail = $"{window.Name}, floor {window.Floor}, {window.Kind}";
        return window.Id;
    }
}
