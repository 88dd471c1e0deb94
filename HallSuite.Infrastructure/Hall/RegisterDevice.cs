using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Hall;

/// <summary>A device and the key that was just made for it. The key is nowhere else: it is shown once and then forgotten.</summary>
public sealed record DeviceKey(DeviceId Device, string Key);

/// <summary>
/// Gives a machine its key (CONTRACT §3). Refuses <c>device.name-invalid</c>, <c>window.unknown</c> for a window that the hall does not
/// have, and <c>hall.unknown</c>.
/// </summary>
public sealed class RegisterDevice(HallWork works)
{
    /// <param name="Window">The number of the window it stands at; null for a device of the whole hall.</param>
    public sealed record Command(HallId Hall, DeviceKind Kind, string Name, int? Window);

    // Without an idempotency key: the answer would be kept for a day, and the key with it.
    public Task<Result<DeviceKey>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel) => works.RunAsync<DeviceKey>(
        SetupOrders.OfDevices(nameof(RegisterDevice), command.Hall), actor with { Once = null }, (work, token) => RegisterAsync(work, command, token), cancel);

    private static async Task<Result<DeviceKey>> RegisterAsync(WorkUnit work, Command command, CancellationToken cancel)
    {
        if (!await work.Db.Set<ServiceHall>().AnyAsync(h => h.Id == command.Hall, cancel))
        {
            return HallErrors.Unknown;
        }

        if (command.Window is { } number && !await work.Db.Set<ServiceWindow>().AnyAsync(w => w.Hall == command.Hall && w.Number == number, cancel))
        {
            return HallErrors.WindowUnknown;
        }

        var key = DeviceKeys.New();
        var registered = Device.Register(
            new DeviceId(work.NewId()), command.Hall, command.Kind, command.Name, DeviceKeys.HashOf(key), command.Window, work.Now);
        if (!registered.TryGet(out var device, out var refused))
        {
            return refused;
        }

        work.Db.Add(device);
        work.Subject = device.Name;
        work.Detail = device.WindowNumber is { } window ? $"{device.Kind}, window {window}" : device.Kind.ToString();
        return new DeviceKey(device.Id, key);
    }
}
