namespace HallSuite.Domain.Queueing;

/// <summary>The life of a ticket (DOMAIN §4): Waiting → Called → Serving → Served, and the ways out of it.</summary>
public enum TicketState
{
    Waiting,

    /// <summary>Called to a window, nobody there yet.</summary>
    Called,

    Serving,

    Served,

    /// <summary>过号: called and did not come; may rejoin.</summary>
    Missed,

    /// <summary>挂起: sent off for a moment by the window (a copy, a form), comes back to a counter without queueing.</summary>
    Held,

    /// <summary>Given back by the visitor.</summary>
    Cancelled,

    /// <summary>Left over at close.</summary>
    Lapsed,
}

/// <summary>What can be done with a ticket; names the act in a refusal.</summary>
public enum TicketAct
{
    Call,
    Recall,
    Serve,
    Finish,
    Miss,
    Hold,
    Resume,
    Rejoin,
    Transfer,
    Release,
    GiveBack,
    Lapse,
    EraseIdentity,
}

/// <summary>Why a person goes first (DOMAIN §4).</summary>
public enum Entitlement
{
    None,

    /// <summary>A booking that was checked in.</summary>
    Booking,

    Aged,
    Disabled,
    Pregnant,
    Veteran,
}

/// <summary>The class in which a ticket queues; the larger goes first (DOMAIN §4: bookings, then entitled people, then the others).</summary>
public enum PriorityClass
{
    Ordinary,

    /// <summary>Aged, disabled, pregnant, veteran.</summary>
    Entitled,

    /// <summary>Booking checked in.</summary>
    Booked,
}

/// <summary>Which class an entitlement gives.</summary>
public static class PriorityClasses
{
    public static PriorityClass Of(Entitlement entitlement) => entitlement switch
    {
        Entitlement.None => PriorityClass.Ordinary,
        Entitlement.Booking => PriorityClass.Booked,
        Entitlement.Aged or Entitlement.Disabled or Entitlement.Pregnant or Entitlement.Veteran => PriorityClass.Entitled,
    };
}
