using System.Linq.Expressions;
using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;
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
/// <param name="DueDay">The last day of the first running limit; null when none runs.</param>
/// <param name="Light">The heaviest light of its running limits.</param>
/// <param name="Steps">The open steps.</param>
public sealed record WorklistRow(
    CaseId Id, string Number, string Matter, string Subject, string Applicant, CaseState State, DateOnly? ReceivedDay, ClockKind? Due, DateOnly? DueDay, bool Provisional,
    Light Light, IReadOnlyList<WorklistStep> Steps);

/// <param name="Reviewer">Null while nobody took it.</param>
public sealed record WorklistStep(string Code, string Name, StaffId? Reviewer);

/// <param name="Open">How many cases before their end the actor sees in this part, whatever their state.</param>
/// <param name="Next">Goes into <see cref="WorklistFilter.After"/>; null on the last page.</param>
public sealed record Worklist(IReadOnlyList<WorklistRow> Rows, int Open, int Blue, int Yellow, int Red, string? Next);

/// <summary>The cases that somebody works on, the first due first.</summary>
public sealed class WorklistQueries(IDbContextFactory<HallDbContext> contexts, CaseReach reach, PersonalData personal)
{
    /// <summary>Needs <see cref="Permission.ViewCases"/> in the hall; shows the cases of the departments for which the actor has it.</summary>
    public async Task<Result<Worklist>> ReadAsync(Actor actor, WorklistFilter filter, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (!(await reach.ReadAsync(db, actor, filter.Hall, cancel)).TryGet(out var sight, out var denied))
        {
            return denied;
        }

        var all = PartsOf(db.Set<Case>().AsNoTracking().Where(c => c.Hall == filter.Hall), filter.Part, sight, new StaffId(actor.Id));
        var shown = all.Select(part => After(Shown(part, filter), filter.After)).ToList();
        var page = await PageAsync(db, shown, Math.Clamp(filter.Take, 1, WorklistFilter.MostTake), cancel);
        var open = await OpenAsync(all, cancel);
        return new Worklist(
            page.Rows, open.Values.Sum(), open.GetValueOrDefault(Light.Blue), open.GetValueOrDefault(Light.Yellow), open.GetValueOrDefault(Light.Red), page.Next);
    }

    /// <summary>
    /// The cases of a part, as questions that an index answers each: what one department decides, what lies with it for a step, what somebody is in charge of.
    /// A case can be in several of them.
    /// </summary>
    private static IReadOnlyList<IQueryable<Case>> PartsOf(IQueryable<Case> cases, WorklistPart part, CaseSight sight, StaffId me) => part switch
    {
        WorklistPart.All => sight.Departments is { } own
            ? [.. own.Select(d => cases.Where(c => c.Department == d)), .. own.Select(d => WithStep(cases, s => s.Department == d))]
            : [cases],
        WorklistPart.ToTake => sight.Departments is { } own
            ? [.. own.Select(d => WithStep(cases, s => s.Department == d && s.Reviewer == null))]
            : [cases.Where(c => c.EndedAt == null && c.Steps.Any(s => s.State == StepState.Open && s.Reviewer == null))],
        WorklistPart.Mine => [sight.Of(WithStep(cases, s => s.Reviewer == me))],
        WorklistPart.ToDecide => [sight.Of(cases.Where(c => c.ReviewedAt != null))],
    };

    /// <summary>The cases with an open step like this. It is asked of the steps, of which few are open, and not of the cases.</summary>
    private static IQueryable<Case> WithStep(IQueryable<Case> cases, Expression<Func<ReviewStep, bool>> like) =>
        from c in cases
        from s in c.Steps.AsQueryable().Where(s => s.State == StepState.Open).Where(like)
        select c;

    private static IQueryable<Case> Shown(IQueryable<Case> cases, WorklistFilter filter)
    {
        var rows = filter.State is { } state ? cases.Where(c => c.State == state) : cases.Where(c => c.EndedAt == null);

        // A light is on in a case that is open, whatever state is asked for: said so, it is not looked for in the history.
        return filter.Light is { } light ? rows.Where(c => c.Light == light && (light == Light.None || c.EndedAt == null)) : rows;
    }

