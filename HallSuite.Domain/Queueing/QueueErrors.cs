using HallSuite.Domain.Kernel;

namespace HallSuite.Domain.Queueing;

/// <summary>Refusals about tickets and the queue.</summary>
public static class QueueErrors
{
    /// <summary>No such ticket in this hall, or not with this code.</summary>
    public static Error TicketUnknown => new("ticket.unknown", ErrorKind.NotFound);

    /// <summary>One number, one person, one matter (DOMAIN §4); says the number the person already holds.</summary>
    public static Error AlreadyOpen(string ticket) => new("ticket.already-open", ErrorKind.Conflict, ticket);

    /// <summary>The ticket is in a state that does not allow the act.</summary>
    public static Error WrongState(TicketState state, TicketAct act) => new("ticket.wrong-state", ErrorKind.Conflict, state, act);

    /// <summary>Another window has the ticket; says its number.</summary>
    public static Error TakenByOther(int window) => new("ticket.taken-by-other", ErrorKind.Conflict, window);

    /// <summary>The call was repeated as often as the policy allows; the ticket can be marked missed.</summary>
    public static Error RecallLimit(int limit) => new("ticket.recall-limit", ErrorKind.Conflict, limit);

    /// <summary>The missed ticket has rejoined as often as the policy allows; a new one has to be taken.</summary>
    public static Error RejoinLimit(int limit) => new("ticket.rejoin-limit", ErrorKind.Conflict, limit);

    /// <summary>The code of a matter is one line of at most this many characters.</summary>
    public static Error MatterInvalid => new("ticket.matter-invalid", ErrorKind.Invalid, Ticket.MatterCodeLength);

    /// <summary>The booking class comes with the check-in of a booking, never by asking for it.</summary>
    public static Error BookingNotCheckedIn => new("ticket.booking-not-checked-in", ErrorKind.Invalid);

    /// <summary>Who held the ticket was forgotten, as the law asks.</summary>
    public static Error IdentityErased => new("ticket.identity-erased", ErrorKind.Conflict);

    /// <summary>The ticket already waits in that lane for whichever window.</summary>
    public static Error TransferToItself => new("ticket.transfer-to-itself", ErrorKind.Invalid);

    /// <summary>No one waits whom this window serves.</summary>
    public static Error NobodyWaits => new("queue.nobody-waits", ErrorKind.NotFound);

    /// <summary>The numbers of the lane are used up for the day.</summary>
    public static Error NumbersUsedUp => new("queue.numbers-used-up", ErrorKind.Conflict);
}
