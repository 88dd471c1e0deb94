using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Files;
using HallSuite.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Cases;

/// <summary>One scan of a material, as a page lists it.</summary>
public sealed record ScanView(ScanId Id, string Requirement, ScanKind Kind, int Bytes, DateTimeOffset TakenAt);

/// <summary>A scan's bytes.</summary>
/// <param name="Name">For saving it: the number of the case, the code of the material.</param>
public sealed record ScanContent(string Name, ScanKind Kind, byte[] Content);

/// <summary>Scans for whoever may see their case.</summary>
public sealed class ScanQueries(IDbContextFactory<HallDbContext> contexts, CaseReach reach, FileStore files)
{
    /// <summary>The scan: <c>case.scan-unknown</c> also where the case is not the actor's, <c>file.missing</c>, <c>file.damaged</c>.</summary>
    public async Task<Result<ScanContent>> ReadAsync(Actor actor, ScanId id, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await db.Set<CaseScan>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancel) is not { } scan)
        {
            return CaseErrors.ScanUnknown;
        }

        var file = await db.Set<Case>().AsNoTracking().AsSplitQuery().SingleAsync(c => c.Id == scan.Case, cancel);
        if (!await reach.SeesAsync(db, actor, file, cancel))
        {
            return CaseErrors.ScanUnknown;
        }

        return (await files.ReadAsync(scan.FileHash, cancel)).TryGet(out var content, out var lost)
            ? new ScanContent($"{file.Number}-{scan.Requirement}{ScanFile.EndingOf(scan.Kind)}", scan.Kind, content)
            : lost;
    }

    /// <summary>The scans of a case that count, in the order they were taken.</summary>
    internal static async Task<IReadOnlyList<ScanView>> OfAsync(HallDbContext db, CaseId id, CancellationToken cancel) =>
        await db.Set<CaseScan>().AsNoTracking().Where(s => s.Case == id && s.PutAsideAt == null).OrderBy(s => s.TakenAt).ThenBy(s => s.Id)
            .Select(s => new ScanView(s.Id, s.Requirement, s.Kind, s.Bytes, s.TakenAt)).ToListAsync(cancel);
}
