using System.Linq.Expressions;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Clock;
using HallSuite.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Hall;

/// <summary>What stands on a hall's front door, at one moment in the hall's local time.</summary>
/// <param name="Hotline">As people dial it; empty for none.</param>
/// <param name="ClosesAt">Null when closed, or when it never closes.</param>
/// <param name="OpensAt">When it opens next; null while open, or when it never opens.</param>
/// <param name="Rejoins">How often a missed ticket may queue again.</param>
public sealed record HallFront(
    HallId Id, string Code, string Name, string TimeZone, string? Address, string Hotline, OpeningHours Hours, int Rejoins,
    DateTimeOffset At, DateTime Local, bool IsOpen, DateTime? ClosesAt, DateTime? OpensAt);

/// <summary>The halls as everyone may see them from the street: no actor needed. A hall out of use is not there.</summary>
public sealed class HallFrontQueries(IDbContextFactory<HallDbContext> contexts, HallClock clock)
{
    private static readonly Expression<Func<ServiceHall, DoorPlate>> ToPlate =
        h => new DoorPlate(h.Id, h.Code, h.Name, h.Address, h.Hotline, h.TimeZone, h.Hours, h.Policy);

    /// <summary>All halls in use, by their place in the tree.</summary>
    public async Task<IReadOnlyList<HallFront>> ListAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var plates = await db.Set<ServiceHall>().AsNoTracking().Where(h => h.Active).OrderBy(h => h.Path).Select(ToPlate).ToListAsync(cancel);
        return [.. plates.Select(FrontOf)];
    }

    /// <summary>The hall of this code, or <c>hall.unknown</c>.</summary>
    public async Task<Result<HallFront>> FindAsync(string code, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<ServiceHall>().AsNoTracking().Where(h => h.Code == code && h.Active).Select(ToPlate).SingleOrDefaultAsync(cancel) is { } plate
            ? FrontOf(plate)
            : HallErrors.Unknown;
    }

    private HallFront FrontOf(DoorPlate plate)
    {
        var now = clock.Now;
        var local = HallTime.Local(plate.TimeZone, now);
        var open = plate.Hours.IsOpenAt(local);
        return new HallFront(
            plate.Id, plate.Code, plate.Name, plate.TimeZone, plate.Address, plate.Hotline, plate.Hours, plate.Policy.RejoinLimit,
            now, local, open, plate.Hours.ClosesAt(local), open ? null : plate.Hours.NextOpening(local));
    }

    private sealed record DoorPlate(
        HallId Id, string Code, string Name, string? Address, string Hotline, string TimeZone, OpeningHours Hours, QueuePolicy Policy);
}
