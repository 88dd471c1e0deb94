using System.Globalization;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Audit;

/// <summary>What to show of the audit log; null shows all.</summary>
/// <param name="From">From this instant on …</param>
/// <param name="To">… to before this one: a day as the reader's clock has it.</param>
/// <param name="Person">A user name.</param>
public sealed record AuditFilter(
    DateTimeOffset? From = null, DateTimeOffset? To = null, string? Operation = null, string? Person = null, HallId? Hall = null);

/// <summary>One act: who, what, on what, from where, why.</summary>
/// <param name="Person">The name of the person or device; null for visitors and for HallSuite itself.</param>
public sealed record AuditLine(
    Guid Id, DateTimeOffset At, ActorKind ActorKind, string? Person, string? UserName, string From, string Operation, string? Subject,
    string? HallName, string? Reason, string? Detail, bool IsSealed);

/// <summary>A page of the log, newest first. <paramref name="Next"/> leads to the older ones; null at the end.</summary>
public sealed record AuditPage(IReadOnlyList<AuditLine> Lines, string? Next);

/// <summary>The last verification; null before the first.</summary>
public sealed record AuditCheck(DateTimeOffset At, long Rows, long Head, long Faults);

/// <summary>The audit log as auditors read it. No personal data is in it.</summary>
public sealed class AuditQueries(IDbContextFactory<HallDbContext> contexts, Access access)
{
    /// <summary>The names of all operations, as the log knows them.</summary>
    public static IReadOnlyList<string> Operations { get; } =
    [
        .. typeof(AuditQueries).Assembly.GetTypes().Where(t => t.GetNestedType("Command") is not null && t.GetMethod("ExecuteAsync") is not null)
            .Select(t => t.Name).Order(StringComparer.Ordinal),
    ];

    /// <param name="after">The <see cref="AuditPage.Next"/> of the page before; null for the newest.</param>
    public async Task<Result<AuditPage>> ListAsync(Actor actor, AuditFilter filter, string? after, int take, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await access.RefusalAsync(db, actor, Permission.ViewAudit, new Scope(filter.Hall), cancel) is { } refusal)
        {
            return refusal;
        }

        var rows = await FilteredAsync(db, filter, cancel);
        if (AuditCursor.Read(after) is { } cursor)
        {
            rows = rows.Where(r => r.At < cursor.At || (r.At == cursor.At && r.Id.CompareTo(cursor.Id) < 0));
        }

        var found = await rows.OrderByDescending(r => r.At).ThenByDescending(r => r.Id).Take(take + 1)
            .Select(r => new Found(r, db.Set<AuditSeal>().Any(s => s.Row == r.Id))).ToListAsync(cancel);
        var shown = found.Take(take).ToList();
        var names = await NamesAsync(db, shown, cancel);
        return new AuditPage([.. shown.Select(names.LineOf)], found.Count > take ? new AuditCursor(shown[^1].Row.At, shown[^1].Row.Id).ToString() : null);
    }

    /// <summary>What the last verification found; null before the first.</summary>
    public async Task<Result<AuditCheck?>> LastCheckAsync(Actor actor, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await access.RefusalAsync(db, actor, Permission.ViewAudit, Scope.Everything, cancel) is { } refusal)
        {
            return refusal;
        }

        return await db.Set<AuditCheckRow>().AsNoTracking().OrderByDescending(c => c.At)
            .Select(c => new AuditCheck(c.At, c.Rows, c.Head, c.Faults)).FirstOrDefaultAsync(cancel);
    }

    private static async Task<IQueryable<AuditRow>> FilteredAsync(HallDbContext db, AuditFilter filter, CancellationToken cancel)
    {
        var rows = db.Set<AuditRow>().AsNoTracking();
        rows = filter.From is { } from ? rows.Where(r => r.At >= from) : rows;
        rows = filter.To is { } to ? rows.Where(r => r.At < to) : rows;
        rows = filter.Operation is { } operation ? rows.Where(r => r.Operation == operation) : rows;
        rows = filter.Hall is { } hall ? rows.Where(r => r.Hall == hall) : rows;
        if (filter.Person is { } person)
        {
            // What they did, and every try to sign in under their name.
            var sign = person.Trim().ToLowerInvariant();
            var id = (await db.Set<StaffMember>().Where(s => s.UserName == sign).Select(s => s.Id).SingleOrDefaultAsync(cancel)).Value;
            rows = rows.Where(r => (r.ActorKind == ActorKind.Staff && r.ActorId == id) || (r.ActorKind == ActorKind.Visitor && r.Subject == sign));
        }

        return rows;
    }

    // The log holds ids; names may have changed since, and the present one is shown.
    private static async Task<Names> NamesAsync(HallDbContext db, List<Found> rows, CancellationToken cancel)
    {
        var staff = rows.Where(r => r.Row.ActorKind == ActorKind.Staff).Select(r => new StaffId(r.Row.ActorId)).Distinct().ToList();
        var devices = rows.Where(r => r.Row.ActorKind == ActorKind.Device).Select(r => new DeviceId(r.Row.ActorId)).Distinct().ToList();
        var halls = rows.Select(r => r.Row.Hall).OfType<HallId>().Distinct().ToList();
        return new Names(
            await db.Set<StaffMember>().Where(s => staff.Contains(s.Id)).ToDictionaryAsync(s => s.Id.Value, s => new Named(s.Name, s.UserName), cancel),
            await db.Set<Device>().Where(d => devices.Contains(d.Id)).ToDictionaryAsync(d => d.Id.Value, d => new Named(d.Name, null), cancel),
            await db.Set<ServiceHall>().Where(h => halls.Contains(h.Id)).ToDictionaryAsync(h => h.Id, h => h.Name, cancel));
    }

    private sealed record Found(AuditRow Row, bool IsSealed);

    private sealed record Named(string Name, string? UserName);

    private sealed record Names(Dictionary<Guid, Named> Staff, Dictionary<Guid, Named> Devices, Dictionary<HallId, string> Halls)
    {
        public AuditLine LineOf(Found found)
        {
            var row = found.Row;
            var person = row.ActorKind switch
            {
                ActorKind.Staff => Staff.GetValueOrDefault(row.ActorId),
                ActorKind.Device => Devices.GetValueOrDefault(row.ActorId),
                ActorKind.Visitor or ActorKind.System => null,
            };
            return new AuditLine(
                row.Id, row.At, row.ActorKind, person?.Name, person?.UserName, row.From, row.Operation, row.Subject,
                row.Hall is { } hall ? Halls.GetValueOrDefault(hall) : null, row.Reason, row.Detail, found.IsSealed);
        }
    }

    /// <summary>A place in the log, as an address holds it.</summary>
    private sealed record AuditCursor(DateTimeOffset At, Guid Id)
    {
        /// <summary>Null for none and for what nobody made here: the list then begins at the newest.</summary>
        public static AuditCursor? Read(string? text) =>
            text?.Split('.') is [var at, var id] && long.TryParse(at, CultureInfo.InvariantCulture, out var milliseconds)
                && milliseconds is >= 0 and < 253_402_300_800_000 && Guid.TryParse(id, out var row)
                ? new AuditCursor(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), row)
                : null;

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.ToUnixTimeMilliseconds()}.{Id:N}");
    }
}
