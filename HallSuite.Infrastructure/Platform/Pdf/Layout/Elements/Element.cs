using HallSuite.Infrastructure.Platform.Pdf.Layout.Paging;

namespace HallSuite.Infrastructure.Platform.Pdf.Layout.Elements;

/// <summary>
/// A part of a page that lays itself out. <see cref="Measure"/> decides how much of what is left fits a space and may be asked any number of times;
/// <see cref="Draw"/> draws what the last <see cref="Measure"/> decided and moves on behind it. An element that has drawn everything measures as nothing.
/// </summary>
internal abstract class Element
{
    /// <summary>It must not be the last thing on a page when more follows (a heading).</summary>
    public virtual bool KeepsWithNext => false;

    /// <summary>It must not be the first thing on a page: the end of what stands before it comes along (a signature).</summary>
    public virtual bool KeepsWithPrevious => false;

    public abstract Plan Measure(LayoutRun run, Space space);

    /// <param name="frame">At least as large as the plan; elements that are aligned or painted use all of it.</param>
    public abstract void Draw(LayoutRun run, Frame frame);

    public abstract void Reset(Again again);
}

/// <summary>Nothing.</summary>
internal sealed class Empty : Element
{
    public static readonly Empty Instance = new();

    public override Plan Measure(LayoutRun run, Space space) => Plan.Nothing;

    public override void Draw(LayoutRun run, Frame frame)
    {
    }

    public override void Reset(Again again)
    {
    }
}

/// <summary>An element around another one; by itself it changes nothing.</summary>
internal abstract class Decorator(Container inner) : Element
{
    protected Element Inner => inner.Element;

    public override bool KeepsWithNext => Inner.KeepsWithNext;

    public override bool KeepsWithPrevious => Inner.KeepsWithPrevious;

    public override Plan Measure(LayoutRun run, Space space) => Inner.Measure(run, space);

    public override void Draw(LayoutRun run, Frame frame) => Inner.Draw(run, frame);

    public override void Reset(Again again) => Inner.Reset(again);
}

/// <summary>An element without inner ones that is drawn whole, once.</summary>
internal abstract class Leaf : Element
{
    private bool done;

    public sealed override Plan Measure(LayoutRun run, Space space)
    {
        if (done)
        {
            return Plan.Nothing;
        }

        var (width, height) = SizeIn(space);
        if (space.Holds(height) && space.HoldsWidth(width))
        {
            return Plan.Full(width, height);
        }

        run.Blame(space, Name, width, height);
        return Plan.Wrap;
    }

    public sealed override void Draw(LayoutRun run, Frame frame)
    {
        if (!done && run.Paper.Shows)
        {
            Paint(run, frame);
        }

        run.Progress = done = true;
    }

    public sealed override void Reset(Again again) => done = false;

    /// <summary>As it is called when it does not fit.</summary>
    protected abstract string Name { get; }

    protected abstract (double Width, double Height) SizeIn(Space space);

    protected abstract void Paint(LayoutRun run, Frame frame);
}
