using HallSuite.Domain.Documents;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Documents;

/// <summary>
/// Declares an issued document void, with a reason. Its number stays used, its file stays, and the public check says so from now on.
/// <c>document.unknown</c>, <c>document.is-void</c>, <c>reason.required</c>.
/// </summary>
public sealed class VoidDocument(IDbContextFactory<HallDbContext> contexts, HallWork works)
{
    public sealed record Command(DocumentId Document, string Reason);

    public async Task<Result> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        if (!Reason.Read(command.Reason).TryGet(out var reason, out var missing))
        {
            return missing;
        }

        if (await ScopeAsync(command.Document, cancel) is not { } scope)
        {
            return DocumentErrors.Unknown;
        }

        var order = new WorkOrder(nameof(VoidDocument), Permission.VoidDocuments, scope, DocumentStreams.Signing, Reason: reason);
        return await works.RunAsync(order, actor, async (work, token) =>
        {
            var document = await work.Db.Set<IssuedDocument>().SingleAsync(d => d.Id == command.Document, token);
            work.Subject = document.Number;
            return document.Void(reason, work.Now);
        }, cancel);
    }

    /// <summary>Where the document belongs, which never changes.</summary>
    private async Task<Scope?> ScopeAsync(DocumentId id, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var places = await db.Set<IssuedDocument>().Where(d => d.Id == id).Select(d => new { d.Hall, d.Department }).ToListAsync(cancel);
        return places is [var place] ? new Scope(place.Hall, place.Department) : null;
    }
}
