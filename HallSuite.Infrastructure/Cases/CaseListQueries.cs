using HallSuite.Domain.Applicants;
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

/// <summary>What the list of cases asks for. Its fields stand in the address of the page.</summary>
/// <param name="Search">As <see cref="CaseSearch"/> reads it, in every state where none is named; null for all.</param>
/// <param name="State">Null for every state before the end.</param>
/// <param name="Light">The heaviest running light; null for any.</param>
/// <param name="Department">The code of who decides; null for all.</param>
/// <param name="After">The <see cref="CaseList.Next"/> of the page before; null for the first.</param>
public sealed record CaseListFilter(
    HallId Hall, string? Search = null, CaseState? State = null, Light? Light = null, string? Department = null, string? After = null, int Take = 50)
{
    public const int MostTake = 200;
}

/// <summary>One line of the list.</summary>
/// <param name="Applicant">A person masked, an organisation by its public name.</param>
/// <param name="Due">The limit that presses most; null when none is open.</param>
/// <param name="EndedAt">Null while it goes on.</param>
public sealed record CaseListRow(
    CaseId Id, string Number, string Matter, string Subject, string Applicant, CaseState State, string Department, string DepartmentEn, DateTimeOffset OpenedAt,
    DateOnly? ReceivedDay, ShownDue? Due, DateTimeOffset? EndedAt);

/// <param name="Open">How many cases before their end the actor sees in the hall.</param>
/// <param name="Departments">Those whose cases the actor sees.</param>
/// <param name="Next">Goes into <see cref="CaseListFilter.After"/>; null on the last page.</param>
/// <param name="Today">The hall's local day.</param>
public sealed record CaseList(
    IReadOnlyList<CaseListRow> Rows, int Open, int Blue, int Yellow, int Red, IReadOnlyList<CaseDepartment> Departments, string? Next, DateOnly Today);

public sealed record CaseDepartment(string Code, string Name, string NameEn);