    private static IQueryable<Case> After(IQueryable<Case> cases, string? cursor)
    {
        if (cursor?.Split('.', 2) is not [var ticks, var number] || !long.TryParse(ticks, out var milliseconds) || Instant(milliseconds) is not { } due)
        {
            return cases;
        }

        return cases.Where(c => c.DueSort >= due && (c.DueSort > due || c.Number.CompareTo(number) > 0));
    }

    private static DateTimeOffset? Instant(long milliseconds) =>
        milliseconds >= 0 && milliseconds <= Case.NoDue.ToUnixTimeMilliseconds() ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null;

    /// <summary>How many open cases show each light.</summary>
    private static async Task<Dictionary<Light, int>> OpenAsync(IReadOnlyList<IQueryable<Case>> parts, CancellationToken cancel)
    {
        var open = parts.Select(part => part.Where(c => c.EndedAt == null).Select(c => new Lit { Id = c.Id, Light = c.Light })).ToList();
        var each = open.Count == 1 ? open[0] : open.Aggregate((a, b) => a.Union(b));
        return await each.GroupBy(c => c.Light).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
    }

    /// <summary>First which cases stand on the page, by the indexes alone, then what it says of them.</summary>
    private async Task<(IReadOnlyList<WorklistRow> Rows, string? Next)> PageAsync(HallDbContext db, IReadOnlyList<IQueryable<Case>> parts, int take, CancellationToken cancel)
    {
        var heads = parts.Select(part => part.OrderBy(c => c.DueSort).ThenBy(c => c.Number).Take(take + 1).Select(c => new Place { Id = c.Id, DueSort = c.DueSort, Number = c.Number }));
        var page = await heads.Aggregate((a, b) => a.Union(b)).OrderBy(p => p.DueSort).ThenBy(p => p.Number).Take(take + 1).ToListAsync(cancel);
        var ids = page.Take(take).Select(p => p.Id).ToList();
        var found = await (
            from c in db.Set<Case>().AsNoTracking().AsSplitQuery()
            where ids.Contains(c.Id)
            join m in db.Set<Matter>() on c.Matter equals m.Id
            orderby c.DueSort, c.Number
            select new Line(
                c.Id, c.Number, m.Name, c.Subject, c.Applicant, c.State, c.ReceivedDay, c.Light,
                c.Clocks.Where(k => k.State == ClockState.Running).Select(k => new Limit(k.Kind, k.DueAt, k.DueDay, k.Provisional)).ToList(),
                c.Steps.Where(s => s.State == StepState.Open).Select(s => new WorklistStep(s.Code, s.Name, s.Reviewer)).ToList())).ToListAsync(cancel);
        var last = page.Count > take ? page[take - 1] : null;
        return ([.. found.Select(RowOf)], last is null ? null : $"{last.DueSort.ToUnixTimeMilliseconds()}.{last.Number}");
    }

    private WorklistRow RowOf(Line line)
    {
        var first = line.Running.MinBy(k => k.DueAt);
        return new WorklistRow(
            line.Id, line.Number, line.Matter, line.Subject, Masked.NameOf(line.Applicant, personal), line.State, line.ReceivedDay, first?.Kind, first?.DueDay,
            first?.Provisional ?? false, line.Light, line.Steps);
    }

    private sealed class Lit
    {
        public required CaseId Id { get; init; }

        public required Light Light { get; init; }
    }

    private sealed class Place
    {
        public required CaseId Id { get; init; }

        public required DateTimeOffset DueSort { get; init; }

        public required string Number { get; init; }
    }

    private sealed record Limit(ClockKind Kind, DateTimeOffset DueAt, DateOnly DueDay, bool Provisional);

    private sealed record Line(
        CaseId Id, string Number, string Matter, string Subject, CaseApplicant Applicant, CaseState State, DateOnly? ReceivedDay, Light Light,
        IReadOnlyList<Limit> Running, IReadOnlyList<WorklistStep> Steps);
}
