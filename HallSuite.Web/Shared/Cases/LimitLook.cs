using HallSuite.Domain.Cases;
using HallSuite.Infrastructure.Cases;
using HallSuite.Web.Text;
using Microsoft.Extensions.Localization;

namespace HallSuite.Web.Shared.Cases;

/// <summary>Which limit of a case is told, and what began it.</summary>
public static class LimitLook
{
    /// <summary>The limit that presses most, with how its last day comes about; null where none is open.</summary>
    public static ClockView? Pressing(CaseView view) =>
        view.Due is { } due ? view.Clocks.FirstOrDefault(c => c.State != ClockState.Ended && c.Kind == due.Kind && c.Step == due.Step) : null;

    /// <summary>What happened on the first day of the limit: 收件, 受理.</summary>
    public static string StartWord(ClockKind kind, IStringLocalizer<WorklistText> texts) => texts[kind switch
    {
        ClockKind.Acceptance => "StartReceived",
        ClockKind.Supplement => "StartNotice",
        ClockKind.Committed or ClockKind.Decision => "StartAccepted",
        ClockKind.Step => "StartStep",
        ClockKind.Issue => "StartApproved",
    }];
}
