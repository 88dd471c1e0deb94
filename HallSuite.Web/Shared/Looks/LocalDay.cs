namespace HallSuite.Web.Shared.Looks;

/// <summary>Days as the clocks of a place have them.</summary>
public static class LocalDay
{
    /// <summary>The instant at which a day begins there; UTC where this machine does not know the zone.</summary>
    public static DateTimeOffset Begin(DateOnly day, string timeZone)
    {
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var known) ? known : TimeZoneInfo.Utc;
        var midnight = day.ToDateTime(TimeOnly.MinValue);

        // Where clocks are put forward at midnight, the day begins at the first moment that exists.
        while (zone.IsInvalidTime(midnight))
        {
            midnight = midnight.AddMinutes(15);
        }

        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).ToUniversalTime();
    }
}
