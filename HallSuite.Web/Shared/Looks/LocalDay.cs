namespace HallSuite.Web.Shared.Looks;

/// <summary>Days as the clocks of a place have them.</summary>
public static class LocalDay
{
    /// <summary>The instant at which a day begins there; UTC where this machine does not know the zone.</summary>
    public static DateTimeOffset Begin(DateOnly day, string timeZone) =>
        Domain.Calendar.LocalDay.StartOf(day, TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var known) ? known : TimeZoneInfo.Utc);
}
