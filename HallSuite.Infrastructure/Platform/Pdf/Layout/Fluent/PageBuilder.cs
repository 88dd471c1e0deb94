namespace HallSuite.Infrastructure.Platform.Pdf.Layout;

/// <summary>One kind of page: its paper, its margins, what repeats on each page, and the content that goes over as many as it needs.</summary>
public sealed class PageBuilder
{
    private readonly Container background;
    private readonly Container header;
    private readonly Container content;
    private readonly Container footer;
    private readonly Container foreground;

    internal PageBuilder(DocumentScope scope) =>
        (background, header, content, footer, foreground) = (new Container(scope), new Container(scope), new Container(scope), new Container(scope), new Container(scope));

    internal PageSize Paper { get; private set; } = PageSizes.A4;

    internal bool IsContinuous { get; private set; }

    internal double Left { get; private set; }

    internal double Top { get; private set; }

    internal double Right { get; private set; }

    internal double Bottom { get; private set; }

    internal TextStyle Style { get; private set; } = TextStyle.Default;

    public void Size(PageSize size) => Paper = size;

    /// <summary>A strip of this width, cut off where the content ends: receipts and tickets.</summary>
    public void ContinuousSize(double width) => (Paper, IsContinuous) = (new PageSize(width, 0), true);

    public void Margin(double points) => Margin(points, points, points, points);

    public void Margin(double left, double top, double right, double bottom) => (Left, Top, Right, Bottom) = (left, top, right, bottom);

    public void DefaultTextStyle(Func<TextStyle, TextStyle> change) => Style = change(Style);

    /// <summary>At the top of each page; decoration, not read aloud.</summary>
    public Container Header() => header;

    public Container Content() => content;

    /// <summary>At the foot of each page; decoration, not read aloud.</summary>
    public Container Footer() => footer;

    /// <summary>Beneath everything, over the whole paper: watermarks, frames of certificates.</summary>
    public Container Background() => background;

    /// <summary>Over everything, over the whole paper.</summary>
    public Container Foreground() => foreground;
}

/// <summary>A document: kinds of pages, one after the other.</summary>
public sealed class DocumentBuilder
{
    internal DocumentScope Scope { get; } = new();

    internal List<PageBuilder> Pages { get; } = [];

    /// <summary>Begins on a new page.</summary>
    public void Page(Action<PageBuilder> fill)
    {
        var page = new PageBuilder(Scope);
        fill(page);
        Pages.Add(page);
    }
}
