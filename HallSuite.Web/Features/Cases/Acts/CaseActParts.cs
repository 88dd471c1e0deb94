using HallSuite.Domain.Cases;
using HallSuite.Domain.Matters;
using HallSuite.Infrastructure.Cases;

namespace HallSuite.Web.Features.Cases.Acts;

/// <summary>What the forms of acts ask of a case.</summary>
internal static class CaseActParts
{
    /// <summary>Whether the act that takes materials in is about this one.</summary>
    public static bool IsAbout(CaseAct act, Material material, Supplement? notice) => act switch
    {
        CaseAct.HandInSupplement => !material.Settled && notice?.AsksFor(material.Requirement) == true,
        CaseAct.HandInPromised => material.Owed,
        _ => !material.Settled,
    };

    /// <summary>The steps that the viewer can pass now.</summary>
    public static IReadOnlyList<StepView> MySteps(CaseView view) => [.. view.Steps.Where(s => s.Mine)];

    /// <summary>The rule that forbids an outcome by the answers so far, or null.</summary>
    public static string? Forbids(CaseView view, IReadOnlyCollection<CriterionMark> marks, DecisionOutcome outcome) => Discretion.Breach(view.Rules.Rules, marks, outcome)?.Name;
}
