using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;

namespace HallSuite.Domain.Queueing;

/// <summary>Service times of a lane over some days: how many, their mean and variance in seconds.</summary>
public readonly record struct PaceSample(long Count, double MeanSeconds, double VarianceSeconds)
{
    public static PaceSample None => default;

    /// <summary>From sums as <see cref="LaneDay"/> keeps them.</summary>
    public static PaceSample OfSums(long count, double sum, double sumOfSquares)
    {
        if (count <= 0)
            return None;
        var mean = sum / count;
        return new PaceSample(count, mean, Math.Max(0, sumOfSquares / count - mean * mean));
    }
}

/// <summary>
/// How fast a lane goes: what was seen today, what was seen in recent weeks, and the minutes that one service takes as a rule, which stand in
/// while little has been seen.
/// </summary>
public readonly record struct LanePace(PaceSample Today, PaceSample Recent, int TypicalMinutes)
{
    private const double TodayWeight = 3;         // a service of today tells three times as much as one of last week …
    private const double MostToday = 300;
    private const double MostRecent = 30;         // … and all recent weeks together as much as ten services of today
    private const double TypicalWeight = 5;       // the rule of thumb counts like five services
    private const double TypicalSpread = 0.6;     // standard deviation over mean, as service counters show it
    private const double LeastSpread = 0.2;
    private const double MostSpread = 1.5;

    /// <summary>Mean and variance of one service in seconds, and by how many services they are backed.</summary>
    public PaceSample Blend()
    {
        var typical = Math.Max(1, TypicalMinutes) * 60.0;
        ReadOnlySpan<(double Weight, double Mean, double Variance)> parts =
        [
            (TypicalWeight, typical, Math.Pow(TypicalSpread * typical, 2)),
            (Math.Min(Math.Max(0, Today.Count) * TodayWeight, MostToday), Math.Max(1, Today.MeanSeconds), Today.VarianceSeconds),
            (Math.Min(Math.Max(0, Recent.Count), MostRecent), Math.Max(1, Recent.MeanSeconds), Recent.VarianceSeconds),
        ];
        double weight = 0, sum = 0, squares = 0;
        foreach (var (w, mean, variance) in parts)
            (weight, sum, squares) = (weight + w, sum + w * mean, squares + w * (variance + mean * mean));
        var blended = sum / weight;
        var spread = Math.Clamp(Math.Sqrt(Math.Max(0, squares / weight - blended * blended)) / blended, LeastSpread, MostSpread);
        return new PaceSample((long)weight, blended, Math.Pow(spread * blended, 2));
    }
}

/// <summary>The windows that serve a lane now.</summary>
/// <param name="Open">How many are open.</param>
/// <param name="Share">The part of their time that goes to this lane, 0 to 1, since windows serve several lanes.</param>
/// <param name="Idle">How many of them have nobody.</param>
public readonly record struct LaneWindows(int Open, double Share = 1, int Idle = 0)
{
    /// <summary>
    /// Counts the open windows that serve the lane. A window shared with other lanes gives this one the part of its time that the lane has of
    /// the people waiting for it.
    /// </summary>
    /// <param name="waiting">People waiting per lane; a lane without people may be left out.</param>
    /// <param name="windows">The open windows of the hall.</param>
    public static LaneWindows Of(LaneId lane, IReadOnlyDictionary<LaneId, int> waiting, IEnumerable<(WindowSkills Skills, bool Idle)> windows)
    {
        var (open, share, idle) = (0, 0.0, 0);
        var own = Math.Max(1, waiting.GetValueOrDefault(lane));
        foreach (var (skills, isIdle) in windows)
        {
            if (skills.RankOf(lane) is null)
                continue;
            var others = skills.Lanes.Where(l => l != lane).Sum(l => waiting.GetValueOrDefault(l));
            (open, share, idle) = (open + 1, share + (double)own / (own + others), idle + (isIdle ? 1 : 0));
        }

        return open == 0 ? new LaneWindows(0) : new LaneWindows(open, share / open, idle);
    }
}

/// <summary>
/// How long a person waits, told as a range (DOMAIN §4). In minutes: one in ten waits less than <see cref="P10"/>, half less than
/// <see cref="P50"/>, nine in ten less than <see cref="P90"/>.
/// </summary>
/// <remarks>
/// With c = open windows × share, and nobody idle, the turn comes after <c>ahead + 1</c> services end, the first of which is half over:
/// k = ahead + ½ services. Their sum over c windows has the mean kμ/c and the variance kσ²/c² + (k/c)²σ²/n, where the second term is the doubt
/// about μ after n services. The quantiles are those of the gamma distribution with these two moments (Wilson–Hilferty). More people ahead
/// never shorten the estimate, more windows never lengthen it.
/// </remarks>
/// <param name="NoWindow">No window serves the lane now; the times are those of a single one.</param>
public readonly record struct WaitEstimate(int P10, int P50, int P90, bool NoWindow)
{
    private const double Decile = 1.2815515655446004; // the normal deviate with one tenth above it
    private const double LeastShare = 0.1;
    private const int LongestMinutes = 24 * 60;

    /// <param name="ahead">People who will be called before.</param>
    public static WaitEstimate For(int ahead, LanePace pace, LaneWindows windows)
    {
        var none = windows.Open <= 0;
        var busyAhead = Math.Max(0, ahead) + 1 - (none ? 0 : Math.Max(0, windows.Idle));
        if (busyAhead <= 0)
            return new WaitEstimate(0, 0, 0, none);
        var capacity = none ? 1 : windows.Open * Math.Clamp(windows.Share, LeastShare, 1);
        var one = pace.Blend();
        var services = busyAhead - 0.5;
        var mean = services * one.MeanSeconds / capacity;
        var variance = (services * one.VarianceSeconds + services * services * one.VarianceSeconds / one.Count) / (capacity * capacity);
        var spread = Math.Sqrt(variance) / mean;
        return new WaitEstimate(
            Minutes(Math.Floor(Quantile(mean, spread, -Decile) / 60)),
            Minutes(Math.Round(Quantile(mean, spread, 0) / 60)),
            Minutes(Math.Ceiling(Quantile(mean, spread, Decile) / 60)),
            none);
    }

    /// <summary>The range as people are told it: rounded outwards to 5 minutes, beyond an hour to 10; <c>20–30</c>.</summary>
    public (int From, int To) Range()
    {
        var (down, up) = (P10 > 60 ? 10 : 5, P90 > 60 ? 10 : 5);
        var (from, to) = (P10 / down * down, (P90 + up - 1) / up * up);
        return (from, Math.Max(to, from + up));
    }

    private static double Quantile(double mean, double spread, double deviate) =>
        mean * Math.Pow(Math.Max(0, 1 - spread * spread / 9 + deviate * spread / 3), 3);

    private static int Minutes(double value) => (int)Math.Min(value, LongestMinutes);
}
