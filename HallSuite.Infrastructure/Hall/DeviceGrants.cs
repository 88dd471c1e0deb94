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

    public async Task<IGrants> ReadAsync(HallDbContext db, Actor actor, HallId? hall, CancellationToken cancel) => new Held(await find(db, new DeviceId(actor.Id), cancel));

    private sealed record Held(Device? Device) : IGrants
    {
        public Error? RefusalOf(Permission permission, Scope scope)
        {
            if (Device is null or { RevokedAt: not null })
            {
                return HallErrors.DeviceUnknown;
            }

            if (!DevicePermissions.Of(Device.Kind).Contains(permission))
            {
                return HallErrors.DeviceWrongKind(Device.Kind);
            }

            return Device.Hall == scope.Hall ? null : WorkErrors.PermissionDenied(permission);
        }
    }
}
