using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;

namespace HallSuite.Infrastructure.Cases;

/// <summary>Which permission an act on a case needs; one table for the operations and for the page that offers the acts.</summary>
public static class CaseRights
{
    public static Permission Of(CaseAct act) => act switch
    {
        CaseAct.Open or CaseAct.Submit or CaseAct.ReturnDraft or CaseAct.Receive or CaseAct.CorrectMaterials or CaseAct.NotAccept or CaseAct.RequestSupplement or
            CaseAct.HandInSupplement or CaseAct.Accept or CaseAct.AcceptTolerantly or CaseAct.HandInPromised or CaseAct.CompleteOnTheSpot or
            CaseAct.Withdraw => Permission.TakeInCases,
        CaseAct.StartReview or CaseAct.AssignStep or CaseAct.VerifyOnSite or CaseAct.PassStep => Permission.ReviewCases,
        CaseAct.ReturnStep or CaseAct.Approve or CaseAct.Refuse => Permission.DecideCases,
        CaseAct.Suspend or CaseAct.Resume or CaseAct.Extend or CaseAct.Terminate => Permission.HeadCases,
        CaseAct.Issue or CaseAct.NotifyReady or CaseAct.Deliver or CaseAct.Archive => Permission.DeliverResults,
        CaseAct.LapseSupplement or CaseAct.DeemAccepted or CaseAct.Recalculate => Permission.ActAsSystem,
    };

    /// <summary>Who works on a step of this role.</summary>
    public static Permission OfStep(StepRole role) => role switch
    {
        StepRole.Reviewer => Permission.ReviewCases,
        StepRole.DepartmentHead => Permission.HeadCases,
    };
}
