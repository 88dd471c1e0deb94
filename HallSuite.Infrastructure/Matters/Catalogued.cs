using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;
using HallSuite.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Matters;

/// <summary>What the catalogue has of the matters of some rows.</summary>
/// <param name="Matters">By code.</param>
/// <param name="Published">The version without a last day.</param>
/// <param name="LastNumber">The highest number of any version.</param>
/// <param name="Ending">Versions with a last day that is not past.</param>
internal sealed record Catalogued(
    IReadOnlyDictionary<string, Matter> Matters, IReadOnlyDictionary<MatterId, Standard> Published, IReadOnlyDictionary<MatterId, int> LastNumber,
    ILookup<MatterId, Standard> Ending)
{
    public static async Task<Catalogued> ReadAsync(HallDbContext db, IEnumerable<MatterRow> rows, QueryTrackingBehavior tracking, DateOnly today, CancellationToken cancel)
    {
        var codes = rows.Select(r => r.Code.Text).ToList();
        var matters = await db.Set<Matter>().AsTracking(tracking).Where(m => codes.Contains(m.Code)).ToDictionaryAsync(m => m.Code, cancel);
        if (matters.Count == 0)
        {
            return new Catalogued(matters, new Dictionary<MatterId, Standard>(), new Dictionary<MatterId, int>(), Enumerable.Empty<Standard>().ToLookup(s => s.Matter));
        }

        var ids = matters.Values.Select(m => m.Id).ToList();
        var published = await db.Set<Standard>().AsTracking(tracking).Where(s => ids.Contains(s.Matter) && s.State == StandardState.Published)
            .ToDictionaryAsync(s => s.Matter, cancel);
        var ending = await db.Set<Standard>().AsTracking(tracking).Where(s => ids.Contains(s.Matter) && s.State == StandardState.Retired && s.EffectiveUntil >= today).ToListAsync(cancel);
        var numbers = await db.Set<Standard>().Where(s => ids.Contains(s.Matter)).GroupBy(s => s.Matter)
            .Select(versions => new { Matter = versions.Key, Last = versions.Max(s => s.Number) }).ToDictionaryAsync(n => n.Matter, n => n.Last, cancel);
        return new Catalogued(matters, published, numbers, ending.ToLookup(s => s.Matter));
    }
}
