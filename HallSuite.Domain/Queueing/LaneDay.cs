using System.Globalization;
using HallSuite.Domain.Kernel;

namespace HallSuite.Domain.Queueing;

/// <summary>
/// One lane on one service day: the counter of its numbers and the row of its statistics, changed in the transaction of the ticket.
/// A ticket counts as taken where it was taken and as served, missed, cancelled or lapsed where it ended.
/// </summary>
public sealed class LaneDay : IVersioned
{
    /// <summary>Ten-minute buckets in a day.</summary>
    public const int Buckets = 144;

    public const int BucketTextLength = 1000;

    /// <summary>More numbers than any lane gives out; a wall against a counter gone wild.</summary>
    public const int HighestNumber = 9999;

    private LaneDay()
    {
    }

    public HallId Hall { get; private set; }

    public LaneId Lane { get; private set; }

    /// <summary>The service day.</summary>
    public DateOnly Day { get; private set; }

    public int LastNumber { get; private set; }

    public int Taken { get; private set; }

    public int Served { get; private set; }

    /// <summary>Missed and not (yet) rejoined.</summary>
    public int Missed { get; private set; }

    public int Cancelled { get; private set; }

    public int Lapsed { get; private set; }

    /// <summary>Sum over the served: seconds from taking to the first call.</summary>
    public long WaitSeconds { get; private set; }

    /// <summary>Sum over the served: seconds of service.</summary>
    public long ServiceSeconds { get; private set; }

    /// <summary>Sum over the served: squared seconds of service, for the spread.</summary>
    public double ServiceSecondsSquared { get; private set; }

    /// <summary>
    /// Tickets taken per ten minutes of local time, 144 counts with commas, trailing zeros left off; read with
    /// <see cref="TakenPerTenMinutes"/>. An opening past midnight counts its small hours at the front.
    /// </summary>
    public string TakenBuckets { get; private set; } = "";

    public long Version { get; private set; }

    public static LaneDay Begin(HallId hall, LaneId lane, DateOnly day) => new() { Hall = hall, Lane = lane, Day = day };

    /// <summary>Draws the next number and counts the ticket as taken at this local time.</summary>
    /// <param name="lastOfPrefix">The largest number out today under the lane's prefix, which another lane may have had this morning.</param>
    public Result<int> TakeNumber(TimeOnly local, int lastOfPrefix = 0)
    {
        if (Math.Max(LastNumber, lastOfPrefix) >= HighestNumber)
            return QueueErrors.NumbersUsedUp;
        LastNumber = Math.Max(LastNumber, lastOfPrefix) + 1;
        CountTaken(local);
        return LastNumber;
    }

    /// <summary>Counts per ten minutes from local midnight; always 144.</summary>
    public int[] TakenPerTenMinutes()
    {
        var counts = new int[Buckets];
        if (TakenBuckets.Length > 0)
        {
            var parts = TakenBuckets.Split(',');
            for (var i = 0; i < parts.Length; i++)
                counts[i] = int.Parse(parts[i], CultureInfo.InvariantCulture);
        }

        return counts;
    }

    public void CountServed(TimeSpan wait, long serviceSeconds)
    {
        Served++;
        WaitSeconds += (long)wait.TotalSeconds;
        ServiceSeconds += serviceSeconds;
        ServiceSecondsSquared += (double)serviceSeconds * serviceSeconds;
    }

    public void CountMissed() => Missed++;

    /// <summary>A missed ticket queues again: it is no longer one of the missed.</summary>
    public void CountRejoined() => Missed--;

    /// <param name="wasMissed">Whether it had been missed before it was given back.</param>
    public void CountCancelled(bool wasMissed)
    {
        Cancelled++;
        if (wasMissed)
            Missed--;
    }

    /// <summary>Counts a ticket that <see cref="Ticket.Lapse"/> ended; one that stays missed is counted as missed already.</summary>
    public void CountLapsed(TicketState became)
    {
        if (became == TicketState.Lapsed)
            Lapsed++;
    }

    /// <summary>The service times of this day as the wait estimate takes them.</summary>
    public PaceSample Pace() => PaceSample.OfSums(Served, ServiceSeconds, ServiceSecondsSquared);

    /// <summary>Counts a day anew from its tickets; what <see cref="Correct"/> compares with.</summary>
    /// <param name="tickets">All tickets of the hall and day that were taken in the lane or are in it now.</param>
    /// <param name="localTime">The local time of day of an instant.</param>
    public static LaneDay Recount(HallId hall, LaneId lane, DateOnly day, IEnumerable<Ticket> tickets, Func<DateTimeOffset, TimeOnly> localTime)
    {
        var counted = Begin(hall, lane, day);
        foreach (var ticket in tickets)
        {
            if (ticket.FirstLane == lane)
            {
                counted.LastNumber = Math.Max(counted.LastNumber, ticket.Number);
                counted.CountTaken(localTime(ticket.TakenAt));
            }

            if (ticket.Lane == lane)
                counted.CountEnd(ticket);
        }

        return counted;
    }

    /// <summary>
    /// Takes over what a recount says and answers the names of the numbers that differed; nothing differs unless something went wrong. The counter
    /// of the numbers never goes back, so that no number is given out twice.
    /// </summary>
    public IReadOnlyList<string> Correct(LaneDay counted)
    {
        var differing = new List<string>();
        LastNumber = Take(nameof(LastNumber), LastNumber, Math.Max(LastNumber, counted.LastNumber));
        Taken = Take(nameof(Taken), Taken, counted.Taken);
        Served = Take(nameof(Served), Served, counted.Served);
        Missed = Take(nameof(Missed), Missed, counted.Missed);
        Cancelled = Take(nameof(Cancelled), Cancelled, counted.Cancelled);
        Lapsed = Take(nameof(Lapsed), Lapsed, counted.Lapsed);
        WaitSeconds = Take(nameof(WaitSeconds), WaitSeconds, counted.WaitSeconds);
        ServiceSeconds = Take(nameof(ServiceSeconds), ServiceSeconds, counted.ServiceSeconds);
        ServiceSecondsSquared = Take(nameof(ServiceSecondsSquared), ServiceSecondsSquared, counted.ServiceSecondsSquared);
        TakenBuckets = Take(nameof(TakenBuckets), TakenBuckets, counted.TakenBuckets);
        return differing;

        T Take<T>(string name, T was, T right)
        {
            if (!Equals(was, right))
                differing.Add(name);
            return right;
        }
    }

    private void CountTaken(TimeOnly local)
    {
        Taken++;
        var counts = TakenPerTenMinutes();
        counts[(local.Hour * 60 + local.Minute) / 10]++;
        TakenBuckets = string.Join(',', counts.Take(Array.FindLastIndex(counts, c => c > 0) + 1));
    }

    private void CountEnd(Ticket ticket)
    {
        switch (ticket.State)
        {
            case TicketState.Waiting or TicketState.Called or TicketState.Serving or TicketState.Held:
                break;
            case TicketState.Served:
                CountServed(ticket.Wait ?? TimeSpan.Zero, ticket.ServiceSeconds);
                break;
            case TicketState.Missed:
                CountMissed();
                break;
            case TicketState.Cancelled:
                CountCancelled(wasMissed: false);
                break;
            case TicketState.Lapsed:
                CountLapsed(ticket.State);
                break;
        }
    }
}
