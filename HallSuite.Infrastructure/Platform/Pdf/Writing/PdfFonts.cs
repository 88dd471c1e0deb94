using System.Text;
using HallSuite.Infrastructure.Platform.Pdf.Fonts;

namespace HallSuite.Infrastructure.Platform.Pdf.Writing;

/// <summary>A font as one document uses it: its name in the pages' content and its number.</summary>
internal sealed record PdfFont(string Name, int Id, FontSubset Subset);

/// <summary>
/// The fonts of one document. Pages name them while they are written; the subsets are written at the end, when every character is known.
/// Text is coded by the subset's own numbers (Identity-H), and a map leads each back to Unicode, beyond the basic plane too.
/// </summary>
internal sealed class PdfFonts(PdfObjects objects)
{
    private const int MapEntriesPerBlock = 100;

    private readonly Dictionary<FontFace, PdfFont> byFace = [];
    private readonly List<PdfFont> inOrder = [];

    public PdfFont Of(FontFace face)
    {
        if (!byFace.TryGetValue(face, out var font))
        {
            byFace[face] = font = new PdfFont($"F{inOrder.Count + 1}", objects.Reserve(), new FontSubset(face));
            inOrder.Add(font);
        }

        return font;
    }

    public void Write(CancellationToken cancel)
    {
        foreach (var font in inOrder)
        {
            cancel.ThrowIfCancellationRequested();
            WriteFont(font);
        }
    }

    private void WriteFont(PdfFont font)
    {
        var face = font.Subset.Face;
        var name = $"{font.Subset.Tag()}+{face.Name}";
        var (cid, descriptor, file, map) = (objects.Reserve(), objects.Reserve(), objects.Reserve(), objects.Reserve());
        var bytes = font.Subset.ToFile();
        objects.WriteStream(file, $"/Length1 {bytes.Length}", bytes);
        objects.WriteStream(map, "", Encoding.ASCII.GetBytes(UnicodeMap(font.Subset)));

        var text = objects.Scratch;
        text.Clear();
        objects.Pack(font.Id, text.Add($"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H/DescendantFonts[{cid} 0 R]/ToUnicode {map} 0 R>>"));

        text.Clear();
        text.Add($"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/CIDToGIDMap/Identity");
        text.Add($"/FontDescriptor {descriptor} 0 R/DW 1000/W[");
        AddWidths(text, font.Subset);
        objects.Pack(cid, text.Add("]>>"));

        // Flag 4: the font uses characters outside the standard Latin set (ISO 32000-1, table 123).
        var (left, bottom, right, top) = face.Bounds;
        text.Clear();
        text.Add($"<</Type/FontDescriptor/FontName/{name}/Flags 4/ItalicAngle 0/StemV {(face.IsBold ? 140 : 80)}/FontFile2 {file} 0 R/FontBBox[");
        text.Number(left * 1000).Number(bottom * 1000).Number(right * 1000).Number(top * 1000).Add("]/Ascent ").Number(face.Ascent * 1000);
        text.Add("/Descent ").Number(face.Descent * 1000).Add("/CapHeight ").Add(face.CapHeight * 1000);
        objects.Pack(descriptor, text.Add(">>"));
    }

    /// <summary>The widths that are not a full em, each run of neighbours as one array.</summary>
    private static void AddWidths(PdfBytes text, FontSubset subset)
    {
        var open = false;
        for (var i = 0; i < subset.Glyphs.Count; i++)
        {
            var width = subset.Glyphs[i].Advance * 1000;
            if (width == 1000)
            {
                text.Add(open ? "]" : "");
                open = false;
                continue;
            }

            if (!open)
                text.Add(i + 1).Add("[");

            open = true;
            text.Number(width);
        }

        text.Add(open ? "]" : "");
    }

    /// <summary>ISO 32000-1, 9.10.3; what lies beyond the basic plane is a pair of UTF-16 units.</summary>
    private static string UnicodeMap(FontSubset subset)
    {
        var map = new StringBuilder(
            "/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
            + "/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n");
        Span<char> units = stackalloc char[2];
        for (var start = 0; start < subset.Glyphs.Count; start += MapEntriesPerBlock)
        {
            var count = Math.Min(MapEntriesPerBlock, subset.Glyphs.Count - start);
            map.Append(count).Append(" beginbfchar\n");
            for (var i = start; i < start + count; i++)
            {
                map.Append('<').Append((i + 1).ToString("X4", System.Globalization.CultureInfo.InvariantCulture)).Append("><");
                foreach (var unit in units[..subset.Glyphs[i].Rune.EncodeToUtf16(units)])
                {
                    map.Append(((int)unit).ToString("X4", System.Globalization.CultureInfo.InvariantCulture));
                }

                map.Append(">\n");
            }

            map.Append("endbfchar\n");
        }

        return map.Append("endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n").ToString();
    }
}
