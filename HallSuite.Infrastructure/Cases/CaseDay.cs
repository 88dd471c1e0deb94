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

/// <summary>By which import of the calendar a hall's running limits were counted last.</summary>
public sealed class CountedCalendar : IBookkeeping
{
    public required HallId Hall { get; init; }

    public required DateTimeOffset ImportedAt { get; set; }
}
