using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Queueing;

/// <summary>
/// Removes a window that was set up by mistake. It lies here and not with the halls because a window that ever had a ticket stays, for
/// the history (<c>window.in-use</c>). Refuses <c>window.unknown</c>, <c>window.wrong-state</c> unless closed, and <c>window.has-devices</c>.
/// </summary>
public sealed class RemoveWindow(HallWork works)
{
    public sealed record Command(HallId Hall, WindowId Window);

    public Task<Result> ExecuteAsync(Command command, Actor actor, CancellationToken cancel) =>
        works.RunAsync(SetupOrders.InHall(nameof(RemoveWindow), command.Hall), actor, (work, token) => RemoveAsync(work, command, token), cancel);

    private static async Task<Result> RemoveAsync(WorkUnit work, Command command, CancellationToken cancel)
    {
        var db = work.Db;
        if (await db.Set<ServiceWindow>().SingleOrDefaultAsync(w => w.Hall == command.Hall && w.Id == command.Window, cancel) is not { } window)
        {
            return HallErrors.WindowUnknown;
        }

        // A ticket that queues again has forgotten its window; the call log has not.
        var hadTickets = await db.Set<Ticket>().AnyAsync(t => t.Window == window.Id || t.ReservedWindow == window.Id, cancel)
            || await db.Set<CallEntry>().AnyAsync(c => c.Hall == window.Hall && c.Window == window.Number, cancel);
        var devices = await db.Set<Device>().CountAsync(d => d.Hall == window.Hall && d.WindowNumber == window.Number && d.RevokedAt == null, cancel);
        if (window.CheckRemovable(hadTickets, devices).Error is { } refused)
        {
            return refused;
        }

        db.Remove(window);
        work.Subject = $"window {window.Number}";
        work.Detail = window.Name;
        return Result.Ok;
    }
}
