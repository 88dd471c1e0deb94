using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Cases;

/// <summary>How many cases a hall opened on a local day: the last number given.</summary>
public sealed class CaseDay : IBookkeeping
{
    public required HallId Hall { get; init; }

    public required DateOnly Day { get; init; }

    public int Opened { get; set; }

    /// <summary>The next number of the hall on that day; given back with the operation that fails.</summary>
    internal static async Task<int> NextAsync(HallDbContext db, HallId hall, DateOnly day, CancellationToken cancel)
    {
        var row = await db.Set<CaseDay>().SingleOrDefaultAsync(d => d.Hall == hall && d.Day == day, cancel);
        if (row is null)
        {
            db.Add(row = new CaseDay { Hall = hall, Day = day });
        }

        return ++row.Opened;
    }
}

/// <summary>By which import of the calendar a hall's running limits were counted last, and whether they have to be counted again.</summary>
public sealed class CountedCalendar : IBookkeeping
{
    public required HallId Hall { get; init; }

    /// <summary>Null before the first import.</summary>
    public DateTimeOffset? ImportedAt { get; set; }

    /// <summary>The operation, by its number on the stream of the hall's cases, that changed by what they are counted; null when none did since.</summary>
    public long? OwedSince { get; set; }

    /// <summary>Notes in an operation on the stream of the hall's cases that it changes by what their limits are counted.</summary>
    internal static async Task OweAsync(WorkUnit work, HallId hall, CancellationToken cancel) => (await OfAsync(work, hall, cancel)).OwedSince = work.Seq;

    internal static async Task<CountedCalendar> OfAsync(WorkUnit work, HallId hall, CancellationToken cancel)
    {
        if (await work.Db.Set<CountedCalendar>().SingleOrDefaultAsync(c => c.Hall == hall, cancel) is { } counted)
        {
            return counted;
        }

        var first = new CountedCalendar { Hall = hall };
        work.Db.Add(first);
        return first;
    }
}
