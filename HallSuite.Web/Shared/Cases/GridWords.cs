using HallSuite.Domain.Calendar;
using HallSuite.Web.Shared.Looks;
using HallSuite.Web.Text;
using Microsoft.Extensions.Localization;

namespace HallSuite.Web.Shared.Cases;

/// <summary>The words of the week grid and the sentence beneath it, in the language of whoever reads.</summary>
public static class GridWords
{
    /// <summary>The few characters that a cell has room for.</summary>
    public static string Of(GridCell cell, string startWord, IStringLocalizer<CaseText> texts) => cell.Kind switch
    {
        GridDay.Outside => "",
        GridDay.Start => startWord,
        GridDay.Counted or GridDay.CountedMakeUp when cell.IsDue => texts["GridDue", cell.Number],
        GridDay.Counted when cell.IsToday => texts["GridToday", cell.Number],
        GridDay.Counted => texts["GridCounted", cell.Number],
        GridDay.CountedMakeUp => texts["GridMakeUp", cell.Number],
        GridDay.Weekend => texts[cell.Day.DayOfWeek == DayOfWeek.Saturday ? "GridSaturday" : "GridSunday"],
        GridDay.Holiday => DayText.HolidayInShort(cell.Holiday),
        GridDay.Paused => texts["GridPaused"],
        GridDay.MovedTo => texts["GridMoved"],
    };

    /// <summary>The day in full, for a title and for readers.</summary>
    public static string TitleOf(GridCell cell, string startWord, IStringLocalizer<CaseText> texts, EnumTexts words)
    {
        var what = cell.Kind switch
        {
            GridDay.Outside => "",
            GridDay.Start => startWord,
            GridDay.Counted => texts["GridCounted", cell.Number],
            GridDay.CountedMakeUp => texts["GridMakeUp", cell.Number],
            GridDay.Weekend => words.Of(StepReason.Weekend),
            GridDay.Holiday => cell.Holiday is { } holiday ? DayText.Holiday(holiday, words) : words.Of(StepReason.Holiday),
            GridDay.Paused => words.Of(StepReason.Paused),
            GridDay.MovedTo => words.Of(StepReason.MovedTo),
        };
        return $"{DayText.Of(cell.Day)} {what}{(cell.IsDue ? $" {texts["GridIsDue"]}" : "")}{(cell.IsToday ? $" {texts["GridIsToday"]}" : "")}";
    }

    /// <summary>How the day comes about, as one would tell it: <c>9月18日受理，次日起算。已数 4 天；暂停 2 天、节假日 3 天、周末 1 天不计。9月20日 周日调休上班，计入。</c></summary>
    public static string Sentence(DueDate due, DateOnly today, string startWord, IStringLocalizer<CaseText> texts)
    {
        var parts = new List<string> { texts["SayStart", DayText.Short(due.Start), startWord] };
        var counted = due.Steps.Count(s => s.Number > 0 && s.Day <= today);
        if (counted > 0)
        {
            parts.Add(texts["SayCounted", counted]);
        }

        var left = new (StepReason Reason, string Key)[] { (StepReason.Paused, "SayPaused"), (StepReason.Holiday, "SayHoliday"), (StepReason.Weekend, "SayWeekend") }
            .Select(r => (r.Key, Days: due.Steps.Count(s => s.Reason == r.Reason))).Where(r => r.Days > 0).Select(r => texts[r.Key, r.Days].Value).ToList();
        if (left.Count > 0)
        {
            parts.Add(texts["SayLeftOut", string.Join(texts["ListComma"].Value, left)]);
        }

        var makeUps = due.Steps.Where(s => s.Reason == StepReason.CountedMakeUp).Select(s => DayText.Short(s.Day)).ToList();
        if (makeUps.Count > 0)
        {
            parts.Add(texts["SayMakeUp", string.Join(texts["ListComma"].Value, makeUps)]);
        }

        if (due.Steps[^1].Reason == StepReason.MovedTo)
        {
            parts.Add(texts["SayMoved", DayText.Short(due.Day)]);
        }

        if (due.Provisional)
        {
            parts.Add(texts["SayProvisional"]);
        }

        return DayText.Sentences(parts);
    }
}
