using HallSuite.Infrastructure.Platform.Pdf.Layout.Paging;
using HallSuite.Infrastructure.Platform.Pdf.Writing;

namespace HallSuite.Infrastructure.Platform.Pdf.Layout.Elements;

/// <summary>
/// A table: its head stands again on each page, its rows are read from their source as pages are filled and forgotten when they are drawn. At any time
/// no more rows are held than the page being made shows, and one.
/// </summary>
internal sealed class Table(TableColumns columns, TableCells head, TableCells body) : Element
{
    private readonly List<TableBlock> heads = [];
    private readonly List<TableBlock> blocks = [];
    private TableRows? rows;
    private double[] edges = [];
    private double headHeight;
    private int placed;
    private PdfElement? tag;
    private bool begun;
    private bool done;
    private int row;

    public override Plan Measure(LayoutRun run, Space space)
    {
        placed = 0;
        if (done)
        {
            return Plan.Nothing;
        }

        if (columns.Edges(space.Width) is not { } divided)
        {
            run.Blame(space, "table", space.Width + 1, 0);
            return Plan.Wrap;
        }

        edges = divided;
        rows ??= new TableRows(body.Read(), columns.Count);
        headHeight = MeasureHead(run);
        var height = headHeight;
        while (Block(placed) is { } block)
        {
            run.Enter("row", row + placed + 1);
            block.MeasureWhole(run, edges);
            if (space.Holds(height + block.Height))
            {
                (height, placed) = (height + block.Height, placed + 1);
                run.Leave();
                continue;
            }

            var fresh = space.Fresh && placed == 0;
            if (fresh || block.Height > run.BodyHeight - headHeight)
            {
                var part = space.Holds(height) ? block.MeasurePart(run, edges, space.Less(0, height) with { Fresh = fresh }) : 0;
                (height, placed) = part > 0 ? (height + part, placed + 1) : (height, placed);
            }

            run.Leave();
            if (placed > 0)
            {
                return Plan.Partial(space.Width, height);
            }

            run.Blame(space, $"row[{row + 1}]", space.Width, headHeight + block.Height);
            return Plan.Wrap;
        }

        if (space.Holds(height))
        {
            return Plan.Full(space.Width, height);
        }

        run.Blame(space, "table head", space.Width, height);
        return Plan.Wrap;
    }

    public override void Draw(LayoutRun run, Frame frame)
    {
        if (done)
        {
            return;
        }

        tag ??= run.Paper.Begin(PdfTag.Table);
        using (run.Paper.Under(tag))
        {
            DrawHead(run, frame);
            var y = frame.Y + headHeight;
            for (var i = 0; i < placed; i++)
            {
                run.CheckCancelled();
                blocks[i].Draw(run, edges, frame.X, y, head: false);
                y += blocks[i].Height;
            }
        }

        var finished = blocks.Take(placed).Count(b => b.IsDone);
        blocks.RemoveRange(0, finished);
        row += finished;
        placed = 0;
        done = blocks.Count == 0 && Block(0) is null;
    }

    public override void Reset(Again again)
    {
        rows?.Dispose();
        (rows, tag, begun, done, row, placed) = (null, null, false, false, 0, 0);
        blocks.ForEach(block => block.Reset(again));
        blocks.Clear();
        heads.Clear();
        head.Reset(again);
        body.Reset(again);
    }

    private TableBlock? Block(int index)
    {
        if (index == blocks.Count && rows!.Next() is { } next)
        {
            blocks.Add(next);
        }

        return index < blocks.Count ? blocks[index] : null;
    }

    private double MeasureHead(LayoutRun run)
    {
        if (heads.Count == 0)
        {
            using var reader = new TableRows(head.Read(), columns.Count);
            while (reader.Next() is { } block)
            {
                heads.Add(block);
            }
        }

        run.Enter("table head");
        heads.ForEach(block => block.MeasureWhole(run, edges));
        run.Leave();
        return heads.Sum(block => block.Height);
    }

    // The first time it is part of the table; then it is a repetition that is not read aloud.
    private void DrawHead(LayoutRun run, Frame frame)
    {
        using (begun ? run.Paper.Artifact() : null)
        {
            var y = frame.Y;
            foreach (var block in heads)
            {
                block.Draw(run, edges, frame.X, y, head: true);
                y += block.Height;
            }
        }

        begun = true;
        heads.Clear();
        head.Reset(Again.OnNextPage);
    }
}
