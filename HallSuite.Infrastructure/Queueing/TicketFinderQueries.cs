using System.Globalization;
using System.Text.RegularExpressions;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Platform.Clock;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Queueing;

/// <summary>A ticket of today as the search box shows it; no visitor is in it.</summary>
/// <param name="Lane">Prefix of the lane it queues in now.</param>
/// <param name="Window">The window that called it last; null while it waits.</param>
public sealed record FoundTicket(
    TicketId Id, string Number, string Lane, string LaneName, string LaneNameEn, TicketState State, int? Window, DateTimeOffset TakenAt, DateTimeOffset? CalledAt);

/// <summary>Finds tickets of today by what is printed on them, for someone at the counter who asks what became of one.</summary>
public sealed partial class TicketFinderQueries(IDbContextFactory<HallDbContext> contexts, Access access, HallClock clock)
{
    /// <param name="text">As <c>A012</c>, <c>a12</c>, or <c>12</c> for any lane. Anything else finds nothing.</param>
    public async Task<Result<IReadOnlyList<FoundTicket>>> FindAsync(Actor actor, HallId hall, string text, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await access.RefusalAsync(db, actor, Permission.ViewQueue, hall, cancel) is { } denied)
        {
            return denied;
        }

        if (await db.Set<ServiceHall>().AsNoTracking().Where(h => h.Id == hall).Select(h => new { h.TimeZone, h.Hours }).SingleOrDefaultAsync(cancel) is not { } at)
        {
            return HallErrors.Unknown;
        }

        if (Printed().Match(text.Trim()) is not { Success: true } printed
            || !int.TryParse(printed.Groups[2].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return Result.Of<IReadOnlyList<FoundTicket>>([]);
        }

        var day = at.Hours.LastServiceDay(HallTime.Local(at.TimeZone, clock.Now));
        var prefix = printed.Groups[1].Value.ToUpperInvariant();
        var tickets = db.Set<Ticket>().AsNoTracking().Where(t => t.Hall == hall && t.ServiceDay == day && t.Number == number);
        return await (
            from t in prefix.Length == 0 ? tickets : tickets.Where(t => t.Prefix == prefix)
            join l in db.Set<Lane>() on t.Lane equals l.Id
            orderby t.Prefix
            select new FoundTicket(t.Id, Ticket.TextOf(t.Prefix, t.Number), l.Prefix, l.Name, l.NameEn, t.State, t.WindowNumber, t.TakenAt, t.CalledAt)).ToListAsync(cancel);
    }

    [GeneratedRegex(@"^([A-Za-z]{0,2})[ -]?([0-9]{1,6})$")]
    private static partial Regex Printed();
}
