using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Hall;

/// <summary>A hall as an address or a switcher names it.</summary>
public sealed record HallEntry(HallId Id, string Code, string Name, string TimeZone);

/// <summary>What is written on a hall's front door.</summary>
public sealed record FrontDoor(string Name, string TimeZone, OpeningHours Hours);

/// <summary>Finds halls by the code in an address. Public: the code and name of a hall are on its front door.</summary>
public sealed class HallDirectory(IDbContextFactory<HallDbContext> contexts)
{
    /// <summary>The active hall with this code, or <c>hall.unknown</c>.</summary>
    public async Task<Result<HallEntry>> FindAsync(string code, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<ServiceHall>().AsNoTracking().Where(h => h.Code == code && h.Active)
            .Select(h => new HallEntry(h.Id, h.Code, h.Name, h.TimeZone)).SingleOrDefaultAsync(cancel) is { } hall
            ? hall
            : HallErrors.Unknown;
    }

    /// <summary>The hall that stands for the installation, the root of the tree, and its opening hours; null before any hall is set up.</summary>
    public async Task<FrontDoor?> FrontDoorAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<ServiceHall>().AsNoTracking().Where(h => h.Active).OrderBy(h => h.Path.Length).ThenBy(h => h.Path)
            .Select(h => new FrontDoor(h.Name, h.TimeZone, h.Hours)).FirstOrDefaultAsync(cancel);
    }
}
