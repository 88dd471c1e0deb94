using System.Text.Json;
using HallSuite.Domain.Documents;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Clock;
using HallSuite.Infrastructure.Platform.Files;
using HallSuite.Infrastructure.Platform.Outbox;
using HallSuite.Infrastructure.Platform.Pdf.Signing;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Privacy;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Documents;

/// <summary>
/// Prints, signs and keeps what was issued, from what was stored with the number: after the commit, outside of its locks, as often as it takes. A document
/// that is signed or void already is left as it is. When two nodes sign at once, the first file counts; the other stays in the store and nobody points to it.
/// </summary>
internal sealed class SignDocuments(
    IDbContextFactory<HallDbContext> contexts, PaperPress press, IPdfSigner signer, FileStore files, PersonalData personal, HallClock clock, SignDocument sign)
    : IOutboxChannel
{
    public const string MessageKind = "document.sign";

    public sealed record Request(Guid Document);

    public string Kind => MessageKind;

    public async Task SendAsync(OutboxMessage message, CancellationToken cancel)
    {
        var id = new DocumentId(JsonSerializer.Deserialize<Request>(message.Payload, JsonSerializerOptions.Web)!.Document);
        if (await ReadAsync(id, cancel) is not { State: DocumentState.Signing } document)
        {
            return;
        }

        using var paper = new MemoryStream();
        press.Print(press.Read(document.ModelName, personal.Open(document.Model)), new PaperMarks(document.Number, document.Day, document.VerifyUrl, Sample: false), paper, cancel);
        var info = new PdfSignatureInfo(document.Organ, DocumentWords.TitleOf(document.Kind), "", clock.Now);
        var signed = await signer.SignAsync(paper.GetBuffer().AsMemory(0, (int)paper.Length), info, cancel);
        var hash = await files.KeepAsync(signed, cancel);
        var done = await sign.ExecuteAsync(new(id, hash), Actor.System(MessageKind), cancel);

        // Signed by another node, or declared void meanwhile: a refusal, and nothing left to do.
        if (done.Error is { Kind: not ErrorKind.Conflict } refusal)
        {
            throw new InvalidOperationException($"{document.Number} was not signed: {refusal}");
        }
    }

    private async Task<IssuedDocument?> ReadAsync(DocumentId id, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<IssuedDocument>().AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, cancel);
    }
}
