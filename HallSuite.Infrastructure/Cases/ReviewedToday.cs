using HallSuite.Domain.Calendar;
using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Cases;

/// <summary>The cases of a hall on which somebody passed or returned a step, or decided, since the hall's midnight. Read by an index that holds these acts alone.</summary>
internal static class ReviewedToday
{
    public static async Task<IReadOnlyList<CaseId>> ReadAsync(HallDbContext db, Actor actor, HallId hall, Occasion occasion, CancellationToken cancel)
    {
        var midnight = LocalDay.StartOf(occasion.Day, occasion.Rules.Zone);
        return await (
            from e in db.Set<CaseEvent>()
            where e.WhoId == actor.Id && e.At >= midnight
                && (e.Act == CaseAct.PassStep || e.Act == CaseAct.ReturnStep || e.Act == CaseAct.Approve || e.Act == CaseAct.Refuse)
            join c in db.Set<Case>() on EF.Property<CaseId>(e, "Case") equals c.Id
            where c.Hall == hall
            select c.Id).Distinct().ToListAsync(cancel);
    }
}
