using HallSuite.Domain.Documents;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Files;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Documents;

/// <summary>What anyone learns about a document whose code they hold: nothing that is not printed on it.</summary>
/// <param name="Addressee">A person's name masked; empty where there is none.</param>
/// <param name="FileHash">The SHA-256 of the signed file, to compare a copy with; null until it is signed.</param>
/// <param name="TimeZone">The zone in which its times are told.</param>
public sealed record VerifiedDocument(
    DocumentKind Kind, DocumentState State, string Number, string Organ, string Addressee, DateOnly Day, DateTimeOffset? SignedAt, DateTimeOffset? VoidedAt, string? FileHash, string TimeZone);

/// <summary>The signed file.</summary>
/// <param name="Name">For saving it.</param>
public sealed record DocumentFile(string Name, byte[] Content);

/// <summary>Issued documents for whoever checks one, and for the staff who open one.</summary>
public sealed class DocumentQueries(IDbContextFactory<HallDbContext> contexts, Access access, FileStore files)
{
    // Where no hall had a part in a document its times are told in the one zone that the country has.
    private const string NoHallZone = "Asia/Shanghai";

    /// <summary>The document with this code, which is all the right that it needs; or <c>document.unknown</c>.</summary>
    /// <param name="code">As scanned or typed from paper: small letters, blanks and hyphens do no harm.</param>
    public async Task<Result<VerifiedDocument>> VerifyAsync(string code, CancellationToken cancel)
    {
        var plain = IssuedDocument.PlainCode(code);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var found = await db.Set<IssuedDocument>().AsNoTracking().Where(d => d.VerifyCode == plain)
            .Select(d => new VerifiedDocument(
                d.Kind, IssuedDocument.StateOf(d.SignedAt, d.VoidedAt), d.Number, d.Organ, d.Addressee, d.Day, d.SignedAt, d.VoidedAt, d.FileHash,
                db.Set<ServiceHall>().Where(h => h.Id == d.Hall).Select(h => h.TimeZone).FirstOrDefault() ?? NoHallZone))
            .SingleOrDefaultAsync(cancel);
        return found is null ? DocumentErrors.Unknown : found;
    }

    /// <summary>How these documents stand, of those that the actor may open.</summary>
    public async Task<IReadOnlyDictionary<DocumentId, DocumentState>> StatesAsync(Actor actor, IReadOnlyCollection<DocumentId> documents, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var found = await db.Set<IssuedDocument>().AsNoTracking().Where(d => documents.Contains(d.Id))
            .Select(d => new { d.Id, d.Hall, d.Department, State = IssuedDocument.StateOf(d.SignedAt, d.VoidedAt) }).ToListAsync(cancel);
        var states = new Dictionary<DocumentId, DocumentState>();
        foreach (var place in found.GroupBy(d => new Scope(d.Hall, d.Department)))
        {
            if (await access.RefusalAsync(db, actor, Permission.ViewDocuments, place.Key, cancel) is null)
            {
                foreach (var document in place)
                {
                    states[document.Id] = document.State;
                }
            }
        }

        return states;
    }

    /// <summary>The signed file: <c>document.unknown</c>, <c>document.not-signed-yet</c>, <c>file.missing</c>, <c>file.damaged</c>.</summary>
    public async Task<Result<DocumentFile>> FileAsync(Actor actor, DocumentId id, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var found = await db.Set<IssuedDocument>().AsNoTracking().Where(d => d.Id == id)
            .Select(d => new { d.Hall, d.Department, d.Number, d.FileHash }).SingleOrDefaultAsync(cancel);
        if (found is null)
        {
            return DocumentErrors.Unknown;
        }

        if (await access.RefusalAsync(db, actor, Permission.ViewDocuments, new Scope(found.Hall, found.Department), cancel) is { } refusal)
        {
            return refusal;
        }

        if (found.FileHash is not { } hash)
        {
            return DocumentErrors.NotSignedYet;
        }

        return (await files.ReadAsync(hash, cancel)).TryGet(out var content, out var lost) ? new DocumentFile($"{found.Number}.pdf", content) : lost;
    }
}
