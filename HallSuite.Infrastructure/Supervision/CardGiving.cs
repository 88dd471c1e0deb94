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
    public static async Task<int> GiveAsync(WorkUnit work, IReadOnlyList<(Case File, IReadOnlyList<LightChange> Changes)> lit, CancellationToken cancel)
    {
        var ids = lit.Where(l => l.Changes.Count > 0).Select(l => l.File.Id).ToList();
        if (ids.Count == 0)
        {
            return 0;
        }

        var had = (await work.Db.Set<Card>().AsNoTracking().Where(c => ids.Contains(c.Case)).Select(c => new Given(c.Case, c.Clock, c.DueDay, c.Light)).ToListAsync(cancel)).ToHashSet();
        var given = 0;
        foreach (var (file, change) in lit.SelectMany(l => l.Changes.Select(c => (l.File, c))))
        {
            var due = file.Clocks.First(c => c.Number == change.Clock).DueDay;
            foreach (var light in Card.LightsOf(change).Where(l => !had.Contains(new Given(file.Id, change.Clock, due, l))))
            {
                work.Db.Add(Card.Give(new CardId(work.NewId()), file, change, light, work.Now));
                work.Note("GiveCard", file.Number, $"{light}, {change.Kind} {change.Step}".TrimEnd());
                given++;
            }
        }

        return given;
    }

    private sealed record Given(CaseId Case, int Clock, DateOnly DueDay, Light Light);
}
