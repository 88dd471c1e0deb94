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
        var all = PartOf(db.Set<Case>().AsNoTracking().AsSplitQuery().Where(c => c.Hall == filter.Hall), filter.Part, sight, actor);
        var open = all.Where(c => c.EndedAt == null);
        var rows = filter.State is { } state ? all.Where(c => c.State == state) : open;
        var shown = filter.Light is { } light ? OfLight(rows, light) : rows;
        var page = await PageAsync(db, After(shown, filter.After), Math.Clamp(filter.Take, 1, WorklistFilter.MostTake), occasion, cancel);
        var lit = await LitAsync(open, cancel);
        return new Worklist(
            page.Rows, await open.CountAsync(cancel), lit.Count(l => l == Light.Blue), lit.Count(l => l == Light.Yellow), lit.Count(l => l == Light.Red), page.Next, occasion.Day);
    }

    private static IQueryable<Case> PartOf(IQueryable<Case> cases, WorklistPart part, CaseSight sight, Actor actor)
    {
        var me = new StaffId(actor.Id);
        var own = sight.Departments;
        return part switch
        {
            WorklistPart.All => sight.Of(cases),
            WorklistPart.ToTake => own is null
                ? cases.Where(c => c.Steps.Any(s => s.State == StepState.Open && s.Reviewer == null))
                : cases.Where(c => c.Steps.Any(s => s.State == StepState.Open && s.Reviewer == null && own.Contains(s.Department))),
            WorklistPart.Mine => sight.Of(cases).Where(c => c.Steps.Any(s => s.State == StepState.Open && s.Reviewer == me)),
            WorklistPart.ToDecide => sight.Of(cases).Where(c => c.State == CaseState.UnderReview && c.Steps.All(s => s.State == StepState.Passed)),
        };
    }

    /// <summary>Those whose heaviest running light is this one.</summary>
    private static IQueryable<Case> OfLight(IQueryable<Case> cases, Light light)
    {
        var heavier = Enum.GetValues<Light>().Where(l => l > light).ToList();
        var none = cases.Where(c => !c.Clocks.Any(k => k.State == ClockState.Running && heavier.Contains(k.Light)));
        return light == Light.None ? none : none.Where(c => c.Clocks.Any(k => k.State == ClockState.Running && k.Light == light));
    }

    private static IQueryable<Case> After(IQueryable<Case> cases, string? cursor) =>
        Cursor(cursor) is var (due, number) ? cases.Where(c => c.DueSort > due || (c.DueSort == due && c.Number.CompareTo(number) > 0)) : cases;

    /// <summary>Where a page of cases ended: an instant and the number of the last one.</summary>
    internal static string CursorOf(DateTimeOffset at, string number) => $"{at.ToUnixTimeMilliseconds()}.{number}";

    /// <summary>What <see cref="CursorOf"/> wrote; null for anything else.</summary>
    internal static (DateTimeOffset At, string Number)? Cursor(string? cursor) =>
        cursor?.Split('.', 2) is [var ticks, var number] && long.TryParse(ticks, out var milliseconds) && Instant(milliseconds) is { } at ? (at, number) : null;

    private static DateTimeOffset? Instant(long milliseconds) =>
        milliseconds >= 0 && milliseconds <= Case.NoDue.ToUnixTimeMilliseconds() ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null;

    /// <summary>The heaviest light of each open case that has one: the few that are lit are read, not the many that are not.</summary>
    private static async Task<List<Light>> LitAsync(IQueryable<Case> open, CancellationToken cancel)
    {
        var lit = await open.SelectMany(c => c.Clocks, (c, k) => new { c.Id, k.State, k.Light })
            .Where(x => x.State == ClockState.Running && x.Light != Light.None).ToListAsync(cancel);
        return [.. lit.GroupBy(x => x.Id).Select(g => g.Max(x => x.Light))];
    }

    private async Task<(IReadOnlyList<WorklistRow> Rows, string? Next)> PageAsync(HallDbContext db, IQueryable<Case> cases, int take, Occasion occasion, CancellationToken cancel)
    {
        var found = await (
            from c in cases.OrderBy(c => c.DueSort).ThenBy(c => c.Number).Take(take + 1)
            join m in db.Set<Matter>() on c.Matter equals m.Id
            orderby c.DueSort, c.Number
            select new { Case = c, Matter = m.Name }).ToListAsync(cancel);
        var shown = found.Take(take).ToList();
        var reviewers = shown.SelectMany(f => f.Case.Steps).Select(s => s.Reviewer).OfType<StaffId>().Distinct().ToList();
        var names = reviewers.Count == 0
            ? []
            : await db.Set<StaffMember>().Where(s => reviewers.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, cancel);
        var last = found.Count > take ? found[take - 1].Case : null;
        return ([.. shown.Select(f => RowOf(f.Case, f.Matter, names, occasion))], last is null ? null : CursorOf(last.DueSort, last.Number));
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
}
