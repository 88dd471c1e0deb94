using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Platform.Clock;
using HallSuite.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Matters;

/// <summary>A matter in the public catalogue.</summary>
public sealed record CatalogueLine(string Code, string Name, string Department, MatterKind Kind);

/// <summary>A page of the catalogue by code.</summary>
/// <param name="Next">Leads to the following ones; null at the end.</param>
public sealed record CataloguePage(IReadOnlyList<CatalogueLine> Lines, string? Next);

/// <summary>A matter with the standard that holds today.</summary>
public sealed record CatalogueMatter(string Code, string Name, string Department, MatterKind Kind, IReadOnlyList<ApplicantKind> Objects, StandardContent Standard);

/// <summary>The catalogue as everyone may read it: matters in use that have a standard in force today, on the calendar of the first hall.</summary>
public sealed class CatalogueQueries(IDbContextFactory<HallDbContext> contexts, HallDirectory halls, HallClock clock)
{
    public const int MostLines = 100;

    /// <param name="after">The <see cref="CataloguePage.Next"/> of the page before; null for the first.</param>
    /// <param name="take">1 to <see cref="MostLines"/>.</param>
    public async Task<CataloguePage> ListAsync(MatterFilter filter, string? after, int take, CancellationToken cancel)
    {
        var today = await TodayAsync(cancel);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var departments = await MatterFinder.DepartmentsAsync(db, cancel);
        var matters = MatterFinder.Find(db, filter with { WithInactive = false }, departments);
        matters = string.IsNullOrEmpty(after) ? matters : matters.Where(m => m.Code.CompareTo(after) > 0);
        var found = await matters.Where(m => db.Set<Standard>().Any(s => s.Matter == m.Id && s.EffectiveFrom <= today && (s.EffectiveUntil == null || s.EffectiveUntil >= today)))
            .OrderBy(m => m.Code).Take(take + 1).Select(m => new { m.Code, m.Name, m.Department, m.Kind }).ToListAsync(cancel);
        var names = departments.ToDictionary(d => d.Id, d => d.Name);
        var lines = found.Take(take).Select(m => new CatalogueLine(m.Code, m.Name, names[m.Department], m.Kind)).ToList();
        return new CataloguePage(lines, found.Count > take ? lines[^1].Code : null);
    }

    /// <summary>One matter by its code; <c>matter.unknown</c>.</summary>
    public async Task<Result<CatalogueMatter>> ReadAsync(string code, CancellationToken cancel)
    {
        var today = await TodayAsync(cancel);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var wanted = code.Trim().ToUpperInvariant();
        var found = await db.Set<Matter>().AsNoTracking().Where(m => m.Code == wanted && m.Active)
            .Join(db.Set<Standard>().Where(s => s.EffectiveFrom <= today && (s.EffectiveUntil == null || s.EffectiveUntil >= today)), m => m.Id, s => s.Matter, (m, s) => new { Matter = m, s.Content })
            .SingleOrDefaultAsync(cancel);
        if (found is null)
        {
            return MatterErrors.Unknown;
        }

        var departments = await MatterFinder.DepartmentsAsync(db, cancel);
        var name = departments.Single(d => d.Id == found.Matter.Department).Name;
        return new CatalogueMatter(found.Matter.Code, found.Matter.Name, name, found.Matter.Kind, found.Matter.Objects, found.Content);
    }

    private async Task<DateOnly> TodayAsync(CancellationToken cancel) =>
        DateOnly.FromDateTime(HallTime.Local((await halls.FrontDoorAsync(cancel))?.TimeZone ?? "UTC", clock.Now));
}