/// <summary>
/// The cases of a hall that somebody sees, the newest first. Each question walks one index from its end, so that the history may grow: a number begins with
/// its day, and a search is a short walk for each matter and one for the organisations.
/// </summary>
public sealed class CaseListQueries(
    IDbContextFactory<HallDbContext> contexts, CaseReach reach, CaseRules rules, CaseApplicants applicants, PersonalData personal, HallClock clock)
{
    /// <summary>Needs <see cref="Permission.ViewCases"/> in the hall; shows the cases of the departments for which the actor has it.</summary>
    public async Task<Result<CaseList>> ReadAsync(Actor actor, CaseListFilter filter, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (!(await LookAsync(db, actor, filter.Hall, cancel)).TryGet(out var look, out var denied))
        {
            return denied;
        }

        var departments = await DepartmentsAsync(db, look.Sight, cancel);
        var asked = filter.Department is { } code ? departments.FirstOrDefault(d => d.Code == code)?.Id : null;
        var seen = look.Sight.Of(look.Cases);
        var open = seen.Where(c => c.EndedAt == null);
        var lit = await LitCases.ReadAsync(db, filter.Hall, look.Sight, cancel);
        var ofState = filter.Light is { } on and not Light.None ? OfLight(db, lit, on, filter.State) : OfState(look, filter, open, seen);
        var ofDepartment = filter.Department is null ? ofState : ofState.Where(c => c.Department == asked);
        var shown = filter.Light == Light.None ? LitCases.Dark(ofDepartment) : ofDepartment;
        var take = Math.Clamp(filter.Take, 1, CaseListFilter.MostTake);
        var after = filter.After is { Length: > 0 } last ? shown.Where(c => c.Number.CompareTo(last) < 0) : shown;
        var found = await CaseSearch.ReadAsync(db, filter.Search, look.HallCode, look.Occasion.Day, cancel) is { } search
            ? await SearchAsync(after, search, take + 1, cancel)
            : after;
        var rows = await RowsAsync(db, found, take + 1, look.Occasion, cancel);
        return new CaseList(
            [.. rows.Take(take)], await look.Sight.Sides(look.Cases.Where(c => c.EndedAt == null), db.Set<Case>()).CountAsync(cancel), lit.Count(Light.Blue), lit.Count(Light.Yellow), lit.Count(Light.Red),
            [.. departments.Select(d => new CaseDepartment(d.Code, d.Name, d.NameEn))], rows.Count > take ? rows[take - 1].Number : null, look.Occasion.Day);
    }

    /// <summary>The first few that a search finds, for the box that finds anything; without a text none.</summary>
    public async Task<Result<IReadOnlyList<CaseListRow>>> FindAsync(Actor actor, HallId hall, string text, int take, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (!(await LookAsync(db, actor, hall, cancel)).TryGet(out var look, out var denied))
        {
            return denied;
        }

        return await CaseSearch.ReadAsync(db, text, look.HallCode, look.Occasion.Day, cancel) is { } search
            ? Result.Of<IReadOnlyList<CaseListRow>>(await RowsAsync(db, await SearchAsync(look.Sight.Of(look.Cases), search, take, cancel), take, look.Occasion, cancel))
            : Result.Of<IReadOnlyList<CaseListRow>>([]);
    }

    /// <summary>
    /// The newest cases of one applicant, by the whole number of the document or of the organisation. Only its look-up hash goes to the database; the number is
    /// kept nowhere.
    /// </summary>
    /// <param name="type">Null for the social credit code of an organisation.</param>
    public async Task<Result<IReadOnlyList<CaseListRow>>> OfApplicantAsync(
        Actor actor, HallId hall, IdentityType? type, string number, int take, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (!(await LookAsync(db, actor, hall, cancel)).TryGet(out var look, out var denied))
        {
            return denied;
        }

        if (!LookupOf(type, number).TryGet(out var lookup, out var faulty))
        {
            return faulty;
        }

        var theirs = look.Sight.Of(look.Cases).Where(c => c.ApplicantLookup == lookup);
        return Result.Of<IReadOnlyList<CaseListRow>>(await RowsAsync(db, theirs, take, look.Occasion, cancel));
    }

    private Result<LookupHash> LookupOf(IdentityType? type, string number)
    {
        if (type is not { } document)
        {
            return applicants.LookupOf(ApplicantKind.Company, default, number);
        }

        // A citizen's number whose check fails may have been accepted all the same, with a reason.
        var found = applicants.LookupOf(ApplicantKind.Natural, document, number);
        return !found.IsOk && document == IdentityType.Citizen && IdentityDocument.Overridden(number, clock.LatestDay).TryGet(out var accepted, out _)
            ? personal.Lookup(LookupPurpose.Identity, accepted.LookupText)
            : found;
    }

    private async Task<Result<Look>> LookAsync(HallDbContext db, Actor actor, HallId hall, CancellationToken cancel)
    {
        if (!(await reach.ReadAsync(db, actor, hall, cancel)).TryGet(out var sight, out var denied))
        {
            return denied;
        }

        if (await db.Set<ServiceHall>().Where(h => h.Id == hall).Select(h => new { h.Code, h.TimeZone }).SingleOrDefaultAsync(cancel) is not { } place)
        {
            return HallErrors.Unknown;
        }

        var occasion = new Occasion(actor, clock.Now, await rules.ReadAsync(db, hall, place.TimeZone, cancel));
        return new Look(sight, place.Code, db.Set<Case>().AsNoTracking().AsSplitQuery().Where(c => c.Hall == hall), occasion);
    }

    /// <summary>By their ids alone, for they are few; all of them are in sight and open.</summary>
    private static IQueryable<Case> OfLight(HallDbContext db, LitCases lit, Light light, CaseState? state)
    {
        var cases = CaseSides.Among(db.Set<Case>().AsNoTracking().AsSplitQuery(), lit.Ids(light));
        return state is { } only ? cases.Where(c => c.State == only) : cases;
    }

    private static IQueryable<Case> OfState(Look look, CaseListFilter filter, IQueryable<Case> open, IQueryable<Case> seen)
    {
        if (filter.State is not { } state)
        {
            return string.IsNullOrWhiteSpace(filter.Search) ? open : seen;
        }

        if (!CaseLife.IsOver(state))
        {
            return open.Where(c => c.State == state);
        }

        // What is over has no open step and no limit: the department is the case's own, and its index leads to the newest.
        var over = look.Cases.Where(c => c.State == state && c.DueSort == Case.NoDue);
        return look.Sight.Departments is { } own ? over.Where(c => own.Contains(c.Department)) : over;
    }

    /// <summary>One short walk an index, so that no database sorts the whole history of a busy matter.</summary>
    private static async Task<IQueryable<Case>> SearchAsync(IQueryable<Case> cases, CaseSearch search, int take, CancellationToken cancel)
    {
        if (search.Number is { } number)
        {
            return CaseSearch.Numbered(cases, number);
        }

        var found = new List<string>();
        foreach (var matter in search.Matters)
        {
            found.AddRange(await NewestAsync(cases.Where(c => c.Matter == matter), take, cancel));
        }

        var (name, end) = (search.Text, CaseSearch.EndOf(search.Text));
        found.AddRange(await NewestAsync(cases.Where(c => c.Organisation != null && c.Organisation.CompareTo(name) >= 0 && c.Organisation.CompareTo(end) < 0), take, cancel));
        var numbers = found.Distinct().OrderDescending(StringComparer.Ordinal).Take(take).ToList();
        return cases.Where(c => numbers.Contains(c.Number));
    }

    private static Task<List<string>> NewestAsync(IQueryable<Case> cases, int take, CancellationToken cancel) =>
        cases.OrderByDescending(c => c.Number).Select(c => c.Number).Take(take).ToListAsync(cancel);

    private async Task<List<CaseListRow>> RowsAsync(HallDbContext db, IQueryable<Case> cases, int take, Occasion occasion, CancellationToken cancel)
    {
        var files = await cases.OrderByDescending(c => c.Number).Take(take).Select(c => new
        {
            c.Id, c.Number, c.Matter, c.Department, c.Subject, c.Applicant, c.State, c.OpenedAt, c.ReceivedDay, c.EndedAt,
            Clocks = c.Clocks.Where(k => k.State != ClockState.Ended).ToList(),
        }).ToListAsync(cancel);
        var (matters, departments) = (files.Select(f => f.Matter).Distinct().ToList(), files.Select(f => f.Department).Distinct().ToList());
        var names = await db.Set<Matter>().AsNoTracking().Where(m => matters.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Name, cancel);
        var offices = await db.Set<Department>().AsNoTracking().Where(d => departments.Contains(d.Id)).ToDictionaryAsync(d => d.Id, cancel);
        return [.. files.Select(f => new CaseListRow(
            f.Id, f.Number, names[f.Matter], f.Subject, Masked.NameOf(f.Applicant, personal), f.State, offices[f.Department].Name, offices[f.Department].NameEn,
            f.OpenedAt, f.ReceivedDay, ShownDue.FirstOf(f.Clocks, occasion.Rules.Calendar, occasion.Day), f.EndedAt))];
    }

    private static Task<List<Named>> DepartmentsAsync(HallDbContext db, CaseSight sight, CancellationToken cancel)
    {
        var all = db.Set<Department>().AsNoTracking();
        return (sight.Departments is { } own ? all.Where(d => own.Contains(d.Id)) : all).OrderBy(d => d.Code)
            .Select(d => new Named(d.Id, d.Code, d.Name, d.NameEn)).ToListAsync(cancel);
    }

    private sealed record Named(DepartmentId Id, string Code, string Name, string NameEn);

    private sealed record Look(CaseSight Sight, string HallCode, IQueryable<Case> Cases, Occasion Occasion);
}
