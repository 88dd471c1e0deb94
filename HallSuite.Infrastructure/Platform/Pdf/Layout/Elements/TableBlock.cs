using HallSuite.Infrastructure.Platform.Pdf.Layout.Paging;
using HallSuite.Infrastructure.Platform.Pdf.Writing;

namespace HallSuite.Infrastructure.Platform.Pdf.Layout.Elements;

/// <summary>A cell and the place that it was given in its block.</summary>
internal sealed class PlacedCell(TableCell cell, int row, int column, int rows, int columns)
{
    public TableCell Cell { get; } = cell;

    public int Row { get; } = row;

    public int Column { get; } = column;

    public int Rows { get; } = rows;

    public int Columns { get; } = columns;

    /// <summary>What it answered last.</summary>
    public Plan Plan { get; set; }

    /// <summary>All of it was drawn; when its row goes on it is an empty box that makes the row no higher.</summary>
    public bool Done { get; set; }

    public PdfElement? Tag { get; set; }
}

/// <summary>Rows that stay on one page unless they are higher than one; then they are parted between rows, and a row higher than a page goes on inside its cells.</summary>
internal sealed class TableBlock(List<PlacedCell> cells, int rows)
{
    private readonly double[] heights = new double[rows];
    private readonly PdfElement?[] tags = new PdfElement?[rows];
    private int first;
    private int end;

    public IReadOnlyList<PlacedCell> Cells => cells;

    public int Rows => rows;

    /// <summary>The height of what is left of it.</summary>
    public double Height { get; private set; }

    /// <summary>Everything was drawn.</summary>
    public bool IsDone => first == rows;

    /// <summary>Decides to draw all that is left.</summary>
    public void MeasureWhole(LayoutRun run, double[] edges)
    {
        Array.Clear(heights);
        for (var row = first; row < rows; row++)
        {
            foreach (var cell in cells)
            {
                if (cell.Row + cell.Rows - 1 != row)
                {
                    continue;
                }

                cell.Plan = Measure(run, cell, edges, double.PositiveInfinity);
                var above = 0.0;
                for (var r = Math.Max(first, cell.Row); r < row; r++)
                {
                    above += heights[r];
                }

                heights[row] = Math.Max(heights[row], cell.Plan.Height - above);
            }
        }

        (end, Height) = (rows, heights.Sum());
    }

    /// <summary>Decides to draw as much as fits; answers the height of that, 0 if it is nothing.</summary>
    public double MeasurePart(LayoutRun run, double[] edges, Space space)
    {
        var height = 0.0;
        end = first;
        while (end < rows && space.Holds(height + heights[end]))
        {
            height += heights[end++];
        }

        if (height <= 0)
        {
            return MeasureRowPart(run, edges, space);
        }

        foreach (var cell in cells.Where(c => c.Row < end && c.Row + c.Rows > end))
        {
            cell.Plan = Measure(run, cell, edges, HeightOf(cell));
        }

        return height;
    }

    /// <summary>Lets go of what its cells hold open: tables inside of them may be reading a sequence.</summary>
    public void Reset(Again again)
    {
        foreach (var cell in cells)
        {
            cell.Cell.Element.Reset(again);
        }
    }

    public void Draw(LayoutRun run, double[] edges, double x, double y, bool head)
    {
        foreach (var cell in cells)
        {
            if (cell.Row >= end || cell.Row + cell.Rows <= first)
            {
                continue;
            }

            tags[cell.Row] ??= run.Paper.Begin(PdfTag.TableRow);
            cell.Tag ??= run.Paper.BeginCell(tags[cell.Row], head || cell.Cell.Heads ? PdfTag.TableHead : PdfTag.TableCell, cell.Columns, cell.Rows, !head);
            if (cell.Plan.Fit == Fit.Wrap)
            {
                continue;
            }

            using (run.Paper.Under(cell.Tag))
            {
                var top = y;
                for (var row = first; row < cell.Row; row++)
                {
                    top += heights[row];
                }

                cell.Cell.Element.Draw(run, new Frame(x + edges[cell.Column], top, edges[cell.Column + cell.Columns] - edges[cell.Column], HeightOf(cell)));
                cell.Done |= cell.Plan.Fit == Fit.Full;
            }
        }

        run.Progress = true;
        first = cells.Exists(c => c.Row + c.Rows == end && c.Plan.Fit != Fit.Full) ? end - 1 : end;
    }

    // The next row that has a height is higher than the space: its cells are filled as far as it goes. A cell that cannot even begin stops the row.
    private double MeasureRowPart(LayoutRun run, double[] edges, Space space)
    {
        var height = 0.0;
        heights[end++] = space.Height;
        foreach (var cell in cells.Where(c => c.Row < end && c.Row + c.Rows > first))
        {
            cell.Plan = Measure(run, cell, edges, space.Height, space.Fresh);
            if (cell.Plan.Fit == Fit.Wrap)
            {
                return 0;
            }

            height = Math.Max(height, cell.Plan.Height);
        }

        return heights[end - 1] = height;
    }

    private double HeightOf(PlacedCell cell)
    {
        var height = 0.0;
        for (var row = Math.Max(first, cell.Row); row < Math.Min(end, cell.Row + cell.Rows); row++)
        {
            height += heights[row];
        }

        return height;
    }

    private static Plan Measure(LayoutRun run, PlacedCell cell, double[] edges, double height, bool fresh = true)
    {
        run.Enter("cell", cell.Column + 1);
        var plan = cell.Cell.Element.Measure(run, new Space(edges[cell.Column + cell.Columns] - edges[cell.Column], height, fresh));
        run.Leave();
        return cell.Done ? plan with { Fit = Fit.Full, Height = 0 } : plan;
    }
}
