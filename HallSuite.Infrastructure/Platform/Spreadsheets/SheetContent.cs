using HallSuite.Domain.Kernel;

namespace HallSuite.Infrastructure.Platform.Spreadsheets;

/// <summary>A row that was read.</summary>
/// <param name="Line">Its line as the spreadsheet program shows it, from 1; of a text file the line on which the row begins.</param>
/// <param name="Cells">Text of the cells; the row may be shorter than the headings.</param>
public sealed record SheetRow(int Line, IReadOnlyList<string> Cells)
{
    /// <summary>The text of a column without surrounding white space; empty where the row has no such cell.</summary>
    public string this[int column] => column < Cells.Count ? Cells[column].Trim() : "";
}

/// <summary>
/// A table that was read: the first row that holds anything gives the headings, and rows that hold nothing are left out. Numbers are written with
/// a point and without grouping, dates as <c>2026-03-09</c>, with a time of day as <c>2026-03-09 14:05:00</c>.
/// </summary>
public sealed record SheetContent(IReadOnlyList<string> Headings, IReadOnlyList<SheetRow> Rows)
{
    /// <summary>
    /// The index of the column that has one of the headings, capitals and surrounding white space aside. Refused:
    /// <c>spreadsheet.column-missing</c>, <c>spreadsheet.column-twice</c>; both tell the first of the headings.
    /// </summary>
    public Result<int> ColumnOf(params string[] headings)
    {
        var found = Headings.Index().Where(h => headings.Contains(h.Item.Trim(), StringComparer.OrdinalIgnoreCase)).Select(h => h.Index).ToList();
        return found.Count switch
        {
            1 => found[0],
            0 => SpreadsheetErrors.ColumnMissing(headings[0]),
            _ => SpreadsheetErrors.ColumnTwice(headings[0]),
        };
    }

    /// <summary>The same for a column that may be missing; null then.</summary>
    public Result<int?> OptionalColumnOf(params string[] headings)
    {
        var column = ColumnOf(headings);
        if (column.IsOk)
            return (int?)column.Value;
        return column.Error.Code == SpreadsheetErrors.ColumnMissing("").Code ? (int?)null : column.Error;
    }
}
