using HallSuite.Domain.Documents;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Supervision;
using HallSuite.Infrastructure.Documents;
using HallSuite.Infrastructure.Platform.Files;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Supervision;

/// <summary>The slips and letters of cards, for supervisors: they see no other paper of a case, since those name the applicant.</summary>
public sealed class CardPaperQueries(IDbContextFactory<HallDbContext> contexts, Access access, FileStore files)
{
    /// <summary>The signed file: <c>card.unknown</c>, <c>document.unknown</c> while the card has none, <c>document.not-signed-yet</c>, <c>file.missing</c>, <c>file.damaged</c>.</summary>
    public async Task<Result<DocumentFile>> FileAsync(Actor actor, CardId id, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var card = await db.Set<Card>().AsNoTracking().Where(c => c.Id == id).Select(c => new { c.Hall, c.Paper }).SingleOrDefaultAsync(cancel);
        if (card is null)
        {
            return SupervisionErrors.CardUnknown;
        }

        if (await access.RefusalAsync(db, actor, Permission.Supervise, card.Hall, cancel) is { } denied)
        {
            return denied;
        }

        var paper = await db.Set<IssuedDocument>().Where(d => d.Id == card.Paper).Select(d => new { d.Number, d.FileHash }).SingleOrDefaultAsync(cancel);
        if (paper is null)
        {
            return DocumentErrors.Unknown;
        }

        if (paper.FileHash is not { } hash)
        {
            return DocumentErrors.NotSignedYet;
        }

        return (await files.ReadAsync(hash, cancel)).TryGet(out var content, out var lost) ? new DocumentFile($"{paper.Number}.pdf", content) : lost;
    }
}
