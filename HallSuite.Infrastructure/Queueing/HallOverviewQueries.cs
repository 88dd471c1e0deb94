using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Platform.Clock;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Queueing;

/// <summary>A lane as the overview shows it.</summary>
/// <param name="Open">Whether it gives out tickets.</param>
/// <param name="OldestMinutes">How long the longest wait lasts, in whole minutes; null when nobody waits.</param>
public sealed record OverviewLane(LaneLine Line, bool Open, int? OldestMinutes);

/// <summary>A window as the staff of its hall may see it.</summary>
/// <param name="Since">Since when it is in this state; null when it was never opened.</param>
/// <param name="Clerk">Who sits there; null for nobody, or nobody known.</param>
/// <param name="Lanes">Prefixes of the lanes it serves, the preferred first.</param>
/// <param name="Number">The ticket called or served there, with <paramref name="TicketState"/> and <paramref name="CalledAt"/>; null when nobody is.</param>
public sealed record OverviewWindow(
    int No, string Name, int Floor, WindowKind Kind, WindowState State, DateTimeOffset? Since, PauseReason? PauseReason, string? PauseNote, string? Clerk,
    IReadOnlyList<string> Lanes, string? Number, TicketState? TicketState, DateTimeOffset? CalledAt);

/// <summary>A floor with its windows by number.</summary>
public sealed record OverviewFloor(int Number, string Name, IReadOnlyList<OverviewWindow> Windows);

/// <summary>A hall at this moment, for its staff.</summary>
/// <param name="TakesTickets">Whether a ticket can be taken now.</param>
/// <param name="Tickets">Taken today.</param>
/// <param name="Served">Served today.</param>
public sealed record HallOverview(
    long Seq, DateTimeOffset At, string HallName, string TimeZone, bool TakesTickets, int Tickets, int Served,
    IReadOnlyList<OverviewLane> Lanes, IReadOnlyList<OverviewFloor> Floors)
{
    public int Waiting => Lanes.Sum(l => l.Line.Waiting);

    /// <summary>Null when nobody waits.</summary>
    public int? LongestWaitMinutes => Lanes.Max(l => l.OldestMinutes);

    public IEnumerable<OverviewWindow> Windows => Floors.SelectMany(f => f.Windows);
}

/// <summary>What hall managers and everyone with a view of the queue see of the whole hall. No visitor is in it.</summary>
public sealed class HallOverviewQueries(IDbContextFactory<HallDbContext> contexts, Access access, HallClock clock, HallQueues queues)
{
    public async Task<Result<HallOverview>> ReadAsync(Actor actor, HallId hall, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await access.RefusalAsync(db, actor, Permission.ViewQueue, hall, cancel) is { } denied)
        {
            return denied;
        }

        var seq = await queues.SeqAsync(db, hall, cancel);
        if (await queues.ReadAsync(db, hall, clock.Now, cancel) is not { } queue)
        {
            return HallErrors.Unknown;
        }

        var seated = queue.Windows.Select(w => w.Clerk).OfType<StaffId>().ToList();
        var names = await db.Set<StaffMember>().Where(s => seated.Contains(s.Id)).Select(s => new { s.Id, s.Name }).ToDictionaryAsync(s => s.Id, s => s.Name, cancel);
        var floors = await db.Set<ServiceHall>().AsNoTracking().Where(h => h.Id == hall).Select(h => h.Floors).SingleAsync(cancel);
        var today = queue.Days.Where(d => d.Day == queue.Hall.Day).ToList();
        return new HallOverview(
            seq, queue.Hall.At, queue.Hall.Name, queue.Hall.TimeZone, queue.Hall.OpenServiceDay is not null, today.Sum(d => d.Taken), today.Sum(d => d.Served),
            [.. queue.Lanes.Select(l => LaneOf(queue, l))],
            [.. floors.OrderBy(f => f.Number).Select(f => new OverviewFloor(
                f.Number, f.Name, [.. queue.Windows.Where(w => w.Floor == f.Number).Select(w => WindowOf(queue, w, names))]))]);
    }

    private static OverviewLane LaneOf(HallQueue queue, LaneFacts lane)
    {
        var oldest = queue.Waiting.FirstOrDefault(w => w.Lane == lane.Id)?.OldestTakenAt;
        return new OverviewLane(queue.LineOf(lane), lane.Open, (int?)(queue.Hall.At - oldest)?.TotalMinutes);
    }

    private static OverviewWindow WindowOf(HallQueue queue, ServiceWindow window, Dictionary<StaffId, string> names)
    {
        var ticket = queue.At(window.Id);
        return new OverviewWindow(
            window.Number, window.Name, window.Floor, window.Kind, window.State, window.StateSince, window.PauseReason, window.PauseNote,
            window.Clerk is { } clerk ? names.GetValueOrDefault(clerk) : null, [.. queue.LanesOf(window).Select(l => l.Prefix)],
            ticket?.Text, ticket?.State, ticket?.CalledAt);
    }
}
