using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Supervision;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Supervision;

/// <summary>
/// Puts on the lights of a hall's limits that are due, gives each card once and urges whoever got a blue one (DOMAIN §6). Answers how many limits it
/// found; fewer than <see cref="Batch"/> means that none are left. Doing it twice changes nothing.
/// </summary>
public sealed class TurnLights(HallWork works, CardPapers papers)
{
    public const int Batch = 100;

    public sealed record Command(HallId Hall);

    public Task<Result<int>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var order = new WorkOrder(nameof(TurnLights), Permission.ActAsSystem, command.Hall, Streams.Cases(command.Hall));
        return works.RunAsync<int>(order, actor, async (work, token) =>
        {
            var due = await DueCases.WithLightAsync(work.Db, command.Hall, work.Now, Batch, token);
            var files = await work.Db.Set<Case>().AsSplitQuery().Where(c => due.Contains(c.Id)).ToListAsync(token);
            var given = new List<(Case File, Card Card)>();
            foreach (var file in files)
            {
                given.AddRange((await CardGiving.GiveAsync(work, file, file.TurnLights(work.Now), token)).Select(card => (file, card)));
            }

            await papers.UrgeAsync(work, [.. given.Where(g => g.Card.Light == Light.Blue)], token);
            work.Detail = $"{files.Count} cases, {given.Count} cards";
            return due.Count;
        }, cancel);
    }
}
