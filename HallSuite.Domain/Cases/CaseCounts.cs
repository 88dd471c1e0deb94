namespace HallSuite.Domain.Cases;

/// <summary>What happened to cases, as a number each: of one event, or of a day.</summary>
/// <param name="Received">Papers taken in, on the spot included.</param>
/// <param name="Accepted">Accepted by a clerk, by a complete supplement, by law, or on the spot; counted on the day on which it was done or noticed.</param>
/// <param name="Decided">Approved or refused. Withdrawal, termination and non-acceptance decide nothing.</param>
/// <param name="DecidedInTime">Of these, the ones whose limits had not run out: neither the promise nor the statutory one (<see cref="Case.IsDecidedInTime"/>).</param>
/// <param name="Delivered">Results handed over and refusals served.</param>
public readonly record struct CaseCounts(int Received, int Accepted, int Decided, int DecidedInTime, int Delivered)
{
    public static CaseCounts None => default;

    /// <summary>What one event counts.</summary>
    /// <param name="after">The state that it led to.</param>
    /// <param name="inTime">Whether the case was decided in time; asked only where the event decides it.</param>
    public static CaseCounts Of(CaseAct act, CaseState after, bool inTime) => act switch
    {
        CaseAct.Receive => None with { Received = 1 },
        CaseAct.CompleteOnTheSpot => new(1, 1, 1, inTime ? 1 : 0, 1),
        CaseAct.Accept or CaseAct.AcceptTolerantly or CaseAct.DeemAccepted => None with { Accepted = 1 },
        CaseAct.HandInSupplement => None with { Accepted = after == CaseState.Accepted ? 1 : 0 },
        CaseAct.Approve or CaseAct.Refuse => None with { Decided = 1, DecidedInTime = inTime ? 1 : 0 },
        CaseAct.Deliver => None with { Delivered = 1 },
        CaseAct.Open or CaseAct.Submit or CaseAct.ReturnDraft or CaseAct.CorrectMaterials or CaseAct.NotAccept or CaseAct.RequestSupplement or
            CaseAct.LapseSupplement or CaseAct.HandInPromised or CaseAct.StartReview or CaseAct.AssignStep or CaseAct.VerifyOnSite or CaseAct.PassStep or
            CaseAct.ReturnStep or CaseAct.Suspend or CaseAct.Resume or CaseAct.Extend or CaseAct.Issue or CaseAct.NotifyReady or CaseAct.Archive or
            CaseAct.Withdraw or CaseAct.Terminate or CaseAct.Recalculate => None,
    };

    public static CaseCounts operator +(CaseCounts one, CaseCounts other) => new(
        one.Received + other.Received, one.Accepted + other.Accepted, one.Decided + other.Decided, one.DecidedInTime + other.DecidedInTime,
        one.Delivered + other.Delivered);
}
