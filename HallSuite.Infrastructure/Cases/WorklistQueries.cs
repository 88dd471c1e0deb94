using System.Linq.Expressions;
using HallSuite.Domain.Calendar;
using HallSuite.Domain.Cases;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Platform.Clock;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Privacy;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Cases;

/// <summary>Which cases a list shows.</summary>
public enum WorklistPart
{
    /// <summary>All that the actor sees.</summary>
    All,

    /// <summary>Those with an open step of a department of the actor's that nobody has taken.</summary>
    ToTake,

    /// <summary>Those with an open step that the actor is in charge of.</summary>
    Mine,

    /// <summary>Those whose review is through, for somebody to decide.</summary>
    ToDecide,
}

/// <summary>What a list asks for. Its fields stand in the address of the page.</summary>
/// <param name="State">Null for every state before the end.</param>
/// <param name="Light">Null for any.</param>
/// <param name="After">The <see cref="Worklist.Next"/> of the page before; null for the first.</param>
public sealed record WorklistFilter(HallId Hall, WorklistPart Part = WorklistPart.All, CaseState? State = null, Light? Light = null, string? After = null, int Take = 50)
{
    public const int MostTake = 200;
}

/// <summary>One line of a list.</summary>
/// <param name="Due">The limit that presses most; null when none is open.</param>
/// <param name="Used">How much of that limit is used up, in hundredths; over 100 when it is overdue.</param>
/// <param name="Steps">The open steps.</param>
public sealed record WorklistRow(
    CaseId Id, string Number, string Matter, string Subject, string Applicant, CaseState State, DateOnly? ReceivedDay, ShownDue? Due, int? Used,
    IReadOnlyList<WorklistStep> Steps);

/// <param name="Reviewer">Null while nobody took it.</param>
/// <param name="ReviewerName">The name of the reviewer.</param>
public sealed record WorklistStep(string Code, string Name, StaffId? Reviewer, string? ReviewerName = null);

/// <param name="Open">How many cases before their end the actor sees in this part, whatever their state.</param>
/// <param name="Next">Goes into <see cref="WorklistFilter.After"/>; null on the last page.</param>
/// <param name="Today">The hall's local day.</param>
public sealed record Worklist(IReadOnlyList<WorklistRow> Rows, int Open, int Blue, int Yellow, int Red, string? Next, DateOnly Today);

/// <summary>The cases that somebody works on, the first due first.</summary>
public sealed class WorklistQueries(IDbContextFactory<HallDbContext> contexts, CaseReach reach, CaseRules rules, PersonalData personal, HallClock clock)
{
    /// <summary>
    /// Before every instant that is set at all. Compared with it, and not with null, the index over the few that have one is entered by two columns; SQLite, which
    /// counts no rows, could take another for as good that holds the whole history.
    /// </summary>
    private static readonly DateTimeOffset Ever = DateTimeOffset.UnixEpoch;

    /// <summary>Needs <see cref="Permission.ViewCases"/> in the hall; shows the cases of the departments for which the actor has it.</summary>
    public async Task<Result<Worklist>> ReadAsync(Actor actor, WorklistFilter filter, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (!(await reach.ReadAsync(db, actor, filter.Hall, cancel)).TryGet(out var sight, out var denied))
        {
            return denied;
        }

        if (await db.Set<ServiceHall>().Where(h => h.Id == filter.Hall).Select(h => h.TimeZone).SingleOrDefaultAsync(cancel) is not { } zone)
        {
            return HallErrors.Unknown;
        }

        var occasion = new Occasion(actor, clock.Now, await rules.ReadAsync(db, zone, cancel));
        var all = PartsOf(db.Set<Case>().AsNoTracking().Where(c => c.Hall == filter.Hall), filter.Part, sight, new StaffId(actor.Id));
        var shown = all.Select(part => part with { Cases = Shown(part, filter) }).SelectMany(part => After(part, filter.After)).ToList();
        var page = await PageAsync(db, shown, Math.Clamp(filter.Take, 1, WorklistFilter.MostTake), occasion, cancel);
        var open = await OpenAsync(all, cancel);
        return new Worklist(
            page.Rows, open.Values.Sum(), open.GetValueOrDefault(Light.Blue), open.GetValueOrDefault(Light.Yellow), open.GetValueOrDefault(Light.Red), page.Next, occasion.Day);
    }

