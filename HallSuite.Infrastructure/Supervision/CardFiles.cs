using HallSuite.Domain.Cases;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Supervision;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Supervision;

/// <summary>A card that something follows from, with its case and by what its hall reckons.</summary>
internal sealed record CardInHand(WorkUnit Work, Card Card, Case Case, HallRules Rules)
{
    public Clock Clock => Case.Clocks.First(c => c.Number == Card.Clock);

    public DateOnly Today => new Occasion(Work.Actor, Work.Now, Rules).Day;
}

/// <summary>Takes a card up for an act of a supervisor, whose right is asked for in the hall of the card.</summary>
public sealed class CardFiles(IDbContextFactory<HallDbContext> contexts, CaseRules rules)
{
    /// <param name="operation">As the audit log names it.</param>
    internal async Task<Result> ActAsync(
        HallWork works, string operation, CardId id, Actor actor, Func<CardInHand, CancellationToken, Task<Result>> act, CancellationToken cancel)
    {
        if (await PlaceAsync(id, cancel) is not { } place)
        {
            return SupervisionErrors.CardUnknown;
        }

        var order = new WorkOrder(operation, Permission.Supervise, place.Hall, Streams.Cases(place.Hall), place.Number);
        return await works.RunAsync(order, actor, async (work, token) =>
        {
            var card = await work.Db.Set<Card>().SingleAsync(c => c.Id == id, token);
            var file = await work.Db.Set<Case>().AsNoTracking().AsSplitQuery().SingleAsync(c => c.Id == card.Case, token);
            return await act(new CardInHand(work, card, file, await RulesAsync(work.Db, card.Hall, token)), token);
        }, cancel);
    }

    internal async Task<HallRules> RulesAsync(HallDbContext db, HallId hall, CancellationToken cancel) =>
        await rules.ReadAsync(db, hall, await db.Set<ServiceHall>().Where(h => h.Id == hall).Select(h => h.TimeZone).SingleAsync(cancel), cancel);

    /// <summary>Where a card lies never changes, so it can be read before its turn.</summary>
    private async Task<Place?> PlaceAsync(CardId id, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await (from card in db.Set<Card>() where card.Id == id join c in db.Set<Case>() on card.Case equals c.Id select new Place(card.Hall, c.Number))
            .SingleOrDefaultAsync(cancel);
    }

    private sealed record Place(HallId Hall, string Number);
}
