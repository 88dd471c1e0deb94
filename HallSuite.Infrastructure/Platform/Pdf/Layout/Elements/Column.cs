using HallSuite.Infrastructure.Platform.Pdf.Layout.Paging;

namespace HallSuite.Infrastructure.Platform.Pdf.Layout.Elements;

/// <summary>Items below each other; those that do not fit go on the next page.</summary>
internal sealed class Column(IReadOnlyList<Container> items, double spacing) : Element
{
    private readonly List<(int Item, Plan Plan, double Top)> placed = [];
    private int next;

    public override Plan Measure(LayoutRun run, Space space)
    {
        placed.Clear();
        var (height, width, partial) = (0.0, 0.0, false);
        var item = next;
        for (; item < items.Count && !partial; item++)
        {
            var top = height > 0 ? height + spacing : 0;
            if (!space.Holds(top))
            {
                break;
            }

            run.Enter("column", item + 1);
            var plan = items[item].Element.Measure(run, space.Less(0, top) with { Fresh = space.Fresh && height == 0 });
            run.Leave();
            if (plan.Fit == Fit.Wrap)
            {
                break;
            }

            placed.Add((item, plan, top));
            partial = plan.Fit == Fit.Partial;
            width = Math.Max(width, plan.Width);
            height = plan.Height > 0 ? top + plan.Height : height;
        }

        if (item == items.Count && !partial)
        {
            return Plan.Full(width, height);
        }

        if (!partial)
        {
            BringAlong(run, space, item);
            LeaveKept(space);
        }

        return placed.Count == 0 ? Plan.Wrap : Plan.Partial(placed.Max(p => p.Plan.Width), placed.Max(p => p.Top + p.Plan.Height));
    }

    public override void Draw(LayoutRun run, Frame frame)
    {
        foreach (var (item, plan, top) in placed)
        {
            items[item].Element.Draw(run, new Frame(frame.X, frame.Y + top, frame.Width, plan.Height));
            if (plan.Fit == Fit.Full)
            {
                next = item + 1;
                run.Progress = true;
            }
        }

        placed.Clear();
    }

    public override void Reset(Again again)
    {
        next = 0;
        placed.Clear();
        foreach (var item in items)
        {
            item.Element.Reset(again);
        }
    }

    // What may not stand first on the next page takes the end of the item before it along, or all of it if it cannot be parted.
    private void BringAlong(LayoutRun run, Space space, int item)
    {
        var index = placed.FindLastIndex(p => p.Plan.Height > 0);
        if (index < 0 || !items[item].Element.KeepsWithPrevious)
        {
            return;
        }

        var (last, plan, top) = placed[index];
        var shorter = items[last].Element.Measure(run, new Space(space.Width, plan.Height - 1, Fresh: false));
        if (shorter.Fit == Fit.Partial)
        {
            placed.RemoveRange(index, placed.Count - index);
            placed.Add((last, shorter, top));
        }
        else if (placed.Exists(p => p.Plan.Height > 0 && p.Item != last) || !space.Fresh)
        {
            placed.RemoveRange(index, placed.Count - index);
        }
        else
        {
            // It is all that the page holds: taking it along would only empty the page.
            placed[index] = (last, items[last].Element.Measure(run, space with { Height = plan.Height }), top);
        }
    }

    // Headings at the bottom follow what they head. If nothing else stands on the page, they stay: the next page is no larger.
    private void LeaveKept(Space space)
    {
        var kept = placed.Count;
        while (kept > 0 && items[placed[kept - 1].Item].Element.KeepsWithNext)
        {
            kept--;
        }

        if (kept > 0 || !space.Fresh)
        {
            placed.RemoveRange(kept, placed.Count - kept);
        }
    }
}
