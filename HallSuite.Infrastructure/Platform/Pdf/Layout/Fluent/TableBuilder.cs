using HallSuite.Infrastructure.Platform.Pdf.Layout.Elements;

namespace HallSuite.Infrastructure.Platform.Pdf.Layout;

/// <summary>A cell of a table; cells are placed in rows in the order they are asked for.</summary>
public sealed class TableCell : Container
{
    internal TableCell(DocumentScope scope)
        : base(scope)
    {
    }

    internal int Rows { get; private set; } = 1;

    internal int Columns { get; private set; } = 1;

    internal bool Heads { get; private set; }

    /// <summary>Reaches down over so many rows, which then stay on one page if a page can hold them.</summary>
    public TableCell RowSpan(int rows)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        Rows = rows;
        return this;
    }

    /// <summary>Reaches over so many columns, at most as many as there are.</summary>
    public TableCell ColumnSpan(int columns)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        Columns = columns;
        return this;
    }

    /// <summary>Says what its row is, as the left cells of a form do.</summary>
    public TableCell Head()
    {
        Heads = true;
        return this;
    }
}

/// <summary>Where cells are added.</summary>
public class TableCellsBuilder
{
    internal TableCellsBuilder(DocumentScope scope) => Scope = scope;

    internal TableCells Cells { get; } = new();

    private protected DocumentScope Scope { get; }

    public TableCell Cell()
    {
        var cell = new TableCell(Scope);
        Cells.Add(cell);
        return cell;
    }
}

/// <summary>How the width of a table is divided.</summary>
public sealed class TableColumnsBuilder
{
    internal TableColumns Columns { get; } = new();

    public void ConstantColumn(double points) => Columns.Add(points, 0);

    /// <param name="share">Of what the constant columns leave.</param>
    public void RelativeColumn(double share = 1) => Columns.Add(null, share);
}

/// <summary>A table: columns, a head that stands on every page, cells.</summary>
public sealed class TableBuilder : TableCellsBuilder
{
    private readonly Container owner;
    private readonly TableColumnsBuilder columns = new();
    private readonly TableCellsBuilder head;

    internal TableBuilder(Container owner)
        : base(owner.Scope) => (this.owner, head) = (owner, new TableCellsBuilder(owner.Scope));

    public void ColumnsDefinition(Action<TableColumnsBuilder> define) => define(columns);

    /// <summary>Repeated on each page that the table goes over.</summary>
    public void Header(Action<TableCellsBuilder> fill) => fill(head);

    /// <summary>
    /// One row, or several, for each item, made while the table is drawn and forgotten afterwards: for long tables. The sequence is read once for each
    /// pass over the document, that is twice if it tells its number of pages, and must give the same items each time.
    /// </summary>
    public void Rows<T>(IEnumerable<T> items, Action<TableCellsBuilder, T> fill) => Cells.Add(Make(items, fill));

    internal void Build() =>
        owner.Fill(columns.Columns.Count > 0 ? new Table(columns.Columns, head.Cells, Cells) : throw new InvalidOperationException("A table has at least one column."));

    private IEnumerable<TableCell?> Make<T>(IEnumerable<T> items, Action<TableCellsBuilder, T> fill)
    {
        foreach (var item in items)
        {
            var row = new TableCellsBuilder(Scope);
            fill(row, item);
            foreach (var cell in row.Cells.Read())
            {
                yield return cell;
            }

            yield return null;
        }
    }
}
