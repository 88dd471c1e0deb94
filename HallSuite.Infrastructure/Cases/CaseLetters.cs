using HallSuite.Domain.Cases;
using HallSuite.Domain.Matters;
using HallSuite.Infrastructure.Cases.Papers;
using HallSuite.Infrastructure.Documents;
using HallSuite.Infrastructure.Documents.Papers;

namespace HallSuite.Infrastructure.Cases;

/// <summary>What the papers of a case say beyond the case itself.</summary>
/// <param name="Organ">The department that decides.</param>
/// <param name="Clerk">The name of who acts; empty for a job and for a courier.</param>
/// <param name="Papers">The numbers of the documents issued before.</param>
internal sealed record LetterFacts(CaseInHand Hand, CaseHead Head, string Organ, string Hall, string Clerk, string Window, IReadOnlyList<string> Papers)
{
    public Case File => Hand.Case;

    public DateOnly Day => Hand.Occasion.Day;
}

/// <summary>Which paper says what: from a case as its last act left it to the model of the paper.</summary>
internal static class CaseLetters
{
    public const int PickupCodeLength = 6;

    public static PaperModel Of(NoticeKind kind, LetterFacts about) => kind switch
    {
        NoticeKind.Receipt => Receipt(about),
        NoticeKind.Acceptance => Acceptance(about),
        NoticeKind.NonAcceptance => NonAcceptance(about),
        NoticeKind.Supplement => Supplement(about),
        NoticeKind.Extension => Extension(about),
        NoticeKind.SpecialProcedure => SpecialProcedure(about),
        NoticeKind.Approval => Approval(about),
        NoticeKind.Refusal => Refusal(about),
        NoticeKind.Termination => Termination(about),
        NoticeKind.PickUpSlip => Pickup(about),
        NoticeKind.ServiceReceipt => Service(about),
    };

    private static ReceiptSlip Receipt(LetterFacts about)
    {
        // A later receipt is for what came with it, which the event names.
        var last = about.File.Events[^1];
        var handed = last.Subject.Length > 0 && last.Act is CaseAct.HandInSupplement or CaseAct.HandInPromised ? last.Subject.Split(' ') : null;
        var asked = about.Hand.Standard.Content.Materials.ToDictionary(m => m.Code);
        var materials = about.File.Materials.Where(m => m.HandedInOn is not null && (handed is null || handed.Contains(m.Requirement)))
            .Select(m => new ReceivedMaterial(m.Name, asked[m.Requirement].Form, asked[m.Requirement].Copies, m.Note)).ToList();
        return new ReceiptSlip(
            about.Hall, about.Head, about.Organ, about.Window, about.Clerk, about.File.QueryKey, LimitOf(about.File, ClockKind.Acceptance)?.Due, materials);
    }

    private static AcceptanceNotice Acceptance(LetterFacts about) => new(
        about.Organ, about.Head, about.File.AcceptedDay!.Value, about.File.DeemedAccepted, about.File.Supplement is not null,
        LimitOf(about.File, ClockKind.Decision), LimitOf(about.File, ClockKind.Committed),
        [.. about.File.Materials.Where(m => m.Owed).Select(m => new PromisedMaterial(m.Name, m.PromisedBy!.Value))]);

    private static NonAcceptanceNotice NonAcceptance(LetterFacts about) => new(
        about.Organ, about.Head, about.File.NotAccepted!.Ground, about.File.NotAccepted.Reason, about.File.NotAccepted.RightAuthority, BarredForAYear: false,
        about.Hand.Remedies!);

    private static SupplementNotice Supplement(LetterFacts about) => new(
        about.Organ, about.Head, [.. about.File.Supplement!.Items.Select(i => new AskedMaterial(about.File.Materials.First(m => m.Requirement == i.Requirement).Name, i.What))],
        LimitOf(about.File, ClockKind.Supplement)!.Due, about.Head.Contact);

    private static ExtensionNotice Extension(LetterFacts about)
    {
        var extension = about.File.Extension!;
        var clock = about.File.Clocks.Where(c => c.ExtendedBy > 0).OrderBy(c => c.Kind == ClockKind.Decision ? 0 : 1).First();
        var before = about.Hand.Occasion.Rules.Calendar.DueDayOf(clock.StartDay, clock.Limit with { Days = clock.Days - clock.ExtendedBy }, clock.Pauses);
        return new ExtensionNotice(
            about.Organ, about.Head, about.File.Handling, extension.Days, extension.Reason, about.File.AcceptedDay!.Value, before.Day, clock.DueDay,
            extension.GovernmentApproval.Length > 0 ? extension.GovernmentApproval : "本机关负责人");
    }

    private static SpecialProcedureNotice SpecialProcedure(LetterFacts about)
    {
        var pause = about.File.Suspensions[^1];
        return new SpecialProcedureNotice(about.Organ, about.Head, pause.Procedure, pause.From, pause.ToldDays, pause.ToldDay, pause.Reason);
    }

    private static ApprovalDecision Approval(LetterFacts about)
    {
        var content = about.Hand.Standard.Content;
        return new ApprovalDecision(
            about.Organ, about.Head, about.File.Subject.Length > 0 ? $"{about.Head.Matter}（{about.File.Subject}）" : about.Head.Matter, content.Basis,
            content.Result.HasCertificate ? content.Result.Name : "", ValidityOf(about.File, content.Result), about.File.OnTheSpot);
    }

    private static RefusalDecision Refusal(LetterFacts about)
    {
        var grounds = about.File.Decision!.Refusal!;
        return new RefusalDecision(about.Organ, about.Head, grounds.Reasons, grounds.LegalBasis, new Remedies(grounds.ReconsiderationBody, grounds.Court));
    }

    private static TerminationNotice Termination(LetterFacts about) =>
        new(about.Organ, about.Head, about.File.TerminatedFor, about.File.Events[^1].Note, about.Day);

    private static PickupSlip Pickup(LetterFacts about) => new(
        about.Hall, about.Head, ResultsOf(about), about.Hall, "以大厅公布的开放时间为准", about.Day, PickupCodeOf(about.File));

    private static DeliveryReceipt Service(LetterFacts about) => new(
        about.Organ, about.Head, ResultsOf(about), about.File.Handover!.Way, about.Hall, about.Clerk);

    /// <summary>Told at the window where the result is fetched.</summary>
    public static string PickupCodeOf(Case file) => file.QueryKey[..PickupCodeLength];

    private static IReadOnlyList<string> ResultsOf(LetterFacts about) =>
        about.File.Issued?.Certificate is { } certificate ? [.. about.Papers, certificate] : about.Papers.Count > 0 ? about.Papers : [about.Head.Matter];

    private static string ValidityOf(Case file, ResultRule rule) =>
        !rule.HasCertificate ? ""
        : rule.ValidMonths is not { } months ? "长期"
        : file.Issued is { ValidFrom: { } from, ValidUntil: { } until } ? $"自{PaperWords.Day(from)}至{PaperWords.Day(until)}"
        : $"自证照载明的生效之日起{months}个月";

    private static PaperLimit? LimitOf(Case file, ClockKind kind) =>
        file.Clocks.LastOrDefault(c => c.Kind == kind && c.State != ClockState.Ended) is { } clock ? new PaperLimit(clock.Limit, clock.DueDay, clock.Provisional) : null;
}
