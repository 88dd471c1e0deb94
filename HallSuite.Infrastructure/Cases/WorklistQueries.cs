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
        var all = db.Set<Case>().AsNoTracking();
        var open = all.Where(c => c.Hall == filter.Hall && c.EndedAt == null);
        var parts = new WorklistParts(sight, new StaffId(actor.Id), filter.Part == WorklistPart.DoneToday ? await ReviewedToday.ReadAsync(db, actor, filter.Hall, occasion, cancel) : []);
        var (part, lit, count) = await PartAsync(db, filter, parts, open, all, cancel);
        var rows = filter.Light switch
        {
            // Nothing that has ended is lit.
            { } light and not Light.None => CaseSides.ById(all, lit.Ids(light)),
            { } => part.With(LitCases.Dark),
            null => part,
        };
        var ofMatter = filter.Matter is { } code ? rows.With(side => side.Where(c => db.Set<Matter>().Any(m => m.Id == c.Matter && m.Code == code))) : rows;
        var shown = await CaseSearch.ReadAsync(db, filter.Search, hall.Code, occasion.Day, cancel) is { } search ? ofMatter.With(search.Within) : ofMatter;
        var page = await PageAsync(db, shown, filter, occasion, cancel);
        return new Worklist(page.Rows, count, lit.Count(Light.Blue), lit.Count(Light.Yellow), lit.Count(Light.Red), page.Next, occasion.Day);
    }

    /// <summary>The part of the list, what is lit in it, and how many open cases lie in it.</summary>
    private static async Task<(CaseSides Part, LitCases Lit, int Open)> PartAsync(
        HallDbContext db, WorklistFilter filter, WorklistParts parts, IQueryable<Case> open, IQueryable<Case> all, CancellationToken cancel)
    {
        var lit = await LitCases.ReadAsync(db, filter.Hall, parts.Sight, cancel);
        var part = parts.Of(filter.Part, open, all);
        if (filter.Part == WorklistPart.All)
        {
            return (part, lit, await part.CountAsync(cancel));
        }

        // Its cases are known now: what it took to find them is not done again for the page. What was done today may have ended since.
        var ids = await part.With(side => side.Where(c => c.EndedAt == null)).IdsAsync(cancel);
        return (filter.Part == WorklistPart.DoneToday ? part : CaseSides.ById(all, [.. ids]), lit.Within(ids), ids.Count);
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

    /// <summary>As the database orders them.</summary>
    private static IEnumerable<RowKey> InOrder(IEnumerable<RowKey> keys, WorklistOrder order) => order switch
    {
        WorklistOrder.Due => keys.OrderBy(k => k.DueSort).ThenBy(k => k.Number, StringComparer.Ordinal),
        WorklistOrder.Accepted => keys.OrderBy(k => k.AcceptedDay).ThenBy(k => k.Number, StringComparer.Ordinal),
    };

    private static string CursorOf(RowKey last, WorklistOrder order) => order switch
    {
        WorklistOrder.Due => CursorOf(last.DueSort, last.Number),
        WorklistOrder.Accepted => CursorOf(new DateTimeOffset(last.AcceptedDay!.Value, TimeOnly.MinValue, TimeSpan.Zero), last.Number),
    };

    private static DateTimeOffset? Instant(long milliseconds) =>
        milliseconds >= 0 && milliseconds <= Case.NoDue.ToUnixTimeMilliseconds() ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null;

    /// <summary>First which cases are on the page, then everything of these few.</summary>
    private async Task<(IReadOnlyList<WorklistRow> Rows, string? Next)> PageAsync(
        HallDbContext db, CaseSides cases, WorklistFilter filter, Occasion occasion, CancellationToken cancel)
    {
        var take = Math.Clamp(filter.Take, 1, WorklistFilter.MostTake);
        var keys = await cases.ReadAsync(
            side => InOrder(After(side, filter.Order, filter.After), filter.Order).Select(c => new RowKey(c.Id, c.DueSort, c.AcceptedDay, c.Number)).Take(take + 1), cancel);
        var found = InOrder(keys, filter.Order).ToList();
        var shown = found.Take(take).Select(k => k.Id).ToList();
        var files = await CaseSides.Among(db.Set<Case>().AsNoTracking().AsSplitQuery(), shown).Select(c => new RowFile
        {
            Id = c.Id, Number = c.Number, Subject = c.Subject, Applicant = c.Applicant, State = c.State, ReceivedDay = c.ReceivedDay, EventCount = c.EventCount,
            Matter = db.Set<Matter>().Where(m => m.Id == c.Matter).Select(m => m.Name).First(),
            Clocks = c.Clocks.Where(k => k.State != ClockState.Ended).ToList(),
            Steps = c.Steps.Where(s => s.State == StepState.Open).OrderBy(s => s.Number).Select(s => new RowStep { Code = s.Code, Name = s.Name, Reviewer = s.Reviewer }).ToList(),
        }).ToDictionaryAsync(f => f.Id, cancel);
        var reviewers = files.Values.SelectMany(f => f.Steps).Select(s => s.Reviewer).OfType<StaffId>().Distinct().ToList();
        var names = reviewers.Count == 0
            ? []
            : await db.Set<StaffMember>().Where(s => reviewers.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, cancel);
        return (
            [.. shown.Where(files.ContainsKey).Select(id => RowOf(files[id], names, occasion))],
            found.Count > take ? CursorOf(found[take - 1], filter.Order) : null);
    }

    private WorklistRow RowOf(RowFile file, Dictionary<StaffId, string> names, Occasion occasion) => new(
        file.Id, file.Number, file.Matter, file.Subject, Masked.NameOf(file.Applicant, personal), file.State, file.ReceivedDay,
        ShownDue.FirstOf(file.Clocks, occasion.Rules.Calendar, occasion.Day), UsedOf(file.Clocks, occasion),
        [.. file.Steps.Select(s => new WorklistStep(s.Code, s.Name, s.Reviewer, s.Reviewer is { } who ? names.GetValueOrDefault(who) : null))],
        new SeenCase(file.Id, file.EventCount));

    /// <summary>Of the same limit that the row tells.</summary>
    private static int? UsedOf(IReadOnlyList<Clock> clocks, Occasion occasion)
    {
        if (ShownDue.ClockOf(clocks) is not { Runs: true } clock)
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

    /// <summary>Where a case stands in a list.</summary>
    private sealed record RowKey(CaseId Id, DateTimeOffset DueSort, DateOnly? AcceptedDay, string Number);

    /// <summary>What a row tells, and no more: most of a case would be read in vain.</summary>
    private sealed class RowFile
    {
        public required CaseId Id { get; init; }

        public required string Number { get; init; }

        public required string Matter { get; init; }

        public required string Subject { get; init; }

        public required CaseApplicant Applicant { get; init; }

        public required CaseState State { get; init; }

        public required DateOnly? ReceivedDay { get; init; }

        public required int EventCount { get; init; }

        public required List<Clock> Clocks { get; init; }

        public required List<RowStep> Steps { get; init; }
    }

    private sealed class RowStep
    {
        public required string Code { get; init; }

        public required string Name { get; init; }

        public required StaffId? Reviewer { get; init; }
    }
}
