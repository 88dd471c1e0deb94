using System.Globalization;
using HallSuite.Infrastructure.Platform.Pdf.Layout;
using HallSuite.Tests.TestKit;

namespace HallSuite.Tests.Pdf.Layout;

/// <summary>What poppler reads from documents.</summary>
internal static class ReadBack
{
    /// <summary>The text of each page, without blanks and line ends.</summary>
    public static async Task<string[]> PagesAsync(PdfDocument document)
    {
        var (code, text) = await OutsideProgram.RunOnAsync("pdftotext", document.Bytes(), "-enc", "UTF-8", "-raw", "{file}", "-");
        Assert.True(code == 0, text);
        return [.. text.Split('\f').SkipLast(1).Select(page => string.Concat(page.Where(c => !char.IsWhiteSpace(c))))];
    }

    /// <summary>The structure as poppler tells it: one line for each element and text.</summary>
    public static async Task<string[]> StructureAsync(PdfDocument document)
    {
        var (code, text) = await OutsideProgram.RunOnAsync("pdfinfo", document.Bytes(), "-struct-text", "{file}");
        Assert.True(code == 0, text);
        return [.. text.Split('\n').Select(line => line.Trim())];
    }

    /// <summary>Where each word stands on its page: its left and upper edge, and its right and lower one, in points.</summary>
    public static async Task<(string Word, double Left, double Top, double Right, double Bottom)[]> WordsAsync(PdfDocument document)
    {
        var (code, text) = await OutsideProgram.RunOnAsync("pdftotext", document.Bytes(), "-enc", "UTF-8", "-bbox", "{file}", "-");
        Assert.True(code == 0, text);
        return [.. System.Xml.Linq.XDocument.Parse(text.Replace("<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Transitional//EN\" \"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd\">", "", StringComparison.Ordinal))
            .Descendants().Where(e => e.Name.LocalName == "word").Select(e => (e.Value, At(e, "xMin"), At(e, "yMin"), At(e, "xMax"), At(e, "yMax")))];
    }

    public static async Task<string> SizeAsync(PdfDocument document)
    {
        var (_, text) = await OutsideProgram.RunOnAsync("pdfinfo", document.Bytes(), "{file}");
        return text.Split('\n').First(line => line.StartsWith("Page size", StringComparison.Ordinal))["Page size:".Length..].Trim();
    }

    private static double At(System.Xml.Linq.XElement word, string edge) => double.Parse(word.Attribute(edge)!.Value, CultureInfo.InvariantCulture);
}
