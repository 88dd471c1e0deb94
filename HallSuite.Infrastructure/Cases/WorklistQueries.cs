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

    /// <summary>Those with an open step of a department of the actor's that nobody has taken, and those accepted whose review has not begun.</summary>
    ToTake,

    /// <summary>Those with an open step that the actor is in charge of.</summary>
    Mine,

    /// <summary>Those whose review is through, for somebody to decide.</summary>
    ToDecide,

    /// <summary>Those that wait for somebody outside: a test, a hearing, an expert review.</summary>
    Suspended,

    /// <summary>Those on which the actor passed or returned a step, or decided, since midnight; also what has ended since.</summary>
    DoneToday,
}

/// <summary>Which case of a list comes first.</summary>
public enum WorklistOrder
{
    /// <summary>The one whose limit ends first.</summary>
    Due,

    /// <summary>The one that was accepted first; what is not accepted yet is left out.</summary>
    Accepted,
}

/// <summary>What a list asks for. Its fields stand in the address of the page.</summary>
/// <param name="Light">Null for any.</param>
/// <param name="After">The <see cref="Worklist.Next"/> of the page before; null for the first.</param>
/// <param name="Search">As <see cref="CaseSearch"/> reads it; null for all.</param>
/// <param name="Matter">The code of a matter; null for all.</param>
public sealed record WorklistFilter(
    HallId Hall, WorklistPart Part = WorklistPart.All, Light? Light = null, string? After = null, int Take = 50, string? Search = null,
    string? Matter = null, WorklistOrder Order = WorklistOrder.Due)
{
    public const int MostTake = 200;
}

