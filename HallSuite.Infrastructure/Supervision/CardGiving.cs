using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Supervision;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Supervision;

/// <summary>Gives the cards that follow from lights that went on.</summary>
internal static class CardGiving
{
    /// <summary>
    /// A light that was taken back and came on again for the same last day gives no second card of its colour.
    /// </summary>
    /// <returns>The cards that it gave.</returns>
    public static async Task<IReadOnlyList<Card>> GiveAsync(WorkUnit work, Case file, IReadOnlyList<LightChange> changes, CancellationToken cancel)
    {
        if (changes.Count == 0)
        {
            return [];
        }

        var had = await work.Db.Set<Card>().AsNoTracking().Where(c => c.Case == file.Id).Select(c => new { c.Clock, c.DueDay, c.Light }).ToListAsync(cancel);
        var given = new List<Card>();
        foreach (var change in changes)
        {
            var due = file.Clocks.First(c => c.Number == change.Clock).DueDay;
            foreach (var light in Card.LightsOf(change).Where(l => !had.Exists(h => h.Clock == change.Clock && h.DueDay == due && h.Light == l)))
            {
                var card = Card.Give(new CardId(work.NewId()), file, change, light, work.Now);
                work.Db.Add(card);
                work.Note("GiveCard", file.Number, $"{light}, {change.Kind} {change.Step}".TrimEnd());
                given.Add(card);
            }
        }

        return given;
    }
}
