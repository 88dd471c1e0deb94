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

    private void CountTaken(TimeOnly local)
    {
        Taken++;
        var counts = TakenPerTenMinutes();
        counts[(local.Hour * 60 + local.Minute) / 10]++;
        TakenBuckets = string.Join(',', counts.Take(Array.FindLastIndex(counts, c => c > 0) + 1));
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
}
