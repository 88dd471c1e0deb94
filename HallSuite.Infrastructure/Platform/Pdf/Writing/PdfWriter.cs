using HallSuite.Infrastructure.Platform.Pdf.Fonts;
using HallSuite.Infrastructure.Platform.Pdf.Images;

namespace HallSuite.Infrastructure.Platform.Pdf.Writing;

/// <summary>
/// Writes one document to a stream while it is drawn: a page is on its way when the next begins, fonts and structure follow at the end. Built to
/// PDF/A-2 (ISO 19005-2) level A: fonts embedded, colours defined, every mark tagged. One document, one thread; the same input gives the same bytes.
/// </summary>
public sealed class PdfWriter : IDisposable
{
    private readonly PdfInfo info;
    private readonly PdfWriting options;
    private readonly PdfObjects objects;
    private readonly PdfBytes content = new();
    private readonly PdfOutline outline = new();
    private readonly Dictionary<PdfImage, (string Name, int Id)> images = [];
    private readonly List<int> pageIds = [];
    private readonly int pages;
    private PdfCanvas? canvas;
    private bool finished;

    /// <param name="output">Written front to back and left open. What was written before an exception is no document.</param>
    /// <param name="fonts">Kept only to be found by whoever draws.</param>
    public PdfWriter(Stream output, PdfInfo info, FontBook fonts, PdfWriting options)
    {
        (this.info, this.options, Book) = (info, options, fonts);
        objects = new PdfObjects(output, options.Compress);
        Fonts = new PdfFonts(objects);
        objects.Header();
        pages = objects.Reserve();
    }

    /// <summary>The fonts to draw with.</summary>
    public FontBook Book { get; }

    /// <summary>Pages begun so far.</summary>
    public int PageCount => pageIds.Count;

    internal PdfStructure Structure { get; } = new();

    internal PdfFonts Fonts { get; }

    /// <summary>Ends the page before and begins the next.</summary>
    /// <exception cref="OperationCanceledException">The document is no longer wanted.</exception>
    public PdfCanvas BeginPage(double width, double height)
    {
        ObjectDisposedException.ThrowIf(finished, this);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        options.Cancel.ThrowIfCancellationRequested();
        EndPage();
        canvas = new PdfCanvas(this, content, pageIds.Count, width, height);
        pageIds.Add(objects.Reserve());
        return canvas;
    }

    /// <summary>A bookmark that leads to a height of the current page.</summary>
    /// <param name="level">1 is the outermost.</param>
    public void Bookmark(string title, int level, double y)
    {
        if (canvas is null)
            throw new InvalidOperationException("A bookmark leads to a page; there is none yet.");

        outline.Add(title, level, pageIds[^1], canvas.Height - y);
    }

    /// <summary>Writes all that had to wait for the last page. Without it there is no document.</summary>
    /// <exception cref="PdfException"><c>document.font-unusable</c>: the outline of a character is damaged.</exception>
    /// <exception cref="OperationCanceledException">The document is no longer wanted.</exception>
    public void Finish()
    {
        ObjectDisposedException.ThrowIf(finished, this);
        if (pageIds.Count == 0)
            throw new InvalidOperationException("A document has at least one page.");

        EndPage();
        Fonts.Write(options.Cancel);
        var structure = Structure.Write(objects, pageIds);
        var bookmarks = outline.Write(objects);
        WritePages();
        var (metadata, profile) = (objects.Reserve(), objects.Reserve());

        // Readable without unpacking (ISO 19005-2, 6.6.2.1).
        objects.WriteRaw(metadata, "/Type/Metadata/Subtype/XML", PdfMetadata.Xmp(info));
        WriteProfile(profile);
        var text = objects.Scratch;
        text.Clear();
        var catalog = objects.Reserve();
        text.Add($"<</Type/Catalog/Pages {pages} 0 R/Metadata {metadata} 0 R/MarkInfo<</Marked true>>/StructTreeRoot {structure} 0 R/Lang").Text(info.Language);
        text.Add("/ViewerPreferences<</DisplayDocTitle true>>");
        if (bookmarks != 0)
            text.Add($"/Outlines {bookmarks} 0 R/PageMode/UseOutlines");

        text.Add($"/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)/Info(sRGB IEC61966-2.1)/DestOutputProfile {profile} 0 R>>]>>");
        objects.Write(catalog, text);
        var about = objects.Reserve();
        text.Clear();
        PdfMetadata.AddDictionary(text, info);
        objects.Write(about, text);
        objects.Close(catalog, about);
        finished = true;
    }

    public void Dispose() => objects.Dispose();

    /// <summary>Writes an image where it is first drawn; later drawings refer to it.</summary>
    internal (string Name, int Id) ImageOf(PdfImage image)
    {
        if (!images.TryGetValue(image, out var known))
        {
            images[image] = known = ($"I{images.Count + 1}", objects.Reserve());
            image.Write(objects, known.Id);
        }

        return known;
    }

    private void EndPage()
    {
        if (canvas is null)
            return;

        canvas.Finish();
        var stream = objects.Reserve();
        objects.WriteStream(stream, "", content.Span);
        var text = objects.Scratch;
        text.Clear();
        text.Add($"<</Type/Page/Parent {pages} 0 R/MediaBox[0 0 ").Number(canvas.Width).Add(canvas.Height).Add($"]/Contents {stream} 0 R/StructParents {canvas.Page}/Tabs/S");
        if (canvas.HasTransparency)
            text.Add("/Group<</Type/Group/S/Transparency/CS/DeviceRGB>>");

        text.Add("/Resources<<");
        AddResources(text, "Font", canvas.Fonts);
        AddResources(text, "XObject", canvas.Images);
        objects.Write(pageIds[canvas.Page], text.Add(">>>>"));
        canvas = null;
    }

    private static void AddResources(PdfBytes text, string kind, IReadOnlyDictionary<string, int> resources)
    {
        if (resources.Count == 0)
            return;

        text.Add("/").Add(kind).Add("<<");
        foreach (var (name, id) in resources)
        {
            text.Add("/").Add(name).Add(" ").Reference(id);
        }

        text.Add(">>");
    }

    private void WritePages()
    {
        var text = objects.Scratch;
        text.Clear();
        text.Add("<</Type/Pages/Count ").Add(pageIds.Count).Add("/Kids[");
        foreach (var id in pageIds)
        {
            text.Reference(id).Add(" ");
        }

        
        // Not packed: whoever signs looks here for the first page.
        objects.Write(pages, text.Add("]>>"));
    }

    private void WriteProfile(int id)
    {
        if (objects.Compress)
            objects.WriteRaw(id, "/N 3/Filter/FlateDecode", SrgbProfile.Deflated);
        else
            objects.WriteRaw(id, "/N 3", SrgbProfile.Bytes);
    }
}
