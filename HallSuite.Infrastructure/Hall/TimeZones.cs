namespace HallSuite.Infrastructure.Hall;

/// <summary>The time zones that this machine knows, by IANA name on every platform.</summary>
public static class TimeZones
{
    /// <summary>IANA names from west to east.</summary>
    public static IReadOnlyList<string> All { get; } = [.. TimeZoneInfo.GetSystemTimeZones().Select(IanaOf).OfType<string>().Distinct()];

    /// <summary>The name as it is written in the register (<c>asia/shanghai</c> → <c>Asia/Shanghai</c>); null when unknown or no IANA name.</summary>
    public static string? Find(string name) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(name.Trim(), out var zone) && zone.HasIanaId ? zone.Id : null;

    /// <summary>What the clocks of a hall in this zone show at an instant.</summary>
    /// <param name="timeZone">A name that was checked when the hall was saved.</param>
    public static DateTime LocalTime(DateTimeOffset instant, string timeZone) =>
        TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(timeZone)).DateTime;

    private static string? IanaOf(TimeZoneInfo zone) =>
        zone.HasIanaId ? zone.Id : TimeZoneInfo.TryConvertWindowsIdToIanaId(zone.Id, out var iana) ? iana : null;
}
