using HallSuite.Domain.Calendar;
using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;

namespace HallSuite.Domain.Supervision;

/// <summary>
/// When a running limit shows which light (DOMAIN §6; Dezhou's rules are the defaults). A light changes at the start of a working day, so its
/// instants are known as soon as the last day is: they are computed when a clock starts, resumes, is extended or its calendar changes, and stored.
/// </summary>
public sealed record CardPolicy : IPolicy<CardPolicy>
{
    public static CardPolicy Default { get; } = new();

    /// <summary>From this many working days on a limit is a long one.</summary>
    public int LongLimitDays { get; init; } = 5;

    /// <summary>A long limit is blue when this many working days or fewer are left.</summary>
    public int BlueDaysLeft { get; init; } = 2;

    /// <summary>The same for a shorter limit; 0 is the due day itself.</summary>
    public int ShortBlueDaysLeft { get; init; }

    /// <summary>Yellow when overdue by this many working days.</summary>
    public int YellowDaysOverdue { get; init; } = 1;

    /// <summary>Red when overdue by this many working days.</summary>
    public int RedDaysOverdue { get; init; } = 2;

    /// <summary>A letter asks for the answer within this many working days, unless another day is chosen.</summary>
    public int AnswerDays { get; init; } = 5;

    public IReadOnlyList<PolicyNumber> Numbers() =>
    [
        new(nameof(LongLimitDays), LongLimitDays, 1, 60),
        new(nameof(BlueDaysLeft), BlueDaysLeft, 0, 30),
        new(nameof(ShortBlueDaysLeft), ShortBlueDaysLeft, 0, 30),
        new(nameof(YellowDaysOverdue), YellowDaysOverdue, 1, 30),
        new(nameof(RedDaysOverdue), RedDaysOverdue, YellowDaysOverdue + 1, 60),
        new(nameof(AnswerDays), AnswerDays, 1, 30),
    ];

    public Result Check() => Numbers().FirstAstray() is { } astray ? SupervisionErrors.PolicyOutOfRange(astray.Name, astray.Least, astray.Most) : Result.Ok;

    /// <summary>The light on a local date, by counting working days.</summary>
    public Light LightOn(DateOnly today, DateOnly due, Limit limit, WorkCalendar calendar)
    {
        var overdue = calendar.DaysOverdue(today, due);
        if (overdue >= YellowDaysOverdue)
            return overdue >= RedDaysOverdue ? Light.Red : Light.Yellow;
        return calendar.DaysLeft(today, due) <= BlueLeft(limit) ? Light.Blue : Light.None;
    }

    /// <summary>The instants at which the light of a limit changes; null while the limit is suspended, when it has no light.</summary>
    public CardTimes? TimesOf(DueDay due, Limit limit, WorkCalendar calendar, TimeZoneInfo zone) =>
        due.Suspended ? null : TimesOf(due.Day, limit, calendar, zone);

    /// <summary>The instants at which the light of a limit with this last day changes. They are the same as <see cref="LightOn"/> day by day.</summary>
    public CardTimes TimesOf(DateOnly due, Limit limit, WorkCalendar calendar, TimeZoneInfo zone)
    {
        var left = BlueLeft(limit);
        var lastWorked = calendar.Works(due) ? due : calendar.WorkingDayBefore(due);
        var blue = left == 0 ? lastWorked : calendar.WorkingDayBefore(lastWorked, left);
        return new CardTimes(
            LocalDay.EndOf(due, zone),
            LocalDay.StartOf(blue, zone),
            LocalDay.StartOf(calendar.WorkingDayAfter(due, YellowDaysOverdue), zone),
            LocalDay.StartOf(calendar.WorkingDayAfter(due, RedDaysOverdue), zone));
    }

    /// <summary>This policy as the cases of a hall ask it, by the hall's calendar and time zone.</summary>
    public LightRule RuleBy(WorkCalendar calendar, TimeZoneInfo zone) => (due, limit) => TimesOf(due, limit, calendar, zone);

    private int BlueLeft(Limit limit) => WorkingDaysIn(limit) >= LongLimitDays ? BlueDaysLeft : ShortBlueDaysLeft;

    /// <summary>A week of calendar days holds five working days.</summary>
    private static int WorkingDaysIn(Limit limit) => limit.Unit switch
    {
        LimitUnit.WorkingDays => limit.Days,
        LimitUnit.CalendarDays => limit.Days * 5 / 7,
    };
}
