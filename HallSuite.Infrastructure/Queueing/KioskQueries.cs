using System.Globalization;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Platform.Clock;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Queueing;

/// <summary>What the kiosk needs beyond the lanes and windows that everyone may see.</summary>
public sealed class KioskQueries(IDbContextFactory<HallDbContext> contexts, Access access, HallClock clock, HallFrontQueries fronts, HallQueues queues)
{
    /// <summary>The hall that the kiosk takes tickets for; refused to a kiosk of another hall, and to one whose key was revoked.</summary>
    public async Task<Result<HallFront>> OpenAsync(Actor actor, string hall, CancellationToken cancel)
    {
        if (!(await fronts.FindAsync(hall, cancel)).TryGet(out var front, out var unknown))
        {
            return unknown;
        }

        return await access.RefusalAsync(actor, Permission.TakeTicket, front.Id, cancel) is { } denied ? denied : front;
    }

    /// <summary>How many people are called before a ticket that was taken today; null when it does not wait (any more).</summary>
    /// <param name="number">As printed, <c>A012</c>.</param>
    public async Task<Result<int?>> AheadAsync(Actor actor, HallId hall, string number, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await access.RefusalAsync(db, actor, Permission.TakeTicket, hall, cancel) is { } denied)
        {
            return denied;
        }

        var prefix = string.Concat(number.TakeWhile(char.IsAsciiLetter));
        if (!int.TryParse(number.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || await queues.ReadAsync(db, hall, clock.Now, cancel) is not { } queue)
        {
            return (int?)null;
        }

        var ticket = await db.Set<Ticket>().AsNoTracking().SingleOrDefaultAsync(
            t => t.Hall == hall && t.Prefix == prefix && t.ServiceDay == queue.Hall.Day && t.Number == count, cancel);
        return ticket is { State: TicketState.Waiting } ? await queues.AheadAsync(db, ticket, queue.Hall.At, queue.Hall.Policy, cancel) : (int?)null;
    }
}
