using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Queueing;

/// <summary>
/// Says anew which lanes a window serves and in which order. It lies here and not with the halls because the people who were sent to this
/// very window in a lane that it drops may then be called by any window. Refuses <c>window.unknown</c>, <c>lane.unknown</c>,
/// <c>window.lane-twice</c>, <c>window.rank-invalid</c> and <c>work.changed-elsewhere</c>.
/// </summary>
public sealed class SetWindowLanes(HallWork works, WindowTickets tickets)
{
    /// <param name="Seen">As the form was read.</param>
    /// <param name="Wanted">Rank 1 is served first, equal ranks by arrival; empty for a window that serves nobody.</param>
    public sealed record Command(HallId Hall, WindowId Window, IReadOnlyList<WindowLane> Seen, IReadOnlyList<WindowLane> Wanted);

    public Task<Result> ExecuteAsync(Command command, Actor actor, CancellationToken cancel) =>
        works.RunAsync(SetupOrders.InHall(nameof(SetWindowLanes), command.Hall), actor, (work, token) => SetAsync(work, command, token), cancel);

    private async Task<Result> SetAsync(WorkUnit work, Command command, CancellationToken cancel)
    {
        var db = work.Db;
        if (await db.Set<ServiceWindow>().SingleOrDefaultAsync(w => w.Hall == command.Hall && w.Id == command.Window, cancel) is not { } window)
        {
            return HallErrors.WindowUnknown;
        }

        if (!window.Lanes.ToHashSet().SetEquals(command.Seen))
        {
            return WorkErrors.ChangedElsewhere;
        }

        var prefixes = await db.Set<Lane>().Where(l => l.Hall == command.Hall).ToDictionaryAsync(l => l.Id, l => l.Prefix, cancel);
        if (command.Wanted.Any(l => !prefixes.ContainsKey(l.Lane)))
        {
            return HallErrors.LaneUnknown;
        }

        var before = TextOf(window, prefixes);
        if (window.SetLanes(command.Wanted).Error is { } refused)
        {
            return refused;
        }

        await tickets.ReleaseUnservedAsync(work, window, cancel);
        work.Subject = $"window {window.Number}";
        work.Detail = Changes.Of(("lanes", before, TextOf(window, prefixes)));
        return Result.Ok;
    }

    private static string TextOf(ServiceWindow window, Dictionary<LaneId, string> prefixes) =>
        string.Join(' ', window.Lanes.OrderBy(l => l.Rank).Select(l => $"{prefixes[l.Lane]}{l.Rank}"));
}
