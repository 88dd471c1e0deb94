using System.Globalization;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Hall;

/// <summary>
/// Says anew when a hall is open, week by week in its local time. Refuses <c>opening-hours.length</c> and <c>opening-hours.overlap</c> with the
/// day, and <c>work.changed-elsewhere</c>.
/// </summary>
public sealed class SetOpeningHours(HallWork works)
{
    /// <param name="Seen">As the form was read.</param>
    /// <param name="AlwaysOpen">Round the clock; the openings are then not looked at.</param>
    /// <param name="Spans">The openings of a week; none for a hall that does not open.</param>
    public sealed record Command(HallId Hall, OpeningHours Seen, bool AlwaysOpen, IReadOnlyList<OpeningSpan> Spans);

    public Task<Result> ExecuteAsync(Command command, Actor actor, CancellationToken cancel) =>
        works.RunAsync(SetupOrders.InHall(nameof(SetOpeningHours), command.Hall), actor, (work, token) => SetAsync(work, command, token), cancel);

    private static async Task<Result> SetAsync(WorkUnit work, Command command, CancellationToken cancel)
    {
        if (await work.Db.Set<ServiceHall>().SingleOrDefaultAsync(h => h.Id == command.Hall, cancel) is not { } hall)
        {
            return HallErrors.Unknown;
        }

        if (!hall.Hours.Equals(command.Seen))
        {
            return WorkErrors.ChangedElsewhere;
        }

        if (!(command.AlwaysOpen ? OpeningHours.AlwaysOpen : OpeningHours.Of(command.Spans)).TryGet(out var hours, out var refused))
        {
            return refused;
        }

        work.Subject = hall.Code;
        work.Detail = Changes.Of(("hours", TextOf(hall.Hours), TextOf(hours)));
        hall.SetOpeningHours(hours);
        return Result.Ok;
    }

    // Mon 09:00+480: the day, when it begins and how many minutes it lasts.
    private static string TextOf(OpeningHours hours) => hours switch
    {
        { AlwaysIsOpen: true } => "always",
        { Spans.Count: 0 } => "never",
        _ => string.Join(", ", hours.Spans.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Day.ToString()[..3]} {s.From:HH:mm}+{s.Minutes}"))),
    };
}
