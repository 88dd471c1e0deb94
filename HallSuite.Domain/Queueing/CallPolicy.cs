using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;

namespace HallSuite.Domain.Queueing;

/// <summary>What the call order needs to know of a waiting ticket.</summary>
public readonly record struct WaitingTicket(
    TicketId Id, LaneId Lane, PriorityClass Class, DateTimeOffset QueuedAt, long Sequence, WindowId? ReservedWindow = null);

/// <summary>Why a ticket is next; shown to the clerk, so that the order explains itself.</summary>
public enum CallReason
{
    /// <summary>It was sent to this very window.</summary>
    Transferred,

    /// <summary>It has waited as long as the hall lets anyone wait.</summary>
    Aged,

    /// <summary>A booking or an entitled person.</summary>
    Priority,

    /// <summary>It came later than another one, but the window prefers its lane.</summary>
    Preferred,

    /// <summary>It came first of all that the window can serve.</summary>
    EarliestOfRank,
}

/// <summary>Who is next, and why.</summary>
public readonly record struct NextCall(WaitingTicket Ticket, CallReason Reason);

/// <summary>The lanes that a window serves, each with its preference rank; 1 first, ties allowed.</summary>
public sealed class WindowSkills
{
    private readonly Dictionary<LaneId, int> ranks;

    public WindowSkills(IEnumerable<WindowLane> lanes) => ranks = lanes.ToDictionary(l => l.Lane, l => l.Rank);

    public IReadOnlyCollection<LaneId> Lanes => ranks.Keys;

    /// <summary>The rank of the lane; null when the window does not serve it.</summary>
    public int? RankOf(LaneId lane) => ranks.TryGetValue(lane, out var rank) ? rank : null;
}

/// <summary>
/// Who is next (DOMAIN §4), a pure function of the waiting tickets, the window's lanes and the time. In order: tickets sent to this window;
/// tickets that have waited for the ageing time, whatever their class and rank; then the class; then the window's rank of the lane; and
/// within each of these the arrival. A ticket reserved for another window or in a lane that the window does not serve is never called.
/// </summary>
/// <remarks>
/// Nobody starves: an aged ticket goes before everyone who came after it, so at most those before it are called first. Within one lane,
/// class and reservation the order is the arrival and ageing follows it, hence the first of each such group stands for the group:
/// it is enough to give this function the heads.
/// </remarks>
public static class CallPolicy
{
    private const int AgedRank = 0;

    /// <summary>The next ticket for the window; null when nobody waits whom it may call.</summary>
    /// <param name="waiting">All waiting tickets, or at least the first by (QueuedAt, Sequence) of each (lane, class, reserved window).</param>
    /// <param name="ageing">After this time a ticket joins the first class and ignores rank.</param>
    public static NextCall? Next(IEnumerable<WaitingTicket> waiting, WindowSkills lanes, WindowId window, DateTimeOffset now, TimeSpan ageing)
    {
        (WaitingTicket Ticket, Place Place)? best = null;
        DateTimeOffset? earliest = null;
        foreach (var ticket in waiting)
        {
            if (lanes.RankOf(ticket.Lane) is not { } rank || (ticket.ReservedWindow is { } reserved && reserved != window))
                continue;
            var place = Place.Of(ticket, rank, now, ageing);
            if (best is null || place.CompareTo(best.Value.Place) < 0)
                best = (ticket, place);
            if (earliest is null || ticket.QueuedAt < earliest)
                earliest = ticket.QueuedAt;
        }

        return best is { } found ? new NextCall(found.Ticket, ReasonOf(found.Ticket, found.Place, earliest)) : null;
    }

    /// <summary>Whether the ticket has waited for the ageing time.</summary>
    public static bool IsAged(WaitingTicket ticket, DateTimeOffset now, TimeSpan ageing) => now - ticket.QueuedAt >= ageing;

    /// <summary>The tickets in the order in which a window would call them that serves all of them alike.</summary>
    public static IReadOnlyList<WaitingTicket> InOrder(IEnumerable<WaitingTicket> waiting, DateTimeOffset now, TimeSpan ageing) =>
        [.. waiting.OrderBy(t => Place.Of(t, 1, now, ageing))];

    private static CallReason ReasonOf(WaitingTicket ticket, Place place, DateTimeOffset? earliest)
    {
        if (place.Reserved)
            return CallReason.Transferred;
        if (place.Aged)
            return CallReason.Aged;
        if (ticket.Class != PriorityClass.Ordinary)
            return CallReason.Priority;
        return earliest < ticket.QueuedAt ? CallReason.Preferred : CallReason.EarliestOfRank;
    }

    private readonly record struct Place(bool Reserved, bool Aged, PriorityClass Class, int Rank, DateTimeOffset QueuedAt, long Sequence, Guid Id)
        : IComparable<Place>
    {
        public static Place Of(WaitingTicket ticket, int rank, DateTimeOffset now, TimeSpan ageing)
        {
            var aged = IsAged(ticket, now, ageing);
            var (priority, preference) = aged ? (PriorityClass.Booked, AgedRank) : (ticket.Class, rank);
            return new Place(ticket.ReservedWindow is not null, aged, priority, preference, ticket.QueuedAt, ticket.Sequence, ticket.Id.Value);
        }

        public int CompareTo(Place other) => Key.CompareTo(other.Key);

        private (bool, bool, int, int, DateTimeOffset, long, Guid) Key => (!Reserved, !Aged, -(int)Class, Rank, QueuedAt, Sequence, Id);
    }
}
