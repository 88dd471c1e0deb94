using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Queueing;

/// <summary>Finds the window that an operation is about and says how it is afterwards.</summary>
public sealed class WindowAnswers(ClerkDesk desk, WindowTickets tickets)
{
    /// <summary>The window, loaded for change; refused to a device that was set up for another one.</summary>
    internal async Task<Result<ServiceWindow>> FindAsync(WorkUnit work, HallId hall, int number, CancellationToken cancel)
    {
        if (await work.Db.Set<ServiceWindow>().SingleOrDefaultAsync(w => w.Hall == hall && w.Number == number, cancel) is not { } window)
        {
            return HallErrors.WindowUnknown;
        }

        // A clerk who opens or closes a window need not sit there; a caller box stays with its own.
        return work.Actor.Kind == ActorKind.Device && await desk.CheckSeatAsync(work, hall, number, cancel) is { Error: { } elsewhere } ? elsewhere : window;
    }

    internal async Task<WindowAnswer> OfAsync(WorkUnit work, ServiceWindow window, CancellationToken cancel)
    {
        // The big screen counts open windows.
        work.Topics.Add(QueueTopics.Statistics(window.Hall));
        var prefixes = await work.Db.Set<Lane>().Where(l => l.Hall == window.Hall).ToDictionaryAsync(l => l.Id, l => l.Prefix, cancel);
        var lanes = window.Lanes.OrderBy(l => l.Rank).ThenBy(l => prefixes[l.Lane], StringComparer.Ordinal).Select(l => prefixes[l.Lane]);
        return new WindowAnswer(
            window.Number, window.Name, window.Floor, window.Kind, window.State, [.. lanes],
            await tickets.NumberAtAsync(work.Db, window.Id, cancel));
    }
}
