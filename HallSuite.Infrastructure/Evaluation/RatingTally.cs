using HallSuite.Domain.Evaluation;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Evaluation;

/// <summary>Finds or begins the row of a window and a service day. Safe because the stream of the hall's ratings is locked by the running operation.</summary>
internal static class RatingTally
{
    public static async Task<DailyRatings> OfAsync(HallDbContext db, HallId hall, DateOnly day, WindowId window, CancellationToken cancel)
    {
        if (await db.Set<DailyRatings>().SingleOrDefaultAsync(d => d.Hall == hall && d.Day == day && d.Window == window, cancel) is { } found)
        {
            return found;
        }

        var begun = DailyRatings.Begin(hall, day, window);
        db.Add(begun);
        return begun;
    }
}
