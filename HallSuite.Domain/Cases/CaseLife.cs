namespace HallSuite.Domain.Cases;

/// <summary>Which act is possible in which state (DOMAIN §3): one table, read by the case, by its page, and by the lists that offer acts.</summary>
public static class CaseLife
{
    /// <summary>The case is over, no clock runs, and nothing but archiving follows.</summary>
    public static bool IsOver(CaseState state) => state switch
    {
        CaseState.NotAccepted or CaseState.Delivered or CaseState.Archived or CaseState.Withdrawn or CaseState.Terminated => true,
        CaseState.Draft or CaseState.PreReview or CaseState.PreReviewReturned or CaseState.Received or CaseState.SupplementRequested or CaseState.Accepted or
            CaseState.UnderReview or CaseState.Suspended or CaseState.Approved or CaseState.Refused or CaseState.Issued => false,
    };

    /// <summary>The states in which the act is possible; other conditions may still forbid it.</summary>
    public static IReadOnlyList<CaseState> StatesFor(CaseAct act) => act switch
    {
        CaseAct.Open => [],
        CaseAct.Submit => [CaseState.Draft, CaseState.PreReviewReturned],
        CaseAct.ReturnDraft => [CaseState.PreReview],
        CaseAct.Receive or CaseAct.CompleteOnTheSpot => [CaseState.Draft, CaseState.PreReview, CaseState.PreReviewReturned],
        CaseAct.NotAccept => [CaseState.Draft, CaseState.PreReview, CaseState.PreReviewReturned, CaseState.Received],
        CaseAct.CorrectMaterials or CaseAct.RequestSupplement or CaseAct.Accept or CaseAct.AcceptTolerantly or CaseAct.DeemAccepted => [CaseState.Received],
        CaseAct.HandInSupplement or CaseAct.LapseSupplement => [CaseState.SupplementRequested],
        CaseAct.HandInPromised => [CaseState.Accepted, CaseState.UnderReview, CaseState.Suspended, CaseState.Approved],
        CaseAct.StartReview => [CaseState.Accepted],
        CaseAct.AssignStep or CaseAct.VerifyOnSite or CaseAct.PassStep or CaseAct.ReturnStep or CaseAct.Suspend or CaseAct.Approve or CaseAct.Refuse => [CaseState.UnderReview],
        CaseAct.Resume => [CaseState.Suspended],
        CaseAct.Extend => [CaseState.Accepted, CaseState.UnderReview, CaseState.Suspended],
        CaseAct.Issue => [CaseState.Approved],
        CaseAct.NotifyReady => [CaseState.Issued],
        CaseAct.Deliver => [CaseState.Refused, CaseState.Issued],
        CaseAct.Archive => [CaseState.NotAccepted, CaseState.Delivered, CaseState.Withdrawn, CaseState.Terminated],
        CaseAct.Withdraw =>
        [
            CaseState.Draft, CaseState.PreReview, CaseState.PreReviewReturned, CaseState.Received, CaseState.SupplementRequested, CaseState.Accepted,
            CaseState.UnderReview, CaseState.Suspended,
        ],
        CaseAct.Terminate => [CaseState.Received, CaseState.SupplementRequested, CaseState.Accepted, CaseState.UnderReview, CaseState.Suspended],
        CaseAct.Recalculate => Enum.GetValues<CaseState>(),
    };

