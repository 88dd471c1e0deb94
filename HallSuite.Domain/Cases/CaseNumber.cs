using System.Globalization;
using HallSuite.Domain.Kernel;

namespace HallSuite.Domain.Cases;

/// <summary>The number of a case: the hall's code in capitals, the local day, five digits, as <c>QINGLAN2026112200031</c>.</summary>
public static class CaseNumber
{
    /// <summary>A hall code of 32 characters, eight digits of the day, five of the counter.</summary>
    public const int Length = 45;

    public const int HighestCounter = 99_999;

    /// <param name="hallCode">Letters, digits and hyphens; whatever it is, the last 13 characters are day and counter.</param>
    /// <param name="counter">1 for the first case of the hall on that day.</param>
    public static Result<string> Of(string hallCode, DateOnly day, int counter) =>
        counter is < 1 or > HighestCounter
            ? CaseErrors.NumbersUsedUp
            : string.Create(CultureInfo.InvariantCulture, $"{hallCode.ToUpperInvariant()}{day:yyyyMMdd}{counter:00000}");
}
