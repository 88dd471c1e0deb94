using System.Security.Cryptography;
using HallSuite.Domain.Documents;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Platform.Pdf;
using HallSuite.Infrastructure.Platform.Pdf.Signing;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Privacy;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Documents;

/// <summary>A document that somebody decided to issue.</summary>
/// <param name="Hall">Where; null where no hall has a part in it.</param>
/// <param name="Department">Under whose code word.</param>
/// <param name="Day">The local day it is dated.</param>
/// <param name="Addressee">As everyone may see it: the name of a person masked, of an organisation in full; may be empty.</param>
public sealed record DraftDocument(HallId? Hall, DepartmentId Department, DateOnly Day, string Addressee, PaperModel Model)
{
    /// <summary>Without what it says: a draft ends in a log sooner or later.</summary>
    public override string ToString() => $"{nameof(DraftDocument)} {Model.GetType().Name}";
}

/// <summary>
/// Issues numbered documents inside the operations that decide them, so that decision, number, content, time and verify code are one transaction. The
/// signature follows after the commit (<see cref="SignDocuments"/>). Whatever cannot be printed or signed is refused before a number is taken, and a number
/// whose operation fails later goes back with it: series have no gaps. Who issues several documents in one operation does so in the order of
/// <see cref="DocumentKind"/>, a certificate before all others because they name it, or two operations could wait for each other's series.
/// </summary>
public sealed class DocumentIssuer
{
    // The trial print has the longest number that a year will see.
    private const int MostSerial = 999_999;

    private readonly PaperPress press;
    private readonly IPdfSigner signer;
    private readonly IVerifyAddress addresses;
    private readonly PersonalData personal;
    private readonly DatabaseDialect dialect;

    internal DocumentIssuer(PaperPress press, IPdfSigner signer, IVerifyAddress addresses, PersonalData personal, DatabaseDialect dialect) =>
        (this.press, this.signer, this.addresses, this.personal, this.dialect) = (press, signer, addresses, personal, dialect);

    /// <summary>
    /// Issues the document within the running operation, or answers why it cannot be: a <c>document.…</c> refusal. Everything that it needs is looked at
    /// first, with a whole print, since a character without a font shows nowhere else.
    /// </summary>
    public async Task<Result<IssuedDocument>> IssueAsync(WorkUnit work, DraftDocument draft, CancellationToken cancel)
    {
        var kind = press.KindOf(draft.Model);
        if (await work.Db.Set<Department>().AsNoTracking().SingleOrDefaultAsync(d => d.Id == draft.Department, cancel) is not { } department)
        {
            return StaffErrors.DepartmentUnknown;
        }

        if (department.DocumentWord is not { } departmentWord)
        {
            return DocumentErrors.NoCodeWord(department.Name);
        }

        if (DocumentNumber.WordOf(departmentWord, kind) is not { } word)
        {
            return DocumentErrors.NotNumbered(kind);
        }

        var code = RandomNumberGenerator.GetString(IssuedDocument.VerifyCodeCharacters, IssuedDocument.VerifyCodeLength);
        var url = addresses.Of(code);
        var (name, json) = (PaperPress.NameOf(draft.Model), PaperPress.Write(draft.Model));
        if (TryPrint(name, json, new DocumentNumber(word, draft.Day.Year, MostSerial), draft.Day, url, work.Now, cancel) is { } unprintable)
        {
            return unprintable;
        }

        var facts = new DocumentFacts(kind, draft.Hall, draft.Department, draft.Model.Organ, draft.Addressee, draft.Day, code, url, name, personal.Seal(json));
        var serial = await dialect.NextSerialAsync(work.Db, DocumentNumber.SeriesOf(word, draft.Day.Year), cancel);
        if (!IssuedDocument.Issue(new DocumentId(work.NewId()), new DocumentNumber(word, draft.Day.Year, (int)serial), facts, work.Now).TryGet(out var document, out var refused))
        {
            return refused;
        }

        work.Db.Add(document);
        work.Note("IssueDocument", document.Number, kind.ToString());
        work.Send(SignDocuments.MessageKind, new SignDocuments.Request(document.Id.Value));
        return document;
    }

    // What is printed is read back from what will be stored, so that nothing is issued which could not be printed from there.
    private Error? TryPrint(string name, string json, DocumentNumber number, DateOnly day, string? url, DateTimeOffset now, CancellationToken cancel)
    {
        try
        {
            signer.CheckReady(now);
            press.Print(press.Read(name, json), new PaperMarks(number.ToString(), day, url, Sample: false), Stream.Null, cancel);
            return null;
        }
        catch (PdfException fault)
        {
            return fault.Error;
        }
    }
}
