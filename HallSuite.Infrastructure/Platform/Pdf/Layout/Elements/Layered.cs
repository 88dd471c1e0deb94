using HallSuite.Infrastructure.Platform.Pdf.Layout.Paging;

namespace HallSuite.Infrastructure.Platform.Pdf.Layout.Elements;

/// <summary>Layers over each other. The main one decides the size and goes on over pages; the others are decoration and repeated on each.</summary>
internal sealed class Layered(IReadOnlyList<(Container Content, bool Main)> layers) : Element
{
    public override Plan Measure(LayoutRun run, Space space)
    {
        var plan = Plan.Nothing;
        foreach (var (content, main) in layers)
        {
            plan = main ? content.Element.Measure(run, space) : plan;
        }

        return plan;
    }

    public override void Draw(LayoutRun run, Frame frame)
    {
        foreach (var (content, main) in layers)
        {
            if (main)
            {
                content.Element.Draw(run, frame);
                continue;
            }

            run.DrawDecoration(content.Element, frame, "layer");
        }
    }

    public override void Reset(Again again)
    {
        foreach (var (content, _) in layers)
        {
            content.Element.Reset(again);
        }
    }
}
