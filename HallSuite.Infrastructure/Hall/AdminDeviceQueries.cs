using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Clock;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Hall;

/// <summary>A device in the list of the administration; never any part of its key.</summary>
public sealed record AdminDevice(DeviceId Id, DeviceKind Kind, string Name, int? Window, DateTimeOffset CreatedAt, DateTimeOffset? RevokedAt);

/// <summary>A window at which a device can stand.</summary>
public sealed record DevicePlace(int Number, string Name);

/// <summary>One hall's devices.</summary>
/// <param name="At">When it was read.</param>
public sealed record AdminDeviceList(HallEntry Hall, DateTimeOffset At, IReadOnlyList<AdminDevice> Devices, IReadOnlyList<DevicePlace> Windows);

/// <summary>What the page of the administration of devices shows; permission <see cref="Permission.ManageDevices"/>.</summary>
public sealed class AdminDeviceQueries(IDbContextFactory<HallDbContext> contexts, Access access, HallReach reach, HallClock clock)
{
    /// <summary>The halls whose devices the actor administers, each below its parent.</summary>
    public async Task<IReadOnlyList<HallEntry>> HallsAsync(Actor actor, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var reached = await reach.ReadAsync(db, actor, Permission.ManageDevices, cancel);
        var halls = await db.Set<ServiceHall>().AsNoTracking().OrderBy(h => h.Path)
            .Select(h => new HallEntry(h.Id, h.Code, h.Name, h.TimeZone)).ToListAsync(cancel);
        return [.. halls.Where(h => reached.Contains(h.Id))];
    }

    /// <summary>One hall's devices, working ones first, the newest on top; <c>hall.unknown</c>, or the refusal of the permission.</summary>
    public async Task<Result<AdminDeviceList>> ReadAsync(Actor actor, string code, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var hall = await db.Set<ServiceHall>().AsNoTracking().Where(h => h.Code == code)
            .Select(h => new HallEntry(h.Id, h.Code, h.Name, h.TimeZone)).SingleOrDefaultAsync(cancel);
        if (hall is null)
        {
            return HallErrors.Unknown;
        }

        if (await access.RefusalAsync(db, actor, Permission.ManageDevices, hall.Id, cancel) is { } refused)
        {
            return refused;
        }

        var devices = await db.Set<Device>().AsNoTracking().Where(d => d.Hall == hall.Id)
            .Select(d => new AdminDevice(d.Id, d.Kind, d.Name, d.WindowNumber, d.CreatedAt, d.RevokedAt)).ToListAsync(cancel);
        var windows = await db.Set<ServiceWindow>().AsNoTracking().Where(w => w.Hall == hall.Id).OrderBy(w => w.Number)
            .Select(w => new DevicePlace(w.Number, w.Name)).ToListAsync(cancel);
        return new AdminDeviceList(
            hall, clock.Now, [.. devices.OrderBy(d => d.RevokedAt is not null).ThenByDescending(d => d.CreatedAt).ThenByDescending(d => d.Id.Value)], windows);
    }
}
