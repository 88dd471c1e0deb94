using HallSuite.Domain.Cases;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;
using HallSuite.Domain.Staffing;
using HallSuite.Domain.Supervision;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Documents;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Supervision;

/// <summary>
/// Issues what follows from a card on paper – the slip of a blue one, the letter of a red one – in the transaction of the act that decides it, numbered under
/// the code word of the department that answers for the limit. No applicant is named.
/// </summary>
public sealed class CardPapers(DocumentIssuer issuer, CardFiles cards)
{
    private const string Nobody = "未指派";

    /// <summary>
    /// The slips of blue cards that a sweep gave. What cannot be made is noted and holds nothing up; a light that a late sweep finds yellow already is past urging.
    /// </summary>
    internal async Task UrgeAsync(WorkUnit work, IReadOnlyList<(Case File, Card Card)> given, CancellationToken cancel)
    {
        if (given.Count == 0)
        {
            return;
        }

        var rules = await cards.RulesAsync(work.Db, given[0].Card.Hall, cancel);

        // One order of departments in every hall, or two sweeps could wait for each other's number series.
        foreach (var (file, card) in given.OrderBy(g => g.Card.Department.Value))
        {
            var hand = new CardInHand(work, card, file, rules);
            if (card.Urge(hand.Clock).IsOk && await IssueSlipAsync(hand, cancel) is { } hindered)
            {
                work.Note("OweSlip", file.Number, hindered.Code);
            }
        }
    }

    /// <summary>Null, or why the slip cannot be made.</summary>
    internal async Task<Error?> IssueSlipAsync(CardInHand hand, CancellationToken cancel) =>
        await IssueAsync(hand, about => new UrgingSlip(about.Organ, about.Department, about.Limit), cancel);

    /// <summary>Null, or why the letter cannot be made.</summary>
    internal async Task<Error?> IssueLetterAsync(CardInHand hand, DateOnly answerBy, CancellationToken cancel) =>
        await IssueAsync(hand, about => new SupervisionLetter(about.Organ, about.Department, about.Limit, answerBy, CopyTo: ""), cancel);

    private async Task<Error?> IssueAsync(CardInHand hand, Func<About, PaperModel> paper, CancellationToken cancel)
    {
        var about = await AboutAsync(hand, cancel);
        var draft = new DraftDocument(hand.Card.Hall, hand.Card.Department, hand.Today, about.Department, paper(about));
        if (!(await issuer.IssueAsync(hand.Work, draft, cancel)).TryGet(out var document, out var hindered))
        {
            return hindered;
        }

        hand.Card.Take(document.Id, document.Number, hand.Work.Now);
        return null;
    }

    private static async Task<About> AboutAsync(CardInHand hand, CancellationToken cancel)
    {
        var (db, card, file, clock) = (hand.Work.Db, hand.Card, hand.Case, hand.Clock);
        var inCharge = file.Steps.FirstOrDefault(s => s.Code == card.Step)?.Reviewer ?? card.InCharge;
        var names = await (
            from h in db.Set<ServiceHall>()
            where h.Id == card.Hall
            select new
            {
                Hall = h.Name,
                Department = db.Set<Department>().Where(d => d.Id == card.Department).Select(d => d.Name).First(),
                Matter = db.Set<Matter>().Where(m => m.Id == file.Matter).Select(m => m.Name).First(),
                InCharge = db.Set<StaffMember>().Where(s => s.Id == inCharge).Select(s => s.Name).FirstOrDefault(),
            }).SingleAsync(cancel);
        var left = ShownDue.LeftOf(clock.DueDay, hand.Rules.Calendar, hand.Today);
        return new About(names.Hall, names.Department, new WatchedLimit(file.Number, names.Matter, clock.Kind, clock.StartDay, clock.DueDay, left, names.InCharge ?? Nobody));
    }

    private sealed record About(string Organ, string Department, WatchedLimit Limit);
}
