using HallSuite.Domain.Queueing;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Queueing;

namespace HallSuite.Web.Portal;

/// <summary>How often the visitor's page asks again: often when the turn is near, never when it is over.</summary>
public static class TicketPace
{
    /// <summary>With this many ahead or fewer it is time to come back to the hall.</summary>
    public const int NearAhead = 3;

    /// <summary>Seconds until the next look; 0 when nothing can happen any more.</summary>
    public static int SecondsOf(TicketPage page) => page.State switch
    {
        TicketState.Waiting => page.Ahead <= NearAhead ? 3 : 6,
        TicketState.Called => 3,
        TicketState.Serving or TicketState.Held => 10,
        TicketState.Missed => page.EndedAt is null ? 10 : 0,
        TicketState.Served or TicketState.Cancelled or TicketState.Lapsed => 0,
    };

    /// <summary>Whether it is over and of another day, so that the page says which.</summary>
    public static bool IsOver(TicketPage page) => page.EndedAt is not null && HallTime.Local(page.TimeZone, page.TakenAt).Date != HallTime.Local(page.TimeZone, page.At).Date;
}
