using HallSuite.Domain.Calendar;
using HallSuite.Domain.Kernel;

namespace HallSuite.Domain.Cases;

/// <summary>By what a hall reckons: its time zone, the calendar, the lights, its policy.</summary>
public sealed record HallRules(TimeZoneInfo Zone, WorkCalendar Calendar, LightRule Lights, CasePolicy Policy);

/// <summary>Who does something to a case, when, from where, and by which rules.</summary>
public sealed record Occasion(Actor Who, DateTimeOffset Now, HallRules Rules)
{
    /// <summary>The local day; an act at 23:59 is still of that day.</summary>
    public DateOnly Day => LocalDay.Of(Now, Rules.Zone);

    /// <summary>The member of staff, or null for the applicant and for HallSuite itself.</summary>
    public StaffId? Staff => Who.Kind switch
    {
        ActorKind.Staff => new StaffId(Who.Id),
        ActorKind.Device or ActorKind.Visitor or ActorKind.System => null,
    };
}
