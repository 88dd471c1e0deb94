namespace HallSuite.Infrastructure.Platform.Pdf.Layout.Elements;

/// <summary>The cells of a table in order: those that were written down, and rows that are made from a sequence while the table is drawn.</summary>
internal sealed class TableCells
{
    private readonly List<(TableCell? Cell, IEnumerable<TableCell?>? Rows)> entries = [];

    public void Add(TableCell cell) => entries.Add((cell, null));

    /// <param name="rows">Read once for each pass; a null ends a row.</param>
    public void Add(IEnumerable<TableCell?> rows) => entries.Add((null, rows));

    public IEnumerable<TableCell?> Read()
    {
        foreach (var (cell, rows) in entries)
        {
            if (cell is not null)
            {
                yield return cell;
            }

            foreach (var made in rows ?? [])
            {
                yield return made;
            }
        }
    }

    /// <summary>Cells that were written down begin again; rows that are made are made anew.</summary>
    public void Reset(Again again)
    {
        foreach (var (cell, _) in entries)
        {
            cell?.Element.Reset(again);
        }
    }
}
