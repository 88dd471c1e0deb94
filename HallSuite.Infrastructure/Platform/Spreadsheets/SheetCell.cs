using System.Globalization;

namespace HallSuite.Infrastructure.Platform.Spreadsheets;

/// <summary>A cell to write: text, a number, a date, a local date and time, or nothing. Made by conversion from its value.</summary>
public readonly struct SheetCell : IEquatable<SheetCell>
{
    /// <summary>UTF-16 units; more than that no spreadsheet program takes.</summary>
    public const int LongestText = 32_767;

    private readonly string? text;
    private readonly decimal number;

    private SheetCell(CellKind kind, string? text, decimal number) => (Kind, this.text, this.number) = (kind, text, number);

    public static SheetCell Empty => default;

    internal CellKind Kind { get; }

    internal string Text => text ?? "";

    internal decimal Number => number;

    /// <summary>Days since the day 0 of spreadsheets, 1899-12-30.</summary>
    internal decimal Serial => number / TimeSpan.TicksPerDay - DayZero;

    private static int DayZero => new DateOnly(1899, 12, 30).DayNumber;

    public static implicit operator SheetCell(string? text) => string.IsNullOrEmpty(text) ? Empty : new SheetCell(CellKind.Text, text, 0);

    public static implicit operator SheetCell(int number) => new(CellKind.Number, null, number);

    public static implicit operator SheetCell(long number) => new(CellKind.Number, null, number);

    public static implicit operator SheetCell(decimal number) => new(CellKind.Number, null, number);

    public static implicit operator SheetCell(DateOnly day) => new(CellKind.Date, null, day.ToDateTime(TimeOnly.MinValue).Ticks);

    /// <summary>A date and time of day as the reader's clock shows it.</summary>
    public static implicit operator SheetCell(DateTime local) => new(CellKind.Moment, null, local.Ticks);

    /// <summary>Whether a spreadsheet can hold the date as one: its calendar takes 1900 for a leap year and is wrong before March.</summary>
    internal bool IsDateForSpreadsheets => number >= new DateTime(1900, 3, 1).Ticks;

    /// <summary>The cell as plain text: dates as <c>2026-03-09</c> and <c>2026-03-09 14:05:00</c>, numbers with a point.</summary>
    public override string ToString() => Kind switch
    {
        CellKind.Empty => "",
        CellKind.Text => Text,
        CellKind.Number => number.ToString(CultureInfo.InvariantCulture),
        CellKind.Date => new DateTime((long)number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        CellKind.Moment => new DateTime((long)number).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
    };

    public bool Equals(SheetCell other) => Kind == other.Kind && text == other.text && number == other.number;

    public override bool Equals(object? obj) => obj is SheetCell other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Kind, text, number);

    public static bool operator ==(SheetCell left, SheetCell right) => left.Equals(right);

    public static bool operator !=(SheetCell left, SheetCell right) => !left.Equals(right);
}

internal enum CellKind
{
    Empty,
    Text,
    Number,
    Date,
    Moment,
}
