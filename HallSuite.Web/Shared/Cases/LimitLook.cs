using HallSuite.Domain.Cases;
using HallSuite.Infrastructure.Cases;

namespace HallSuite.Web.Shared.Cases;

/// <summary>Which limit of a case is told where there is room for one.</summary>
public static class LimitLook
{
    /// <summary>The limit that presses most, with how its last day comes about; null where none is open.</summary>
    public static ClockView? Pressing(CaseView view) =>
        view.Due is { } due ? view.Clocks.FirstOrDefault(c => c.State != ClockState.Ended && c.Kind == due.Kind && c.Step == due.Step) : null;
}
