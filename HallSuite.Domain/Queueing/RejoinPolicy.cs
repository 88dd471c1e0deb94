namespace HallSuite.Domain.Queueing;

/// <summary>Where a missed ticket queues again.</summary>
public readonly record struct RejoinPlace(DateTimeOffset QueuedAt, long Sequence, PriorityClass Class);

/// <summary>
/// A missed ticket rejoins after a number of places (DOMAIN §4, policy 3): behind that many of those who wait in its lane now, or behind all
/// of them when fewer wait. It never comes out ahead of where it stood, and gives up its class as far as that takes.
/// </summary>
public static class RejoinPolicy
{
    /// <summary>The place to rejoin at.</summary>
    /// <param name="own">The ticket as it queued before it was called.</param>
    /// <param name="lane">Those who wait in the same lane now; a ticket reserved for a window does not count.</param>
    /// <param name="nextSequence">The hall's next sequence number, larger than any given before.</param>
    public static RejoinPlace PlaceFor(WaitingTicket own, IEnumerable<WaitingTicket> lane, int places, long nextSequence, DateTimeOffset now, TimeSpan ageing)
    {
        var stays = new RejoinPlace(own.QueuedAt, own.Sequence, own.Class);
        var order = CallPolicy.InOrder(lane.Where(t => t.ReservedWindow is null && t.Id != own.Id), now, ageing);
        if (places <= 0 || order.Count == 0)
            return stays;
        var before = order[Math.Min(places, order.Count) - 1];
        if (CallPolicy.InOrder([before, own], now, ageing)[0] == before)
            return stays;
        var demoted = before.Class < own.Class ? before.Class : own.Class;
        return new RejoinPlace(before.QueuedAt, nextSequence, demoted);
    }
}
