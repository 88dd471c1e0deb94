using System.Text.RegularExpressions;
using HallSuite.Infrastructure.Platform.Pdf;
using HallSuite.Infrastructure.Platform.Pdf.Fonts;
using HallSuite.Infrastructure.Platform.Pdf.Writing;
using HallSuite.Tests.TestKit;

namespace HallSuite.Tests.Pdf.Writing;

/// <summary>What a document says to whoever hears it, files it or looks for a chapter.</summary>
public sealed partial class StructureTests
{
    [Fact]
    public async Task AParagraphOverTwoPages_IsOneElement()
    {
        var pdf = Paper.Of(writer =>
        {
            var first = writer.BeginPage(Paper.Width, Paper.Height);
            var paragraph = first.Begin(null, PdfTag.Paragraph);
            using (first.Content(paragraph))
            {
                first.Glyphs(Paper.Glyphs("上半句，"), 60, 800, 12, PdfColor.Black);
            }

            var second = writer.BeginPage(Paper.Width, Paper.Height);
            using (second.Artifact())
            {
                second.Glyphs(Paper.Glyphs("页眉"), 60, 40, 12, PdfColor.Black);
            }

            using (second.Content(paragraph))
            {
                second.Glyphs(Paper.Glyphs("下半句。"), 60, 100, 12, PdfColor.Black);
            }
        });

        await Paper.SoundAsync(pdf);
        Assert.Equal("Document P (block) \"上半句，\" \"下半句。\"", await StructureAsync(pdf));
    }

