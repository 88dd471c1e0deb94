using HallSuite.Domain.Cases;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;
using HallSuite.Domain.Staffing;
using HallSuite.Domain.Supervision;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Supervision;

/// <summary>One running limit that supervision watches. The applicant is not in it.</summary>
/// <param name="InCharge">The name of the person in charge of the step; null where nobody is.</param>
public sealed record BoardLimit(
    CaseId Case, string Number, string Hall, string Department, string Matter, CaseState State, ClockKind Kind, string Step, DateOnly DueDay, DateTimeOffset DueAt,
    bool Provisional, Light Light, string? InCharge);

/// <summary>A card that was given.</summary>
public sealed record GivenCard(
    CardId Id, CaseId Case, string Number, string Hall, string Department, ClockKind Kind, string Step, DateOnly DueDay, Light Light, string? InCharge, DateTimeOffset GivenAt);

/// <param name="Running">The limits with this light or with any light, the first due first.</param>
/// <param name="Blue">How many running limits show this light.</param>
public sealed record SupervisionBoard(IReadOnlyList<BoardLimit> Running, int Blue, int Yellow, int Red, IReadOnlyList<GivenCard> Cards);

/// <summary>The limits and cards of a hall and of those below it, as electronic supervision sees them (DOMAIN §6).</summary>
public sealed class SupervisionBoardQueries(IDbContextFactory<HallDbContext> contexts, Access access)
{
    public const int Most = 200;

    /// <param name="light">Null for every limit with a light on.</param>
    public async Task<Result<SupervisionBoard>> ReadAsync(Actor actor, HallId hall, Light? light, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await access.RefusalAsync(db, actor, Permission.Supervise, hall, cancel) is { } denied)
        {
            return denied;
        }

        if (await db.Set<ServiceHall>().Where(h => h.Id == hall).Select(h => h.Path).SingleOrDefaultAsync(cancel) is not { } top)
        {
            return HallErrors.Unknown;
        }

        var halls = await db.Set<ServiceHall>().Where(h => h.Path.StartsWith(top)).Select(h => h.Id).ToListAsync(cancel);
        var lit = db.Set<Case>().AsNoTracking().SelectMany(c => c.Clocks, (c, k) => new { Case = c, Clock = k })
            .Where(x => x.Clock.State == ClockState.Running && x.Clock.Light != Light.None && halls.Contains(x.Case.Hall));
        var counts = await lit.GroupBy(x => x.Clock.Light).Select(g => new { Light = g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Light, g => g.Count, cancel);
        var running = await (
            from x in light is null ? lit : lit.Where(x => x.Clock.Light == light)
            join h in db.Set<ServiceHall>() on x.Case.Hall equals h.Id
            join m in db.Set<Matter>() on x.Case.Matter equals m.Id
            let step = x.Case.Steps.Where(s => s.Code == x.Clock.Step).Select(s => new { s.Department, s.Reviewer }).FirstOrDefault()
            orderby x.Clock.DueAt, x.Case.Number, x.Clock.Number
            select new BoardLimit(
                x.Case.Id, x.Case.Number, h.Name,
                db.Set<Department>().Where(d => d.Id == (step == null ? x.Case.Department : step.Department)).Select(d => d.Name).First(),
                m.Name, x.Case.State, x.Clock.Kind, x.Clock.Step, x.Clock.DueDay, x.Clock.DueAt, x.Clock.Provisional, x.Clock.Light,
                db.Set<StaffMember>().Where(s => step != null && s.Id == step.Reviewer).Select(s => s.Name).FirstOrDefault())).Take(Most).ToListAsync(cancel);
        return new SupervisionBoard(
            running, counts.GetValueOrDefault(Light.Blue), counts.GetValueOrDefault(Light.Yellow), counts.GetValueOrDefault(Light.Red),
            await CardsAsync(db, halls, cancel));
    }

    private static async Task<IReadOnlyList<GivenCard>> CardsAsync(HallDbContext db, IReadOnlyList<HallId> halls, CancellationToken cancel) => await (
        from card in db.Set<Card>().AsNoTracking()
        where halls.Contains(card.Hall)
        join c in db.Set<Case>() on card.Case equals c.Id
        join h in db.Set<ServiceHall>() on card.Hall equals h.Id
        join d in db.Set<Department>() on card.Department equals d.Id
        orderby card.GivenAt descending, card.Id descending
        select new GivenCard(
            card.Id, card.Case, c.Number, h.Name, d.Name, card.Kind, card.Step, card.DueDay, card.Light,
            db.Set<StaffMember>().Where(s => s.Id == card.InCharge).Select(s => s.Name).FirstOrDefault(), card.GivenAt)).Take(Most).ToListAsync(cancel);
}
