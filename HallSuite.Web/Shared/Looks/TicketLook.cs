using HallSuite.Domain.Queueing;
using HallSuite.Web.Shared.Controls;

namespace HallSuite.Web.Shared.Looks;

/// <summary>Ticket state → word, icon, tone; the same on staff pages, walls and the visitor's page.</summary>
public static class TicketLook
{
    public static Look Of(TicketState state) => state switch
    {
        TicketState.Waiting => new(state, IconName.Clock, ChipTone.Resting),
        TicketState.Called => new(state, IconName.Call, ChipTone.InWork),
        TicketState.Serving => new(state, IconName.Person, ChipTone.InWork),
        TicketState.Served => new(state, IconName.Check, ChipTone.Success),
        TicketState.Missed => new(state, IconName.Skip, ChipTone.Resting),
        TicketState.Held => new(state, IconName.Hold, ChipTone.Resting),
        TicketState.Cancelled => new(state, IconName.Undo, ChipTone.Resting),
        TicketState.Lapsed => new(state, IconName.Close, ChipTone.Resting),
    };
}
