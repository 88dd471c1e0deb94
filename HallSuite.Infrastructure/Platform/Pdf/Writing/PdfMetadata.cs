using System.Globalization;
using System.Security;
using System.Text;

namespace HallSuite.Infrastructure.Platform.Pdf.Writing;

/// <summary>What a document says about itself, twice as the standard wants it: as XMP and in the old dictionary, word for word the same (ISO 19005-2, 6.6).</summary>
internal static class PdfMetadata
{
    public const string Program = "HallSuite";

    public static byte[] Xmp(PdfInfo info)
    {
        var at = info.At.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
        var subject = info.Subject.Length == 0 ? "" : $"<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">{Escaped(info.Subject)}</rdf:li></rdf:Alt></dc:description>\n";
        return Encoding.UTF8.GetBytes(
            $"""
            <?xpacket begin="{'\uFEFF'}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
            <dc:format>application/pdf</dc:format>
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{Escaped(info.Title)}</rdf:li></rdf:Alt></dc:title>
            <dc:creator><rdf:Seq><rdf:li>{Escaped(info.Author)}</rdf:li></rdf:Seq></dc:creator>
            {subject}<dc:language><rdf:Bag><rdf:li>{Escaped(info.Language)}</rdf:li></rdf:Bag></dc:language>
            <xmp:CreatorTool>{Program}</xmp:CreatorTool>
            <xmp:CreateDate>{at}</xmp:CreateDate>
            <xmp:ModifyDate>{at}</xmp:ModifyDate>
            <pdf:Producer>{Program}</pdf:Producer>
            <pdfaid:part>2</pdfaid:part>
            <pdfaid:conformance>A</pdfaid:conformance>
            </rdf:Description>
            </rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="w"?>
            """.ReplaceLineEndings("\n"));
    }

    public static void AddDictionary(PdfBytes text, PdfInfo info)
    {
        text.Add("<</Title").Text(info.Title).Add("/Author").Text(info.Author);
        if (info.Subject.Length > 0)
            text.Add("/Subject").Text(info.Subject);

        text.Add($"/Creator({Program})/Producer({Program})/CreationDate({Date(info.At)})/ModDate({Date(info.At)})>>");
    }

    /// <summary>As in <c>D:20261122093000+08'00'</c>.</summary>
    public static string Date(DateTimeOffset at)
    {
        var offset = at.Offset;
        return at.ToString("'D:'yyyyMMddHHmmss", CultureInfo.InvariantCulture)
            + string.Create(CultureInfo.InvariantCulture, $"{(offset < TimeSpan.Zero ? '-' : '+')}{Math.Abs(offset.Hours):00}'{Math.Abs(offset.Minutes):00}'");
    }

    // What XML cannot hold at all would make the whole packet unreadable.
    private static string Escaped(string text) => SecurityElement.Escape(string.Concat(text.EnumerateRunes().Where(r => !Rune.IsControl(r) && r.Value is not (0xFFFE or 0xFFFF) && r != Rune.ReplacementChar)));
}
