using HallSuite.Domain.Documents;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Documents;

/// <summary>
/// Notes that the signed file of a document is in the store. HallSuite's own act. <c>document.already-signed</c> when another node was first;
/// <c>document.is-void</c>.
/// </summary>
public sealed class SignDocument(HallWork works)
{
    /// <param name="FileHash">As the file store gave it.</param>
    public sealed record Command(DocumentId Document, string FileHash);

    public Task<Result> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var order = new WorkOrder(nameof(SignDocument), Permission.ActAsSystem, Scope.Everything, DocumentStreams.Signing);
        return works.RunAsync(order, actor, async (work, token) =>
        {
            if (await work.Db.Set<IssuedDocument>().SingleOrDefaultAsync(d => d.Id == command.Document, token) is not { } document)
            {
                return DocumentErrors.Unknown;
            }

            work.Subject = document.Number;
            work.Detail = command.FileHash;
            return document.MarkSigned(command.FileHash, work.Now);
        }, cancel);
    }
}
