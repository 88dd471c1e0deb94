using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Hall;

/// <summary>Ends a device's key for good. Refuses <c>device.unknown</c> and <c>device.already-revoked</c>.</summary>
public sealed class RevokeDevice(HallWork works)
{
    public sealed record Command(HallId Hall, DeviceId Device);

    public Task<Result> ExecuteAsync(Command command, Actor actor, CancellationToken cancel) =>
        works.RunAsync(SetupOrders.OfDevices(nameof(RevokeDevice), command.Hall), actor, (work, token) => RevokeAsync(work, command, token), cancel);

    private static async Task<Result> RevokeAsync(WorkUnit work, Command command, CancellationToken cancel)
    {
        if (await work.Db.Set<Device>().SingleOrDefaultAsync(d => d.Hall == command.Hall && d.Id == command.Device, cancel) is not { } device)
        {
            return HallErrors.DeviceUnknown;
        }

        work.Subject = device.Name;
        return device.Revoke(work.Now);
    }
}
