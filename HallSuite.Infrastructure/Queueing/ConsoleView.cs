using HallSuite.Domain.Applicants;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;

namespace HallSuite.Infrastructure.Queueing;

/// <summary>A window at which the clerk can sit down.</summary>
/// <param name="Taken">Somebody else sits there.</param>
/// <param name="Clerk">The name of who sits there; null when nobody is known to.</param>
public sealed record ConsoleSeat(int No, string Name, int Floor, WindowKind Kind, WindowState State, bool Mine, bool Taken, string? Clerk);

/// <summary>The window of this console.</summary>
/// <param name="Since">Since when it is in this state; null when it was never opened.</param>
/// <param name="Mine">Whether the clerk sits there, and so may act.</param>
public sealed record ConsoleWindow(
    WindowId Id, int No, string Name, int Floor, WindowKind Kind, WindowState State, DateTimeOffset? Since, PauseReason? PauseReason, string? PauseNote, bool Mine);

/// <summary>The visitor behind a ticket, as much as a screen may show; nothing once erased.</summary>
public sealed record MaskedVisitor(string Name, IdentityType IdType, string IdNumber);

/// <summary>The ticket in hand.</summary>
/// <param name="Reason">Why it was this ticket's turn; null when it came back from hold.</param>
/// <param name="ServiceSeconds">Seconds of service before the present stretch.</param>
/// <param name="RecallsLeft">How often the call can still be repeated.</param>
public sealed record ConsoleTicket(
    TicketId Id, string Number, TicketState State, string Lane, string LaneName, string LaneNameEn, MaskedVisitor? Visitor, Entitlement Entitlement, string? Matter,
    DateTimeOffset TakenAt, DateTimeOffset? FirstCalledAt, DateTimeOffset? CalledAt, DateTimeOffset? ServingAt, long ServiceSeconds, int Calls, int RecallsLeft,
    CallReason? Reason);

/// <summary>A ticket that was sent off or missed and can come back.</summary>
/// <param name="Since">When it was last called; for a missed one, when it was missed.</param>
public sealed record ConsoleBack(TicketId Id, string Number, string Lane, string LaneName, string LaneNameEn, int? Window, DateTimeOffset? Since, MaskedVisitor? Visitor);

/// <summary>People waiting in a lane that the window serves.</summary>
/// <param name="OldestTakenAt">When the one who waits longest took the number; null when nobody waits.</param>
/// <param name="OldestMinutes">Whole minutes since then.</param>
public sealed record ConsoleLane(string Lane, string Name, string NameEn, int Rank, int Waiting, DateTimeOffset? OldestTakenAt, int? OldestMinutes);

/// <summary>Who would come if the clerk called now.</summary>
public sealed record ConsoleNext(string Number, string Lane, string LaneName, string LaneNameEn, CallReason Reason, DateTimeOffset TakenAt, int WaitMinutes, Entitlement Entitlement);

/// <summary>A ticket that was called to this window today and has left it.</summary>
/// <param name="CalledAt">When it was last called; null when it was sent back to wait since.</param>
/// <param name="ServiceSeconds">How long it was served; 0 when it was not.</param>
public sealed record ConsolePast(
    TicketId Id, string Number, string Lane, string LaneName, string LaneNameEn, TicketState State, DateTimeOffset? CalledAt, long ServiceSeconds);

/// <summary>What the window did today.</summary>
/// <param name="AverageServiceSeconds">Null before the first.</param>
public sealed record ConsoleToday(int Served, int Missed, int? AverageServiceSeconds);

/// <summary>The clerk's console: the windows of the hall, and all about the chosen one. Visitors are masked.</summary>
/// <param name="Window">Null while no window is chosen; the lists are empty then.</param>
/// <param name="Held">Sent off by this window.</param>
/// <param name="Missed">Missed in lanes that the window serves, with a rejoin left.</param>
/// <param name="Past">The last of today at this window, the newest first.</param>
public sealed record ConsoleView(
    long Seq, DateTimeOffset At, HallId Hall, string HallCode, string HallName, string TimeZone, IReadOnlyList<ConsoleSeat> Seats, ConsoleWindow? Window,
    ConsoleTicket? Current, IReadOnlyList<ConsoleBack> Held, IReadOnlyList<ConsoleBack> Missed, IReadOnlyList<ConsoleLane> Lanes, ConsoleNext? Next,
    ConsoleToday Today, IReadOnlyList<ConsolePast> Past);
