using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Work;

namespace HallSuite.Infrastructure.Hall;

/// <summary>
/// How the set-up of halls is ordered. What one hall's boards show – its name, announcement, lanes, windows – changes on the stream of
/// its queue: the boards are numbered by it, and no call meets a window or lane that is half changed.
/// </summary>
internal static class SetupOrders
{
    public static WorkOrder InHall(string operation, HallId hall, string? subject = null) =>
        new(operation, Permission.ManageHalls, hall, Streams.Queue(hall), subject);

    /// <summary>Devices change nothing that a board shows.</summary>
    public static WorkOrder OfDevices(string operation, HallId hall) => new(operation, Permission.ManageDevices, hall, Streams.Platform);
}
