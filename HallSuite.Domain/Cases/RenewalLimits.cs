namespace HallSuite.Domain.Cases;

/// <summary>The limits of a renewal (续证, ALL Art. 50), in calendar days: they bind the holder, and Art. 82 counts only the authority's own in working days.</summary>
public static class RenewalLimits
{
    /// <summary>How long before the end of validity a renewal is asked for.</summary>
    public const int DaysBefore = 30;

    /// <summary>The last day on which a renewal is asked for in time.</summary>
    public static DateOnly AskBy(DateOnly validUntil) => validUntil.AddDays(-DaysBefore);

    public static bool IsInTime(DateOnly asked, DateOnly validUntil) => asked <= AskBy(validUntil);

    /// <summary>Whether it counts as granted: asked for in time, and not decided when the validity ended.</summary>
    /// <param name="decided">Null while it is not.</param>
    public static bool CountsAsGranted(DateOnly asked, DateOnly? decided, DateOnly validUntil, DateOnly today) =>
        IsInTime(asked, validUntil) && today > validUntil && !(decided <= validUntil);
}
