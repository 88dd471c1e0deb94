using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Hall;

/// <summary>What a device may do: its kind's permissions, in its own hall, until it is revoked.</summary>
internal sealed class DeviceGrants : IGrantReader
{
    private readonly Func<HallDbContext, DeviceId, CancellationToken, Task<Device?>> find = EF.CompileAsyncQuery(
        (HallDbContext db, DeviceId id, CancellationToken _) => db.Set<Device>().AsNoTracking().SingleOrDefault(d => d.Id == id));

    public ActorKind Kind => ActorKind.Device;

    public async Task<Error?> RefusalAsync(HallDbContext db, Actor actor, Permission permission, Scope scope, CancellationToken cancel)
    {
        var device = await find(db, new DeviceId(actor.Id), cancel);
        if (device is null or { RevokedAt: not null })
        {
            return HallErrors.DeviceUnknown;
        }

        if (!DevicePermissions.Of(device.Kind).Contains(permission))
        {
            return HallErrors.DeviceWrongKind(device.Kind);
        }

        return device.Hall == scope.Hall ? null : WorkErrors.PermissionDenied(permission);
    }
}
