using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Matters;

/// <summary>
/// Takes a file of matters into the catalogue: new ones are created, of changed ones the next version is published from today on, with the
/// departments that are missing. All rows or none. Refuses <c>hall.unknown</c> and <c>matter-file.faulty</c>; which faults,
/// <see cref="MatterImportQueries"/> tells before.
/// </summary>
public sealed class ImportMatters(HallWork works)
{
    /// <param name="Hall">The catalogue is one for all halls; this hall's day is the first day of the new versions.</param>
    public sealed record Command(HallId Hall, MatterReading File, ImportProgress? Progress = null);

    // Nothing to repeat: what is there already is found unchanged.
    public Task<Result<MatterImport>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var order = new WorkOrder(nameof(ImportMatters), Permission.ManageMatters, Scope.Everything, Streams.Platform);
        return works.RunAsync(order, actor with { Once = null }, (work, token) => ImportAsync(work, command, token), cancel);
    }

    private static async Task<Result<MatterImport>> ImportAsync(WorkUnit work, Command command, CancellationToken cancel)
    {
        if (await work.Db.Set<ServiceHall>().AsNoTracking().SingleOrDefaultAsync(h => h.Id == command.Hall, cancel) is not { } hall)
        {
            return HallErrors.Unknown;
        }

        if (command.File.Faults.Count > 0)
        {
            return MatterFileErrors.Faulty(command.File.Faults.Count);
        }

        var time = new PlanTime(DateOnly.FromDateTime(HallTime.Local(hall.TimeZone, work.Now)), work.Now, work.NewId);
        var plan = await MatterPlan.MakeAsync(work.Db, command.File, time, save: true, command.Progress, cancel);
        var answer = plan.Answer(command.File);
        if (answer.Faults.Count > 0)
        {
            return MatterFileErrors.Faulty(answer.Faults.Count);
        }

        work.Db.AddRange(plan.Added);
        work.Subject = hall.Code;
        work.Detail = $"created {answer.Created}, changed {answer.Changed}, unchanged {answer.Unchanged}, departments added {answer.Departments}";
        return answer;
    }
}
