using HallSuite.Domain.Applicants;
using HallSuite.Domain.Calendar;
using HallSuite.Domain.Cases;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;
using HallSuite.Infrastructure.Platform.Clock;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Privacy;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Cases;

/// <summary>Where a case stands between its decision and its delivery.</summary>
public enum IssueDeskPart
{
    /// <summary>待制证: approved, the result is to be made out.</summary>
    ToMake,

    /// <summary>待通知: made out, the applicant does not know yet.</summary>
    ToTell,

    /// <summary>待领取: told, not fetched.</summary>
    ToFetch,

    /// <summary>待送达: a refusal to be served.</summary>
    ToServe,

    /// <summary>今日已送达: handed over on the hall's day.</summary>
    DeliveredToday,
}

/// <summary>What the desk asks for. Its fields stand in the address of the page.</summary>
/// <param name="Find">The number of a case or its end, a pick-up code, a whole identity number or credit code, or part of what a case is about. Names are sealed.</param>
/// <param name="After">The <see cref="IssueDesk.Next"/> of the page before; null for the first.</param>
public sealed record IssueDeskFilter(HallId Hall, IssueDeskPart Part, string? Find = null, string? After = null, int Take = 50)
{
    public const int MostTake = 200;
}

/// <summary>One line.</summary>
/// <param name="Applicant">A person masked.</param>
/// <param name="Certificate">The number of the certificate, once there is one.</param>
/// <param name="Due">The time to hand it out; null when that is done or nothing runs.</param>
/// <param name="Owed">How many promised materials are still owed; nothing is issued before they are in.</param>
public sealed record IssueDeskRow(
    CaseId Id, string Number, string Matter, string Subject, string Applicant, CaseState State, DateOnly? DecidedDay, string? Certificate, ShownDue? Due,
    DateTimeOffset? ReadyAt, DateTimeOffset? EndedAt, DeliveryWay? Way, int Owed);

/// <param name="Counts">How many cases each part has, whatever is looked for; <see cref="CountedTo"/> stands for that many or more.</param>
/// <param name="Next">Goes into <see cref="IssueDeskFilter.After"/>; null on the last page.</param>
/// <param name="At">When it was read.</param>
/// <param name="Today">The hall's local day.</param>
public sealed record IssueDesk(
    IReadOnlyList<IssueDeskRow> Rows, IReadOnlyDictionary<IssueDeskPart, int> Counts, string? Next, DateTimeOffset At, DateOnly Today)
{
    /// <summary>A thousand that wait are a thousand: nobody counts on.</summary>
    public const int CountedTo = 1000;
}

/// <summary>The cases between decision and delivery, the first due first; today's deliveries, the latest first.</summary>
public sealed class IssueDeskQueries(IDbContextFactory<HallDbContext> contexts, CaseReach reach, CaseRules rules, CaseApplicants applicants, PersonalData personal, HallClock clock)
{
    /// <summary>Needs <see cref="Permission.DeliverResults"/> in the hall; shows the cases of the departments for which the actor has it.</summary>
    public async Task<Result<IssueDesk>> ReadAsync(Actor actor, IssueDeskFilter filter, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (!(await reach.ReadAsync(db, actor, filter.Hall, Permission.DeliverResults, cancel)).TryGet(out var sight, out var denied))
        {
            return denied;
        }

        if (await db.Set<ServiceHall>().Where(h => h.Id == filter.Hall).Select(h => h.TimeZone).SingleOrDefaultAsync(cancel) is not { } zone)
        {
            return HallErrors.Unknown;
        }

        var occasion = new Occasion(actor, clock.Now, await rules.ReadAsync(db, filter.Hall, zone, cancel));
        var today = LocalDay.StartOf(occasion.Day, occasion.Rules.Zone);
        var all = sight.Own(db.Set<Case>().AsNoTracking().AsSplitQuery().Where(c => c.Hall == filter.Hall));
        var found = await FindAsync(db, PartOf(all, filter.Part, today), filter, cancel);
        var page = await PageAsync(db, found, filter, occasion, cancel);
        var counts = new Dictionary<IssueDeskPart, int>();
        foreach (var part in Enum.GetValues<IssueDeskPart>())
        {
            counts[part] = await PartOf(all, part, today).Take(IssueDesk.CountedTo).CountAsync(cancel);
        }

        return new IssueDesk(page.Rows, counts, page.Next, occasion.Now, occasion.Day);
    }

