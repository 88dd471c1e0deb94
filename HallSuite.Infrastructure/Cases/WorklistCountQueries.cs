using HallSuite.Domain.Calendar;
using HallSuite.Domain.Cases;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;
using HallSuite.Infrastructure.Platform.Clock;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Cases;

/// <summary>How many cases lie in each part of a reviewer's list.</summary>
/// <param name="Waiting">What waits for the actor: their open steps, and for the head of a department what is to be decided.</param>
/// <param name="DueThisWeek">Of <paramref name="Mine"/>, those whose next limit ends this week and is not over.</param>
/// <param name="Overdue">Of <paramref name="Mine"/>, those whose next limit is over.</param>
/// <param name="Matters">Of the part that was asked for, by name.</param>
public sealed record WorklistCounts(
    int Waiting, int Mine, int ToTake, int ToDecide, int Suspended, int DoneToday, int DueThisWeek, int Overdue, IReadOnlyList<WorklistMatter> Matters);

public sealed record WorklistMatter(string Code, string Name);

/// <summary>Counts what lies in the parts of a list. What is open is a small set, however long the history grows.</summary>
public sealed class WorklistCountQueries(IDbContextFactory<HallDbContext> contexts, Access access, CaseReach reach, CaseRules rules, HallClock clock)
{
    /// <summary>As <see cref="WorklistQueries.ReadAsync"/>.</summary>
    public async Task<Result<WorklistCounts>> ReadAsync(Actor actor, HallId hall, WorklistPart part, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (!(await reach.ReadAsync(db, actor, hall, cancel)).TryGet(out var sight, out var denied))
        {
            return denied;
        }

        if (await db.Set<ServiceHall>().Where(h => h.Id == hall).Select(h => h.TimeZone).SingleOrDefaultAsync(cancel) is not { } zone)
        {
            return HallErrors.Unknown;
        }

        var occasion = new Occasion(actor, clock.Now, await rules.ReadAsync(db, hall, zone, cancel));
        var all = db.Set<Case>().AsNoTracking();
        var open = all.Where(c => c.Hall == hall && c.EndedAt == null);
        var parts = new WorklistParts(sight, new StaffId(actor.Id), await ReviewedToday.ReadAsync(db, actor, hall, occasion, cancel));
        CaseSides In(WorklistPart one) => parts.Of(one, open, all);
        var mine = await In(WorklistPart.Mine).ReadAsync(side => side.Select(c => c.DueSort), cancel);
        var toDecide = await In(WorklistPart.ToDecide).CountAsync(cancel);
        var (now, monday) = (clock.Now, MondayAfter(occasion));
        return new WorklistCounts(
            mine.Count + (await IsHeadAsync(db, actor, hall, sight, cancel) ? toDecide : 0), mine.Count, await In(WorklistPart.ToTake).CountAsync(cancel), toDecide,
            await In(WorklistPart.Suspended).CountAsync(cancel), parts.Done.Count,
            mine.Count(due => due >= now && due < monday), mine.Count(due => due < now), await MattersAsync(db, In(part), cancel));
    }

    /// <summary>What waits for the actor, for the rail; 0 where the actor sees no cases.</summary>
    public async Task<int> WaitingAsync(Actor actor, HallId hall, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (!(await reach.ReadAsync(db, actor, hall, cancel)).TryGet(out var sight, out _))
        {
            return 0;
        }

        var all = db.Set<Case>().AsNoTracking();
        var open = all.Where(c => c.Hall == hall && c.EndedAt == null);
        var parts = new WorklistParts(sight, new StaffId(actor.Id), []);
        var mine = await parts.Of(WorklistPart.Mine, open, all).CountAsync(cancel);
        return await IsHeadAsync(db, actor, hall, sight, cancel) ? mine + await parts.Of(WorklistPart.ToDecide, open, all).CountAsync(cancel) : mine;
    }

    /// <summary>Decisions wait for the head; a reviewer may decide what others reviewed, but nobody waits for that one.</summary>
    private async Task<bool> IsHeadAsync(HallDbContext db, Actor actor, HallId hall, CaseSight sight, CancellationToken cancel)
    {
        foreach (var department in sight.Departments ?? [])
        {
            if (await access.RefusalAsync(db, actor, Permission.HeadCases, new Scope(hall, department), cancel) is null)
            {
                return true;
            }
        }

        return false;
    }

    private static async Task<IReadOnlyList<WorklistMatter>> MattersAsync(HallDbContext db, CaseSides cases, CancellationToken cancel)
    {
        var held = (await cases.ReadAsync(side => side.Select(c => c.Matter).Distinct(), cancel)).Distinct().ToList();
        return await db.Set<Matter>().AsNoTracking().Where(m => held.Contains(m.Id)).OrderBy(m => m.Name).ThenBy(m => m.Code)
            .Select(m => new WorklistMatter(m.Code, m.Name)).ToListAsync(cancel);
    }

    private static DateTimeOffset MondayAfter(Occasion occasion) =>
        LocalDay.StartOf(occasion.Day.AddDays(7 - (((int)occasion.Day.DayOfWeek + 6) % 7)), occasion.Rules.Zone);
}
