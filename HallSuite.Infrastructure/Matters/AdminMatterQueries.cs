using HallSuite.Domain.Calendar;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;
using HallSuite.Infrastructure.Platform.Clock;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Matters;

/// <summary>A matter of the list, with the limits of the version that was published last; no version, no limits.</summary>
/// <param name="Number">The number of that version; null when there is none.</param>
public sealed record AdminMatter(
    MatterId Id, string Code, string Name, MatterKind Kind, string Department, string DepartmentEn, bool Active, int? Number, Limit? Statutory, Limit? Committed, int Materials);

/// <summary>A page of matters by code.</summary>
/// <param name="Total">How many the filter finds.</param>
/// <param name="All">How many there are in all, in and out of use.</param>
/// <param name="Next">Leads to the following ones; null at the end.</param>
public sealed record AdminMatters(IReadOnlyList<AdminMatter> Matters, int Total, int All, string? Next, IReadOnlyList<MatterDepartment> Departments);

/// <summary>One version of a standard.</summary>
public sealed record AdminStandard(
    StandardId Id, int Number, StandardState State, DateOnly? From, DateOnly? Until, DateTimeOffset DraftedAt, DateTimeOffset? PublishedAt, StandardContent Content);

/// <summary>One matter with all versions of its standard, the newest first.</summary>
public sealed record AdminMatterDetail(
    MatterId Id, string Code, string Name, MatterKind Kind, MatterDepartment Department, MatterDetails Details, bool Active, IReadOnlyList<AdminStandard> Standards,
    DateTimeOffset At);

/// <summary>The catalogue as staff see it; permission <see cref="Permission.ViewMatters"/>, whose holders see all of it.</summary>
public sealed class AdminMatterQueries(IDbContextFactory<HallDbContext> contexts, Access access, HallClock clock)
{
    /// <param name="scope">Where the actor looks from: a hall, or everything. The catalogue is one for all.</param>
    /// <param name="after">The <see cref="AdminMatters.Next"/> of the page before; null for the first.</param>
    public async Task<Result<AdminMatters>> ListAsync(Actor actor, Scope scope, MatterFilter filter, string? after, int take, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await access.RefusalAsync(db, actor, Permission.ViewMatters, scope, cancel) is { } refusal)
        {
            return refusal;
        }

        var departments = await MatterFinder.DepartmentsAsync(db, cancel);
        var found = MatterFinder.Find(db, filter, departments);
        var (all, total) = (await db.Set<Matter>().CountAsync(cancel), await found.CountAsync(cancel));
        var page = string.IsNullOrEmpty(after) ? found : found.Where(m => m.Code.CompareTo(after) > 0);
        var matters = await page.OrderBy(m => m.Code).Take(take + 1).ToListAsync(cancel);
        var shown = matters.Take(take).ToList();
        var ids = shown.Select(m => m.Id).ToList();
        var standards = await db.Set<Standard>().AsNoTracking().Where(s => ids.Contains(s.Matter) && s.State == StandardState.Published)
            .Select(s => new { s.Matter, s.Number, s.Content }).ToDictionaryAsync(s => s.Matter, cancel);
        var known = departments.ToDictionary(d => d.Id);
        return new AdminMatters(
            [.. shown.Select(m => LineOf(m, known[m.Department], standards.GetValueOrDefault(m.Id) is { } s ? (s.Number, s.Content) : null))],
            total, all, matters.Count > take ? shown[^1].Code : null, departments);
    }

    /// <summary>One matter by its code; <c>matter.unknown</c>.</summary>
    public async Task<Result<AdminMatterDetail>> ReadAsync(Actor actor, Scope scope, string code, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await access.RefusalAsync(db, actor, Permission.ViewMatters, scope, cancel) is { } refusal)
        {
            return refusal;
        }

        if (await db.Set<Matter>().AsNoTracking().SingleOrDefaultAsync(m => m.Code == code, cancel) is not { } matter)
        {
            return MatterErrors.Unknown;
        }

        var standards = await db.Set<Standard>().AsNoTracking().Where(s => s.Matter == matter.Id).OrderByDescending(s => s.Number)
            .Select(s => new AdminStandard(s.Id, s.Number, s.State, s.EffectiveFrom, s.EffectiveUntil, s.DraftedAt, s.PublishedAt, s.Content)).ToListAsync(cancel);
        var departments = await MatterFinder.DepartmentsAsync(db, cancel);
        var details = new MatterDetails(matter.Name, matter.Theme, matter.Objects, matter.Visits, matter.Online, matter.Booking, matter.Courier, matter.Place);
        return new AdminMatterDetail(
            matter.Id, matter.Code, matter.Name, matter.Kind, departments.Single(d => d.Id == matter.Department), details, matter.Active, standards, clock.Now);
    }

    private static AdminMatter LineOf(Matter matter, MatterDepartment department, (int Number, StandardContent Content)? standard) => new(
        matter.Id, matter.Code, matter.Name, matter.Kind, department.Name, department.NameEn, matter.Active, standard?.Number, standard?.Content.StatutoryDays,
        standard?.Content.Committed, standard?.Content.Materials.Count ?? 0);
}