    /// <summary>
    /// The cases of a part, as questions that an index answers each: what one department decides, what lies with it for a joint step, what somebody is in charge
    /// of. A case can be in several of them.
    /// </summary>
    private static IReadOnlyList<Found> PartsOf(IQueryable<Case> cases, WorklistPart part, CaseSight sight, StaffId me)
    {
        Found Joint(DepartmentId department) => WithStep(cases, s => s.Joint && s.Department == department && s.Reviewer == null);
        return part switch
        {
            WorklistPart.All => sight.Departments is { } own
                ? [.. own.SelectMany(d => (Found[])[Each(cases.Where(c => c.Department == d)), WithStep(cases, s => s.Joint && s.Department == d)])]
                : [Each(cases)],
            WorklistPart.ToTake => sight.Departments is { } own
                ? [.. own.Select(d => Open(cases.Where(c => c.Department == d && c.UntakenSince > Ever))), .. own.Select(Joint)]
                : [Open(cases.Where(c => c.UntakenSince > Ever)), .. sight.Every.Select(Joint)],
            WorklistPart.Mine => [WithStep(sight.Of(cases), s => s.Reviewer == me)],
            WorklistPart.ToDecide => sight.Departments is { } own
                ? [.. own.Select(d => Open(cases.Where(c => c.Department == d && c.ReviewedAt > Ever)))]
                : [Open(cases.Where(c => c.ReviewedAt > Ever))],
        };
    }

    private static Found Each(IQueryable<Case> cases) => new(cases, cases.Where(c => c.EndedAt == null), MayRepeat: false);

    /// <summary>What says itself that they are open.</summary>
    private static Found Open(IQueryable<Case> cases) => new(cases, cases, MayRepeat: false);

    /// <summary>The cases with an open step like this. It is asked of the steps, of which few are open, and not of the cases; one with two such steps comes twice.</summary>
    private static Found WithStep(IQueryable<Case> cases, Expression<Func<ReviewStep, bool>> like)
    {
        var open =
            from c in cases
            from s in c.Steps.AsQueryable().Where(s => s.State == StepState.Open).Where(like)
            select c;
        return new Found(open, open, MayRepeat: true);
    }

    /// <summary>Those that the filter lets through. A light is on in a case that is open, whatever state is asked for, and is not looked for in the history.</summary>
    private static IQueryable<Case> Shown(Found part, WorklistFilter filter)
    {
        var among = filter is { State: not null, Light: null or Light.None } ? part.Cases : part.Open;
        var rows = filter.State is { } state ? among.Where(c => c.State == state) : among;
        return filter.Light is { } light ? rows.Where(c => c.Light == light) : rows;
    }

    /// <summary>
    /// What follows in the list. In the history every case has the same last instant, so that the numbers alone say where a page begins: asked for by
    /// themselves, they are where an index is entered, and nothing before them is walked.
    /// </summary>
    private static IEnumerable<Found> After(Found part, string? cursor)
    {
        if (cursor?.Split('.', 2) is not [var ticks, var number] || !long.TryParse(ticks, out var milliseconds) || Instant(milliseconds) is not { } due)
        {
            return [part];
        }

        return
        [
            part with { Cases = part.Cases.Where(c => c.DueSort == due && c.Number.CompareTo(number) > 0) },
            part with { Cases = part.Cases.Where(c => c.DueSort > due) },
        ];
    }

    private static DateTimeOffset? Instant(long milliseconds) =>
        milliseconds >= 0 && milliseconds <= Case.NoDue.ToUnixTimeMilliseconds() ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null;

