using HallSuite.Domain.Cases;
using HallSuite.Domain.Certificates;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Documents;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Privacy;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Certificates;

/// <summary>
/// Makes the certificate of a case (<see cref="MakeCertificate"/>): identifier, numbered paper, record. It comes before the other papers of an act, which
/// name its number; so the series of certificates is taken before theirs by every operation, and none waits for another in a circle.
/// </summary>
internal sealed class CaseCertificates(DocumentIssuer issuer, CertificateIdentifiers identifiers, PersonalData personal)
{
    public async Task<Result<MadeCertificate>> MakeAsync(WorkUnit work, Case file, CertificateTerms terms, CancellationToken cancel)
    {
        var matter = await work.Db.Set<Matter>().AsNoTracking().SingleAsync(m => m.Id == file.Matter, cancel);
        var organ = await work.Db.Set<Department>().Where(d => d.Id == file.Department).Select(d => d.Name).SingleAsync(cancel);
        var identifier = await identifiers.NextAsync(work, matter.Code, terms.Name, terms.Day, cancel);
        var holder = Masked.NameOf(file.Applicant, personal);
        var paper = new LicenceCertificate(
            organ, terms.Name, await FieldsAsync(work.Db, file, matter, cancel), terms.ValidFrom, terms.ValidUntil, identifier?.Text ?? "");
        var draft = new DraftDocument(file.Hall, file.Department, terms.Day, holder, paper);
        if (!(await issuer.IssueAsync(work, draft, cancel)).TryGet(out var document, out var hindered))
        {
            return hindered;
        }

        work.Db.Add(Certificate.Issue(
            new CertificateId(work.NewId()),
            new CertificateFacts(
                file.Id, file.Matter, file.Department, file.Hall, document.Number, terms.Name, identifier, holder, file.Applicant.Name, file.ApplicantLookup,
                terms.ValidFrom, terms.ValidUntil, document.Id),
            work.Now));
        if (identifier is null)
        {
            work.Note("LackIdentifier", document.Number, matter.Code);
        }

        return new MadeCertificate(document.Number, identifier?.Text ?? "", document.Id);
    }

    private async Task<IReadOnlyList<CertificateField>> FieldsAsync(HallDbContext db, Case file, Matter matter, CancellationToken cancel)
    {
        var shown = Masked.Of(file.Applicant, personal);
        var (person, licence) = (shown.IdType is not null, matter.Kind == MatterKind.Licence);
        var decision = await db.Set<CasePaper>().Where(p => p.Case == file.Id && p.Kind == NoticeKind.Approval).Select(p => p.Number).SingleOrDefaultAsync(cancel);
        return
        [
            new(person ? "姓名" : "单位名称", personal.Open(file.Applicant.Name)),
            new(person ? "证件号码" : "统一社会信用代码", shown.Number),
            new(licence ? "许可项目" : "办理事项", matter.Name),
            .. file.Subject.Length > 0 ? (CertificateField[])[new(licence ? "许可内容" : "办理内容", file.Subject)] : [],
            .. decision is not null ? (CertificateField[])[new("决定文号", decision)] : [],
        ];
    }
}
