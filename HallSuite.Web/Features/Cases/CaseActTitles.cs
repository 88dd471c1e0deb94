using HallSuite.Domain.Cases;
using HallSuite.Web.Text;
using Microsoft.Extensions.Localization;

namespace HallSuite.Web.Features.Cases;

/// <summary>What an act is called on the page of a case.</summary>
public static class CaseActTitles
{
    /// <summary>Approval and refusal are one form, which is called the decision.</summary>
    public static string Of(CaseAct act, IStringLocalizer<CaseText> texts, EnumTexts words) => act is CaseAct.Approve or CaseAct.Refuse ? texts["TheDecision"] : words.Of(act);
}