    /// <summary>
    /// Whether a member of staff answers for the act with their name. The others can also be the applicant's or HallSuite's own, as the delivery that a
    /// courier reports.
    /// </summary>
    public static bool NeedsStaff(CaseAct act) => act switch
    {
        CaseAct.Open or CaseAct.Submit or CaseAct.Withdraw or CaseAct.DeemAccepted or CaseAct.LapseSupplement or CaseAct.Deliver or CaseAct.Archive or
            CaseAct.Recalculate => false,
        CaseAct.ReturnDraft or CaseAct.Receive or CaseAct.CorrectMaterials or CaseAct.NotAccept or CaseAct.RequestSupplement or CaseAct.HandInSupplement or
            CaseAct.Accept or CaseAct.AcceptTolerantly or CaseAct.HandInPromised or CaseAct.StartReview or CaseAct.AssignStep or CaseAct.VerifyOnSite or
            CaseAct.PassStep or CaseAct.ReturnStep or CaseAct.Suspend or CaseAct.Resume or CaseAct.Extend or CaseAct.Approve or CaseAct.Refuse or CaseAct.Issue or
            CaseAct.NotifyReady or CaseAct.Terminate or CaseAct.CompleteOnTheSpot => true,
    };

    /// <summary>Whether the act takes the case in, so that whoever does it neither reviews nor decides it (DOMAIN §3, rule 8).</summary>
    public static bool TakesIn(CaseAct act) => act switch
    {
        CaseAct.ReturnDraft or CaseAct.Receive or CaseAct.CorrectMaterials or CaseAct.RequestSupplement or CaseAct.HandInSupplement or CaseAct.Accept or
            CaseAct.AcceptTolerantly or CaseAct.HandInPromised => true,
        CaseAct.Open or CaseAct.Submit or CaseAct.NotAccept or CaseAct.LapseSupplement or CaseAct.DeemAccepted or CaseAct.StartReview or CaseAct.AssignStep or
            CaseAct.VerifyOnSite or CaseAct.PassStep or CaseAct.ReturnStep or CaseAct.Suspend or CaseAct.Resume or CaseAct.Extend or CaseAct.Approve or
            CaseAct.Refuse or CaseAct.Issue or CaseAct.NotifyReady or CaseAct.Deliver or CaseAct.Archive or CaseAct.Withdraw or CaseAct.Terminate or
            CaseAct.CompleteOnTheSpot or CaseAct.Recalculate => false,
    };

    /// <summary>The papers that a change owes the applicant (DOMAIN §5).</summary>
    public static IReadOnlyList<NoticeKind> NoticesOf(CaseAct act, CaseState before, CaseState after) => act switch
    {
        CaseAct.Receive => [NoticeKind.Receipt],
        CaseAct.HandInSupplement => after == CaseState.Accepted ? [NoticeKind.Receipt, NoticeKind.Acceptance] : [NoticeKind.Receipt],
        CaseAct.HandInPromised => [NoticeKind.Receipt],
        CaseAct.NotAccept => [NoticeKind.NonAcceptance],
        CaseAct.RequestSupplement => [NoticeKind.Supplement],
        CaseAct.Accept or CaseAct.AcceptTolerantly or CaseAct.DeemAccepted => [NoticeKind.Acceptance],
        CaseAct.Suspend => [NoticeKind.SpecialProcedure],
        CaseAct.Extend => [NoticeKind.Extension],
        CaseAct.Approve => [NoticeKind.Approval],
        CaseAct.Refuse => [NoticeKind.Refusal],
        CaseAct.NotifyReady => [NoticeKind.PickUpSlip],
        CaseAct.Deliver => [NoticeKind.ServiceReceipt],
        CaseAct.CompleteOnTheSpot => [NoticeKind.Receipt, NoticeKind.Approval, NoticeKind.ServiceReceipt],
        CaseAct.Withdraw => before is CaseState.Draft or CaseState.PreReview or CaseState.PreReviewReturned ? [] : [NoticeKind.Termination],
        CaseAct.Terminate or CaseAct.LapseSupplement => [NoticeKind.Termination],
        CaseAct.Open or CaseAct.Submit or CaseAct.ReturnDraft or CaseAct.CorrectMaterials or CaseAct.StartReview or CaseAct.AssignStep or CaseAct.VerifyOnSite or
            CaseAct.PassStep or CaseAct.ReturnStep or CaseAct.Resume or CaseAct.Issue or CaseAct.Archive or CaseAct.Recalculate => [],
    };
}
