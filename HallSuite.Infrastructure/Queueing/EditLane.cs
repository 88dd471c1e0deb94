using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Queueing;

/// <summary>
/// Changes what is written about a lane. It lies here and not with the halls because a prefix can change only before the first number of
/// a day (<c>lane.in-use</c>). Refuses what CreateLane refuses, <c>lane.unknown</c> and <c>work.changed-elsewhere</c>.
/// </summary>
public sealed class EditLane(HallWork works)
{
    /// <param name="Seen">As the form was read.</param>
    public sealed record Command(HallId Hall, LaneId Lane, LaneDetails Seen, LaneDetails Wanted);

    public Task<Result> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var order = SetupOrders.InHall(nameof(EditLane), command.Hall, $"lane {command.Seen.Prefix}");
        return works.RunAsync(order, actor, (work, token) => EditAsync(work, command, token), cancel);
    }

    private static async Task<Result> EditAsync(WorkUnit work, Command command, CancellationToken cancel)
    {
        if (await work.Db.Set<Lane>().SingleOrDefaultAsync(l => l.Hall == command.Hall && l.Id == command.Lane, cancel) is not { } lane)
        {
            return HallErrors.LaneUnknown;
        }

        var (before, wanted) = (LaneDetails.Of(lane), command.Wanted);
        if (before != command.Seen)
        {
            return WorkErrors.ChangedElsewhere;
        }

        if (wanted.Prefix != before.Prefix)
        {
            var taken = await work.Db.Set<Lane>().AnyAsync(l => l.Hall == command.Hall && l.Prefix == wanted.Prefix, cancel);
            if (lane.ChangePrefix(wanted.Prefix, taken, await NumbersAreOutAsync(work, lane, cancel)).Error is { } refusedPrefix)
            {
                return refusedPrefix;
            }
        }

        if ((lane.Rename(wanted.Name, wanted.NameEn).Error ?? lane.SetTypicalMinutes(wanted.TypicalMinutes).Error) is { } refused)
        {
            return refused;
        }

        var after = LaneDetails.Of(lane);
        work.Detail = Changes.Of(
            ("prefix", before.Prefix, after.Prefix), ("name", before.Name, after.Name), ("English name", before.NameEn, after.NameEn),
            ("minutes", before.TypicalMinutes, after.TypicalMinutes));
        return Result.Ok;
    }

    // Numbers that were sent on to another lane keep the prefix, so it is the prefix that is asked for. What was left open the day before
    // has lapsed long before the day after.
    private static async Task<bool> NumbersAreOutAsync(WorkUnit work, Lane lane, CancellationToken cancel)
    {
        var hall = await work.Db.Set<ServiceHall>().AsNoTracking().SingleAsync(h => h.Id == lane.Hall, cancel);
        var local = HallTime.Local(hall.TimeZone, work.Now);
        var today = hall.Hours.LastServiceDay(local);
        var from = today.AddDays(-2);
        return await work.Db.Set<Ticket>().AnyAsync(
            t => t.Hall == hall.Id && t.Prefix == lane.Prefix && t.ServiceDay >= from && (t.ServiceDay >= today || t.EndedAt == null), cancel);
    }
}
