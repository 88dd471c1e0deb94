using System.Globalization;
using HallSuite.Infrastructure.Platform.Pdf.Fonts;
using HallSuite.Infrastructure.Platform.Pdf.Layout.Elements;

namespace HallSuite.Infrastructure.Platform.Pdf.Layout.Paging;

/// <summary>The state of laying a document out once, from its first page to its last.</summary>
internal sealed class LayoutRun(FontBook fonts, Paper paper, int? total, CancellationToken cancel)
{
    private readonly List<(string Part, int Number)> path = [];
    private string? culprit;

    public FontBook Fonts { get; } = fonts;

    public Paper Paper { get; } = paper;

    /// <summary>Pages of the whole document; null while nobody asked for them to be counted.</summary>
    public int? Total { get; } = total;

    /// <summary>The page being made, from 1.</summary>
    public int Page { get; set; }

    /// <summary>How high the body of the page is, in points: what is higher can never stay whole.</summary>
    public double BodyHeight { get; set; }

    /// <summary>The style of text where the layout is now.</summary>
    public TextStyle Style { get; set; } = TextStyle.Default;

    /// <summary>The level of the heading that is being drawn; 0 outside of headings.</summary>
    public int Heading { get; set; }

    /// <summary>Something was drawn since it was last set to false.</summary>
    public bool Progress { get; set; }

    /// <summary>Asked for every page and every row of a table.</summary>
    public void CheckCancelled() => cancel.ThrowIfCancellationRequested();

    /// <summary>Layout goes into a named or numbered part; every call has its <see cref="Leave"/>.</summary>
    /// <param name="number">Its number from 1, if it has one.</param>
    public void Enter(string part, int number = 0) => path.Add((part, number));

    public void Leave() => path.RemoveAt(path.Count - 1);

    /// <summary>Draws what belongs to the page and not to the text (running heads, watermarks): again on each page, and nothing that is read aloud.</summary>
    /// <exception cref="PdfException">It does not fit its frame.</exception>
    public void DrawDecoration(Element element, Frame frame, string name)
    {
        ForgetBlame();
        Enter(name);
        if (element.Measure(this, new Space(frame.Width, frame.Height, true)).Fit != Fit.Full)
        {
            throw NeverFits(name);
        }

        Leave();

        using (Paper.Artifact())
        {
            element.Draw(this, frame);
        }

        element.Reset(Again.OnNextPage);
    }

    /// <summary>Notes who does not fit a fresh page, for the error when that stops the document. The first of a page is the deepest.</summary>
    public void Blame(Space space, string name, double width, double height)
    {
        if (space.Fresh)
        {
            culprit ??= string.Create(
                CultureInfo.InvariantCulture,
                $"{string.Concat(path.Select(p => p.Number > 0 ? $"{p.Part}[{p.Number}] › " : $"{p.Part} › "))}{name} {width:0}×{height:0} pt > {space.Width:0}×{space.Height:0} pt");
        }
    }

    public void ForgetBlame() => culprit = null;

    /// <summary>The refusal of a document that cannot go on: says where, what and how large; never what is written there.</summary>
    public PdfException NeverFits(string region) => new(PdfErrors.NeverFits(culprit ?? region, Page));
}