    /// <summary>How many open cases show each light.</summary>
    private static async Task<Dictionary<Light, int>> OpenAsync(IReadOnlyList<Found> parts, CancellationToken cancel)
    {
        var open = parts.Select(part => (part with { Cases = part.Open }).Of(cases => cases.Select(c => new { c.Id, c.Light })));
        return await open.Aggregate((a, b) => a.Union(b)).GroupBy(c => c.Light).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
    }

    /// <summary>First which cases stand on the page, by the indexes alone, then what it says of them.</summary>
    private async Task<(IReadOnlyList<WorklistRow> Rows, string? Next)> PageAsync(
        HallDbContext db, IReadOnlyList<Found> parts, int take, Occasion occasion, CancellationToken cancel)
    {
        var heads = parts.Select(part => part.Of(cases => cases.Select(c => new { c.Id, c.DueSort, c.Number })).OrderBy(p => p.DueSort).ThenBy(p => p.Number).Take(take + 1)).ToList();
        var places = heads is [var only] ? only : heads.Aggregate((a, b) => a.Union(b)).OrderBy(p => p.DueSort).ThenBy(p => p.Number).Take(take + 1);
        var page = await places.ToListAsync(cancel);
        var ids = page.Take(take).Select(p => p.Id).ToList();
        var shown = await (
            from c in db.Set<Case>().AsNoTracking().AsSplitQuery()
            where ids.Contains(c.Id)
            join m in db.Set<Matter>() on c.Matter equals m.Id
            orderby c.DueSort, c.Number
            select new { Case = c, Matter = m.Name }).ToListAsync(cancel);
        var reviewers = shown.SelectMany(f => f.Case.Steps).Select(s => s.Reviewer).OfType<StaffId>().Distinct().ToList();
        var names = reviewers.Count == 0
            ? []
            : await db.Set<StaffMember>().Where(s => reviewers.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, cancel);
        var last = page.Count > take ? page[take - 1] : null;
        return ([.. shown.Select(f => RowOf(f.Case, f.Matter, names, occasion))], last is null ? null : $"{last.DueSort.ToUnixTimeMilliseconds()}.{last.Number}");
    }

    private WorklistRow RowOf(Case file, string matter, Dictionary<StaffId, string> names, Occasion occasion) => new(
        file.Id, file.Number, matter, file.Subject, Masked.NameOf(file.Applicant, personal), file.State, file.ReceivedDay,
        ShownDue.FirstOf(file.Clocks, occasion.Rules.Calendar, occasion.Day), UsedOf(file, occasion),
        [.. file.Steps.Where(s => s.State == StepState.Open).Select(s => new WorklistStep(s.Code, s.Name, s.Reviewer, s.Reviewer is { } who ? names.GetValueOrDefault(who) : null))]);

    /// <summary>Of the same limit that the row tells.</summary>
    private static int? UsedOf(Case file, Occasion occasion)
    {
        if (ShownDue.ClockOf(file.Clocks) is not { Runs: true } clock)
        {
            return null;
        }

        var left = clock.Unit switch
        {
            LimitUnit.WorkingDays => ShownDue.LeftOf(clock.DueDay, occasion.Rules.Calendar, occasion.Day),
            LimitUnit.CalendarDays => clock.DueDay.DayNumber - occasion.Day.DayNumber,
        };
        return 100 * Math.Max(0, clock.Days - left) / clock.Days;
    }

    /// <param name="Cases">Whatever their state.</param>
    /// <param name="Open">Those among them that are before their end.</param>
    /// <param name="MayRepeat">Whether a case can stand there twice.</param>
    private sealed record Found(IQueryable<Case> Cases, IQueryable<Case> Open, bool MayRepeat)
    {
        public IQueryable<T> Of<T>(Func<IQueryable<Case>, IQueryable<T>> of) => MayRepeat ? of(Cases).Distinct() : of(Cases);
    }
}
