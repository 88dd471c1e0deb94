using HallSuite.Domain.Cases;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Cases;

/// <summary>How far a recalculation has come.</summary>
/// <param name="Last">The number of the last case that was looked at; null when all were.</param>
/// <param name="Moved">How many limits got another last day.</param>
public sealed record RecalculatedLimits(string? Last, int Moved);

/// <summary>
/// Counts the running limits of a hall and their lights anew after an import of the calendar or a change of the hall's policy, some cases at a time in the
/// order of their numbers. Each limit that moves is an event of its case; the last step notes by what was counted. Doing it twice changes nothing.
/// </summary>
public sealed class RecalculateLimits(HallWork works, CaseRules rules)
{
    public const int Batch = 100;

    /// <param name="After">The number of the last case looked at; empty to begin.</param>
    /// <param name="ImportedAt">When the years by which to count were imported; null when none were.</param>
    /// <param name="OwedSince">The change of the policy for which to count, as <see cref="CountedCalendar.OwedSince"/>; one that came since asks for another count.</param>
    public sealed record Command(HallId Hall, string After, DateTimeOffset? ImportedAt, long? OwedSince = null);

    public Task<Result<RecalculatedLimits>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var order = new WorkOrder(nameof(RecalculateLimits), CaseRights.Of(CaseAct.Recalculate), command.Hall, Streams.Cases(command.Hall));
        return works.RunAsync<RecalculatedLimits>(order, actor, (work, token) => RecalculateAsync(work, command, token), cancel);
    }

    private async Task<Result<RecalculatedLimits>> RecalculateAsync(WorkUnit work, Command command, CancellationToken cancel)
    {
        if (await work.Db.Set<ServiceHall>().AsNoTracking().SingleOrDefaultAsync(h => h.Id == command.Hall, cancel) is not { } hall)
        {
            return HallErrors.Unknown;
        }

        var occasion = new Occasion(work.Actor, work.Now, await rules.ReadAsync(work.Db, hall.Id, hall.TimeZone, cancel));
        var open = await work.Db.Set<Case>().AsSplitQuery().Where(c => c.Hall == hall.Id && c.EndedAt == null && c.Number.CompareTo(command.After) > 0)
            .OrderBy(c => c.Number).Take(Batch).ToListAsync(cancel);
        var moved = 0;
        foreach (var file in open)
        {
            foreach (var move in file.Recalculate(occasion))
            {
                moved++;
                work.Note("MoveLimit", file.Number, $"{move.Kind}: {move.From:yyyy-MM-dd} → {move.To:yyyy-MM-dd}");
            }
        }

        work.Detail = $"{open.Count} cases, {moved} limits moved";
        if (open.Count == Batch)
        {
            return new RecalculatedLimits(open[^1].Number, moved);
        }

        var counted = await CountedCalendar.OfAsync(work, command.Hall, cancel);
        counted.ImportedAt = command.ImportedAt;
        if (counted.OwedSince == command.OwedSince)
        {
            counted.OwedSince = null;
        }

        return new RecalculatedLimits(null, moved);
    }
}
