using HallSuite.Domain.Calendar;
using HallSuite.Domain.Kernel;

namespace HallSuite.Domain.Cases;

/// <summary>The numbers of cases that a hall can set for itself, with the defaults of DOMAIN §3.</summary>
public sealed record CasePolicy
{
    public static CasePolicy Default { get; } = new();

    /// <summary>Working days that an applicant has for what the supplement notice asks for.</summary>
    public int SupplementDays { get; init; } = 15;

    /// <summary>Refuses a number that lies outside what makes sense.</summary>
    public Result Check() => SupplementDays is < 1 or > 365 ? CaseErrors.PolicyOutOfRange(nameof(SupplementDays), 1, 365) : Result.Ok;
}

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
