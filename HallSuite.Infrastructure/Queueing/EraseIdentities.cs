using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Queueing;

/// <summary>
/// Forgets who held the tickets that ended longer ago than the hall's policy keeps identities (PIPL Art. 47). Answers how many; fewer than
/// <see cref="Batch"/> means that none are left. Doing it twice changes nothing.
/// </summary>
public sealed class EraseIdentities(HallWork works)
{
    public const int Batch = 200;

    public sealed record Command(HallId Hall);

    public Task<Result<int>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var order = new WorkOrder(nameof(EraseIdentities), Permission.ActAsSystem, command.Hall, Streams.Queue(command.Hall));
        return works.RunAsync<int>(order, actor, async (work, token) =>
        {
            if (await work.Db.Set<ServiceHall>().AsNoTracking().SingleOrDefaultAsync(h => h.Id == command.Hall, token) is not { } hall)
            {
                return HallErrors.Unknown;
            }

            var limit = work.Now.AddDays(-hall.Policy.KeepIdentityDays);
            var old = await work.Db.Set<Ticket>().Where(t => t.Hall == command.Hall && t.IdentityErasedAt == null && t.EndedAt <= limit)
                .OrderBy(t => t.EndedAt).Take(Batch).ToListAsync(token);
            foreach (var ticket in old)
            {
                if (ticket.EraseIdentity(work.Now) is { Error: { } refused })
                {
                    return refused;
                }
            }

            work.Detail = $"{old.Count} tickets that ended up to {limit:yyyy-MM-dd}";
            return old.Count;
        }, cancel);
    }
}
