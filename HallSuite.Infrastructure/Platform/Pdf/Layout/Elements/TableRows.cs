namespace HallSuite.Infrastructure.Platform.Pdf.Layout.Elements;

/// <summary>
/// Puts a table's cells into rows in the order they come, around cells that reach down from above, and hands them out as blocks: rows that no page may
/// part because a cell joins them. Reads its source no further than the block it hands out; a null in the source ends the row.
/// </summary>
internal sealed class TableRows(IEnumerable<TableCell?> source, int columns) : IDisposable
{
    private readonly IEnumerator<TableCell?> cells = source.GetEnumerator();
    private TableCell? held;
    private bool ended;

    /// <summary>The next block, or null after the last.</summary>
    public TableBlock? Next()
    {
        var placed = new List<PlacedCell>();
        var reach = new int[columns];
        for (var row = 0; ;)
        {
            var column = Array.FindIndex(reach, r => r <= row);
            if (column < 0)
            {
                row++;
                if (Array.TrueForAll(reach, r => r <= row))
                {
                    return new TableBlock(placed, row);
                }

                continue;
            }

            if (!Take(out var cell))
            {
                return placed.Count == 0 ? null : new TableBlock(placed, Math.Max(reach.Max(), row));
            }

            if (cell is not null && Room(reach, row, column) >= Math.Min(cell.Columns, columns))
            {
                var across = Math.Min(cell.Columns, columns);
                placed.Add(new PlacedCell(cell, row, column, cell.Rows, across));
                Array.Fill(reach, row + cell.Rows, column, across);
                continue;
            }

            // The row ends here, asked for or because the cell is too wide for what is left of it. A row without a cell of its own is none.
            held = cell;
            if (cell is not null || placed.Exists(p => p.Row == row))
            {
                for (var i = 0; i < columns; i++)
                {
                    reach[i] = Math.Max(reach[i], row + 1);
                }
            }
        }
    }

    public void Dispose() => cells.Dispose();

    private static int Room(int[] reach, int row, int column)
    {
        var end = column;
        while (end < reach.Length && reach[end] <= row)
        {
            end++;
        }

        return end - column;
    }

    private bool Take(out TableCell? cell)
    {
        (cell, held) = (held, null);
        if (cell is not null)
        {
            return true;
        }

        ended = ended || !cells.MoveNext();
        cell = ended ? null : cells.Current;
        return !ended;
    }
}
