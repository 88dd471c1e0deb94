using HallSuite.Domain.Cases;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Platform.Files;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Cases;

/// <summary>
/// Keeps a scan of a material that the standard asks for. Its kind is read from its own bytes; a file that is none of those we show, or larger than
/// <see cref="ScanFile.MostBytes"/>, is refused before anything is written. <c>case.scans-too-many</c>, <c>case.outside-standard</c>, <c>case.over</c>.
/// </summary>
public sealed class AttachScan(HallWork works, IDbContextFactory<HallDbContext> contexts, FileStore files)
{
    /// <summary>More than any standard's materials have pages.</summary>
    public const int MostOfCase = 300;

    public sealed record Command(CaseId Case, string Requirement, ReadOnlyMemory<byte> Content)
    {
        /// <summary>Without what is in it: a command ends in a log sooner or later.</summary>
        public override string ToString() => $"{nameof(AttachScan)} {Requirement}, {Content.Length} bytes";
    }

    public async Task<Result<ScanId>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        if (!ScanFile.KindOf(command.Content.Span).TryGet(out var kind, out var unfit))
        {
            return unfit;
        }

        if (await CasePlace.FindAsync(contexts, command.Case, cancel) is not { } place)
        {
            return CaseErrors.Unknown;
        }

        var order = new WorkOrder(nameof(AttachScan), Permission.TakeInCases, place.Scope, Streams.Cases(place.Hall), place.Number);
        return await works.RunAsync<ScanId>(order, actor, async (work, token) =>
        {
            if (await RefusalAsync(work, command, token) is { } refused)
            {
                return refused;
            }

            // On the disk before the row that names it: a file without a row harms nobody, a row without a file does.
            var hash = await files.KeepAsync(command.Content, token);
            var scan = new CaseScan
            {
                Id = new ScanId(work.NewId()),
                Case = command.Case,
                Requirement = command.Requirement,
                Kind = kind,
                Bytes = command.Content.Length,
                FileHash = hash,
                TakenAt = work.Now,
                TakenBy = new StaffId(work.Actor.Id),
            };
            work.Db.Add(scan);
            work.Topics.Add(CaseTopics.Case(command.Case));
            work.Detail = $"{command.Requirement} {kind} {hash}";
            return scan.Id;
        }, cancel);
    }

    private static async Task<Error?> RefusalAsync(WorkUnit work, Command command, CancellationToken cancel)
    {
        var file = await work.Db.Set<Case>().AsNoTracking().AsSplitQuery().SingleAsync(c => c.Id == command.Case, cancel);
        if (CaseLife.IsOver(file.State))
        {
            return CaseErrors.Over(file.State);
        }

        var zone = await work.Db.Set<ServiceHall>().Where(h => h.Id == file.Hall).Select(h => h.TimeZone).SingleAsync(cancel);
        var today = DateOnly.FromDateTime(HallTime.Local(zone, work.Now));
        var standard = await CaseFiles.StandardOfAsync(work.Db, file, today, cancel);
        if (standard.Content.Materials.All(m => m.Code != command.Requirement))
        {
            return CaseErrors.OutsideStandard(command.Requirement);
        }

        return await work.Db.Set<CaseScan>().CountAsync(s => s.Case == command.Case && s.PutAsideAt == null, cancel) >= MostOfCase
            ? CaseErrors.ScansTooMany(MostOfCase)
            : null;
    }
}
