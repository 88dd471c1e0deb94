using HallSuite.Domain.Kernel;

namespace HallSuite.Domain.Calendar;

/// <summary>Refusals about published years, limits and pauses.</summary>
public static class CalendarErrors
{
    /// <summary>A published year lies between these two.</summary>
    public static Error YearOutOfRange(int year) => new("calendar.year-out-of-range", ErrorKind.Invalid, year, CalendarYear.Earliest, CalendarYear.Latest);

    /// <summary>A notice names days of its own year and of the December before.</summary>
    public static Error DayOutside(DateOnly day, int year) => new("calendar.day-outside", ErrorKind.Invalid, day, year);

    public static Error DayTwice(DateOnly day) => new("calendar.day-twice", ErrorKind.Invalid, day);

    /// <summary>A day worked in place of another is a Saturday or Sunday; on any other day people work anyway.</summary>
    public static Error MakeUpOnWeekday(DateOnly day) => new("calendar.make-up-on-weekday", ErrorKind.Invalid, day);

    /// <summary>A holiday has a name without blanks.</summary>
    public static Error HolidayNameInvalid => new("calendar.holiday-name-invalid", ErrorKind.Invalid, CalendarYear.LongestName);

    /// <summary>Where a notice is to be read is said without blanks.</summary>
    public static Error NoticeInvalid => new("calendar.notice-invalid", ErrorKind.Invalid, CalendarYear.LongestNotice);

    /// <summary>A calendar file is a page of text; in kilobytes.</summary>
    public static Error FileTooLarge(int mostKilobytes) => new("calendar.file-too-large", ErrorKind.Invalid, mostKilobytes);

    /// <summary>A calendar file is in UTF-8.</summary>
    public static Error NotUtf8 => new("calendar.not-utf8", ErrorKind.Invalid);

    /// <summary>The regulation gives the day off, yet by this notice people would work: most likely a slip, or the wrong year.</summary>
    public static Error StatutoryDayWorked(DateOnly day, Festival festival) => new("calendar.statutory-day-worked", ErrorKind.Invalid, day, festival);

    /// <summary>A line of a calendar text cannot be read; says the line.</summary>
    public static Error LineUnreadable(string line) => new("calendar.line-unreadable", ErrorKind.Invalid, line);

    /// <summary>A date of a calendar text is none; says what stands there.</summary>
    public static Error DateInvalid(string text) => new("calendar.date-invalid", ErrorKind.Invalid, text);

    /// <summary>Days stand before the first <c>year</c> line.</summary>
    public static Error YearMissing => new("calendar.year-missing", ErrorKind.Invalid);

    /// <summary>One text says the same year twice.</summary>
    public static Error YearTwice(int year) => new("calendar.year-twice", ErrorKind.Invalid, year);

    /// <summary>A limit is a whole number of days between these two.</summary>
    public static Error LimitInvalid => new("calendar.limit-invalid", ErrorKind.Invalid, Limit.Shortest, Limit.Longest);

    /// <summary>A pause ends before it begins.</summary>
    public static Error PauseReversed(DateOnly from, DateOnly through) => new("calendar.pause-reversed", ErrorKind.Invalid, from, through);

    /// <summary>Two pauses of one limit overlap (DOMAIN §3, rule 7); says the beginning of the later one.</summary>
    public static Error PausesOverlap(DateOnly from) => new("calendar.pauses-overlap", ErrorKind.Conflict, from);
}
