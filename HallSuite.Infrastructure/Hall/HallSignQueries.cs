using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Hall;

/// <summary>What the signs of a hall say: names, not numbers of people.</summary>
/// <param name="Floors">From the lowest up.</param>
/// <param name="Hotline">As people dial it; empty for none.</param>
public sealed record HallSigns(string Name, string TimeZone, string Announcement, string Hotline, IReadOnlyList<Floor> Floors)
{
    /// <summary>The name of a floor, as it stands on the lift's buttons.</summary>
    public string FloorName(int number) => Floors.FirstOrDefault(f => f.Number == number)?.Name ?? "";
}

/// <summary>Reads the signs for the walls. Public: they hang in the hall.</summary>
public sealed class HallSignQueries(IDbContextFactory<HallDbContext> contexts)
{
    /// <summary>The signs, or <c>hall.unknown</c>.</summary>
    public async Task<Result<HallSigns>> ReadAsync(HallId hall, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<ServiceHall>().AsNoTracking().SingleOrDefaultAsync(h => h.Id == hall, cancel) is { } found
            ? new HallSigns(found.Name, found.TimeZone, found.Announcement, found.Hotline, [.. found.Floors.OrderBy(f => f.Number)])
            : HallErrors.Unknown;
    }
}
