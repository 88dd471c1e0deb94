using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Hall;

/// <summary>
/// Sets up a hall, in use at once, with one floor and the default policy; it opens when it has been given opening hours. Refuses
/// <c>hall.code-invalid</c>, <c>hall.code-taken</c>, <c>hall.name-invalid</c>, <c>hall.time-zone-unknown</c>, and a parent that is not there.
/// </summary>
public sealed class CreateHall(HallWork works)
{
    /// <param name="Parent">The hall above it; null for the top of a tree, which needs the permission everywhere.</param>
    /// <param name="TimeZone">IANA name.</param>
    public sealed record Command(string Code, string Name, HallId? Parent, string TimeZone);

    public Task<Result<HallId>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        Scope scope = command.Parent is { } parent ? parent : Scope.Everything;
        var order = new WorkOrder(nameof(CreateHall), Permission.ManageHalls, scope, Streams.Platform, command.Code);
        return works.RunAsync<HallId>(order, actor, (work, token) => CreateAsync(work, command, token), cancel);
    }

    private static async Task<Result<HallId>> CreateAsync(WorkUnit work, Command command, CancellationToken cancel)
    {
        var halls = work.Db.Set<ServiceHall>();
        ServiceHall? parent = null;
        if (command.Parent is { } above)
        {
            parent = await halls.AsNoTracking().SingleOrDefaultAsync(h => h.Id == above, cancel);
            if (parent is null)
            {
                return HallErrors.Unknown;
            }
        }

        var code = command.Code.Trim();
        var taken = await halls.AnyAsync(h => h.Code == code, cancel);
        var zone = HallTime.Find(command.TimeZone);
        var created = ServiceHall.Create(
            new HallId(work.NewId()), code, command.Name, parent, zone ?? command.TimeZone, OpeningHours.Never, taken, zoneIsKnown: zone is not null);
        if (!created.TryGet(out var hall, out var refused))
        {
            return refused;
        }

        work.Db.Add(hall);
        work.Detail = $"{hall.Path}, {hall.Name}, {hall.TimeZone}";
        return hall.Id;
    }
}
