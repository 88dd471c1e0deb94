using HallSuite.Domain.Calendar;
using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Calendar;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Platform.Persistence;

namespace HallSuite.Infrastructure.Cases;

/// <summary>When the limits of a hall show their lights by a calendar. Supervision, which cases do not know, sets it.</summary>
public delegate Task<LightRule> LightsBy(HallDbContext db, HallId hall, WorkCalendar calendar, TimeZoneInfo zone, CancellationToken cancel);

/// <summary>By what a hall reckons at this moment: its time zone, the calendar that holds, the lights, its policy.</summary>
public sealed class CaseRules(WorkCalendars calendars, LightsBy lights)
{
    internal async Task<HallRules> ReadAsync(HallDbContext db, HallId hall, string timeZone, CancellationToken cancel)
    {
        var calendar = await calendars.ReadAsync(db, cancel);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(timeZone);
        return new HallRules(
            zone, calendar, await lights(db, hall, calendar, zone, cancel), await HallPolicies.ReadAsync<CasePolicyRow, CasePolicy>(db, hall, cancel));
    }
}
