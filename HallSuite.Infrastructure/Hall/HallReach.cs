using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Hall;

/// <summary>In which halls somebody may do something.</summary>
public sealed class HallReach(Access access)
{
    /// <summary>
    /// The halls, in and out of use, in which the actor has the permission. What is allowed in a hall is allowed below it, so only the
    /// tops of the actor's trees are asked for one by one.
    /// </summary>
    public async Task<IReadOnlySet<HallId>> ReadAsync(HallDbContext db, Actor actor, Permission permission, CancellationToken cancel)
    {
        var halls = await db.Set<ServiceHall>().AsNoTracking().OrderBy(h => h.Path).Select(h => new { h.Id, h.Path }).ToListAsync(cancel);
        var everywhere = await access.RefusalAsync(db, actor, permission, Scope.Everything, cancel) is null;
        var reached = new HashSet<HallId>();
        string? top = null;
        foreach (var hall in halls)
        {
            if (everywhere || (top is not null && hall.Path.StartsWith(top, StringComparison.Ordinal)))
            {
                reached.Add(hall.Id);
            }
            else if (await access.RefusalAsync(db, actor, permission, hall.Id, cancel) is null)
            {
                reached.Add(hall.Id);
                top = hall.Path;
            }
        }

        return reached;
    }
}
