using System.Globalization;
using System.Text;
using HallSuite.Infrastructure.Platform.Pdf;
using HallSuite.Infrastructure.Platform.Pdf.Fonts;
using HallSuite.Infrastructure.Platform.Pdf.Writing;
using HallSuite.Tests.TestKit;

namespace HallSuite.Tests.Pdf;

/// <summary>Small documents for tests, and what other programs read from them.</summary>
internal static class Paper
{
    public const double Width = 595;
    public const double Height = 842;

    public static PdfInfo Info { get; } = new("受理通知书", "某市政务服务中心", "测试", new DateTimeOffset(2026, 11, 22, 9, 30, 0, TimeSpan.FromHours(8)));

    public static byte[] Of(Action<PdfWriter> draw, bool compress = true)
    {
        var output = new MemoryStream();
        using var writer = new PdfWriter(output, Info, FontBook.Shipped, new PdfWriting(compress));
        draw(writer);
        writer.Finish();
        return output.ToArray();
    }

    /// <summary>One line of text as a paragraph.</summary>
    public static void Say(this PdfCanvas canvas, string text, double baseline, FontStyle style = FontStyle.Song, double size = 12, double x = 60)
    {
        using (canvas.Tag(PdfTag.Paragraph))
        {
            canvas.Glyphs(Glyphs(text, style), x, baseline, size, PdfColor.Black);
        }
    }

    public static FontGlyph[] Glyphs(string text, FontStyle style = FontStyle.Song) => [.. text.EnumerateRunes().Select(r => FontBook.Shipped.Find(style, r))];

    /// <summary>The text as poppler reads it, without its page breaks.</summary>
    public static async Task<string> TextAsync(byte[] pdf)
    {
        var (code, text) = await OutsideProgram.RunOnAsync("pdftotext", pdf, "-enc", "UTF-8", "{file}", "-");
        Assert.True(code == 0, text);
        return text.Replace("\f", "", StringComparison.Ordinal);
    }

    /// <summary>qpdf has nothing to say against the file.</summary>
    public static async Task SoundAsync(byte[] pdf)
    {
        var (code, text) = await OutsideProgram.RunOnAsync("qpdf", pdf, "--check", "{file}");
        Assert.True(code == 0 && text.Contains("No syntax or stream encoding errors found", StringComparison.Ordinal), text);
    }

    public static string Clear(byte[] pdf) => Encoding.Latin1.GetString(pdf);

    /// <summary>One page as poppler paints it, one pixel a point.</summary>
    public static async Task<Func<int, int, (int, int, int)>> PixelsAsync(byte[] pdf)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "page");
        await OutsideProgram.RunOnAsync("pdftoppm", pdf, "-r", "72", "-aa", "no", "-aaVector", "no", "-singlefile", "{file}", file);
        var picture = await File.ReadAllBytesAsync(file + ".ppm", TestContext.Current.CancellationToken);
        var head = Encoding.ASCII.GetString(picture, 0, 20).Split('\n');
        var start = head.Take(3).Sum(line => line.Length + 1);
        var width = int.Parse(head[1].Split(' ')[0], CultureInfo.InvariantCulture);
        return (x, y) => (picture[start + (y * width + x) * 3], picture[start + (y * width + x) * 3 + 1], picture[start + (y * width + x) * 3 + 2]);
    }
}
