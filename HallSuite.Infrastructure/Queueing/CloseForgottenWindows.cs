using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Queueing;

/// <summary>
/// Closes the windows that a clerk left open or paused when a service day was over for good, so that tomorrow's screens and waiting times do not count
/// on somebody who went home. Does nothing while the hall is open, nor at a window where a ticket is called or served. Answers how many were closed.
/// </summary>
public sealed class CloseForgottenWindows(HallWork works, WindowTickets tickets)
{
    public sealed record Command(HallId Hall);

    public Task<Result<int>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var order = new WorkOrder(nameof(CloseForgottenWindows), Permission.ActAsSystem, command.Hall, Streams.Queue(command.Hall));
        return works.RunAsync<int>(order, actor, async (work, token) =>
        {
            if (await work.Db.Set<ServiceHall>().AsNoTracking().SingleOrDefaultAsync(h => h.Id == command.Hall, token) is not { } hall)
            {
                return HallErrors.Unknown;
            }

            var closed = 0;
            foreach (var window in await Forgotten(work.Db.Set<ServiceWindow>(), hall, work.Now).ToListAsync(token))
            {
                if ((await tickets.CloseAsync(work, window, token)).IsOk)
                {
                    work.Note(nameof(CloseWindow), $"window {window.Number}");
                    closed++;
                }
            }

            return closed;
        }, cancel);
    }

    /// <summary>Nobody is forgotten while the hall is open.</summary>
    internal static IQueryable<ServiceWindow> Forgotten(IQueryable<ServiceWindow> windows, ServiceHall hall, DateTimeOffset now)
    {
        var local = HallTime.Local(hall.TimeZone, now);
        if (hall.Hours.IsOpenAt(local))
        {
            return windows.Where(w => false);
        }

        var over = HallTime.Instant(hall.TimeZone, hall.LapsesAt(hall.LastDayOver(local)));
        return windows.Where(w => w.Hall == hall.Id && w.State != WindowState.Closed && w.StateSince <= over);
    }
}
