using System.Security.Cryptography;
using System.Text;
using HallSuite.Domain.Calendar;
using HallSuite.Domain.Cases;
using HallSuite.Domain.Documents;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Platform.Clock;
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
public sealed class CaseProgressQueries(IDbContextFactory<HallDbContext> contexts, CaseRules rules, HallClock clock)
{
    /// <summary>The progress, or <c>case.unknown</c> whichever of the two is wrong.</summary>
    public async Task<Result<CaseProgress>> FindAsync(string number, string? key, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await FoundAsync(db, number, key, cancel) is { } found ? ToldOf(found) : CaseErrors.Unknown;
    }

    /// <summary>All that the applicant's page says, or <c>case.unknown</c> whichever of the two is wrong.</summary>
    public async Task<Result<CaseTrack>> TrackAsync(string number, string? key, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await FoundAsync(db, number, key, cancel) is not { } found)
        {
            return CaseErrors.Unknown;
        }

        var (file, about, rules) = found;
        var papers = await PapersAsync(db, file, cancel);
        var (at, told, task) = (clock.Now, ToldOf(found), TrackShape.TaskOf(file));
        var today = LocalDay.Of(at, rules.Zone);
        var statutory = file.Clocks.FirstOrDefault(c => c.Kind == ClockKind.Decision && c.Runs)?.DueDay;
        return new CaseTrack(
            told, about.TimeZone, about.Code, about.Hotline, about.Address, at, today, told.Due is { } due ? ShownDue.LeftOf(due.Day, rules.Calendar, today) : null,
            told.Due is { Kind: ClockKind.Committed } ? statutory : null, TrackShape.StandstillOf(file), task, TrackShape.WantedOf(file),
            task == ApplicantTask.Fetch ? CaseLetters.PickupCodeOf(file) : null, file.NotAccepted?.RightAuthority ?? "", TrackShape.StepsOf(file, rules), papers);
    }

    /// <summary>What its acts issued and is not void, the oldest first; the certificate is one of them.</summary>
    private static async Task<IReadOnlyList<TrackPaper>> PapersAsync(HallDbContext db, Case file, CancellationToken cancel)
    {
        var theirs = await db.Set<CasePaper>().Where(p => p.Case == file.Id).Select(p => p.Document).ToListAsync(cancel);
        if (file.Issued?.Document is { } certificate)
        {
            theirs.Add(certificate);
        }

        return await db.Set<IssuedDocument>().Where(d => theirs.Contains(d.Id) && d.VoidedAt == null)
            .OrderBy(d => d.IssuedAt).ThenBy(d => d.Kind).Select(d => new TrackPaper(d.Kind, d.Number, d.Day, d.VerifyCode)).ToListAsync(cancel);
    }

    private async Task<Found?> FoundAsync(HallDbContext db, string number, string? key, CancellationToken cancel)
    {
        var file = await db.Set<Case>().AsNoTrackingWithIdentityResolution().AsSplitQuery().Include(c => c.Events).SingleOrDefaultAsync(c => c.Number == number, cancel);
        if (file is null || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(file.QueryKey), Encoding.UTF8.GetBytes(key ?? "")))
        {
            return null;
        }

        var about = await (
            from m in db.Set<Matter>()
            where m.Id == file.Matter
            from d in db.Set<Department>().Where(d => d.Id == file.Department)
            from h in db.Set<ServiceHall>().Where(h => h.Id == file.Hall)
            select new About(m.Name, d.Name, h.Name, h.Code, h.TimeZone, h.Hotline, h.Address)).SingleAsync(cancel);
        return new Found(file, about, await rules.ReadAsync(db, file.Hall, about.TimeZone, cancel));
    }

    private static CaseProgress ToldOf(Found found)
    {
        var (file, about) = (found.File, found.About);
        var first = file.Clocks.Where(c => c.Runs && c.Kind != ClockKind.Step).MinBy(c => c.DueAt);
        return new CaseProgress(
            file.Number, about.Matter, about.Department, about.Hall, file.State, file.ReceivedDay, file.AcceptedDay, file.ReadyAt is not null && file.EndedAt is null,
            first is null ? null : new ProgressDue(first.Kind, first.DueDay, first.Provisional, first.Explain(found.Rules.Calendar)),
            file.State == CaseState.SupplementRequested ? [.. TrackShape.WantedOf(file).Select(m => m.Name)] : [],
            [.. file.Events.OrderBy(e => e.Number).Where(e => e.Before != e.After || e.Number == 1).Select(e => new ProgressStep(e.After, e.At))]);
    }

    private sealed record About(string Matter, string Department, string Hall, string Code, string TimeZone, string Hotline, string? Address);

    private sealed record Found(Case File, About About, HallRules Rules);
}
