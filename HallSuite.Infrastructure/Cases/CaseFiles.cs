using HallSuite.Domain.Cases;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;
using HallSuite.Infrastructure.Cases.Papers;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Cases;

/// <summary>What somebody wants to do to a case.</summary>
/// <param name="Operation">As the audit log names it.</param>
/// <param name="Step">The code of the review step that it is about; its department answers for it, which need not be that of the case.</param>
/// <param name="Reason">Why, where the act asks for a reason.</param>
/// <param name="Permission">Another one than the act needs otherwise.</param>
/// <param name="Remedies">Where the applicant can turn against it, where the case does not say.</param>
internal sealed record CaseOrder(
    string Operation, CaseAct Act, SeenCase Seen, string? Step = null, string? Reason = null, Permission? Permission = null, Remedies? Remedies = null);

/// <summary>A case that an act is about to change, and by what it is judged.</summary>
/// <param name="Standard">The version it is pinned to; before receipt the one in force today, where there is one.</param>
internal sealed record CaseInHand(WorkUnit Work, Case Case, Standard Standard, Occasion Occasion, Remedies? Remedies = null);

/// <summary>
/// Takes a case up for an act and puts it back: right of the actor where the case lies, the page's view of it, the standard, the hall's rules. The history
/// stays in the database; an act only adds to it.
/// </summary>
public sealed class CaseFiles(IDbContextFactory<HallDbContext> contexts, CaseRules rules, CaseNotices notices, CaseTally tally)
{
    internal Task<Result<CaseAnswer>> ActAsync(HallWork works, CaseOrder order, Actor actor, Func<CaseInHand, Result> act, CancellationToken cancel) =>
        ActAsync(works, order, actor, (hand, _) => Task.FromResult(act(hand)), cancel);

    /// <summary>Does one act on one case as an operation of its own.</summary>
    internal async Task<Result<CaseAnswer>> ActAsync(
        HallWork works, CaseOrder order, Actor actor, Func<CaseInHand, CancellationToken, Task<Result>> act, CancellationToken cancel)
    {
        if (await PlaceAsync(order, cancel) is not { } place)
        {
            return CaseErrors.Unknown;
        }

        var permission = order.Permission ?? (place.Role is { } role ? CaseRights.OfStep(role) : CaseRights.Of(order.Act));
        var work = new WorkOrder(
            order.Operation, permission, new Scope(place.Hall, place.StepDepartment ?? place.Department), Streams.Cases(place.Hall), place.Number, order.Reason);
        return await works.RunAsync(work, actor, (unit, token) => ChangeAsync(unit, order, act, token), cancel);
    }

    /// <summary>The case, loaded for change, with what judges it; null without such a case.</summary>
    internal async Task<CaseInHand?> TakeUpAsync(WorkUnit work, CaseId id, CancellationToken cancel)
    {
        if (await work.Db.Set<Case>().AsSplitQuery().SingleOrDefaultAsync(c => c.Id == id, cancel) is not { } file)
        {
            return null;
        }

        var zone = await work.Db.Set<ServiceHall>().Where(h => h.Id == file.Hall).Select(h => h.TimeZone).SingleAsync(cancel);
        var occasion = new Occasion(work.Actor, work.Now, await rules.ReadAsync(work.Db, file.Hall, zone, cancel));
        return new CaseInHand(work, file, await StandardOfAsync(work.Db, file, occasion.Day, cancel), occasion);
    }

    /// <summary>The version of a matter's standard that is in force on a day; null where none is.</summary>
    internal static Task<Standard?> InForceAsync(HallDbContext db, MatterId matter, DateOnly day, CancellationToken cancel) =>
        db.Set<Standard>().AsNoTracking().Where(s => s.Matter == matter && s.State != StandardState.Draft)
            .Where(s => s.EffectiveFrom <= day && (s.EffectiveUntil == null || s.EffectiveUntil >= day)).OrderByDescending(s => s.Number).FirstOrDefaultAsync(cancel);

    /// <summary>A case is judged by the version it is pinned to; before that, by the one in force when its papers come.</summary>
    internal static async Task<Standard> StandardOfAsync(HallDbContext db, Case file, DateOnly today, CancellationToken cancel)
    {
        var inForce = file.ReceivedDay is null ? await InForceAsync(db, file.Matter, today, cancel) : null;
        return inForce ?? await db.Set<Standard>().AsNoTracking().SingleAsync(s => s.Id == file.Standard, cancel);
    }

    private async Task<Result<CaseAnswer>> ChangeAsync(
        WorkUnit work, CaseOrder order, Func<CaseInHand, CancellationToken, Task<Result>> act, CancellationToken cancel)
    {
        if (await TakeUpAsync(work, order.Seen.Case, cancel) is not { Case: var file } hand)
        {
            return CaseErrors.Unknown;
        }

        if (file.EventCount != order.Seen.Events)
        {
            var last = await work.Db.Set<CaseEvent>().AsNoTracking()
                .SingleAsync(e => EF.Property<CaseId>(e, "Case") == file.Id && e.Number == file.EventCount, cancel);
            return CaseErrors.ChangedElsewhere(last.Act, file.State);
        }

        var before = file.State;
        if ((await act(hand, cancel)).Error is { } refused)
        {
            return refused;
        }

        if (await notices.IssueAsync(hand with { Remedies = order.Remedies }, cancel) is { } hindered)
        {
            return hindered;
        }

        await tally.CountAsync(hand, cancel);
        work.Detail = before == file.State ? $"event {file.EventCount}, {file.State}" : $"event {file.EventCount}, {before} → {file.State}";
        return CaseAnswer.Of(file);
    }

    /// <summary>Where a case lies never changes, so it can be read before its turn.</summary>
    private async Task<Place?> PlaceAsync(CaseOrder order, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);

        // Joined, not asked for twice inside: as the first of many it would be ranked among the steps of all cases.
        return await (
            from c in db.Set<Case>()
            where c.Id == order.Seen.Case
            from s in c.Steps.Where(s => s.Code == order.Step).DefaultIfEmpty()
            select new Place(c.Hall, c.Department, c.Number, s == null ? null : s.Department, s == null ? null : s.Role)).SingleOrDefaultAsync(cancel);
    }

    private sealed record Place(HallId Hall, DepartmentId Department, string Number, DepartmentId? StepDepartment, StepRole? Role);
}
