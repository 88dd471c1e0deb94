using HallSuite.Infrastructure.Platform.Pdf.Layout.Paging;

namespace HallSuite.Infrastructure.Platform.Pdf.Layout.Elements;

/// <summary>Blank around, in points.</summary>
internal sealed class Padding(Container inner, double left, double top, double right, double bottom) : Decorator(inner)
{
    public override Plan Measure(LayoutRun run, Space space)
    {
        var (across, along) = (left + right, top + bottom);
        var plan = Inner.Measure(run, space.Less(across, along));
        if (plan.Fit == Fit.Wrap || plan == Plan.Nothing && along == 0)
        {
            return plan;
        }

        if (space.Holds(plan.Height + along))
        {
            return plan with { Width = plan.Width + across, Height = plan.Height + along };
        }

        run.Blame(space, "padding", plan.Width + across, plan.Height + along);
        return Plan.Wrap;
    }

    public override void Draw(LayoutRun run, Frame frame) =>
        Inner.Draw(run, new Frame(frame.X + left, frame.Y + top, Math.Max(0, frame.Width - left - right), Math.Max(0, frame.Height - top - bottom)));
}

/// <summary>A size that the inner element must have, or the least and the most of it, in points.</summary>
internal sealed class Constrained(Container inner, double minWidth, double maxWidth, double minHeight, double maxHeight) : Decorator(inner)
{
    public override Plan Measure(LayoutRun run, Space space)
    {
        if (!space.HoldsWidth(minWidth) || !space.Holds(minHeight))
        {
            run.Blame(space, "fixed size", minWidth, minHeight);
            return Plan.Wrap;
        }

        var plan = Inner.Measure(run, space with { Width = Math.Min(space.Width, maxWidth), Height = Math.Min(space.Height, maxHeight) });
        return plan.Fit == Fit.Wrap ? plan : plan with { Width = Math.Max(plan.Width, minWidth), Height = Math.Max(plan.Height, minHeight) };
    }

    public override void Draw(LayoutRun run, Frame frame) =>
        Inner.Draw(run, frame with { Width = Math.Min(frame.Width, maxWidth), Height = Math.Min(frame.Height, maxHeight) });
}

/// <summary>Places the inner element in a larger frame: 0 left or top, 0.5 middle, 1 right or bottom; null fills that direction.</summary>
internal sealed class Aligned(Container inner, double? across, double? along) : Decorator(inner)
{
    private Plan plan;

    public override Plan Measure(LayoutRun run, Space space) => plan = Inner.Measure(run, space);

    public override void Draw(LayoutRun run, Frame frame)
    {
        var width = across is null ? frame.Width : Math.Min(plan.Width, frame.Width);
        var height = along is null ? frame.Height : Math.Min(plan.Height, frame.Height);
        Inner.Draw(run, new Frame(frame.X + ((frame.Width - width) * (across ?? 0)), frame.Y + ((frame.Height - height) * (along ?? 0)), width, height));
    }
}
