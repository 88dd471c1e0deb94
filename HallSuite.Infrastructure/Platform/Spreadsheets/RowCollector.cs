using HallSuite.Domain.Kernel;

namespace HallSuite.Infrastructure.Platform.Spreadsheets;

/// <summary>Gathers the rows of a table under its limits: headings first, empty rows left out.</summary>
internal sealed class RowCollector(ReadLimits limits)
{
    private readonly List<SheetRow> rows = [];
    private List<string>? headings;
    private long cells;

    /// <summary>Takes the next row; answers the limit that it breaks.</summary>
    public Error? Add(int line, List<string> row)
    {
        while (row.Count > 0 && string.IsNullOrWhiteSpace(row[^1]))
            row.RemoveAt(row.Count - 1);
        if (row.Count == 0)
            return null;
        cells += row.Count;
        if (rows.Count + 1 >= limits.MostRows && headings is not null)
            return SpreadsheetErrors.TooManyRows(limits.MostRows);
        if (row.Count > limits.MostColumns)
            return SpreadsheetErrors.TooManyColumns(limits.MostColumns);
        if (cells > limits.MostCells)
            return SpreadsheetErrors.TooManyRows(rows.Count);
        if (headings is null)
            headings = row;
        else
            rows.Add(new SheetRow(line, row));
        return null;
    }

    public Result<SheetContent> ToContent() => headings is null ? SpreadsheetErrors.Empty : new SheetContent(headings, rows);
}
