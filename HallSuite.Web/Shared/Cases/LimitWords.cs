using HallSuite.Domain.Cases;
using HallSuite.Web.Text;
using Microsoft.Extensions.Localization;

namespace HallSuite.Web.Shared.Cases;

/// <summary>What happened on the day from which a limit is counted.</summary>
public static class LimitWords
{
    public static string StartOf(ClockKind kind, IStringLocalizer<CaseText> texts) => kind switch
    {
        ClockKind.Acceptance => texts["StartReceived"],
        ClockKind.Supplement => texts["StartNotice"],
        ClockKind.Committed or ClockKind.Decision => texts["StartAccepted"],
        ClockKind.Step => texts["StartStep"],
        ClockKind.Issue => texts["StartDecided"],
    };
}
