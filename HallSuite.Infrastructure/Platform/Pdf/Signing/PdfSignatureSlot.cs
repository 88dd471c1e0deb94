using System.Globalization;
using System.Text;
using HallSuite.Infrastructure.Platform.Pdf.Writing;

namespace HallSuite.Infrastructure.Platform.Pdf.Signing;

/// <summary>
/// A document with an empty signature behind it (an incremental update, ISO 32000-1, 7.5.6 and 12.8): everything is written but the signature's
/// value, for which room is kept.
/// </summary>
internal sealed class PdfSignatureSlot
{
    private const string RangePlaceholder = "0000000000 0000000000 0000000000 0000000000";

    private readonly byte[] file;
    private readonly int valueAt;
    private readonly int valueEnd;

    private PdfSignatureSlot(byte[] file, int valueAt, int valueEnd) => (this.file, this.valueAt, this.valueEnd) = (file, valueAt, valueEnd);

    /// <summary>The bytes that are signed: all but the value.</summary>
    public byte[] SignedBytes => [.. file.AsSpan(0, valueAt), .. file.AsSpan(valueEnd)];

    /// <param name="room">Bytes that the value may have.</param>
    /// <exception cref="PdfException"><c>document.not-signable</c>.</exception>
    public static PdfSignatureSlot Append(ReadOnlyMemory<byte> pdf, PdfSignatureInfo info, int room)
    {
        var tail = PdfTail.Read(pdf);
        try
        {
            return Append(pdf, tail, info, room);
        }
        catch (FormatException fault)
        {
            throw new PdfException(PdfErrors.NotSignable, fault);
        }
    }

    /// <summary>The document with the value in its place.</summary>
    public byte[] With(ReadOnlySpan<byte> value)
    {
        // The angle brackets are part of what is left out, the digits lie between them.
        var digits = Convert.ToHexString(value);
        if (digits.Length > valueEnd - valueAt - 2)
            throw new InvalidOperationException($"A signature of {value.Length} bytes does not fit into its place.");

        Encoding.ASCII.GetBytes(digits, file.AsSpan(valueAt + 1));
        return file;
    }

    private static PdfSignatureSlot Append(ReadOnlyMemory<byte> pdf, PdfTail tail, PdfSignatureInfo info, int room)
    {
        var catalogId = tail.Trailer.Reference("Root");
        var catalog = tail.Object(catalogId);
        var pages = tail.Object(catalog.Reference("Pages"));
        var pageId = PdfDictionary.ReferencesIn(pages["Kids"] ?? "") is [var firstPage, ..] ? firstPage : throw new FormatException("Kids");
        var page = tail.Object(pageId);
        if (page["Type"] is not "/Page")
            throw new FormatException("Page");

        var form = catalog["AcroForm"] is { } before ? new PdfSyntax(Encoding.Latin1.GetBytes(before + " "), 0).Dictionary() : new PdfDictionary();
        var fields = PdfDictionary.ReferencesIn(form["Fields"] ?? "");

        var size = tail.Trailer.Number("Size");
        var (valueId, fieldId) = (size, size + 1);
        page["Annots"] = List([.. PdfDictionary.ReferencesIn(page["Annots"] ?? ""), fieldId]);
        form["Fields"] = List([.. fields, fieldId]);
        form["SigFlags"] = "3";
        catalog["AcroForm"] = form.ToString();

        var update = new PdfUpdate(pdf);
        update.Write(catalogId, catalog.ToString());
        update.Write(pageId, page.ToString());

        // Without a size there is nothing to show, so no appearance is needed either (ISO 19005-2, 6.3.3). 132: printed, locked.
        update.Write(fieldId, $"<</Type/Annot/Subtype/Widget/FT/Sig/T(Signature{fields.Count + 1})/TU(Signature)/Rect[0 0 0 0]/F 132/P {pageId} 0 R/V {valueId} 0 R>>");
        update.Begin(valueId);
        update.Add("<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/ByteRange[");
        var rangeAt = update.Length;
        update.Add(RangePlaceholder).Add("]/Contents");
        var valueAt = update.Length;
        update.Add("<").Add(new string('0', room * 2)).Add(">");
        var valueEnd = update.Length;
        update.Add(Details(info)).Add(">>\nendobj\n");
        update.Close(tail, size + 2);

        var file = update.ToArray();
        var range = string.Create(CultureInfo.InvariantCulture, $"0 {valueAt} {valueEnd} {file.Length - valueEnd}");
        Encoding.ASCII.GetBytes(range.PadRight(RangePlaceholder.Length), file.AsSpan(rangeAt));
        return new PdfSignatureSlot(file, valueAt, valueEnd);
    }

    private static string Details(PdfSignatureInfo info)
    {
        var text = new PdfBytes();
        text.Add($"/M({PdfMetadata.Date(info.At)})/Name").Text(info.Name);
        if (info.Reason.Length > 0)
            text.Add("/Reason").Text(info.Reason);
        if (info.Location.Length > 0)
            text.Add("/Location").Text(info.Location);

        return Encoding.ASCII.GetString(text.Span);
    }

    private static string List(IEnumerable<int> ids) => $"[{string.Join(' ', ids.Select(id => $"{id} 0 R"))}]";
}
