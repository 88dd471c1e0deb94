using System.Globalization;
using System.Text;
using HallSuite.Domain.Kernel;

namespace HallSuite.Domain.Calendar;

/// <summary>Something wrong in a calendar text.</summary>
/// <param name="Line">From 1.</param>
public readonly record struct CalendarFault(int Line, Error Error);

/// <summary>What a calendar text says: its years, or what is wrong with it; years only when nothing is.</summary>
public sealed record CalendarReading(IReadOnlyList<CalendarYear> Years, IReadOnlyList<CalendarFault> Faults);

/// <summary>
/// Reads and writes years in the project's own format (docs/calendar.md): a line <c>year 2026</c>, lines <c>notice …</c> that say where it was published, and
/// a line for each holiday: its name, <c>off</c> with the days off, <c>work</c> with the days worked instead.
/// <code>
/// year 2019
/// notice http://www.gov.cn/…
/// 元旦 off 2018-12-30..01-01 work 2018-12-29
/// </code>
/// Days are <c>MM-DD</c> in the year of the block or <c>YYYY-MM-DD</c>; two dots join the first and last of several. What follows a <c>#</c> at the
/// beginning of a line or after white space, and empty lines, are passed over.
/// </summary>
public static class CalendarText
{
    private const int LongestRange = 60;

    private static readonly char[] Blanks = [' ', '\t', '\u3000'];

    public static CalendarReading Read(string text)
    {
        var blocks = new List<Block>();
        var faults = new List<CalendarFault>();
        var lines = text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var words = WordsOf(lines[i]);
            if (words.Length > 0 && ReadLine(words, i + 1, lines[i].Trim(), blocks) is { } fault)
                faults.Add(new CalendarFault(i + 1, fault));
        }

        if (blocks.Count == 0 && faults.Count == 0)
            faults.Add(new CalendarFault(1, CalendarErrors.YearMissing));
        if (faults.Count == 0)
            faults.AddRange(blocks.SelectMany(b => b.Faults()));
        return faults.Count > 0 ? new CalendarReading([], [.. faults.OrderBy(f => f.Line)]) : new CalendarReading([.. blocks.Select(b => b.ToYear())], []);
    }

    /// <summary>The year as a text that <see cref="Read"/> reads as the same year.</summary>
    public static string Write(CalendarYear year)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"year {year.Year}\n");
        foreach (var notice in year.Notices)
            text.Append("notice ").Append(notice).Append('\n');
        foreach (var holiday in year.Days.GroupBy(d => d.Holiday))
        {
            text.Append(holiday.Key);
            foreach (var kind in holiday.GroupBy(d => d.Works).OrderBy(k => k.Key))
                text.Append(kind.Key ? " work " : " off ").AppendJoin(' ', Ranges([.. kind.Select(d => d.Date)], year.Year));
            text.Append('\n');
        }

        return text.ToString();
    }

    private static IEnumerable<string> Ranges(List<DateOnly> days, int year)
    {
        for (var from = 0; from < days.Count;)
        {
            var length = 1;
            while (from + length < days.Count && days[from + length] == days[from].AddDays(length) && length < LongestRange)
                length++;
            var (first, last) = (TextOf(days[from], year), TextOf(days[from + length - 1], year));
            yield return length == 1 ? first : $"{first}..{last}";
            from += length;
        }
    }

    private static string TextOf(DateOnly date, int year) => date.ToString(date.Year == year ? "MM-dd" : "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string[] WordsOf(string line)
    {
        var words = line.Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
        var comment = Array.FindIndex(words, w => w.StartsWith('#'));
        return comment < 0 ? words : words[..comment];
    }

    private static Error? ReadLine(string[] words, int number, string line, List<Block> blocks)
    {
        if (words is ["year", var year])
        {
            if (!int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
                return CalendarErrors.LineUnreadable(line);
            var twice = blocks.Exists(b => b.Year == value);
            blocks.Add(new Block(value, number));
            return twice ? CalendarErrors.YearTwice(value) : null;
        }

        if (blocks.Count == 0)
            return CalendarErrors.YearMissing;
        if (words is ["notice", var address])
        {
            blocks[^1].Notices.Add(address);
            return null;
        }

        return words is [var name, "off" or "work", ..] ? ReadDays(name, words.AsSpan(1), number, blocks[^1], line) : CalendarErrors.LineUnreadable(line);
    }

    private static Error? ReadDays(string name, ReadOnlySpan<string> words, int number, Block block, string line)
    {
        var (works, any) = (false, true);
        foreach (var word in words)
        {
            if (word is "off" or "work")
            {
                if (!any)
                    return CalendarErrors.LineUnreadable(line);
                (works, any) = (word == "work", false);
                continue;
            }

            any = true;
            var ends = word.Split("..");
            if (ends.Length > 2 || DateOf(ends[0], block.Year) is not { } first || DateOf(ends[^1], block.Year) is not { } last
                || last < first || last.DayNumber - first.DayNumber >= LongestRange)
                return CalendarErrors.DateInvalid(word);
            for (var day = first; day <= last; day = day.AddDays(1))
                block.Add(new NoticedDay(day, works, name), number);
        }

        return any ? null : CalendarErrors.LineUnreadable(line);
    }

    private static DateOnly? DateOf(string text, int year)
    {
        var whole = text.Length == "MM-DD".Length ? string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{text}") : text;
        return DateOnly.TryParseExact(whole, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
    }

    /// <summary>A year as it is being read, with the line of each of its days.</summary>
    private sealed class Block(int year, int line)
    {
        private readonly List<NoticedDay> days = [];
        private readonly List<int> lines = [];

        public int Year => year;

        public List<string> Notices { get; } = [];

        public void Add(NoticedDay day, int number)
        {
            days.Add(day);
            lines.Add(number);
        }

        public IEnumerable<CalendarFault> Faults() =>
            CalendarYear.Faults(year, Notices, days).Select(f => new CalendarFault(f.Day is { } index ? lines[index] : line, f.Fault));

        public CalendarYear ToYear() => CalendarYear.Of(year, Notices, days).Value;
    }
}
