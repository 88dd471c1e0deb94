using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Hall;

/// <summary>
/// Makes a new key for a device; the old one is worth nothing from then on. Refuses <c>device.unknown</c> and <c>device.already-revoked</c>.
/// </summary>
public sealed class ReplaceDeviceKey(HallWork works)
{
    public sealed record Command(HallId Hall, DeviceId Device);

    // Without an idempotency key, as in RegisterDevice: a kept answer would be a kept key.
    public Task<Result<DeviceKey>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel) => works.RunAsync<DeviceKey>(
        SetupOrders.OfDevices(nameof(ReplaceDeviceKey), command.Hall), actor with { Once = null }, (work, token) => ReplaceAsync(work, command, token), cancel);

    private static async Task<Result<DeviceKey>> ReplaceAsync(WorkUnit work, Command command, CancellationToken cancel)
    {
        if (await work.Db.Set<Device>().SingleOrDefaultAsync(d => d.Hall == command.Hall && d.Id == command.Device, cancel) is not { } device)
        {
            return HallErrors.DeviceUnknown;
        }

        var key = DeviceKeys.New();
        if (device.ReplaceKey(DeviceKeys.HashOf(key)).Error is { } refused)
        {
            return refused;
        }

        work.Subject = device.Name;
        return new DeviceKey(device.Id, key);
    }
}
