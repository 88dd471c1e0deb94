using HallSuite.Infrastructure.Platform.Pdf.Fonts;
using HallSuite.Infrastructure.Platform.Pdf.Layout;
using HallSuite.Tests.TestKit;

namespace HallSuite.Tests.Pdf.Layout;

/// <summary>What is told to whoever hears a document, and where things stand.</summary>
public sealed class StructureTests
{
    [Fact]
    public async Task AParagraphOverPages_IsOneElement()
    {
        var structure = await Pages.StructureAsync(Samples.OnA4(c => c.Text(new string('甲', 5000))));
        Assert.Single(structure, line => line.StartsWith("P (", StringComparison.Ordinal));
    }

    [Fact]
    public async Task EachParagraphOfAText_IsAnElement()
    {
        var structure = await Pages.StructureAsync(Samples.OnA4(c => c.Text("一\n二\n三")));
        Assert.Equal(3, structure.Count(line => line.StartsWith("P (", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task HeadersFootersAndWatermarks_AreNotRead()
    {
        var structure = await Pages.StructureAsync(PdfDocument.Create(document => document.Page(page =>
        {
            page.Margin(50);
            page.Background().AlignCenter().AlignMiddle().Rotate(-30).Text("样张").FontSize(80);
            page.Header().Text("页眉");
            page.Content().Text("正文");
            page.Footer().Text("页脚");
        })));
        Assert.Equal(["\"正文\""], structure.Where(line => line.StartsWith('"')));
    }

    [Fact]
    public async Task AHeading_IsTaggedAndBookmarked()
    {
        var document = Samples.OnA4(c => c.Column(column =>
        {
            column.Item().Heading(1).Text("受理通知书");
            column.Item().Heading(2).Text("一、材料");
            column.Item().Bookmark("附件", 2).Text("附件");
        }));
        var structure = await Pages.StructureAsync(document);
        Assert.Contains(structure, line => line.StartsWith("H1", StringComparison.Ordinal));
        Assert.Contains(structure, line => line.StartsWith("H2", StringComparison.Ordinal));
        var (_, json) = await OutsideProgram.RunOnAsync("qpdf", document.Bytes(), "--json", "--json-key=outlines", "{file}");
        Assert.Equal(["受理通知书", "一、材料", "附件"], [.. System.Text.RegularExpressions.Regex.Matches(json, "\"title\": \"([^\"]*)\"").Select(m => m.Groups[1].Value).Order(Comparer<string>.Create((a, b) => Order(a) - Order(b)))]);
    }

    [Fact]
    public async Task ASealAndAQrCode_AreFiguresThatSayWhatTheyAre()
    {
        var (_, text) = await OutsideProgram.RunOnAsync("qpdf", Samples.Notice().Bytes(), "--qdf", "--object-streams=disable", "{file}", "-");
        Assert.Equal(2, text.Split("/S /Figure").Length - 1);
        Assert.Equal(2, text.Split("/Alt ").Length - 1);
    }

    [Fact]
    public async Task AllFontsOfALine_StandOnOneBaseline()
    {
        var words = await Pages.WordsAsync(Samples.OnA4(c => c.Text(text =>
        {
            text.Span("宋");
            text.Span("黑").Font(FontStyle.Hei);
            text.Span("楷").Font(FontStyle.Kai);
            text.Span("𠮷䶮");
        })));
        Assert.Equal("宋黑楷𠮷䶮", string.Concat(words.Select(w => w.Word)));
    }

    [Fact]
    public async Task JustifiedLines_EndAtTheSameEdge()
    {
        var text = string.Concat(Enumerable.Repeat("根据《中华人民共和国行政许可法》第三十二条，本机关（含派出机构）决定予以受理。", 12));
        var words = await Pages.WordsAsync(Samples.OnA4(c => c.Text(text).Justify().FirstLineIndent(2)));
        var ends = words.GroupBy(w => w.Top).Select(line => line.Max(w => w.Right)).SkipLast(1).ToList();
        Assert.True(ends.Count > 8);
        Assert.All(ends, end => Assert.InRange(end, 538, 551.5));
        Assert.Equal(74, words.Min(w => w.Top) is var top ? words.Where(w => w.Top <= top + 1).Min(w => w.Left) : 0, 0);
    }

    [Fact]
    public async Task AlignmentAndPadding_PlaceText()
    {
        var words = await Pages.WordsAsync(Samples.OnA4(c => c.Column(column =>
        {
            column.Item().PaddingLeft(10).Text("左");
            column.Item().AlignRight().Text("右");
            column.Item().Text("中").AlignCenter();
        })));
        Assert.Equal([60, 533.3, 291.6], words.Select(w => Math.Round(w.Left, 1)));
    }

    private static int Order(string title) => Array.IndexOf((string[])["受理通知书", "一、材料", "附件"], title);
}
