using HallSuite.Domain.Calendar;
using HallSuite.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Calendar;

/// <summary>The calendar that holds: the years of the program, and in their place what was imported. Never older than the last commit.</summary>
public sealed class WorkCalendars(IDbContextFactory<HallDbContext> contexts)
{
    private volatile Known known = new([], WorkCalendar.Shipped);

    public async Task<WorkCalendar> ReadAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await ReadAsync(db, cancel);
    }

    /// <summary>The same inside an operation, which counts with it and stores what it counted.</summary>
    public async Task<WorkCalendar> ReadAsync(HallDbContext db, CancellationToken cancel)
    {
        // A few rows of less than a kilobyte each; what costs is to make a calendar of them.
        var texts = await db.Set<PublishedYear>().AsNoTracking().OrderBy(y => y.Year).Select(y => y.Text).ToListAsync(cancel);
        var last = known;
        if (!texts.SequenceEqual(last.Texts))
        {
            var years = texts.SelectMany(text => CalendarText.Read(text).Years);
            known = last = new Known(texts, WorkCalendar.Of(WorkCalendar.Shipped.Years.Concat(years)));
        }

        return last.Calendar;
    }

    private sealed record Known(IReadOnlyList<string> Texts, WorkCalendar Calendar);
}
