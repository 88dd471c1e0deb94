using System.Security.Cryptography;
using System.Text;
using HallSuite.Domain.Calendar;
using HallSuite.Domain.Cases;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Cases;

/// <summary>How far a case is, for whoever has its receipt. Nobody's name or number is in it.</summary>
/// <param name="Due">The limit that ends first among those that the office is held to, or the applicant's own time for a supplement; null when none runs.</param>
/// <param name="Missing">The materials that the notice asked for and that are not in.</param>
/// <param name="History">Each change of the state, the oldest first.</param>
public sealed record CaseProgress(
    string Number, string Matter, string Department, string Hall, CaseState State, DateOnly? ReceivedDay, DateOnly? AcceptedDay, bool ReadyForPickUp,
    ProgressDue? Due, IReadOnlyList<string> Missing, IReadOnlyList<ProgressStep> History);

public sealed record ProgressDue(ClockKind Kind, DateOnly Day, bool Provisional, DueDate Explained);

public sealed record ProgressStep(CaseState State, DateTimeOffset At);

/// <summary>Finds a case by its number and the key on the receipt, which is all the right that is needed.</summary>
public sealed class CaseProgressQueries(IDbContextFactory<HallDbContext> contexts, CaseRules rules)
{
    /// <summary>The progress, or <c>case.unknown</c> whichever of the two is wrong.</summary>
    public async Task<Result<CaseProgress>> FindAsync(string number, string? key, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var file = await db.Set<Case>().AsNoTrackingWithIdentityResolution().AsSplitQuery().Include(c => c.Events).SingleOrDefaultAsync(c => c.Number == number, cancel);
        if (file is null || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(file.QueryKey), Encoding.UTF8.GetBytes(key ?? "")))
        {
            return CaseErrors.Unknown;
        }

        var about = await (
            from m in db.Set<Matter>()
            where m.Id == file.Matter
            from d in db.Set<Department>().Where(d => d.Id == file.Department)
            from h in db.Set<ServiceHall>().Where(h => h.Id == file.Hall)
            select new { Matter = m.Name, Department = d.Name, Hall = h.Name, h.TimeZone }).SingleAsync(cancel);
        var calendar = (await rules.ReadAsync(db, about.TimeZone, cancel)).Calendar;
        var first = file.Clocks.Where(c => c.Runs && c.Kind != ClockKind.Step).MinBy(c => c.DueAt);
        return new CaseProgress(
            file.Number, about.Matter, about.Department, about.Hall, file.State, file.ReceivedDay, file.AcceptedDay, file.ReadyAt is not null && file.EndedAt is null,
            first is null ? null : new ProgressDue(first.Kind, first.DueDay, first.Provisional, first.Explain(calendar)),
            file.State == CaseState.SupplementRequested ? [.. file.Materials.Where(m => !m.Settled && file.Supplement!.AsksFor(m.Requirement)).Select(m => m.Name)] : [],
            [.. file.Events.OrderBy(e => e.Number).Where(e => e.Before != e.After || e.Number == 1).Select(e => new ProgressStep(e.After, e.At))]);
    }
}
