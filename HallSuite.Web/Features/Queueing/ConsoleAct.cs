using HallSuite.Domain.Hall;
using HallSuite.Domain.Queueing;
using HallSuite.Infrastructure.Queueing;
using HallSuite.Web.Shared.Controls;

namespace HallSuite.Web.Features.Queueing;

/// <summary>What a clerk can do at the console.</summary>
public enum ConsoleAct
{
    CallNext,
    Recall,
    Serve,
    Finish,
    Miss,
    Hold,
    Transfer,
    PauseWindow,
    ResumeWindow,
    OpenWindow,
    CloseWindow,
    Reveal,
}

/// <summary>How an act looks: its word in <c>ConsoleText</c>, its icon, its keys as the browser names them.</summary>
public sealed record ActLook(string TextKey, IconName Icon, string[] Keys);

/// <summary>Which acts the console offers in which state, and how they look. Whether an act is allowed is decided again by its operation.</summary>
public static class ConsoleActs
{
    public static ActLook LookOf(ConsoleAct act) => act switch
    {
        ConsoleAct.CallNext => new("CallNext", IconName.Call, ["F2"]),
        ConsoleAct.Recall => new("Recall", IconName.Recall, ["F4"]),
        ConsoleAct.Serve => new("Serve", IconName.Play, ["F7", "Enter"]),
        ConsoleAct.Finish => new("Finish", IconName.Check, ["F8"]),
        ConsoleAct.Miss => new("Miss", IconName.Skip, ["F9"]),
        ConsoleAct.Hold => new("Hold", IconName.Hold, ["Alt+H"]),
        ConsoleAct.Transfer => new("Transfer", IconName.Transfer, ["Alt+T"]),
        ConsoleAct.PauseWindow => new("PauseWindow", IconName.Pause, ["Alt+P"]),
        ConsoleAct.ResumeWindow => new("ResumeWindow", IconName.Play, ["Alt+P"]),
        ConsoleAct.OpenWindow => new("OpenWindow", IconName.Play, []),
        ConsoleAct.CloseWindow => new("CloseWindow", IconName.Minus, []),
        ConsoleAct.Reveal => new("Reveal", IconName.Eye, []),
    };

    /// <summary>The one primary act: always at the foot of the visit; null where somebody else sits.</summary>
    public static ConsoleAct? MainOf(ConsoleWindow window, ConsoleTicket? ticket) => (window.Mine, ticket?.State, window.State) switch
    {
        (_, null, WindowState.Closed) => ConsoleAct.OpenWindow,
        (false, _, _) => null,
        (true, TicketState.Called, _) => ConsoleAct.Serve,
        (true, TicketState.Serving, _) => ConsoleAct.Finish,
        (true, _, WindowState.Paused) => ConsoleAct.ResumeWindow,
        (true, _, _) => ConsoleAct.CallNext,
    };

    /// <summary>The acts on the ticket's card; they keep their places and are off where the state does not allow them.</summary>
    public static IReadOnlyList<ConsoleAct> OfTicket { get; } = [ConsoleAct.Recall, ConsoleAct.Miss, ConsoleAct.Hold, ConsoleAct.Transfer];

    /// <summary>The acts on the card of this ticket; finishing takes the place of calling again where the visit ends there.</summary>
    public static IEnumerable<ConsoleAct> Of(ConsoleTicket ticket, bool withFinish) =>
        withFinish && ticket.State == TicketState.Serving ? OfTicket.Select(a => a == ConsoleAct.Recall ? ConsoleAct.Finish : a) : OfTicket;

    /// <summary>Whether an act of the ticket's card makes sense now.</summary>
    public static bool Fits(ConsoleAct act, ConsoleTicket ticket) => act switch
    {
        ConsoleAct.Recall => ticket.State == TicketState.Called && ticket.RecallsLeft > 0,
        ConsoleAct.Miss or ConsoleAct.Serve => ticket.State == TicketState.Called,
        ConsoleAct.Finish => ticket.State == TicketState.Serving,
        ConsoleAct.Hold or ConsoleAct.Transfer => ticket.State is TicketState.Called or TicketState.Serving,
        ConsoleAct.Reveal => ticket.Visitor is not null,
        ConsoleAct.CallNext or ConsoleAct.PauseWindow or ConsoleAct.ResumeWindow or ConsoleAct.OpenWindow or ConsoleAct.CloseWindow => false,
    };
}
