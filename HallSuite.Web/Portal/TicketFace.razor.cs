using System.Globalization;
using HallSuite.Domain.Queueing;
using HallSuite.Infrastructure.Evaluation;
using HallSuite.Infrastructure.Queueing;
using HallSuite.Web.Shared.Looks;
using HallSuite.Web.Text;
using Microsoft.AspNetCore.Components;

namespace HallSuite.Web.Portal;

public partial class TicketFace
{
    private ClockText _clock = null!;
    private bool _english;
    private string _status = "";

    [Parameter, EditorRequired]
    public TicketPage Page { get; set; } = null!;

    /// <summary>Whether the service can be rated, or was.</summary>
    [Parameter, EditorRequired]
    public TicketRating Rating { get; set; } = null!;

    /// <summary>The secret of the page, for the way to give the number back.</summary>
    [Parameter, EditorRequired]
    public string Code { get; set; } = "";

    private int At => Page.Window ?? 0;

    private string Todo => Page.State switch
    {
        TicketState.Waiting => Page.Ahead <= TicketPace.NearAhead ? T["Todo.Near"] : T["Todo.Far"],
        TicketState.Called => Page.Floor is { } floor ? T["Todo.Called", floor, At] : T["Todo.CalledHere", At],
        TicketState.Serving => T["Todo.Serving"],
        TicketState.Held => T["Todo.Held"],
        TicketState.Missed => Page.CanRejoin ? T["Todo.Rejoin"] : T["Todo.Missed"],
        TicketState.Served => T["Todo.Served"],
        TicketState.Cancelled => T["Todo.Cancelled"],
        TicketState.Lapsed => T["Todo.Lapsed"],
    };

    protected override void OnParametersSet()
    {
        _clock = ClockText.For(Page.TimeZone, CultureInfo.CurrentUICulture);
        _english = CultureInfo.CurrentUICulture.Name == Languages.English;
        _status = Page.State switch
        {
            TicketState.Waiting => Page.Ahead == 0 ? T["Next"] : T["Before", Page.Ahead],
            TicketState.Called => T["GoTo", At],
            TicketState.Serving => T["ServingAt", At],
            TicketState.Served or TicketState.Missed or TicketState.Held or TicketState.Cancelled or TicketState.Lapsed => Enums.Of(Page.State),
        };
    }
}