    [Fact]
    public async Task ATable_TellsItsHeadsAndSpans()
    {
        var pdf = Paper.Of(
            writer =>
            {
                var canvas = writer.BeginPage(Paper.Width, Paper.Height);
                canvas.Say("材料清单", 60, FontStyle.Hei);
                var table = canvas.Begin(null, PdfTag.Table);
                var heads = canvas.Begin(table, PdfTag.TableRow);
                Cell(canvas, canvas.BeginCell(heads, PdfTag.TableHead, columnSpan: 2), "材料", 100);
                var row = canvas.Begin(table, PdfTag.TableRow);
                Cell(canvas, canvas.BeginCell(row, PdfTag.TableHead, isRowHead: true), "营业执照", 120);
                Cell(canvas, canvas.BeginCell(row, PdfTag.TableCell, rowSpan: 3), "原件", 140);
            },
            compress: false);

        Assert.Equal(
            "Document P (block) \"材料清单\" Table (block) TR TH: /Scope /Column /ColSpan 2 \"材料\" TR TH: /Scope /Row \"营业执照\" TD: /RowSpan 3 \"原件\"", await StructureAsync(pdf));
        var clear = Paper.Clear(pdf);
        Assert.Contains("/A<</O/Table/Scope/Column/ColSpan 2>>", clear, StringComparison.Ordinal);
        Assert.Contains("/A<</O/Table/Scope/Row>>", clear, StringComparison.Ordinal);
        Assert.Contains("/A<</O/Table/RowSpan 3>>", clear, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AScopeInsideAnother_IsItsPart_AndTheOuterGoesOnAfterIt()
    {
        var pdf = Paper.Of(
            writer =>
            {
                var canvas = writer.BeginPage(Paper.Width, Paper.Height);
                using (canvas.Tag(PdfTag.Paragraph))
                {
                    canvas.Glyphs(Paper.Glyphs("见"), 60, 100, 12, PdfColor.Black);
                    using (canvas.Tag(PdfTag.Span))
                    {
                        canvas.Glyphs(Paper.Glyphs("附件"), 72, 100, 12, PdfColor.Black);
                    }

                    using (canvas.Artifact())
                    {
                        canvas.Line(60, 103, 120, 103, 0.5, PdfColor.Black);
                    }

                    canvas.Glyphs(Paper.Glyphs("一。"), 96, 100, 12, PdfColor.Black);
                }
            },
            compress: false);

        Assert.Equal("Document P (block) \"见\" Span (inline) \"附件\" \"一。\"", await StructureAsync(pdf));
        AssertMarksAreClosed(pdf);
    }

    [Fact]
    public void WhatNobodyTagged_IsDecoration()
    {
        var clear = Paper.Clear(Paper.Of(writer => writer.BeginPage(Paper.Width, Paper.Height).Fill(0, 0, 10, 10, PdfColor.SealRed), compress: false));
        Assert.Matches(@"/Artifact BMC\s[^B]*re\s+f\s+EMC", clear);
    }

    [Fact]
    public void AFigure_SaysItsAlternative()
    {
        var pdf = Paper.Of(
            writer =>
            {
                var canvas = writer.BeginPage(Paper.Width, Paper.Height);
                using (canvas.Tag(PdfTag.Figure, "印章：某市政务服务中心"))
                {
                    canvas.Path([PdfPathStep.Rectangle(1, 2, 3, 4)], PdfColor.SealRed);
                }
            },
            compress: false);
        Assert.Contains("/Alt<FEFF5370", Paper.Clear(pdf), StringComparison.Ordinal);
    }

    [Fact]
    public void TurningAndClipping_LeaveNoMarkOpenAcrossThem()
    {
        var pdf = Paper.Of(
            writer =>
            {
                var canvas = writer.BeginPage(Paper.Width, Paper.Height);
                using (canvas.Tag(PdfTag.Paragraph))
                {
                    canvas.Glyphs(Paper.Glyphs("前"), 60, 100, 12, PdfColor.Black);
                    canvas.Save();
                    canvas.Rotate(30, 60, 100);
                    canvas.Glyphs(Paper.Glyphs("斜"), 80, 100, 12, PdfColor.Black);
                    canvas.Restore();
                    canvas.Glyphs(Paper.Glyphs("后"), 100, 100, 12, PdfColor.Black);
                }
            },
            compress: false);
        AssertMarksAreClosed(pdf);
    }

    [Fact]
    public void Bookmarks_MakeATreeOfTheirLevels()
    {
        var pdf = Paper.Of(
            writer =>
            {
                writer.BeginPage(Paper.Width, Paper.Height);
                foreach (var (title, level) in new[] { ("A", 1), ("B", 2), ("C", 3), ("D", 2), ("E", 1) })
                {
                    writer.Bookmark(title, level, 100);
                }
            },
            compress: false);
        var clear = Paper.Clear(pdf);
        var entries = Bookmark().Matches(clear).ToDictionary(m => (char)Convert.ToInt32(m.Groups[2].Value, 16), m => m);
        Assert.Equal("ABCDE", string.Concat(entries.Keys.Order()));
        string Id(char title) => entries[title].Groups[1].Value;
        string Body(char title) => entries[title].Groups[3].Value;
        Assert.Contains($"/First {Id('B')} 0 R/Last {Id('D')} 0 R/Count 3", Body('A'), StringComparison.Ordinal);
        Assert.Contains($"/Next {Id('E')} 0 R", Body('A'), StringComparison.Ordinal);
        Assert.Contains($"/Parent {Id('B')} 0 R", Body('C'), StringComparison.Ordinal);
        Assert.Contains($"/Prev {Id('B')} 0 R", Body('D'), StringComparison.Ordinal);
        Assert.Contains("/XYZ null 742 null", Body('E'), StringComparison.Ordinal);
        Assert.Contains("/PageMode/UseOutlines", clear, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADocument_SaysWhatItIs_TwiceTheSame()
    {
        var info = Paper.Info with { Title = "受理 <&> 𠮷", Subject = "行政许可" };
        var output = new MemoryStream();
        using var writer = new PdfWriter(output, info, FontBook.Shipped, new PdfWriting());
        writer.BeginPage(Paper.Width, Paper.Height);
        writer.Finish();

        var (_, about) = await OutsideProgram.RunOnAsync("pdfinfo", output.ToArray(), "-isodates", "{file}");
        Assert.Matches("(?m)^Title: +受理 <&> 𠮷$", about);
        Assert.Matches("(?m)^Author: +某市政务服务中心$", about);
        Assert.Matches("(?m)^Subject: +行政许可$", about);
        Assert.Matches("(?m)^CreationDate: +2026-11-22T01:30:00Z$|^CreationDate: +2026-11-22T09:30:00\\+08$", about);
        Assert.Matches("(?m)^Tagged: +yes$", about);
        var (_, xmp) = await OutsideProgram.RunOnAsync("pdfinfo", output.ToArray(), "-meta", "{file}");
        Assert.Contains("受理 &lt;&amp;&gt; 𠮷", xmp, StringComparison.Ordinal);
        Assert.Contains("<pdfaid:part>2</pdfaid:part>", xmp, StringComparison.Ordinal);
        Assert.Contains("<xmp:CreateDate>2026-11-22T09:30:00+08:00</xmp:CreateDate>", xmp, StringComparison.Ordinal);
        System.Xml.Linq.XDocument.Parse(xmp[xmp.IndexOf("<x:xmpmeta", StringComparison.Ordinal)..xmp.IndexOf("<?xpacket end", StringComparison.Ordinal)]);
    }

    [Fact]
    public void ATableOfFourThousandRows_NeedsLittleMemory_AndAShortFile()
    {
        const int Rows = 4000;
        const int Columns = 6;
        const long MostMemory = 64 * 1024 * 1024;
        Paper.Glyphs("一", FontStyle.Song);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var output = new CountingStream();
        using var writer = new PdfWriter(output, Paper.Info, FontBook.Shipped, new PdfWriting());
        var most = 0L;
        PdfElement? table = null;
        PdfCanvas? canvas = null;
        for (var r = 0; r < Rows; r++)
        {
            if (r % 40 == 0)
            {
                canvas = writer.BeginPage(Paper.Width, Paper.Height);
                table ??= canvas.Begin(null, PdfTag.Table);
            }

            var row = canvas!.Begin(table, PdfTag.TableRow);
            for (var c = 0; c < Columns; c++)
            {
                using (canvas.Content(canvas.Begin(canvas.BeginCell(row, PdfTag.TableCell), PdfTag.Paragraph)))
                {
                    canvas.Glyphs(Paper.Glyphs($"第{r}行第{c}列"), 40 + c * 85, 40 + r % 40 * 19, 9, PdfColor.Black);
                }
            }

            if (r % 500 == 499)
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
        }

        writer.Finish();
        Assert.Equal(100, writer.PageCount);
        Assert.InRange(most, 0, MostMemory);
        Assert.InRange(output.Length, 1, 2_500_000);
    }

    private static void Cell(PdfCanvas canvas, PdfElement cell, string text, double y)
    {
        using (canvas.Content(cell))
        {
            canvas.Glyphs(Paper.Glyphs(text), 60, y, 12, PdfColor.Black);
        }
    }

    /// <summary>Every mark that is opened is closed before the graphics state changes or another opens.</summary>
    private static void AssertMarksAreClosed(byte[] pdf)
    {
        var open = 0;
        foreach (Match word in Regex.Matches(Paper.Clear(pdf), @"\b(BDC|BMC|EMC)\n|\n(q|Q)\n"))
        {
            open += word.Value.Trim() switch { "BDC" or "BMC" => 1, "EMC" => -1, _ => 0 };
            Assert.InRange(open, 0, word.Value.Trim() is "q" or "Q" ? 0 : 1);
        }

        Assert.Equal(0, open);
    }

    private static async Task<string> StructureAsync(byte[] pdf)
    {
        var (_, text) = await OutsideProgram.RunOnAsync("pdfinfo", pdf, "-struct-text", "{file}");
        return Regex.Replace(text, @"\s+", " ").Trim();
    }

    [GeneratedRegex(@"(?m)^(\d+) 0 obj\n<</Title<FEFF(\w{4})>(.*)>>")]
    private static partial Regex Bookmark();

    private sealed class CountingStream : MemoryStream
    {
        private long length;

        public override long Length => length;

        public override void Write(ReadOnlySpan<byte> buffer) => length += buffer.Length;

        public override void Write(byte[] buffer, int offset, int count) => length += count;
    }
}
