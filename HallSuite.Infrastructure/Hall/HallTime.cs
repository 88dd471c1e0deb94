namespace HallSuite.Infrastructure.Hall;

/// <summary>The local time of a hall.</summary>
public static class HallTime
{
    /// <summary>Whether this machine knows the time zone; an IANA name.</summary>
    public static bool Knows(string timeZone) => TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out _);

    public static DateTime Local(string timeZone, DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(timeZone)).DateTime;

    /// <summary>The instant of a local time; one that the clock skips in spring is read with the offset before the change.</summary>
    public static DateTimeOffset Instant(string timeZone, DateTime local)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(timeZone);
        var offset = zone.IsInvalidTime(local) ? zone.GetUtcOffset(local.AddHours(-3)) : zone.GetUtcOffset(local);
        return new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), offset).ToUniversalTime();
    }
}
