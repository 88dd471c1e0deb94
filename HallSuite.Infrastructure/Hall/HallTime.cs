namespace HallSuite.Infrastructure.Hall;

/// <summary>The local time of a hall.</summary>
public static class HallTime
{
    /// <summary>The IANA names of all time zones that this machine knows, from west to east.</summary>
    public static IReadOnlyList<string> Zones { get; } = [.. TimeZoneInfo.GetSystemTimeZones().Select(IanaOf).OfType<string>().Distinct()];

    /// <summary>The name as it is registered (<c>asia/shanghai</c> → <c>Asia/Shanghai</c>); null when unknown here or no IANA name.</summary>
    public static string? Find(string timeZone) =>
        Zones.FirstOrDefault(z => z.Equals(timeZone.Trim(), StringComparison.OrdinalIgnoreCase))
        ?? (TimeZoneInfo.TryFindSystemTimeZoneById(timeZone.Trim(), out var zone) && zone.HasIanaId ? zone.Id : null);

    /// <summary>Whether this machine knows the time zone; an IANA name.</summary>
    public static bool Knows(string timeZone) => Find(timeZone) is not null;

    public static DateTime Local(string timeZone, DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(timeZone)).DateTime;

    /// <summary>The instant of a local time; one that the clock skips in spring is read with the offset before the change.</summary>
    public static DateTimeOffset Instant(string timeZone, DateTime local)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(timeZone);
        var offset = zone.IsInvalidTime(local) ? zone.GetUtcOffset(local.AddHours(-3)) : zone.GetUtcOffset(local);
        return new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), offset).ToUniversalTime();
    }

    // Windows lists its own names.
    private static string? IanaOf(TimeZoneInfo zone) =>
        zone.HasIanaId ? zone.Id : TimeZoneInfo.TryConvertWindowsIdToIanaId(zone.Id, out var iana) ? iana : null;
}
