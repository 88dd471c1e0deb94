using System.Globalization;
using HallSuite.Domain.Cases;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;
using HallSuite.Domain.Staffing;
using HallSuite.Domain.Supervision;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Supervision;

/// <summary>What the supervisors' page asks for. Its fields stand in the address.</summary>
/// <param name="Hall">With those below it.</param>
/// <param name="Light">Null for every light.</param>
/// <param name="Department">The code of the only department; null for all.</param>
/// <param name="After">The <see cref="LitLimits.Next"/> of the page before; null for the first.</param>
public sealed record SupervisionFilter(HallId Hall, Light? Light = null, string? Department = null, string? After = null, int Take = 50)
{
    public const int MostTake = 200;
}

/// <summary>How many limits show a light.</summary>
/// <param name="Open">Of those, for how many what follows is still to be done.</param>
/// <param name="NewToday">Of those, how many since the day began.</param>
public sealed record LightSum(Light Light, int Count, int Open, int NewToday);

/// <summary>One limit that shows a light, as one shape.</summary>
public sealed record LitLimit(Light Light, string Number, int Clock);

/// <summary>A department with limits that show a light, or that decided something this month.</summary>
/// <param name="Lit">Its limits with a light, the heaviest first.</param>
/// <param name="Decided">How many cases it decided this month.</param>
/// <param name="InTime">Of those, how many before their limits had run out.</param>
public sealed record LitDepartment(string Code, string Name, string NameEn, IReadOnlyList<LitLimit> Lit, int Decided, int InTime);

/// <summary>What was done about a card.</summary>
/// <param name="Card">Null where there is none for this light, as after a last day that moved back and forth.</param>
/// <param name="PaperNumber">The number of the slip or letter; empty without.</param>
/// <param name="LastCall">The last telephone call.</param>
public sealed record CardFollowUp(CardId? Card, string PaperNumber, DateOnly? AnswerBy, DateTimeOffset? At, CallView? LastCall);

/// <summary>A telephone call.</summary>
/// <param name="By">The name of who called.</param>
public sealed record CallView(string With, string Promise, DateTimeOffset At, string By);

/// <summary>One line of the page. The applicant is not in it.</summary>
/// <param name="Clock">The number of the limit in its case.</param>
/// <param name="Silent">The acceptance that came about by the silence of the office; its limit is over, its call is still to be made.</param>
/// <param name="InCharge">The name of the person in charge of the step; null where nobody is.</param>
public sealed record SupervisionRow(
    string Number, int Clock, string Hall, string Matter, string Department, string DepartmentEn, string StepName, ShownDue Due, bool Silent, string? InCharge,
    CardFollowUp FollowUp);

/// <param name="Rows">The red ones first, then by what is due.</param>
/// <param name="Sums">Red, yellow, blue; without the filter.</param>
/// <param name="Departments">Those with a light on, the heaviest first, then those that decided something this month; without the filter.</param>
/// <param name="Found">How many of each light the filter found.</param>
/// <param name="Left">How many of them come after this page.</param>
/// <param name="Halls">The halls that it is about.</param>
/// <param name="Policy">By which numbers their lights turn; null where the halls have different ones.</param>
public sealed record LitLimits(
    IReadOnlyList<SupervisionRow> Rows, IReadOnlyList<LightSum> Sums, IReadOnlyList<LitDepartment> Departments, IReadOnlyDictionary<Light, int> Found, int Left, string? Next,
    IReadOnlyList<HallId> Halls, CardPolicy? Policy, DateOnly Today, DateTimeOffset At);

/// <summary>
/// The limits of a hall and of those below it that show a light (DOMAIN §6). Only those are read, by the index that holds them and nothing else: the key of
/// each, and everything of the few on the page.
/// </summary>
public sealed class SupervisionPageQueries(IDbContextFactory<HallDbContext> contexts, SupervisedHalls sights)
{
    /// <summary>Needs <see cref="Permission.Supervise"/> in the hall.</summary>
    public async Task<Result<LitLimits>> ReadAsync(Actor actor, SupervisionFilter filter, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (!(await sights.ReadAsync(db, actor, filter.Hall, cancel)).TryGet(out var sight, out var denied))
        {
            return denied;
        }

        var lit = await LitAsync(db, sight, cancel);
        var months = await MonthsAsync(db, sight, cancel);
        var own = lit.Select(l => l.Department).Union(months.Keys).ToList();
        var departments = await db.Set<Department>().AsNoTracking().Where(d => own.Contains(d.Id)).ToDictionaryAsync(d => d.Id, cancel);
        var found = lit.Where(l => filter.Light is null || l.Light == filter.Light).Where(l => filter.Department is null || departments[l.Department].Code == filter.Department).ToList();
        var rest = LitKey.After(filter.After) is { } cursor ? found.SkipWhile(l => l.Key.CompareTo(cursor) <= 0).ToList() : found;
        var page = rest.Take(Math.Clamp(filter.Take, 1, SupervisionFilter.MostTake)).ToList();
        var left = rest.Count - page.Count;
        return new LitLimits(
            await RowsAsync(db, page, departments, sight, cancel), [.. new[] { Light.Red, Light.Yellow, Light.Blue }.Select(l => SumOf(l, lit, sight))],
            DepartmentsOf(lit, departments.Values, months),
            found.CountBy(l => l.Light).ToDictionary(), left, left == 0 ? null : page[^1].Key.ToString(), sight.Halls, await PolicyAsync(db, sight, cancel),
            sight.Today, sight.Now);
    }

