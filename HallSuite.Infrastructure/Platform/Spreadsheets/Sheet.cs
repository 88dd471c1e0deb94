namespace HallSuite.Infrastructure.Platform.Spreadsheets;

/// <summary>A column: its heading, how its numbers and dates look, and how many characters wide it is.</summary>
public sealed record SheetColumn
{
    private SheetColumn(string heading, double width, int style) => (Heading, Width, Style) = (heading, width, style);

    public string Heading { get; }

    public double Width { get; }

    /// <summary>The index of the cell format in <see cref="XlsxParts.Styles"/>.</summary>
    internal int Style { get; }

    /// <summary>Text that stays text when someone edits it: identity numbers, codes, names.</summary>
    public static SheetColumn Text(string heading, double width = 18) => new(heading, width, XlsxParts.TextStyle);

    /// <summary>Whole numbers: 1,234.</summary>
    public static SheetColumn Whole(string heading, double width = 10) => new(heading, width, XlsxParts.WholeStyle);

    /// <summary>Numbers with two places, for example yuan: 1,234.50.</summary>
    public static SheetColumn Amount(string heading, double width = 14) => new(heading, width, XlsxParts.AmountStyle);

    /// <summary>Parts of one as a percentage: 0.125 is 12.5%.</summary>
    public static SheetColumn Percent(string heading, double width = 10) => new(heading, width, XlsxParts.PercentStyle);

    public static SheetColumn Date(string heading, double width = 12) => new(heading, width, XlsxParts.DateStyle);

    /// <summary>Local date and time, to the minute.</summary>
    public static SheetColumn Moment(string heading, double width = 18) => new(heading, width, XlsxParts.MomentStyle);
}

/// <summary>A table to write. Its rows are asked for once, one after the other, and never kept.</summary>
/// <param name="Name">What the tab says; made to fit what spreadsheets allow.</param>
/// <param name="Rows">Cells in the order of the columns; a row may be shorter.</param>
public sealed record Sheet(string Name, IReadOnlyList<SheetColumn> Columns, IAsyncEnumerable<IReadOnlyList<SheetCell>> Rows)
{
    /// <summary>Rows of a sheet, with the row of headings; what .xlsx holds.</summary>
    public const int MostRows = 1_048_576;

    /// <summary>A table of rows that are at hand.</summary>
    public static Sheet Of(string name, IReadOnlyList<SheetColumn> columns, IEnumerable<IReadOnlyList<SheetCell>> rows) => new(name, columns, rows.ToAsyncEnumerable());
}
