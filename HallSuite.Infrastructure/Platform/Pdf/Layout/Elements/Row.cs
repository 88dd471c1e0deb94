using HallSuite.Infrastructure.Platform.Pdf.Layout.Paging;

namespace HallSuite.Infrastructure.Platform.Pdf.Layout.Elements;

/// <summary>An item of a row: with its own width in points, with a share of what the others leave, or as wide as what is in it.</summary>
internal readonly record struct RowItem(Container Content, double? Points, double? Share);

/// <summary>Items side by side; each goes on over pages by itself, and the row is done when all are.</summary>
internal sealed class Row(IReadOnlyList<RowItem> items, double spacing) : Element
{
    private readonly double[] widths = new double[items.Count];
    private readonly Fit[] fits = new Fit[items.Count];
    private readonly bool[] done = new bool[items.Count];

    public override Plan Measure(LayoutRun run, Space space)
    {
        if (!Divide(run, space))
        {
            return Plan.Wrap;
        }

        var (fit, width, height) = (Fit.Full, Math.Max(0, items.Count - 1) * spacing, 0.0);
        for (var i = 0; i < items.Count; i++)
        {
            width += widths[i];
            if (done[i])
            {
                continue;
            }

            run.Enter("row", i + 1);
            var plan = items[i].Content.Element.Measure(run, space with { Width = widths[i] });
            run.Leave();
            if (plan.Fit == Fit.Wrap)
            {
                return Plan.Wrap;
            }

            fits[i] = plan.Fit;
            fit = plan.Fit == Fit.Partial ? Fit.Partial : fit;
            height = Math.Max(height, plan.Height);
        }

        return new Plan(fit, width, height);
    }

    public override void Draw(LayoutRun run, Frame frame)
    {
        var x = frame.X;
        for (var i = 0; i < items.Count; i++)
        {
            if (!done[i])
            {
                items[i].Content.Element.Draw(run, new Frame(x, frame.Y, widths[i], frame.Height));
                done[i] = fits[i] == Fit.Full;
            }

            x += widths[i] + spacing;
        }
    }

    public override void Reset(Again again)
    {
        Array.Clear(done);
        foreach (var item in items)
        {
            item.Content.Element.Reset(again);
        }
    }

    private bool Divide(LayoutRun run, Space space)
    {
        var left = space.Width - (Math.Max(0, items.Count - 1) * spacing);
        var shares = 0.0;
        for (var i = 0; i < items.Count; i++)
        {
            widths[i] = items[i].Points ?? (items[i].Share is null && !done[i] ? items[i].Content.Element.Measure(run, space with { Height = double.PositiveInfinity }).Width : 0);
            left -= widths[i];
            shares += items[i].Share ?? 0;
        }

        if (left < -0.01)
        {
            run.Blame(space, "row", space.Width - left, 0);
            return false;
        }

        for (var i = 0; i < items.Count; i++)
        {
            widths[i] = items[i].Share is { } share ? left * share / shares : widths[i];
        }

        return true;
    }
}
