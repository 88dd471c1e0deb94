using HallSuite.Domain.Calendar;
using HallSuite.Domain.Cases;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Matters;
using HallSuite.Infrastructure.Platform.Clock;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Privacy;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Cases;

/// <summary>A matter that a clerk finds by a part of its name.</summary>
public sealed record IntakeMatter(string Code, string Name, string Department, string DepartmentEn, MatterKind Kind);

/// <summary>What a case of a matter would be measured by, if its papers came in today.</summary>
/// <param name="EffectiveFrom">Since when the version of the standard holds.</param>
/// <param name="Acceptance">The five working days (ALL Art. 32).</param>
/// <param name="Committed">The promise, if it were accepted today; null for none.</param>
/// <param name="Statutory">The statutory limit likewise; null for none.</param>
public sealed record IntakeForm(
    string Code, string Name, MatterKind Kind, string Department, string DepartmentEn, IReadOnlyList<ApplicantKind> Objects, int StandardNumber, DateOnly? EffectiveFrom,
    StandardContent Rules, DateOnly Today, DueDate Acceptance, DueDate? Committed, DueDate? Statutory);

/// <summary>A case as the intake lists it.</summary>
public sealed record IntakeLine(CaseId Id, string Number, string Matter, string Department, string Applicant, CaseState State, DateTimeOffset OpenedAt, ShownDue? Due);

/// <summary>Which cases the intake lists.</summary>
public enum IntakePart
{
    /// <summary>Taken in, neither accepted nor sent back for more.</summary>
    Received,

    /// <summary>The applicant has to hand something in.</summary>
    Supplement,

    /// <summary>Begun and not taken in.</summary>
    Drafts,
}

/// <param name="Lines">The first due first; drafts the newest first. At most <see cref="IntakeQueries.Most"/>.</param>
public sealed record IntakeList(IReadOnlyList<IntakeLine> Lines, int Received, int Supplement, int Drafts, DateOnly Today);

/// <summary>What a clerk needs to take papers in; permission <see cref="Permission.TakeInCases"/>.</summary>
public sealed class IntakeQueries(IDbContextFactory<HallDbContext> contexts, Access access, CaseReach reach, CaseRules rules, PersonalData personal, HallClock clock)
{
    public const int MostFound = 12;
    public const int Most = 100;

    /// <summary>Matters whose name, code or department holds all words typed; those in use that have a standard in force.</summary>
    public async Task<Result<IReadOnlyList<IntakeMatter>>> FindAsync(Actor actor, HallId hall, string words, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await access.RefusalAsync(db, actor, Permission.TakeInCases, hall, cancel) is { } denied)
        {
            return denied;
        }

        var (_, today) = await RulesAsync(db, hall, cancel);
        var departments = await MatterFinder.DepartmentsAsync(db, cancel);
        var names = departments.ToDictionary(d => d.Id);

