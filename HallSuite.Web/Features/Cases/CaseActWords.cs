using HallSuite.Domain.Cases;
using HallSuite.Infrastructure.Cases;
using HallSuite.Web.Text;
using Microsoft.Extensions.Localization;

namespace HallSuite.Web.Features.Cases;

/// <summary>Which act of a case its page puts first, which it asks about twice, and what follows from each.</summary>
public static class CaseActWords
{
    // What the case waits for, in the order in which one of them is the thing to do.
    private static readonly CaseAct[] Pressing =
    [
        CaseAct.PassStep, CaseAct.Approve, CaseAct.Refuse, CaseAct.StartReview, CaseAct.Accept, CaseAct.RequestSupplement, CaseAct.HandInSupplement, CaseAct.Issue,
        CaseAct.NotifyReady, CaseAct.Deliver, CaseAct.Resume, CaseAct.AssignStep, CaseAct.HandInPromised, CaseAct.Receive, CaseAct.Archive,
    ];

    /// <summary>The acts that the page offers, the pressing ones first. Approval and refusal are one form; what an operation does by itself is none.</summary>
    public static IReadOnlyList<CaseAct> Offered(CaseView view)
    {
        var can = view.Acts.Where(HasForm).Select(a => a == CaseAct.Refuse ? CaseAct.Approve : a).Distinct().ToList();
        if (view.Steps.All(s => !s.Mine))
        {
            can.Remove(CaseAct.PassStep);
        }

        return [.. can.OrderBy(a => Array.IndexOf(Pressing, a) is var at && at >= 0 ? at : Pressing.Length)];
    }

    /// <summary>The act that the case waits for, of those offered; null when it waits for none of them, so that nothing is prepared that nobody asked for.</summary>
    public static CaseAct? PressingOf(IReadOnlyList<CaseAct> offered) => offered.Count > 0 && Pressing.Contains(offered[0]) ? offered[0] : null;

    /// <summary>Whether a person does it with a form on the page of the case.</summary>
    public static bool HasForm(CaseAct act) => act switch
    {
        CaseAct.Open or CaseAct.LapseSupplement or CaseAct.DeemAccepted or CaseAct.Recalculate or CaseAct.CompleteOnTheSpot => false,
        CaseAct.Submit or CaseAct.ReturnDraft or CaseAct.Receive or CaseAct.CorrectMaterials or CaseAct.NotAccept or CaseAct.RequestSupplement or
            CaseAct.HandInSupplement or CaseAct.Accept or CaseAct.AcceptTolerantly or CaseAct.HandInPromised or CaseAct.StartReview or CaseAct.AssignStep or
            CaseAct.VerifyOnSite or CaseAct.PassStep or CaseAct.ReturnStep or CaseAct.Suspend or CaseAct.Resume or CaseAct.Extend or CaseAct.Approve or
            CaseAct.Refuse or CaseAct.Issue or CaseAct.NotifyReady or CaseAct.Deliver or CaseAct.Archive or CaseAct.Withdraw or CaseAct.Terminate => true,
    };

    /// <summary>Whether the act ends something that somebody applied for.</summary>
    public static bool IsDestructive(CaseAct act) => act is CaseAct.Withdraw or CaseAct.Terminate or CaseAct.NotAccept;

    /// <summary>One sentence on what follows, or null where the form says it all.</summary>
    public static string? FollowsOf(CaseAct act, IStringLocalizer<CaseText> texts) =>
        texts[$"Follows.{act}"] is { ResourceNotFound: false } text ? text.Value : null;
}
