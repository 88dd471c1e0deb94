using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Platform.Clock;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Queueing;

/// <summary>A lane that a window serves, as its screen names it.</summary>
public sealed record LaneHead(string Lane, string Name, string NameEn);

/// <summary>The screen above one window.</summary>
/// <param name="Number">The ticket called or served there.</param>
/// <param name="StaffName">Who sits there; null when nobody is known to.</param>
/// <param name="StateSince">Since when it is open, paused or closed; null for a window that was never opened.</param>
public sealed record WindowBoard(
    long Seq, DateTimeOffset At, int No, string Name, int Floor, WindowState State, PauseReason? PauseReason, string? Number, TicketState? TicketState,
    IReadOnlyList<LaneHead> Lanes, string? StaffName, DateTimeOffset? StateSince);

/// <summary>What the screen above one window shows.</summary>
public sealed class WindowScreenQueries(IDbContextFactory<HallDbContext> contexts, Access access, HallClock clock, HallQueues queues)
{
    public async Task<Result<WindowBoard>> ReadAsync(Actor actor, HallId hall, int window, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await access.RefusalAsync(db, actor, Permission.ViewQueue, hall, cancel) is { } denied)
        {
            return denied;
        }

        var seq = await queues.SeqAsync(db, hall, cancel);
        if (await db.Set<ServiceWindow>().AsNoTracking().SingleOrDefaultAsync(w => w.Hall == hall && w.Number == window, cancel) is not { } found)
        {
            return HallErrors.WindowUnknown;
        }

        var lanes = await db.Set<Lane>().Where(l => l.Hall == hall).ToDictionaryAsync(l => l.Id, l => new LaneHead(l.Prefix, l.Name, l.NameEn), cancel);
        var ticket = await db.Set<Ticket>().AsNoTracking()
            .FirstOrDefaultAsync(t => t.Window == found.Id && (t.State == TicketState.Called || t.State == TicketState.Serving), cancel);
        return new WindowBoard(
            seq, clock.Now, found.Number, found.Name, found.Floor, found.State, found.PauseReason, ticket?.Text, ticket?.State,
            [.. found.Lanes.Select(l => lanes[l.Lane])], found.Clerk is { } clerk ? await NameAsync(db, clerk, cancel) : null, found.StateSince);
    }

    private static Task<string?> NameAsync(HallDbContext db, StaffId clerk, CancellationToken cancel) =>
        db.Set<StaffMember>().Where(s => s.Id == clerk).Select(s => s.Name).SingleOrDefaultAsync(cancel);
}