    // The time to hand out ends with the ready notice, and with it the place in the order of what is due: told and not told are two ranges of one index.
    private static IQueryable<Case> PartOf(IQueryable<Case> cases, IssueDeskPart part, DateTimeOffset today) => part switch
    {
        IssueDeskPart.ToMake => Open(cases, CaseState.Approved),
        IssueDeskPart.ToTell => Open(cases, CaseState.Issued).Where(c => c.DueSort < Case.NoDue),
        IssueDeskPart.ToFetch => Open(cases, CaseState.Issued).Where(c => c.DueSort == Case.NoDue),
        IssueDeskPart.ToServe => Open(cases, CaseState.Refused),
        IssueDeskPart.DeliveredToday => cases.Where(c => c.EndedAt >= today && c.EndedAs == CaseState.Delivered),
    };

    private static IQueryable<Case> Open(IQueryable<Case> cases, CaseState state) => cases.Where(c => c.EndedAt == null && c.State == state);

    private async Task<IQueryable<Case>> FindAsync(HallDbContext db, IQueryable<Case> cases, IssueDeskFilter filter, CancellationToken cancel)
    {
        var text = filter.Find?.Trim() ?? "";
        if (text.Length == 0)
        {
            return cases;
        }

        if (LookupsOf(text) is { Count: > 0 } lookups)
        {
            return cases.Where(c => lookups.Contains(c.ApplicantLookup));
        }

        if (!text.All(char.IsAscii))
        {
            return cases.Where(c => c.Subject.Contains(text));
        }

        // A pick-up code is the beginning of the key that only the applicant has; six letters and digits can also be the end of a number.
        var (number, past) = (text.ToUpperInvariant(), text + '\uffff');
        var keyed = text.Length == CaseLetters.PickupCodeLength
            ? await db.Set<Case>().Where(c => c.Hall == filter.Hall && c.EndedAt == null && c.QueryKey.CompareTo(text) >= 0 && c.QueryKey.CompareTo(past) < 0).Select(c => c.Id).ToListAsync(cancel)
            : [];
        return cases.Where(c => c.Number.StartsWith(number) || c.Number.EndsWith(number) || c.Subject.Contains(text) || keyed.Contains(c.Id));
    }

    private List<LookupHash> LookupsOf(string text)
    {
        Result<LookupHash>[] read = [applicants.LookupOf(ApplicantKind.Company, default, text), applicants.LookupOf(ApplicantKind.Natural, IdentityType.Citizen, text)];
        return [.. read.Where(r => r.IsOk).Select(r => r.Value)];
    }

    private async Task<(IReadOnlyList<IssueDeskRow> Rows, string? Next)> PageAsync(
        HallDbContext db, IQueryable<Case> cases, IssueDeskFilter filter, Occasion occasion, CancellationToken cancel)
    {
        var take = Math.Clamp(filter.Take, 1, IssueDeskFilter.MostTake);
        var latest = filter.Part == IssueDeskPart.DeliveredToday;
        var after = WorklistQueries.Cursor(filter.After) is var (at, number)
            ? latest
                ? cases.Where(c => c.EndedAt < at || (c.EndedAt == at && c.Number.CompareTo(number) < 0))
                : cases.Where(c => c.DueSort > at || (c.DueSort == at && c.Number.CompareTo(number) > 0))
            : cases;
        var ordered = latest ? after.OrderByDescending(c => c.EndedAt).ThenByDescending(c => c.Number) : after.OrderBy(c => c.DueSort).ThenBy(c => c.Number);
        var found = await ordered.Take(take + 1).ToListAsync(cancel);
        var matters = found.Select(c => c.Matter).Distinct().ToList();
        var names = await db.Set<Matter>().Where(m => matters.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Name, cancel);
        var last = found.Count > take ? found[take - 1] : null;
        return (
            [.. found.Take(take).Select(c => RowOf(c, names[c.Matter], occasion))],
            last is null ? null : WorklistQueries.CursorOf(latest ? last.EndedAt!.Value : last.DueSort, last.Number));
    }

    private IssueDeskRow RowOf(Case file, string matter, Occasion occasion) => new(
        file.Id, file.Number, matter, file.Subject, Masked.NameOf(file.Applicant, personal), file.State, file.Decision?.Day, file.Issued?.Certificate,
        ShownDue.FirstOf(file.Clocks, occasion.Rules.Calendar, occasion.Day), file.ReadyAt, file.EndedAt, file.Handover?.Way, file.Materials.Count(m => m.Owed));
}
