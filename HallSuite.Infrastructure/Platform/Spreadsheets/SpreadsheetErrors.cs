using HallSuite.Domain.Kernel;

namespace HallSuite.Infrastructure.Platform.Spreadsheets;

/// <summary>Refusals of writing and reading tables. Lines count from 1 as the spreadsheet program shows them; arguments are never what a cell holds.</summary>
public static class SpreadsheetErrors
{
    /// <summary>A cell holds more characters than a spreadsheet can; says line, column and the most.</summary>
    public static Error CellTooLong(int line, string column) => new("spreadsheet.cell-too-long", ErrorKind.Invalid, line, column, SheetCell.LongestText);

    /// <summary>There are more rows than the format or the limits allow.</summary>
    public static Error TooManyRows(int most) => new("spreadsheet.too-many-rows", ErrorKind.Invalid, most);

    /// <summary>A row has more cells than columns were announced.</summary>
    public static Error RowTooWide(int line, int columns) => new("spreadsheet.row-too-wide", ErrorKind.Invalid, line, columns);

    /// <summary>There are more columns than the limits allow.</summary>
    public static Error TooManyColumns(int most) => new("spreadsheet.too-many-columns", ErrorKind.Invalid, most);

    /// <summary>The file is larger than the limits allow; in megabytes.</summary>
    public static Error TooLarge(long mostMegabytes) => new("spreadsheet.too-large", ErrorKind.Invalid, mostMegabytes);

    /// <summary>Unpacked, the file is larger than the limits allow; in megabytes.</summary>
    public static Error UnpacksTooLarge(long mostMegabytes) => new("spreadsheet.unpacks-too-large", ErrorKind.Invalid, mostMegabytes);

    /// <summary>Neither .xlsx, .xls nor text, or damaged.</summary>
    public static Error Unreadable => new("spreadsheet.unreadable", ErrorKind.Invalid);

    public static Error PasswordProtected => new("spreadsheet.password-protected", ErrorKind.Invalid);

    /// <summary>Bytes of a text file are neither UTF-8 nor GB 18030; says the line of the first.</summary>
    public static Error EncodingBroken(int line) => new("spreadsheet.encoding-broken", ErrorKind.Invalid, line);

    /// <summary>A quoted field of a text file does not end; says the line on which it begins.</summary>
    public static Error QuoteOpen(int line) => new("spreadsheet.quote-open", ErrorKind.Invalid, line);

    /// <summary>There is no row at all, not even of headings.</summary>
    public static Error Empty => new("spreadsheet.empty", ErrorKind.Invalid);

    /// <summary>No column has this heading.</summary>
    public static Error ColumnMissing(string heading) => new("spreadsheet.column-missing", ErrorKind.Invalid, heading);

    /// <summary>Two columns have this heading, and it cannot be told which is meant.</summary>
    public static Error ColumnTwice(string heading) => new("spreadsheet.column-twice", ErrorKind.Invalid, heading);

    /// <summary>A number has more digits than a spreadsheet keeps (15), so its last ones are lost; it should have been text.</summary>
    public static Error DigitsLost(int line, int column) => new("spreadsheet.digits-lost", ErrorKind.Invalid, line, column);
}
