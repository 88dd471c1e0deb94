using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Work;

namespace HallSuite.Infrastructure.Queueing;

/// <summary>Pauses an open window (<c>window.wrong-state</c> otherwise). A ticket that is there can still be finished; the next one cannot be called.</summary>
public sealed class PauseWindow(HallWork works, WindowAnswers answers)
{
    /// <param name="Note">A line beside the reason; null for none.</param>
    public sealed record Command(HallId Hall, int Window, PauseReason Reason, string? Note);

    public Task<Result<WindowAnswer>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var order = new WorkOrder(nameof(PauseWindow), Permission.OperateWindow, command.Hall, Streams.Queue(command.Hall), $"window {command.Window}");
        return works.RunAsync<WindowAnswer>(order, actor, async (work, token) =>
        {
            if (!(await answers.FindAsync(work, command.Hall, command.Window, token)).TryGet(out var window, out var unknown))
            {
                return unknown;
            }

            work.Detail = command.Reason.ToString();
            return window.Pause(command.Reason, command.Note, work.Now) is { Error: { } refused } ? refused : await answers.OfAsync(work, window, token);
        }, cancel);
    }
}
