using HallSuite.Domain.Cases;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Cases.Papers;
using HallSuite.Infrastructure.Documents;
using HallSuite.Infrastructure.Platform.Privacy;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Cases;

/// <summary>
/// Issues the papers that an act owes the applicant, in the act's own transaction: no decision without its numbered document. What hinders a paper hinders
/// the act, as a department without a code word does; a job, which carries out the law, acts all the same and notes what is owed.
/// </summary>
public sealed class CaseNotices(DocumentIssuer issuer, PersonalData personal, IProgressAddress progress)
{
    /// <summary>The papers of the last act; null, or why one of them cannot be made.</summary>
    internal async Task<Error?> IssueAsync(CaseInHand hand, CancellationToken cancel)
    {
        var last = hand.Case.Events[^1];
        if (last.Notices.Count == 0)
        {
            return null;
        }

        var about = await AboutAsync(hand, cancel);
        foreach (var kind in last.Notices)
        {
            var draft = new DraftDocument(
                hand.Case.Hall, hand.Case.Department, hand.Occasion.Day, Masked.NameOf(hand.Case.Applicant, personal), CaseLetters.Of(kind, about));
            if (!(await issuer.IssueAsync(hand.Work, draft, cancel)).TryGet(out var document, out var hindered))
            {
                return hindered;
            }

            hand.Work.Db.Add(new CasePaper { Case = hand.Case.Id, Event = last.Number, Kind = kind, Document = document.Id, Number = document.Number });
        }

        return null;
    }

    /// <summary>The same for a job: what cannot be made is noted and holds nothing up.</summary>
    internal async Task IssueOrNoteAsync(CaseInHand hand, CancellationToken cancel)
    {
        if (await IssueAsync(hand, cancel) is { } hindered)
        {
            hand.Work.Note("OweNotice", hand.Case.Number, hindered.Code);
        }
    }

    private async Task<LetterFacts> AboutAsync(CaseInHand hand, CancellationToken cancel)
    {
        var (db, file) = (hand.Work.Db, hand.Case);
        var hall = await db.Set<ServiceHall>().AsNoTracking().SingleAsync(h => h.Id == file.Hall, cancel);
        var matter = await db.Set<Matter>().AsNoTracking().SingleAsync(m => m.Id == file.Matter, cancel);
        var department = await db.Set<Department>().Where(d => d.Id == file.Department).Select(d => d.Name).SingleAsync(cancel);
        var clerk = hand.Occasion.Staff is { } staff ? await db.Set<StaffMember>().Where(s => s.Id == staff).Select(s => s.Name).SingleOrDefaultAsync(cancel) : null;
        var window = hand.Occasion.Staff is { } at
            ? await db.Set<ServiceWindow>().Where(w => w.Hall == hall.Id && w.Clerk == at).Select(w => w.Name).FirstOrDefaultAsync(cancel)
            : null;
        var papers = await db.Set<CasePaper>().AsNoTracking().Where(p => p.Case == file.Id).OrderBy(p => p.Event).Select(p => p.Number).ToListAsync(cancel);
        var masked = Masked.Of(file.Applicant, personal);
        var contact = string.Join('，', new[] { hall.Name, hall.Address, hall.Hotline.Length == 0 ? null : $"电话 {hall.Hotline}" }.OfType<string>());
        var head = new CaseHead(
            file.Number, matter.Name, matter.Kind == MatterKind.Licence, personal.Open(file.Applicant.Name), masked.Kind == ApplicantKind.Natural, masked.Number,
            file.ReceivedDay ?? hand.Occasion.Day, contact);
        return new LetterFacts(hand, head, department, hall.Name, clerk ?? "", window ?? hall.Name, papers, progress.Of(file.Number, file.QueryKey));
    }
}
