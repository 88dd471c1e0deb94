using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Platform.Clock;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Hall;

/// <summary>A hall in the list of the administration.</summary>
/// <param name="Depth">0 for the top of what the actor administers, 1 for the halls below it …</param>
/// <param name="OpenNow">Whether its opening hours say so now.</param>
public sealed record AdminHallLine(
    HallId Id, string Code, string Name, int Depth, string TimeZone, bool Active, bool OpenNow, int Lanes, int Windows, int OpenWindows);

/// <param name="MayCreateTop">Whether the actor may set up a hall that has none above it.</param>
public sealed record AdminHallList(IReadOnlyList<AdminHallLine> Halls, bool MayCreateTop);

/// <param name="Windows">How many windows stand there.</param>
public sealed record AdminFloor(int Number, string Name, int Windows);

/// <param name="Windows">How many windows serve it.</param>
public sealed record AdminLane(LaneId Id, LaneDetails Details, bool Open, int Windows);

/// <param name="Lanes">What it serves, the preferred first.</param>
public sealed record AdminWindow(WindowId Id, WindowDetails Details, WindowState State, IReadOnlyList<WindowLane> Lanes);

/// <summary>One hall with everything that the administration sets up.</summary>
/// <param name="LocalTime">What the clocks in the hall show.</param>
public sealed record AdminHall(
    HallId Id, string Code, string? ParentName, bool Active, HallDetails Details, OpeningHours Hours, QueuePolicy Policy, DateTime LocalTime,
    IReadOnlyList<AdminFloor> Floors, IReadOnlyList<AdminLane> Lanes, IReadOnlyList<AdminWindow> Windows)
{
    public bool OpenNow => Active && Hours.IsOpenAt(LocalTime);
}

/// <summary>Who changed something last, and when.</summary>
/// <param name="Name">Of a member of staff; null for HallSuite itself.</param>
public sealed record LastChange(string? Name, DateTimeOffset At);

/// <summary>What the pages of the administration of halls show; permission <see cref="Permission.ManageHalls"/>.</summary>
public sealed class AdminHallQueries(IDbContextFactory<HallDbContext> contexts, Access access, HallReach reach, HallClock clock)
{
    /// <summary>The halls that the actor administers, each below its parent.</summary>
    public async Task<AdminHallList> ListAsync(Actor actor, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var reached = await reach.ReadAsync(db, actor, Permission.ManageHalls, cancel);
        var rows = await db.Set<ServiceHall>().AsNoTracking().OrderBy(h => h.Path)
            .Select(h => new
            {
                h.Id, h.Code, h.Name, h.Path, h.TimeZone, h.Active, h.Hours,
                Lanes = db.Set<Lane>().Count(l => l.Hall == h.Id),
                Windows = db.Set<ServiceWindow>().Count(w => w.Hall == h.Id),
                OpenWindows = db.Set<ServiceWindow>().Count(w => w.Hall == h.Id && w.State == WindowState.Open),
            }).ToListAsync(cancel);
        var halls = new List<AdminHallLine>();
        var above = new Stack<string>();
        foreach (var hall in rows.Where(h => reached.Contains(h.Id)))
        {
            while (above.TryPeek(out var path) && !hall.Path.StartsWith(path, StringComparison.Ordinal))
            {
                above.Pop();
            }

            var open = hall.Active && hall.Hours.IsOpenAt(HallTime.Local(hall.TimeZone, clock.Now));
            halls.Add(new AdminHallLine(
                hall.Id, hall.Code, hall.Name, above.Count, hall.TimeZone, hall.Active, open, hall.Lanes, hall.Windows, hall.OpenWindows));
            above.Push(hall.Path);
        }

        var top = await access.RefusalAsync(db, actor, Permission.ManageHalls, Scope.Everything, cancel) is null;
        return new AdminHallList(halls, top);
    }

    /// <summary>One hall, in or out of use; <c>hall.unknown</c>, or the refusal of the permission.</summary>
    public async Task<Result<AdminHall>> ReadAsync(Actor actor, string code, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await db.Set<ServiceHall>().AsNoTracking().SingleOrDefaultAsync(h => h.Code == code, cancel) is not { } hall)
        {
            return HallErrors.Unknown;
        }

        if (await access.RefusalAsync(db, actor, Permission.ManageHalls, hall.Id, cancel) is { } refused)
        {
            return refused;
        }

        var parent = await db.Set<ServiceHall>().AsNoTracking().Where(h => h.Id == hall.Parent).Select(h => h.Name).SingleOrDefaultAsync(cancel);
        var lanes = await db.Set<Lane>().AsNoTracking().Where(l => l.Hall == hall.Id).OrderBy(l => l.Order).ThenBy(l => l.Prefix).ToListAsync(cancel);
        var windows = await db.Set<ServiceWindow>().AsNoTracking().Where(w => w.Hall == hall.Id).OrderBy(w => w.Number).ToListAsync(cancel);
        return new AdminHall(
            hall.Id, hall.Code, parent, hall.Active, HallDetails.Of(hall), hall.Hours, hall.Policy, HallTime.Local(hall.TimeZone, clock.Now),
            [.. hall.Floors.OrderBy(f => f.Number).Select(f => new AdminFloor(f.Number, f.Name, windows.Count(w => w.Floor == f.Number)))],
            [.. lanes.Select(l => new AdminLane(l.Id, LaneDetails.Of(l), l.Open, windows.Count(w => w.Serves(l.Id))))],
            [.. windows.Select(w => new AdminWindow(w.Id, WindowDetails.Of(w), w.State, [.. w.Lanes.OrderBy(l => l.Rank)]))]);
    }

    /// <summary>Who did one of these operations in the hall last; null when nobody has, or when it is not the actor's to know.</summary>
    public async Task<LastChange?> LastChangeAsync(Actor actor, HallId hall, IReadOnlyList<string> operations, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await access.RefusalAsync(db, actor, Permission.ManageHalls, hall, cancel) is not null)
        {
            return null;
        }

        var last = await db.Set<AuditRow>().AsNoTracking().Where(r => r.Hall == hall && operations.Contains(r.Operation))
            .OrderByDescending(r => r.At).ThenByDescending(r => r.Id).Select(r => new { r.ActorId, r.At }).FirstOrDefaultAsync(cancel);
        if (last is null)
        {
            return null;
        }

        var person = new StaffId(last.ActorId);
        return new LastChange(await db.Set<StaffMember>().Where(s => s.Id == person).Select(s => s.Name).FirstOrDefaultAsync(cancel), last.At);
    }
}