        // What begins with the words comes first, then the shorter name: who types 食品经营 wants that and not 食品经营许可补证.
        var wanted = MatterSearch.WordsOf(words) is [var first, ..] ? first : "";
        var found = await MatterFinder.Find(db, new MatterFilter(words), departments)
            .Where(m => db.Set<Standard>().Any(s => s.Matter == m.Id && s.EffectiveFrom <= today && (s.EffectiveUntil == null || s.EffectiveUntil >= today)))
            .OrderByDescending(m => m.SearchKey.StartsWith(wanted)).ThenBy(m => m.Name.Length).ThenBy(m => m.Code).Take(MostFound)
            .Select(m => new { m.Code, m.Name, m.Department, m.Kind }).ToListAsync(cancel);
        return Result.Of<IReadOnlyList<IntakeMatter>>([.. found.Select(m => new IntakeMatter(m.Code, m.Name, names[m.Department].Name, names[m.Department].NameEn, m.Kind))]);
    }

    /// <summary>How a matter is taken in today; <c>matter.unknown</c>, <c>case.standard-not-in-force</c>.</summary>
    public async Task<Result<IntakeForm>> ReadAsync(Actor actor, HallId hall, string code, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var wanted = code.Trim().ToUpperInvariant();
        if (await db.Set<Matter>().AsNoTracking().SingleOrDefaultAsync(m => m.Code == wanted && m.Active, cancel) is not { } matter)
        {
            return MatterErrors.Unknown;
        }

        if (await access.RefusalAsync(db, actor, Permission.TakeInCases, new Scope(hall, matter.Department), cancel) is { } denied)
        {
            return denied;
        }

        var (by, today) = await RulesAsync(db, hall, cancel);
        if (await CaseFiles.InForceAsync(db, matter.Id, today, cancel) is not { } standard)
        {
            return CaseErrors.NotInForce;
        }

        var department = await db.Set<Department>().Where(d => d.Id == matter.Department).Select(d => new { d.Name, d.NameEn }).SingleAsync(cancel);
        DueDate? Due(Limit? limit) => limit is { } some ? by.Calendar.Due(today, some) : null;
        return new IntakeForm(
            matter.Code, matter.Name, matter.Kind, department.Name, department.NameEn, matter.Objects, standard.Number, standard.EffectiveFrom, standard.Content, today,
            by.Calendar.Due(today, LegalLimits.Acceptance), Due(standard.Content.Committed), Due(standard.Content.StatutoryDays));
    }

    /// <summary>The cases that were opened for the holder of a ticket, the first one first.</summary>
    public async Task<Result<IReadOnlyList<IntakeLine>>> OfTicketAsync(Actor actor, HallId hall, TicketId ticket, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await access.RefusalAsync(db, actor, Permission.TakeInCases, hall, cancel) is { } denied)
        {
            return denied;
        }

        var (by, today) = await RulesAsync(db, hall, cancel);
        var cases = db.Set<Case>().AsNoTracking().AsSplitQuery().Where(c => c.Ticket == ticket && c.Hall == hall).OrderBy(c => c.Number);
        return Result.Of(await LinesAsync(db, cases, by.Calendar, today, cancel));
    }

    /// <summary>One list of the intake, and how long each of them is.</summary>
    public async Task<Result<IntakeList>> ListAsync(Actor actor, HallId hall, IntakePart part, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await access.RefusalAsync(db, actor, Permission.TakeInCases, hall, cancel) is { } denied)
        {
            return denied;
        }

        if (!(await reach.ReadAsync(db, actor, hall, cancel)).TryGet(out var sight, out var unseen))
        {
            return unseen;
        }

        var (by, today) = await RulesAsync(db, hall, cancel);
        var open = sight.Of(db.Set<Case>().AsNoTracking().AsSplitQuery().Where(c => c.Hall == hall));
        var listed = Enum.GetValues<IntakePart>().SelectMany(StatesOf).ToList();
        var counts = await open.Where(c => listed.Contains(c.State)).GroupBy(c => c.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var states = StatesOf(part);
        var rows = open.Where(c => states.Contains(c.State));
        var ordered = part == IntakePart.Drafts
            ? rows.OrderByDescending(c => c.OpenedAt).ThenBy(c => c.Number)
            : rows.Where(c => c.EndedAt == null).OrderBy(c => c.DueSort).ThenBy(c => c.Number);
        int Count(IntakePart of) => StatesOf(of).Sum(s => counts.GetValueOrDefault(s));
        return new IntakeList(
            await LinesAsync(db, ordered.Take(Most), by.Calendar, today, cancel), Count(IntakePart.Received), Count(IntakePart.Supplement), Count(IntakePart.Drafts), today);
    }

    private static CaseState[] StatesOf(IntakePart part) => part switch
    {
        IntakePart.Received => [CaseState.Received],
        IntakePart.Supplement => [CaseState.SupplementRequested],
        IntakePart.Drafts => [CaseState.Draft, CaseState.PreReview, CaseState.PreReviewReturned],
    };

    private async Task<IReadOnlyList<IntakeLine>> LinesAsync(HallDbContext db, IQueryable<Case> cases, WorkCalendar calendar, DateOnly today, CancellationToken cancel)
    {
        // First which, then everything of these few: whole cases are long to sort.
        var ids = await cases.Select(c => c.Id).ToListAsync(cancel);
        var files = await CaseSides.Among(db.Set<Case>().AsNoTracking().AsSplitQuery(), ids).Select(c => new
        {
            c.Id, c.Number, c.Matter, c.Department, c.Applicant, c.State, c.OpenedAt, Clocks = c.Clocks.Where(k => k.State != ClockState.Ended).ToList(),
        }).ToDictionaryAsync(c => c.Id, cancel);
        var found = ids.Where(files.ContainsKey).Select(id => files[id]).ToList();
        var matterIds = found.Select(c => c.Matter).Distinct().ToList();
        var departmentIds = found.Select(c => c.Department).Distinct().ToList();
        var matters = await db.Set<Matter>().Where(m => matterIds.Contains(m.Id)).Select(m => new { m.Id, m.Name }).ToDictionaryAsync(m => m.Id, m => m.Name, cancel);
        var departments = await db.Set<Department>().Where(d => departmentIds.Contains(d.Id)).Select(d => new { d.Id, d.Name }).ToDictionaryAsync(d => d.Id, d => d.Name, cancel);
        return [.. found.Select(c => new IntakeLine(
            c.Id, c.Number, matters[c.Matter], departments[c.Department], Masked.NameOf(c.Applicant, personal), c.State, c.OpenedAt,
            ShownDue.FirstOf(c.Clocks, calendar, today)))];
    }

    private async Task<(HallRules Rules, DateOnly Today)> RulesAsync(HallDbContext db, HallId hall, CancellationToken cancel)
    {
        var zone = await db.Set<ServiceHall>().Where(h => h.Id == hall).Select(h => h.TimeZone).SingleAsync(cancel);
        var by = await rules.ReadAsync(db, hall, zone, cancel);
        return (by, LocalDay.Of(clock.Now, by.Zone));
    }
}
