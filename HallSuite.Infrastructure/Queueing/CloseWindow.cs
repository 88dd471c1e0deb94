using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Work;

namespace HallSuite.Infrastructure.Queueing;

/// <summary>
/// Closes a window and frees its seat; refused while a ticket is called or served there (<c>window.busy</c>). People who were sent to this
/// window alone can be called by every window that serves their lane from then on.
/// </summary>
public sealed class CloseWindow(HallWork works, WindowAnswers answers, WindowTickets tickets)
{
    public sealed record Command(HallId Hall, int Window);

    public Task<Result<WindowAnswer>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var order = new WorkOrder(nameof(CloseWindow), Permission.OperateWindow, command.Hall, Streams.Queue(command.Hall), $"window {command.Window}");
        return works.RunAsync<WindowAnswer>(order, actor, async (work, token) =>
        {
            if (!(await answers.FindAsync(work, command.Hall, command.Window, token)).TryGet(out var window, out var unknown))
            {
                return unknown;
            }

            return await tickets.CloseAsync(work, window, token) is { Error: { } refused } ? refused : await answers.OfAsync(work, window, token);
        }, cancel);
    }
}
