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