    private static async Task<CardPolicy?> PolicyAsync(HallDbContext db, SupervisedSight sight, CancellationToken cancel)
    {
        var own = await db.Set<CardPolicyRow>().Where(r => sight.Halls.Contains(r.Hall)).Select(r => r.Policy).ToListAsync(cancel);
        var different = own.Concat(own.Count < sight.Halls.Count ? [CardPolicy.Default] : []).Distinct().ToList();
        return different.Count == 1 ? different[0] : null;
    }

    private static LightSum SumOf(Light light, List<Lit> lit, SupervisedSight sight)
    {
        var (of, today) = (lit.Where(l => l.Light == light).ToList(), sight.StartOf(sight.Today));
        return new LightSum(light, of.Count, of.Count(l => l.FollowedAt is null), of.Count(l => l.GivenAt >= today));
    }

    private static IReadOnlyList<LitDepartment> DepartmentsOf(List<Lit> lit, IEnumerable<Department> departments, Dictionary<DepartmentId, Month> months)
    {
        var byDepartment = lit.ToLookup(l => l.Department, l => new LitLimit(l.Light, l.Number, l.Clock));
        return
        [
            .. departments.Select(d => new LitDepartment(d.Code, d.Name, d.NameEn, [.. byDepartment[d.Id]], months.GetValueOrDefault(d.Id)?.Decided ?? 0, months.GetValueOrDefault(d.Id)?.InTime ?? 0))
                .OrderByDescending(d => d.Lit.Count == 0 ? Light.None : d.Lit[0].Light).ThenByDescending(d => d.Lit.Count).ThenBy(d => d.Code, StringComparer.Ordinal),
        ];
    }

    /// <summary>What each department decided since the first of the month, by the counts of the days.</summary>
    private static Task<Dictionary<DepartmentId, Month>> MonthsAsync(HallDbContext db, SupervisedSight sight, CancellationToken cancel)
    {
        var (halls, first, today) = (sight.Halls, new DateOnly(sight.Today.Year, sight.Today.Month, 1), sight.Today);
        return db.Set<DailyCases>().Where(d => halls.Contains(d.Hall) && d.Day >= first && d.Day <= today && d.Decided > 0)
            .GroupBy(d => d.Department).Select(g => new Month(g.Key, g.Sum(d => d.Decided), g.Sum(d => d.DecidedInTime))).ToDictionaryAsync(m => m.Department, cancel);
    }

    /// <summary>The keys of all that show a light or wait for their call, in the order of the page.</summary>
    private static async Task<List<Lit>> LitAsync(HallDbContext db, SupervisedSight sight, CancellationToken cancel)
    {
        var halls = sight.Halls;
        var running = await (
            from x in LitClocks.In(db, halls)
            join card in db.Set<Card>() on new { Case = x.Case.Id, Clock = x.Clock.Number, x.Clock.DueDay, x.Clock.Light } equals new { card.Case, card.Clock, card.DueDay, card.Light } into cards
            from card in cards.DefaultIfEmpty()
            select new Lit(
                x.Clock.Light, x.Case.Id, x.Case.Number, x.Clock.Number, x.Clock.DueAt,
                x.Case.Steps.Where(s => s.Code == x.Clock.Step).Select(s => (DepartmentId?)s.Department).FirstOrDefault() ?? x.Case.Department,
                card == null ? null : card.GivenAt, card == null ? null : card.FollowedAt)).ToListAsync(cancel);
        var silent = await (
            from card in db.Set<Card>()
            where card.FollowedAt == null && card.Kind == ClockKind.Acceptance && card.Light == Light.Yellow && halls.Contains(card.Hall)
            join c in db.Set<Case>() on card.Case equals c.Id
            select new Lit(Light.Yellow, c.Id, c.Number, card.Clock, card.GivenAt, card.Department, card.GivenAt, null)).ToListAsync(cancel);
        return [.. running.Concat(silent).DistinctBy(l => (l.Case, l.Clock)).OrderBy(l => l.Key)];
    }

