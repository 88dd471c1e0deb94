using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Hall;

/// <summary>Changes what is written about a hall. Refuses what a field cannot hold, and <c>work.changed-elsewhere</c>.</summary>
public sealed class EditHall(HallWork works)
{
    /// <param name="Seen">As the form was read.</param>
    public sealed record Command(HallId Hall, HallDetails Seen, HallDetails Wanted);

    public Task<Result> ExecuteAsync(Command command, Actor actor, CancellationToken cancel) =>
        works.RunAsync(SetupOrders.InHall(nameof(EditHall), command.Hall), actor, (work, token) => EditAsync(work, command, token), cancel);

    private static async Task<Result> EditAsync(WorkUnit work, Command command, CancellationToken cancel)
    {
        if (await work.Db.Set<ServiceHall>().SingleOrDefaultAsync(h => h.Id == command.Hall, cancel) is not { } hall)
        {
            return HallErrors.Unknown;
        }

        var before = HallDetails.Of(hall);
        if (before != command.Seen)
        {
            return WorkErrors.ChangedElsewhere;
        }

        var wanted = command.Wanted;
        var zone = HallTime.Find(wanted.TimeZone);
        if ((hall.Rename(wanted.Name).Error
            ?? hall.SetTimeZone(zone ?? wanted.TimeZone, zoneIsKnown: zone is not null).Error
            ?? hall.SetAnnouncement(wanted.Announcement).Error
            ?? hall.SetContact(wanted.Hotline, wanted.Address).Error) is { } refused)
        {
            return refused;
        }

        var after = HallDetails.Of(hall);
        work.Subject = hall.Code;
        work.Detail = Changes.Of(
            ("name", before.Name, after.Name), ("time zone", before.TimeZone, after.TimeZone), ("announcement", before.Announcement, after.Announcement),
            ("hotline", before.Hotline, after.Hotline), ("address", before.Address, after.Address));
        return Result.Ok;
    }
}
