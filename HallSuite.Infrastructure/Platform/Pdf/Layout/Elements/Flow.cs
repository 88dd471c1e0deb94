using HallSuite.Infrastructure.Platform.Pdf.Layout.Paging;

namespace HallSuite.Infrastructure.Platform.Pdf.Layout.Elements;

/// <summary>What follows begins on a new page; nothing where a page has just begun.</summary>
internal sealed class PageBreak : Element
{
    private bool done;

    public override Plan Measure(LayoutRun run, Space space) => done || space.Fresh || double.IsInfinity(space.Height) ? Plan.Nothing : Plan.Wrap;

    public override void Draw(LayoutRun run, Frame frame) => done = true;

    public override void Reset(Again again) => done = false;
}

/// <summary>Stays whole on one page. What is higher than a page cannot, and is then broken like anything else.</summary>
internal sealed class Whole(Container inner) : Decorator(inner)
{
    public override Plan Measure(LayoutRun run, Space space)
    {
        var plan = Inner.Measure(run, space);
        if (plan.Fit != Fit.Partial || space.Fresh)
        {
            return plan;
        }

        var natural = Inner.Measure(run, space with { Height = double.PositiveInfinity });
        return natural.Height <= run.BodyHeight ? Plan.Wrap : Inner.Measure(run, space);
    }
}

/// <summary>Begins on this page only if it is all there or at least so many points are left.</summary>
internal sealed class EnsuredSpace(Container inner, double least) : Decorator(inner)
{
    public override Plan Measure(LayoutRun run, Space space)
    {
        var plan = Inner.Measure(run, space);
        return plan.Fit == Fit.Partial && !space.Fresh && !space.Holds(least) ? Plan.Wrap : plan;
    }
}

/// <summary>Never the last thing on a page when more follows.</summary>
internal sealed class KeptWithNext(Container inner) : Decorator(inner)
{
    public override bool KeepsWithNext => true;
}

/// <summary>Never the first thing on a page while it has something before it.</summary>
internal sealed class KeptWithPrevious(Container inner) : Decorator(inner)
{
    public override bool KeepsWithPrevious => true;
}

/// <summary>Shown on the first page of what repeats, or on all but the first.</summary>
internal sealed class OnFirstPage(Container inner, bool shown) : Decorator(inner)
{
    private bool passed;
    private bool goesOn;

    public override Plan Measure(LayoutRun run, Space space)
    {
        var plan = passed != shown ? Inner.Measure(run, space) : Plan.Nothing;
        goesOn = plan.Fit == Fit.Partial;
        return plan;
    }

    public override void Draw(LayoutRun run, Frame frame)
    {
        if (passed != shown)
        {
            Inner.Draw(run, frame);
        }

        passed |= !goesOn;
    }

    public override void Reset(Again again)
    {
        passed = again == Again.OnNextPage && passed;
        Inner.Reset(again);
    }
}

/// <summary>Gives what is inside another style of text.</summary>
internal sealed class TextDefaults(Container inner, TextStyle style) : Decorator(inner)
{
    private TextStyle? around;
    private TextStyle? inside;

    public override Plan Measure(LayoutRun run, Space space)
    {
        var before = run.Style;
        if (!ReferenceEquals(around, before))
        {
            (around, inside) = (before, style.Over(before));
        }

        run.Style = inside!;
        var plan = Inner.Measure(run, space);
        run.Style = before;
        return plan;
    }
}

/// <summary>Carries a name for the error that tells what does not fit.</summary>
internal sealed class Named(Container inner, string name) : Decorator(inner)
{
    public override Plan Measure(LayoutRun run, Space space)
    {
        run.Enter(name);
        var plan = Inner.Measure(run, space);
        run.Leave();
        return plan;
    }
}

/// <summary>The text inside is a heading: tagged so, listed among the bookmarks, kept with what follows.</summary>
internal sealed class Heading(Container inner, int level) : Decorator(inner)
{
    public override bool KeepsWithNext => true;

    public override void Draw(LayoutRun run, Frame frame)
    {
        var before = run.Heading;
        run.Heading = level;
        Inner.Draw(run, frame);
        run.Heading = before;
    }
}

/// <summary>An entry of the document's outline that leads here.</summary>
internal sealed class Bookmark(Container inner, string title, int level) : Decorator(inner)
{
    private bool set;

    public override void Draw(LayoutRun run, Frame frame)
    {
        if (!set)
        {
            run.Paper.Bookmark(title, level, frame.Y);
            set = true;
        }

        Inner.Draw(run, frame);
    }

    public override void Reset(Again again)
    {
        set = false;
        base.Reset(again);
    }
}
