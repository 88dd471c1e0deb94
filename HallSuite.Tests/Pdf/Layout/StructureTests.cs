using System.Globalization;
using System.Text.RegularExpressions;
using HallSuite.Infrastructure.Platform.Pdf;
using HallSuite.Infrastructure.Platform.Pdf.Fonts;
using HallSuite.Infrastructure.Platform.Pdf.Layout;
using HallSuite.Infrastructure.Platform.Pdf.Writing;
using HallSuite.Tests.TestKit;

namespace HallSuite.Tests.Pdf.Layout;

/// <summary>What is told to whoever hears a document, and where things stand.</summary>
public sealed class StructureTests
{
    [Fact]
    public async Task AParagraphOverPages_IsOneElement()
    {
        var structure = await ReadBack.StructureAsync(Samples.OnA4(c => c.Text(new string('甲', 5000))));
        Assert.Single(structure, line => line.StartsWith("P (", StringComparison.Ordinal));
    }

    [Fact]
    public async Task EachParagraphOfAText_IsAnElement()
    {
        var structure = await ReadBack.StructureAsync(Samples.OnA4(c => c.Text("一\n二\n三")));
        Assert.Equal(3, structure.Count(line => line.StartsWith("P (", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task WordsOnTwoLines_AreReadAsTwo()
    {
        const string Words = "The applicant shall hand in all materials once and the hall shall answer within five working days";
        var structure = await ReadBack.StructureAsync(Samples.OnA4(c => c.Width(150).Text(Words).Justify()));
        Assert.Contains($"\"{Words}\"", structure);
    }

    [Fact]
    public async Task HeadersFootersAndWatermarks_AreNotRead()
    {
        var structure = await ReadBack.StructureAsync(PdfDocument.Create(document => document.Page(page =>
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
    public void AWatermarkLargerThanThePaper_IsAnError()
    {
        var document = PdfDocument.Create(d => d.Page(page => page.Background().Height(2000).Text("样张")));
        var error = Assert.Throws<PdfException>(document.Bytes).Error;
        Assert.Equal("document.never-fits", error.Code);
        Assert.StartsWith("background › fixed size", (string)error.Arguments[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task LayersOtherThanTheMain_AreRepeatedAndNotRead()
    {
        var document = Samples.OnA4(c => c.Layers(layers =>
        {
            layers.Layer().AlignCenter().Text("副本");
            layers.PrimaryLayer().Text(new string('甲', 2000));
        }));
        Assert.All(await ReadBack.PagesAsync(document), page => Assert.StartsWith("副本甲", page, StringComparison.Ordinal));
        Assert.DoesNotContain(await ReadBack.StructureAsync(document), line => line.Contains("副本", StringComparison.Ordinal));
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
        var structure = await ReadBack.StructureAsync(document);
        Assert.Contains(structure, line => line.StartsWith("H1", StringComparison.Ordinal));
        Assert.Contains(structure, line => line.StartsWith("H2", StringComparison.Ordinal));
        var (_, json) = await OutsideProgram.RunOnAsync("qpdf", document.Bytes(), "--json", "--json-key=outlines", "{file}");
        var titles = Regex.Matches(json, "\"title\": \"([^\"]*)\"").Select(m => m.Groups[1].Value);
        Assert.Equal(new[] { "一、材料", "受理通知书", "附件" }.Order(), titles.Order());
    }

    [Fact]
    public async Task ASealAndAQrCode_AreFiguresThatSayWhatTheyAre()
    {
        var (_, text) = await OutsideProgram.RunOnAsync("qpdf", Samples.Notice().Bytes(), "--qdf", "--object-streams=disable", "{file}", "-");
        Assert.Equal(2, text.Split("/S /Figure").Length - 1);
        Assert.Equal(2, text.Split("/Alt ").Length - 1);
    }

    [Fact]
    public void AllFontsAndSizesOfALine_StandOnOneBaseline()
    {
        var output = new MemoryStream();
        Samples.OnA4(c => c.Text(text =>
        {
            text.Span("宋");
            text.Span("黑").Font(FontStyle.Hei);
            text.Span("楷").Font(FontStyle.Kai).FontSize(24);
            text.Span("𠮷䶮");
        })).GeneratePdf(output, FontBook.Shipped, Paper.Info, new PdfWriting(Compress: false));
        var baselines = Regex.Matches(Paper.Clear(output.ToArray()), @"BT [\d.]+ ([\d.]+) Td").Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(4, baselines.Count);

        // The largest characters decide: 24 points at 1.5 put it (36 - 24) / 2 + 0.88 × 24 below the top at 842 - 50.
        Assert.All(baselines, y => Assert.Equal(841.89 - 50 - 27.12, double.Parse(y, CultureInfo.InvariantCulture), 1));
    }

    [Fact]
    public async Task JustifiedLines_EndAtTheSameEdge_AndTheFirstIsIndented()
    {
        var text = string.Concat(Enumerable.Repeat("根据《中华人民共和国行政许可法》第三十二条，本机关（含派出机构）决定予以受理。", 12));
        var words = await ReadBack.WordsAsync(Samples.OnA4(c => c.Text(text).Justify().FirstLineIndent(2)));
        var lines = words.GroupBy(w => Math.Round(w.Top)).OrderBy(line => line.Key).ToList();
        Assert.True(lines.Count > 8);
        Assert.Equal(74, lines[0].Min(w => w.Left), 0.1);

        // The blank half of a mark may hang over the edge at 545.3.
        Assert.All(lines.SkipLast(1), line => Assert.InRange(line.Max(w => w.Right), 545, 551.5));
    }

    [Fact]
    public async Task Lines_AreParagraphs_WithoutAnEmptyOneAtTheEnd()
    {
        var words = await ReadBack.WordsAsync(Samples.OnA4(c => c.Column(column =>
        {
            column.Item().Text(text =>
            {
                text.Line("一");
                text.EmptyLine().FontSize(6);
                text.Line("二");
            });
            column.Item().Text("三");
        })));
        var steps = words.Zip(words.Skip(1), (a, b) => Math.Round(b.Top - a.Top, 1));
        Assert.Equal([18 + 9, 18], steps);
    }

    [Fact]
    public async Task AlignmentAndPadding_PlaceText()
    {
        var words = await ReadBack.WordsAsync(Samples.OnA4(c => c.Column(column =>
        {
            column.Item().PaddingLeft(10).Text("左");
            column.Item().AlignRight().Text("右");
            column.Item().Text("中").AlignCenter();
        })));
        Assert.Equal([60, 533.3, 291.6], words.Select(w => Math.Round(w.Left, 1)));
    }
}