/// <summary>One line of a list.</summary>
/// <param name="Due">The limit that presses most; null when none is open.</param>
/// <param name="Used">How much of that limit is used up, in hundredths; over 100 when it is overdue.</param>
/// <param name="Steps">The open steps.</param>
/// <param name="Seen">What an act on the row sends back.</param>
public sealed record WorklistRow(
    CaseId Id, string Number, string Matter, string Subject, string Applicant, CaseState State, DateOnly? ReceivedDay, ShownDue? Due, int? Used,
    IReadOnlyList<WorklistStep> Steps, SeenCase Seen);

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
    /// <summary>Needs <see cref="Permission.ViewCases"/> in the hall; shows the cases of the departments for which the actor has it.</summary>
    public async Task<Result<Worklist>> ReadAsync(Actor actor, WorklistFilter filter, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (!(await reach.ReadAsync(db, actor, filter.Hall, cancel)).TryGet(out var sight, out var denied))
        {
            return denied;
        }

        if (await db.Set<ServiceHall>().Where(h => h.Id == filter.Hall).Select(h => new { h.Code, h.TimeZone }).SingleOrDefaultAsync(cancel) is not { } hall)
        {
            return HallErrors.Unknown;
        }

        var occasion = new Occasion(actor, clock.Now, await rules.ReadAsync(db, filter.Hall, hall.TimeZone, cancel));
        var all = db.Set<Case>().AsNoTracking().AsSplitQuery().Where(c => c.Hall == filter.Hall);
        var done = filter.Part == WorklistPart.DoneToday ? await ReviewedToday.ReadAsync(db, actor, occasion, cancel) : [];
        IQueryable<Case> Part(IQueryable<Case> cases) => PartOf(db, cases, filter.Part, sight, actor, done);
        var open = Part(all.Where(c => c.EndedAt == null));
        var lit = await LitCases.ReadAsync(db, filter.Hall, filter.Part == WorklistPart.All && sight.Departments is null ? null : Part, cancel);
        var rows = filter.Part == WorklistPart.DoneToday ? Part(all) : open;
        var lights = filter.Light is { } light ? OfLight(db, rows, lit, light) : rows;
        var ofMatter = filter.Matter is { } code ? lights.Where(c => db.Set<Matter>().Any(m => m.Id == c.Matter && m.Code == code)) : lights;
        var shown = await CaseSearch.ReadAsync(db, filter.Search, hall.Code, occasion.Day, cancel) is { } search ? search.Within(ofMatter) : ofMatter;
        var page = await PageAsync(db, shown, filter, occasion, cancel);
        var count = filter.Part == WorklistPart.All ? await sight.CountOpenAsync(all, cancel) : await open.CountAsync(cancel);
        return new Worklist(page.Rows, count, lit.Count(Light.Blue), lit.Count(Light.Yellow), lit.Count(Light.Red), page.Next, occasion.Day);
    }

    /// <summary>Those of the cases that lie in a part. Where few do, they are found by their steps first: looking at each case whether it has such a step costs a look for all.</summary>
    /// <param name="done">The cases of <see cref="WorklistPart.DoneToday"/>.</param>
    internal static IQueryable<Case> PartOf(HallDbContext db, IQueryable<Case> cases, WorklistPart part, CaseSight sight, Actor actor, IReadOnlyList<CaseId> done)
    {
        return part switch
        {
            WorklistPart.All => sight.Of(cases),
            WorklistPart.ToTake => ByIds(db, ToTake(cases, sight)),
            WorklistPart.Mine => ByIds(db, Held(cases, sight, new StaffId(actor.Id))),
            // Where another department's step is theirs it is open, and so nothing is to be decided.
            WorklistPart.ToDecide => sight.Own(cases).Where(c => c.State == CaseState.UnderReview && c.Steps.All(s => s.State == StepState.Passed)),
            WorklistPart.Suspended => sight.Of(cases).Where(c => c.State == CaseState.Suspended),
            WorklistPart.DoneToday => cases.Where(c => done.Contains(c.Id)),
        };
    }

    private static IQueryable<CaseId> ToTake(IQueryable<Case> cases, CaseSight sight)
    {
        var accepted = sight.Own(cases).Where(c => c.State == CaseState.Accepted).Select(c => c.Id);
        var untaken = cases.SelectMany(c => c.Steps, (c, s) => new { c.Id, s.Department, s.State, s.Reviewer }).Where(x => x.State == StepState.Open && x.Reviewer == null);
        var theirs = sight.Departments is { } own ? untaken.Where(x => own.Contains(x.Department)) : untaken;
        return accepted.Union(theirs.Select(x => x.Id));
    }

    private static IQueryable<CaseId> Held(IQueryable<Case> cases, CaseSight sight, StaffId reviewer)
    {
        var held = cases.SelectMany(c => c.Steps, (c, s) => new { c.Id, Decides = c.Department, s.Department, s.State, s.Reviewer })
            .Where(x => x.State == StepState.Open && x.Reviewer == reviewer);
        return (sight.Departments is { } own ? held.Where(x => own.Contains(x.Department) || own.Contains(x.Decides)) : held).Select(x => x.Id);
    }

    private static IQueryable<Case> ByIds(HallDbContext db, IQueryable<CaseId> ids) => db.Set<Case>().AsNoTracking().AsSplitQuery().Where(c => ids.Contains(c.Id));

    /// <summary>Of the rows of a list those whose heaviest light is this one.</summary>
    /// <param name="lit">What is lit among the rows; nothing that has ended is.</param>
    private static IQueryable<Case> OfLight(HallDbContext db, IQueryable<Case> rows, LitCases lit, Light light)
    {
        if (light == Light.None)
        {
            return LitCases.Dark(rows);
        }

        var ids = lit.Of(light);
        return db.Set<Case>().AsNoTracking().AsSplitQuery().Where(c => ids.Contains(c.Id));
    }

    private static IQueryable<Case> After(IQueryable<Case> cases, WorklistOrder order, string? cursor)
    {
        if (Cursor(cursor) is not var (at, number))
        {
            return cases;
        }

        var day = DateOnly.FromDateTime(at.UtcDateTime);
        return order switch
        {
            WorklistOrder.Due => cases.Where(c => c.DueSort >= at && (c.DueSort > at || c.Number.CompareTo(number) > 0)),
            WorklistOrder.Accepted => cases.Where(c => c.AcceptedDay >= day && (c.AcceptedDay > day || c.Number.CompareTo(number) > 0)),
        };
    }

    /// <summary>Where a page of cases ended: an instant and the number of the last one.</summary>
    internal static string CursorOf(DateTimeOffset at, string number) => $"{at.ToUnixTimeMilliseconds()}.{number}";

    /// <summary>What <see cref="CursorOf"/> wrote; null for anything else.</summary>
    internal static (DateTimeOffset At, string Number)? Cursor(string? cursor) =>
        cursor?.Split('.', 2) is [var ticks, var number] && long.TryParse(ticks, out var milliseconds) && Instant(milliseconds) is { } at ? (at, number) : null;

    private static IQueryable<Case> InOrder(IQueryable<Case> cases, WorklistOrder order) => order switch
    {
        WorklistOrder.Due => cases.OrderBy(c => c.DueSort).ThenBy(c => c.Number),
        WorklistOrder.Accepted => cases.Where(c => c.AcceptedDay != null).OrderBy(c => c.AcceptedDay).ThenBy(c => c.Number),
    };

    private static string CursorOf(Case last, WorklistOrder order) => order switch
    {
        WorklistOrder.Due => CursorOf(last.DueSort, last.Number),
        WorklistOrder.Accepted => CursorOf(new DateTimeOffset(last.AcceptedDay!.Value, TimeOnly.MinValue, TimeSpan.Zero), last.Number),
    };

    private static DateTimeOffset? Instant(long milliseconds) =>
        milliseconds >= 0 && milliseconds <= Case.NoDue.ToUnixTimeMilliseconds() ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null;

    private async Task<(IReadOnlyList<WorklistRow> Rows, string? Next)> PageAsync(
        HallDbContext db, IQueryable<Case> cases, WorklistFilter filter, Occasion occasion, CancellationToken cancel)
    {
        var take = Math.Clamp(filter.Take, 1, WorklistFilter.MostTake);
        var found = await InOrder(After(cases, filter.Order, filter.After), filter.Order)
            .Select(c => new { Case = c, Matter = db.Set<Matter>().Where(m => m.Id == c.Matter).Select(m => m.Name).First() }).Take(take + 1).ToListAsync(cancel);
        var shown = found.Take(take).ToList();
        var reviewers = shown.SelectMany(f => f.Case.Steps).Select(s => s.Reviewer).OfType<StaffId>().Distinct().ToList();
        var names = reviewers.Count == 0
            ? []
            : await db.Set<StaffMember>().Where(s => reviewers.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, cancel);
        var last = found.Count > take ? found[take - 1].Case : null;
        return ([.. shown.Select(f => RowOf(f.Case, f.Matter, names, occasion))], last is null ? null : CursorOf(last, filter.Order));
    }

    private WorklistRow RowOf(Case file, string matter, Dictionary<StaffId, string> names, Occasion occasion) => new(
        file.Id, file.Number, matter, file.Subject, Masked.NameOf(file.Applicant, personal), file.State, file.ReceivedDay,
        ShownDue.FirstOf(file.Clocks, occasion.Rules.Calendar, occasion.Day), UsedOf(file, occasion),
        [.. file.Steps.Where(s => s.State == StepState.Open).Select(s => new WorklistStep(s.Code, s.Name, s.Reviewer, s.Reviewer is { } who ? names.GetValueOrDefault(who) : null))],
        new SeenCase(file.Id, file.EventCount));

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
}
