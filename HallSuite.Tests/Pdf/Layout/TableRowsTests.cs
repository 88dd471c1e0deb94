using FsCheck;
using FsCheck.Fluent;
using HallSuite.Infrastructure.Platform.Pdf.Layout;
using HallSuite.Infrastructure.Platform.Pdf.Layout.Elements;

namespace HallSuite.Tests.Pdf.Layout;

/// <summary>Which place a table's cells get.</summary>
public sealed class TableRowsTests
{
    [Fact]
    public void Cells_FillRowsInOrder() => Assert.Equal("0,0 0,1 | 0,0 0,1 | 0,0", Places(2, Cell(), Cell(), Cell(), Cell(), Cell()));

    [Fact]
    public void ACellThatReachesDown_MakesOneBlockOfItsRows() => Assert.Equal("0,0 0,1 1,1 | 0,0 0,1", Places(2, Cell(rows: 2), Cell(), Cell(), Cell(), Cell()));

    [Fact]
    public void ACellTooWideForTheRestOfItsRow_BeginsTheNext() => Assert.Equal("0,0 | 0,0 0,2", Places(3, Cell(), Cell(columns: 2), Cell(), end: [1]));

    [Fact]
    public void AWideCell_IsNotPutIntoTheGap() => Assert.Equal("0,0 0,1 | 0,0", Places(3, Cell(), Cell(), Cell(columns: 3)));

    [Fact]
    public void ACellWiderThanTheTable_TakesItsWidth() => Assert.Equal("0,0 | 0,0", Places(2, Cell(columns: 5), Cell()));

    [Fact]
    public void TheEndOfARow_UnderACellThatReachesDown_EndsOnlyARowThatHasCells() =>
        Assert.Equal("0,0 0,1 1,1 | 0,0", Places(2, Cell(rows: 2), Cell(), Cell(), Cell(), end: [2, 3]));

    [Fact]
    public void TheEndOfARow_LeavesTheRestOfItEmpty() => Assert.Equal("0,0 | 0,0 0,1", Places(2, Cell(), Cell(), Cell(), end: [1]));

    [Fact]
    public void EveryCell_GetsOnePlace_AndNoTwoTheSame() =>
        Prop.ForAll(Gen.Choose(1, 5).ToArbitrary(), Gen.Choose(0, 15).ListOf().ToArbitrary(), (columns, shapes) =>
        {
            var cells = shapes.Select(s => Cell(1 + (s % 4), 1 + (s / 4))).ToList();
            using var rows = new TableRows(cells, columns);
            var met = new List<TableCell>();
            while (rows.Next() is { } block)
            {
                met.AddRange(block.Cells.Select(c => c.Cell));
                var squares = block.Cells.SelectMany(c => from r in Enumerable.Range(c.Row, c.Rows) from k in Enumerable.Range(c.Column, c.Columns) select (r, k)).ToList();
                if (squares.Distinct().Count() != squares.Count || squares.Exists(s => s.k >= columns || s.r >= block.Rows))
                {
                    return false;
                }
            }

            return met.SequenceEqual(cells);
        }).QuickCheckThrowOnFailure();

    private static string Places(int columns, params TableCell[] cells) => Places(columns, cells, []);

    private static string Places(int columns, TableCell a, TableCell b, TableCell c, int[] end) => Places(columns, [a, b, c], end);

    private static string Places(int columns, TableCell a, TableCell b, TableCell c, TableCell d, int[] end) => Places(columns, [a, b, c, d], end);

    private static string Places(int columns, TableCell[] cells, int[] end)
    {
        var source = cells.SelectMany((cell, i) => end.Contains(i + 1) ? new TableCell?[] { cell, null } : [cell]);
        using var rows = new TableRows(source, columns);
        var blocks = new List<string>();
        while (rows.Next() is { } block)
        {
            blocks.Add(string.Join(' ', block.Cells.Select(c => $"{c.Row},{c.Column}")));
        }

        return string.Join(" | ", blocks);
    }

    private static TableCell Cell(int rows = 1, int columns = 1) => new TableCell(new DocumentScope()).RowSpan(rows).ColumnSpan(columns);
}
