using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Cases;

/// <summary>
/// Counts what an act did to a case, from its new events and in the act's own transaction: the one place where the rollups of cases grow. Safe because
/// the stream of the hall's cases is locked by the running operation.
/// </summary>
public sealed class CaseTally
{
    private readonly Func<HallDbContext, HallId, DateOnly, DepartmentId, CancellationToken, Task<DailyCases?>> find = EF.CompileAsyncQuery(
        (HallDbContext db, HallId hall, DateOnly day, DepartmentId department, CancellationToken _) =>
            db.Set<DailyCases>().SingleOrDefault(d => d.Hall == hall && d.Day == day && d.Department == department));

    /// <summary>Counts the events that the operation added; the history before them is not loaded with a case (<see cref="CaseFiles.TakeUpAsync"/>).</summary>
    internal async Task CountAsync(CaseInHand hand, CancellationToken cancel)
    {
        var file = hand.Case;
        var counts = file.Events.Select(e => CaseCounts.Of(e.Act, e.After, file.IsDecidedInTime)).Aggregate(CaseCounts.None, (all, one) => all + one);
        if (counts != CaseCounts.None)
        {
            (await OfAsync(hand.Work.Db, file.Hall, hand.Occasion.Day, file.Department, cancel)).Count(counts);
        }
    }

    /// <summary>The row of a hall, day and department, begun when it is the first.</summary>
    internal async Task<DailyCases> OfAsync(HallDbContext db, HallId hall, DateOnly day, DepartmentId department, CancellationToken cancel)
    {
        if (db.Set<DailyCases>().Local.FirstOrDefault(d => d.Hall == hall && d.Day == day && d.Department == department) is { } known)
        {
            return known;
        }

        if (await find(db, hall, day, department, cancel) is { } found)
        {
            return found;
        }

        var begun = DailyCases.Begin(hall, day, department);
        db.Add(begun);
        return begun;
    }
}
