using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Queueing;

/// <summary>
/// Opens a window or ends its pause. A clerk who opens one sits down there, and the window of the same hall at which they sat before closes
/// (<c>window.busy</c> while a ticket is there); nobody can sit down where somebody else sits (<c>window.taken</c>) or while still sitting in
/// another hall (<c>window.seat-in-other-hall</c>). Others who may operate windows, and caller boxes, open it for whoever sits there.
/// </summary>
public sealed class OpenWindow(HallWork works, Access access, WindowAnswers answers, WindowTickets tickets)
{
    public sealed record Command(HallId Hall, int Window);

    public Task<Result<WindowAnswer>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var order = new WorkOrder(nameof(OpenWindow), Permission.OperateWindow, command.Hall, Streams.Queue(command.Hall), $"window {command.Window}");
        return works.RunAsync<WindowAnswer>(order, actor, async (work, token) =>
        {
            if (!(await answers.FindAsync(work, command.Hall, command.Window, token)).TryGet(out var window, out var unknown))
            {
                return unknown;
            }

            StaffId? sits = actor.Kind == ActorKind.Staff && await access.RefusalAsync(work.Db, actor, Permission.CallTickets, command.Hall, token) is null
                ? new StaffId(actor.Id)
                : null;
            if (sits is { } clerk)
            {
                if (window.Clerk is { } other && other != clerk)
                {
                    return HallErrors.WindowTaken(window.Number);
                }

                if (await LeaveOtherSeatAsync(work, window, clerk, token) is { Error: { } stays })
                {
                    return stays;
                }
            }

            return window.Open(sits, work.Now) is { Error: { } refused } ? refused : await answers.OfAsync(work, window, token);
        }, cancel);
    }

    private async Task<Result> LeaveOtherSeatAsync(WorkUnit work, ServiceWindow wanted, StaffId clerk, CancellationToken cancel)
    {
        if (await work.Db.Set<ServiceWindow>().FirstOrDefaultAsync(w => w.Clerk == clerk && w.Id != wanted.Id, cancel) is not { } seat)
        {
            return Result.Ok;
        }

        if (seat.Hall != wanted.Hall)
        {
            var hall = await work.Db.Set<ServiceHall>().Where(h => h.Id == seat.Hall).Select(h => h.Name).SingleAsync(cancel);
            return HallErrors.SeatInOtherHall(seat.Number, hall);
        }

        return await tickets.CloseAsync(work, seat, cancel);
    }
}
