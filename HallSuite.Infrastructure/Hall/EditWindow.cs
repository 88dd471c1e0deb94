using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Hall;

/// <summary>
/// Changes what is written about a window; the number only while it is closed, and the devices that stand there follow it. Refuses what
/// <see cref="CreateWindow"/> refuses, <c>window.unknown</c>, <c>window.wrong-state</c> and <c>work.changed-elsewhere</c>.
/// </summary>
public sealed class EditWindow(HallWork works)
{
    /// <param name="Seen">As the form was read.</param>
    public sealed record Command(HallId Hall, WindowId Window, WindowDetails Seen, WindowDetails Wanted);

    public Task<Result> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var order = SetupOrders.InHall(nameof(EditWindow), command.Hall, $"window {command.Seen.Number}");
        return works.RunAsync(order, actor, (work, token) => EditAsync(work, command, token), cancel);
    }

    private static async Task<Result> EditAsync(WorkUnit work, Command command, CancellationToken cancel)
    {
        var db = work.Db;
        var hall = await db.Set<ServiceHall>().AsNoTracking().SingleOrDefaultAsync(h => h.Id == command.Hall, cancel);
        var window = await db.Set<ServiceWindow>().SingleOrDefaultAsync(w => w.Hall == command.Hall && w.Id == command.Window, cancel);
        if (hall is null || window is null)
        {
            return HallErrors.WindowUnknown;
        }

        var (before, wanted) = (WindowDetails.Of(window), command.Wanted);
        if (before != command.Seen)
        {
            return WorkErrors.ChangedElsewhere;
        }

        if (wanted.Number != before.Number && await RenumberAsync(work, window, wanted.Number, cancel) is { } refusedNumber)
        {
            return refusedNumber;
        }

        if ((window.Rename(wanted.Name).Error ?? window.Move(hall, wanted.Floor).Error ?? window.ChangeKind(wanted.Kind).Error) is { } refused)
        {
            return refused;
        }

        var after = WindowDetails.Of(window);
        work.Detail = Changes.Of(
            ("number", before.Number, after.Number), ("name", before.Name, after.Name),
            ("floor", before.Floor, after.Floor), ("kind", before.Kind, after.Kind));
        return Result.Ok;
    }

    private static async Task<Error?> RenumberAsync(WorkUnit work, ServiceWindow window, int number, CancellationToken cancel)
    {
        var before = window.Number;
        var taken = await work.Db.Set<ServiceWindow>().AnyAsync(w => w.Hall == window.Hall && w.Number == number, cancel);
        if (window.Renumber(number, taken).Error is { } refused)
        {
            return refused;
        }

        foreach (var device in await work.Db.Set<Device>().Where(d => d.Hall == window.Hall && d.WindowNumber == before).ToListAsync(cancel))
        {
            device.FollowWindow(number);
        }

        return null;
    }
}
