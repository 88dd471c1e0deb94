using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Clock;
using HallSuite.Infrastructure.Platform.Jobs;
using HallSuite.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Hall;

/// <summary>
/// Which days of a rollup are to be counted anew: each once when it is over. Which day was the last one stands in the database, so that nights on which no
/// node ran are made up for.
/// </summary>
public sealed class RecountDays(IDbContextFactory<HallDbContext> contexts, HallClock clock)
{
    /// <summary>How many days back are made up for.</summary>
    private const int MostDays = 31;

    /// <param name="nameOf">The row that says up to which day a hall was recounted.</param>
    /// <param name="lastOver">The last day of a hall that is over at a local time.</param>
    internal async Task<List<(HallId Hall, DateOnly Day)>> DueAsync(
        Func<HallId, string> nameOf, Func<ServiceHall, DateTime, DateOnly> lastOver, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var due = new List<(HallId, DateOnly)>();
        foreach (var hall in await db.Set<ServiceHall>().AsNoTracking().ToListAsync(cancel))
        {
            var over = lastOver(hall, HallTime.Local(hall.TimeZone, clock.Now));
            var name = nameOf(hall.Id);
            var done = await db.Set<JobDayRow>().Where(d => d.Name == name).Select(d => (DateOnly?)d.Day).SingleOrDefaultAsync(cancel);
            var first = done?.AddDays(1) ?? over;
            for (var day = first > over.AddDays(-MostDays) ? first : over.AddDays(-MostDays); day <= over; day = day.AddDays(1))
            {
                due.Add((hall.Id, day));
            }
        }

        return due;
    }

    /// <summary>For what is counted by the date: yesterday.</summary>
    internal static DateOnly LastDate(ServiceHall hall, DateTime local) => DateOnly.FromDateTime(local).AddDays(-1);

    /// <summary>Notes a day as done, in the transaction of its recount.</summary>
    internal static async Task NoteAsync(HallDbContext db, string name, DateOnly day, CancellationToken cancel)
    {
        if (await db.Set<JobDayRow>().SingleOrDefaultAsync(d => d.Name == name, cancel) is not { } done)
        {
            db.Add(new JobDayRow { Name = name, Day = day });
        }
        else if (done.Day < day)
        {
            done.Day = day;
        }
    }
}
