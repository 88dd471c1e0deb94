using HallSuite.Infrastructure.Platform.Pdf.Layout.Elements;

namespace HallSuite.Infrastructure.Platform.Pdf.Layout;

/// <summary>How the content goes over pages, and what it is.</summary>
public partial class Container
{
    /// <summary>Stays on one page; what is higher than a page is broken all the same.</summary>
    public Container ShowEntire() => Around(inner => new Whole(inner));

    /// <summary>Begins on this page only if it is all there or at least so many points are left.</summary>
    public Container EnsureSpace(double points) => Around(inner => new EnsuredSpace(inner, points));

    /// <summary>In a column: never the last thing on a page when more follows.</summary>
    public Container KeepWithNext() => Around(inner => new KeptWithNext(inner));

    /// <summary>
    /// In a column: never the first thing on a page while it has something before it, of which two lines or a row come along. For signatures: a page
    /// without any of the text could belong to any document.
    /// </summary>
    public Container KeepWithPrevious() => Around(inner => new KeptWithPrevious(inner));

    /// <summary>In what repeats on every page: shown on the first only.</summary>
    public Container ShowOnce() => Around(inner => new OnFirstPage(inner, shown: true));

    /// <summary>In what repeats on every page: shown on all but the first.</summary>
    public Container SkipOnce() => Around(inner => new OnFirstPage(inner, shown: false));

    /// <summary>The text inside is a heading: told so to whoever hears the document, listed among the bookmarks, kept with what follows.</summary>
    /// <param name="level">1 is the title.</param>
    public Container Heading(int level)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(level, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(level, 4);
        return Around(inner => new Heading(inner, level));
    }

    /// <summary>An entry of the document's outline that leads here; headings make their own.</summary>
    /// <param name="level">1 is the outermost.</param>
    public Container Bookmark(string title, int level = 1) => Around(inner => new Bookmark(inner, title, level));

    /// <summary>What this is called in the error that tells what does not fit. Not a person's name: errors are logged.</summary>
    public Container Named(string name) => Around(inner => new Named(inner, name));

    /// <summary>What follows in the column begins on a new page.</summary>
    public void PageBreak() => Fill(new PageBreak());
}
