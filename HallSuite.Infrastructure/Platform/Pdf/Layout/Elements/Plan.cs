namespace HallSuite.Infrastructure.Platform.Pdf.Layout.Elements;

/// <summary>How much of an element a space holds.</summary>
internal enum Fit
{
    /// <summary>All that is left of it.</summary>
    Full,

    /// <summary>A part; the rest goes on the next page.</summary>
    Partial,

    /// <summary>Nothing; it asks for the next page.</summary>
    Wrap,
}

/// <summary>What an element answers to a space: how much of it fits and what that takes up, in points.</summary>
internal readonly record struct Plan(Fit Fit, double Width, double Height)
{
    public static Plan Wrap => new(Fit.Wrap, 0, 0);

    /// <summary>An element that has nothing more to draw.</summary>
    public static Plan Nothing => new(Fit.Full, 0, 0);

    public static Plan Full(double width, double height) => new(Fit.Full, width, height);

    public static Plan Partial(double width, double height) => new(Fit.Partial, width, height);
}

/// <summary>The space that an element is asked about, in points.</summary>
/// <param name="Width">The measure.</param>
/// <param name="Height">What is left of the page; infinite where only the natural height is asked for.</param>
/// <param name="Fresh">Nothing stands above it on this page: waiting for the next page would gain nothing, so what would rather stay whole must give in.</param>
internal readonly record struct Space(double Width, double Height, bool Fresh)
{
    private const double Hair = 0.01;

    public bool Holds(double height) => height <= Height + Hair;

    public bool HoldsWidth(double width) => width <= Width + Hair;

    public Space Less(double width, double height) => this with { Width = Math.Max(0, Width - width), Height = Math.Max(0, Height - height) };
}

/// <summary>A rectangle of the page in points, y down from the top-left corner.</summary>
internal readonly record struct Frame(double X, double Y, double Width, double Height);

/// <summary>From where an element begins again.</summary>
internal enum Again
{
    /// <summary>It is shown on the next page too (a header, the head of a table).</summary>
    OnNextPage,

    /// <summary>The whole document is laid out once more.</summary>
    InNextPass,
}
