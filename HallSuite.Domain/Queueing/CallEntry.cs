using HallSuite.Domain.Kernel;

namespace HallSuite.Domain.Queueing;

/// <summary>
/// One line of a hall's call log. The sequence has no holes, so that a screen that was away knows what it missed and speaks each
/// call exactly once (CONTRACT §3).
/// </summary>
public sealed class CallEntry
{
    private CallEntry()
    {
    }

    public HallId Hall { get; private set; }

    /// <summary>1, 2, 3 … per hall.</summary>
    public long Seq { get; private set; }

    public TicketId Ticket { get; private set; }

    /// <summary>The ticket's number as spoken.</summary>
    public string Number { get; private set; } = "";

    public int Window { get; private set; }

    public int Floor { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>Whether it repeats an earlier call.</summary>
    public bool Repeat { get; private set; }

    /// <summary>Why it was this ticket's turn; null for a repeated call.</summary>
    public CallReason? Reason { get; private set; }

    /// <summary>Logs the call of a ticket that has just been called or recalled.</summary>
    public static CallEntry Of(Ticket ticket, long seq, int window, int floor, DateTimeOffset at, CallReason? reason = null) => new()
    {
        Hall = ticket.Hall, Seq = seq, Ticket = ticket.Id, Number = ticket.Text, Window = window, Floor = floor, At = at, Repeat = ticket.Calls > 0, Reason = reason,
    };
}
