using System.Globalization;

namespace HallSuite.Infrastructure.Documents.Papers;

/// <summary>How days and numbers are written on paper.</summary>
public static class PaperWords
{
    private const string Digits = "〇一二三四五六七八九";

    /// <summary>2026年9月28日, as official papers are dated (GB/T 9704-2012, 7.3.5.4).</summary>
    public static string Day(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日");

    /// <summary>二〇二六年九月二十八日, for certificates.</summary>
    public static string DayInCharacters(DateOnly day) =>
        $"{string.Concat(day.Year.ToString("0000", CultureInfo.InvariantCulture).Select(d => Digits[d - '0']))}年{Count(day.Month)}月{Count(day.Day)}日";

    /// <summary>A number from 1 to 99 in characters: 十, 十五, 二十, 四十五. Larger ones in digits.</summary>
    public static string Count(int number) => number switch
    {
        < 1 or > 99 => number.ToString(CultureInfo.InvariantCulture),
        < 10 => Digits[number].ToString(),
        < 20 => "十" + Unit(number),
        _ => $"{Digits[number / 10]}十{Unit(number)}",
    };

    /// <summary>两个工作日, 十个工作日: before a measure word two is 两.</summary>
    public static string WorkingDays(int days) => $"{(days == 2 ? "两" : Count(days))}个工作日";

    /// <summary>The number of a list: 1, 2, 3 …</summary>
    public static string Index(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>The last part of the address of the public check, to be typed by whoever cannot scan.</summary>
    public static string CheckCode(string verifyUrl) => verifyUrl[(verifyUrl.LastIndexOf('/') + 1)..];

    /// <summary>A heading with its number: 一、申请材料.</summary>
    public static string Heading(int number, string text) => $"{Count(number)}、{text}";

    private static string Unit(int number) => number % 10 == 0 ? "" : Digits[number % 10].ToString();
}
