using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Approval;
using HallSuite.Infrastructure.Cases;

namespace HallSuite.Web.Features.Cases;

/// <summary>The operations behind the acts that need nothing but the case, or a reason, so that one form serves them all.</summary>
public sealed class CaseActOperations(
    SubmitCase submit, ReturnDraft returnDraft, AcceptCase accept, StartReview startReview, WithdrawCase withdraw)
{
    /// <exception cref="ArgumentOutOfRangeException">The act asks for more than a reason.</exception>
    public Task<Result<CaseAnswer>> PlainAsync(CaseAct act, SeenCase seen, string reason, Actor actor) => act switch
    {
        CaseAct.Submit => submit.ExecuteAsync(new(seen), actor, CancellationToken.None),
        CaseAct.ReturnDraft => returnDraft.ExecuteAsync(new(seen, reason), actor, CancellationToken.None),
        CaseAct.Accept => accept.ExecuteAsync(new(seen), actor, CancellationToken.None),
        CaseAct.StartReview => startReview.ExecuteAsync(new(seen), actor, CancellationToken.None),
        CaseAct.Withdraw => withdraw.ExecuteAsync(new(seen, reason), actor, CancellationToken.None),
        CaseAct.Open or CaseAct.Receive or CaseAct.CorrectMaterials or CaseAct.NotAccept or CaseAct.RequestSupplement or CaseAct.HandInSupplement or
            CaseAct.LapseSupplement or CaseAct.AcceptTolerantly or CaseAct.DeemAccepted or CaseAct.HandInPromised or CaseAct.AssignStep or CaseAct.VerifyOnSite or
            CaseAct.PassStep or CaseAct.ReturnStep or CaseAct.Suspend or CaseAct.Resume or CaseAct.Extend or CaseAct.Approve or CaseAct.Refuse or CaseAct.Issue or
            CaseAct.NotifyReady or CaseAct.Deliver or CaseAct.Archive or CaseAct.Terminate or CaseAct.CompleteOnTheSpot or CaseAct.Recalculate =>
            throw new ArgumentOutOfRangeException(nameof(act), act, "This act has a form of its own."),
    };
}
