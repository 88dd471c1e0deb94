using System.Globalization;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using HallSuite.Infrastructure.Platform.Pdf.Fonts;
using HallSuite.Infrastructure.Platform.Pdf.Images;
using HallSuite.Infrastructure.Platform.Pdf.Writing;
using HallSuite.Tests.Pdf.Images;
using HallSuite.Tests.TestKit;

namespace HallSuite.Tests.Pdf.Writing;

/// <summary>What PDF/A-2 asks of a file, as far as it can be looked up in the file itself. It takes no validator's place.</summary>
public sealed partial class ArchiveTests
{
    private static readonly string[] Painting = ["f", "S", "Tj", "TJ", "Do"];

    private static readonly Lazy<byte[]> Everything = new(() => Paper.Of(DrawEverything, compress: false));

    [Fact]
    public void EveryMark_IsInsideOneMarkedContent()
    {
        foreach (var page in ContentsOf(Everything.Value))
        {
            var open = 0;
            foreach (var word in page.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries))
            {
                open += word.EndsWith("BDC", StringComparison.Ordinal) || word is "BMC" ? 1 : word is "EMC" ? -1 : 0;
                Assert.InRange(open, 0, 1);
                Assert.False(open == 0 && Painting.Contains(word), $"{word} outside of any mark");
            }

            Assert.Equal(0, open);
        }
    }

    [Fact]
    public void EveryMarkedContent_IsFoundFromTheTreeOfItsPage()
    {
        var clear = Paper.Clear(Everything.Value);
        var tree = Regex.Match(clear, @"<</Nums\[(.*)\]>>").Groups[1].Value;
        var listed = Regex.Matches(tree, @"(\d+)\[([^\]]*)\]").Select(m => (Page: int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture), Marks: Regex.Count(m.Groups[2].Value, "R"))).ToList();
        var drawn = ContentsOf(Everything.Value).Select((page, i) => (i, Regex.Count(page, "/MCID"))).ToList();
        Assert.Equal(drawn, listed);
        Assert.All(drawn, page => Assert.True(page.Item2 > 0));
    }

    [Fact]
    public async Task EveryFont_IsEmbeddedWithItsUnicode()
    {
        var (_, fonts) = await OutsideProgram.RunOnAsync("pdffonts", Everything.Value, "{file}");
        var lines = fonts.Split('\n').Skip(2).Where(l => l.Length > 0).ToList();
        Assert.Equal(5, lines.Count);
        Assert.All(lines, line => Assert.Matches(@"^[A-Z]{6}\+Hall\w+ +CID TrueType +Identity-H +yes yes yes", line));
    }

    [Fact]
    public void TheFile_HasItsIdentityProfileAndLanguage_AndNothingThatArchivesForbid()
    {
        var clear = Paper.Clear(Everything.Value);
        Assert.Matches(@"/ID\[<([0-9A-F]{32})><\1>\]", clear);
        Assert.Matches(@"/OutputIntents\[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier\(sRGB IEC61966-2\.1\)", clear);
        Assert.Contains("/MarkInfo<</Marked true>>", clear, StringComparison.Ordinal);
        Assert.Contains("/Lang<FEFF007A0068002D0043004E>", clear, StringComparison.Ordinal);
        Assert.All(["/Encrypt", "/JavaScript", "/Launch", "/LZWDecode", "/DeviceCMYK", "/Interpolate true", "/EmbeddedFile"], word => Assert.DoesNotContain(word, clear, StringComparison.Ordinal));
    }

    [Fact]
    public void APlace_IsWrittenToTheThousandth_WithoutAnExponent() =>
        Prop.ForAll(
            Gen.Choose(-100_000_000, 100_000_000).Select(n => n / 7919.0).ToArbitrary(),
            number =>
            {
                var bytes = new PdfBytes();
                var text = System.Text.Encoding.ASCII.GetString(bytes.Add(number).Span);
                return Regex.IsMatch(text, @"^-?\d+(\.\d{0,2}[1-9])?$")
                    && double.Parse(text, CultureInfo.InvariantCulture) == Math.Round(number, 3, MidpointRounding.AwayFromZero);
            }).QuickCheckThrowOnFailure();

    private static void DrawEverything(PdfWriter writer)
    {
        var seal = PdfImage.Read(PngMaker.Make(4, 4, PngColour.RgbAlpha, 8, false, (y, x) => [255, 0, 0, x * 60]));
        for (var p = 0; p < 3; p++)
        {
            var canvas = writer.BeginPage(Paper.Width, Paper.Height);
            writer.Bookmark($"第{p + 1}页", 1 + p % 2, 60);
            canvas.Fill(0, 0, 100, 10, PdfColor.SealRed);
            foreach (var style in Enum.GetValues<FontStyle>())
            {
                canvas.Say("受理通知书𠮷", 60 + 20 * (int)style, style);
            }

            using (canvas.Tag(PdfTag.Section))
            {
                canvas.Save();
                canvas.Rotate(15, 100, 300);
                canvas.Glyphs(Paper.Glyphs("样章"), 100, 300, 20, PdfColor.SealRed, extraPerGlyph: 2, fakeBold: true);
                canvas.Restore();
                using (canvas.Tag(PdfTag.Figure, "印章"))
                {
                    canvas.Image(seal, 100, 400, 80, 80);
                    canvas.Path([PdfPathStep.Rectangle(200, 400, 5, 5), PdfPathStep.Close()], PdfColor.Black);
                }

                using (canvas.Artifact())
                {
                    canvas.Line(10, 500, 100, 500, 1, PdfColor.Black);
                }

                canvas.Glyphs(Paper.Glyphs("完"), 100, 600, 12, PdfColor.Black);
            }
        }
    }

    /// <summary>What is drawn on each page, in their order.</summary>
    private static List<string> ContentsOf(byte[] pdf)
    {
        var clear = Paper.Clear(pdf);
        return [.. PageContent().Matches(clear).Select(m => Regex.Match(clear, $@"(?<=\n{m.Groups[1].Value} 0 obj\n<<[^>]*>>stream\n)[\s\S]*?(?=\nendstream)").Value)];
    }

    [GeneratedRegex(@"/Type/Page/.*?/Contents (\d+) 0 R")]
    private static partial Regex PageContent();
}