    private static async Task<IReadOnlyList<SupervisionRow>> RowsAsync(
        HallDbContext db, List<Lit> page, Dictionary<DepartmentId, Department> departments, SupervisedSight sight, CancellationToken cancel)
    {
        var ids = page.Select(l => l.Case).Distinct().ToList();
        var clocks = await (
            from x in db.Set<Case>().Where(c => ids.Contains(c.Id)).SelectMany(c => c.Clocks, (c, k) => new { Case = c, Clock = k })
            join h in db.Set<ServiceHall>() on x.Case.Hall equals h.Id
            join m in db.Set<Matter>() on x.Case.Matter equals m.Id
            let step = x.Case.Steps.Where(s => s.Code == x.Clock.Step).Select(s => new { s.Name, s.Reviewer }).FirstOrDefault()
            select new
            {
                x.Case.Id, Hall = h.Name, Matter = m.Name, x.Clock.Number, x.Clock.Kind, x.Clock.Step, x.Clock.State, x.Clock.DueDay, x.Clock.Provisional, x.Clock.Light,
                StepName = step == null ? "" : step.Name,
                InCharge = db.Set<StaffMember>().Where(s => step != null && s.Id == step.Reviewer).Select(s => s.Name).FirstOrDefault(),
            }).ToDictionaryAsync(x => (x.Id, x.Number), cancel);
        var cards = await db.Set<Card>().AsNoTracking().Where(c => ids.Contains(c.Case)).ToListAsync(cancel);
        var calls = await CallsAsync(db, cards, cancel);
        return
        [
            .. page.Select(l =>
            {
                var clock = clocks[(l.Case, l.Clock)];
                var card = cards.FirstOrDefault(c => c.Case == l.Case && c.Clock == l.Clock && c.DueDay == clock.DueDay && c.Light == l.Light);
                var due = new ShownDue(
                    clock.Kind, clock.Step, clock.State, clock.DueDay, ShownDue.LeftOf(clock.DueDay, sight.Rules.Calendar, sight.Today), clock.Provisional, l.Light);
                return new SupervisionRow(
                    l.Number, l.Clock, clock.Hall, clock.Matter, departments[l.Department].Name, departments[l.Department].NameEn, clock.StepName, due,
                    clock.State == ClockState.Ended, clock.InCharge,
                    new CardFollowUp(card?.Id, card?.PaperNumber ?? "", card?.AnswerBy, card?.FollowedAt, card is null ? null : calls[card.Id].LastOrDefault()));
            }),
        ];
    }

    /// <summary>The telephone calls about some cards, the first first.</summary>
    internal static async Task<ILookup<CardId, CallView>> CallsAsync(HallDbContext db, IReadOnlyList<Card> cards, CancellationToken cancel)
    {
        var yellow = cards.Where(c => c.Light == Light.Yellow && c.FollowedAt is not null).Select(c => c.Id).ToList();
        var calls = yellow.Count == 0
            ? []
            : await (
                from call in db.Set<PhoneCall>()
                where yellow.Contains(call.Card)
                join s in db.Set<StaffMember>() on call.By equals s.Id
                orderby call.At, call.Id
                select new { call.Card, View = new CallView(call.With, call.Promise, call.At, s.Name) }).ToListAsync(cancel);
        return calls.ToLookup(c => c.Card, c => c.View);
    }

    private sealed record Month(DepartmentId Department, int Decided, int InTime);

    private sealed record Lit(
        Light Light, CaseId Case, string Number, int Clock, DateTimeOffset At, DepartmentId Department, DateTimeOffset? GivenAt, DateTimeOffset? FollowedAt)
    {
        public LitKey Key => new(Light, At.ToUnixTimeMilliseconds(), Number, Clock);
    }

    /// <summary>The place of a limit in the order of the page.</summary>
    private readonly record struct LitKey(Light Light, long At, string Number, int Clock) : IComparable<LitKey>
    {
        public int CompareTo(LitKey other) =>
            Light != other.Light ? other.Light.CompareTo(Light)
            : At != other.At ? At.CompareTo(other.At)
            : string.CompareOrdinal(Number, other.Number) is var order and not 0 ? order : Clock.CompareTo(other.Clock);

        /// <summary>Null for what is no place.</summary>
        public static LitKey? After(string? text) =>
            text?.Split('.') is [var light, var at, var number, var clock] && Enum.TryParse<Light>(light, out var known) && long.TryParse(at, out var when) && int.TryParse(clock, out var which)
                ? new LitKey(known, when, number, which)
                : null;

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Light}.{At}.{Number}.{Clock}");
    }
}
