using HallSuite.Domain.Calendar;
using HallSuite.Domain.Cases;
using HallSuite.Infrastructure.Calendar;
using HallSuite.Infrastructure.Platform.Persistence;

namespace HallSuite.Infrastructure.Cases;

/// <summary>When limits show their lights by a calendar. Supervision, which cases do not know, sets it.</summary>
public delegate LightRule LightsBy(WorkCalendar calendar, TimeZoneInfo zone);

/// <summary>By what a hall reckons at this moment: its time zone, the calendar that holds, the lights.</summary>
public sealed class CaseRules(WorkCalendars calendars, LightsBy lights)
{
    internal async Task<HallRules> ReadAsync(HallDbContext db, string timeZone, CancellationToken cancel)
    {
        var calendar = await calendars.ReadAsync(db, cancel);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(timeZone);
        return new HallRules(zone, calendar, lights(calendar, zone), CasePolicy.Default);
    }
}
