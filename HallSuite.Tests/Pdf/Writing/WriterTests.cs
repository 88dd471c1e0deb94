using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using HallSuite.Infrastructure.Platform.Pdf.Fonts;
using HallSuite.Infrastructure.Platform.Pdf.Writing;
using HallSuite.Tests.TestKit;

namespace HallSuite.Tests.Pdf.Writing;

/// <summary>What is drawn is read back by other programs, at its place, and always comes out the same.</summary>
public sealed partial class WriterTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ADocument_OfTwoPages_IsSoundAndReadAsWritten(bool compress)
    {
        var pdf = Paper.Of(Sample, compress);

        await Paper.SoundAsync(pdf);
        Assert.Equal("关于𠮷野家设立登记的受理通知书 No. 2026〔7〕\n买买提·吐尔逊：你好。①②☑\n\n䶮𬭊 second page\n\n", await Paper.TextAsync(pdf));
    }

    [Fact]
    public void ADocument_InTheClear_IsTheSameToTheLastByte()
    {
        var pdf = Paper.Of(Sample, compress: false);
        Assert.Equal(pdf, Paper.Of(Sample, compress: false));
        Assert.Equal("BA7739EE45683F53B567DF8FDD0C1BAA6D77856B7753B5A2F4E4D7600AAFCF3A", Convert.ToHexString(SHA256.HashData(pdf)));
    }

    [Fact]
    public void Documents_FromManyThreads_AreTheSame()
    {
        var alone = Paper.Of(Sample);
        var many = new byte[40][];
        Parallel.For(0, many.Length, i => many[i] = Paper.Of(Sample));
        Assert.All(many, pdf => Assert.Equal(alone, pdf));
    }

    [Fact]
    public async Task Glyphs_StandOnTheirBaseline_WithTheSpaceAskedFor()
    {
        var adjusted = new double[] { 1.5, -6, 0 };
        var pdf = Paper.Of(writer =>
        {
            var canvas = writer.BeginPage(Paper.Width, Paper.Height);
            canvas.Glyphs(Paper.Glyphs("甲𠮷乙"), 100, 200, 20, PdfColor.Black);
            canvas.Glyphs(Paper.Glyphs("丙丁戊"), 100, 300, 20, PdfColor.Black, extraPerGlyph: 4);
            canvas.Glyphs(Paper.Glyphs("己庚辛"), adjusted, 100, 400, 20, PdfColor.Black);
        });
        var words = await WordsAsync(pdf);

        Assert.Collection(
            words,
            plain => AssertAt(plain, "甲𠮷乙", 100, 160),
            spaced => AssertAt(spaced, "丙丁戊", 100, 168),
            squeezed => AssertAt(squeezed, "己庚辛", 100, 155.5));
        Assert.Equal([100, 100], words.Zip(words.Skip(1), (above, below) => Math.Round(below.Bottom - above.Bottom)));
    }

    [Fact]
    public async Task WhatIsTurned_StandsWhereTheTurnBringsIt()
    {
        var pdf = Paper.Of(writer =>
        {
            var canvas = writer.BeginPage(Paper.Width, Paper.Height);
            canvas.Save();
            canvas.Rotate(90, 300, 400);
            canvas.Glyphs(Paper.Glyphs("转"), 350, 400, 20, PdfColor.Black);
            canvas.Restore();
            canvas.Glyphs(Paper.Glyphs("不"), 100, 100, 20, PdfColor.Black);
        });
        var words = await WordsAsync(pdf);

        // To the right of the point and turned clockwise is below it; the glyph's foot then looks left.
        var turned = words.Single(w => w.Text == "转");
        Assert.InRange(turned.Top, 448, 452);
        Assert.InRange(turned.Bottom, 468, 472);
        Assert.InRange(turned.Left, 290, 300);
        Assert.InRange(words.Single(w => w.Text == "不").Left, 99, 101);
    }

    [Fact]
    public async Task Shapes_AreDrawnInTheirPlaceAndColour()
    {
        var pdf = Paper.Of(writer =>
        {
            var canvas = writer.BeginPage(100, 50);
            canvas.Fill(0, 0, 20, 50, new PdfColor(255, 0, 0));
            canvas.Line(30, 0, 30, 50, 10, new PdfColor(0, 255, 0));
            canvas.Save();
            canvas.Clip(40, 0, 10, 50);
            canvas.Path([PdfPathStep.Move(40, 0), PdfPathStep.Line(100, 0), PdfPathStep.Curve(100, 0, 100, 50, 100, 50), PdfPathStep.Line(40, 50), PdfPathStep.Close()], new PdfColor(0, 0, 255));
            canvas.Restore();
            canvas.Path([PdfPathStep.Rectangle(70, 25, 20, 25)], PdfColor.Black);
        });
        var pixels = await Paper.PixelsAsync(pdf);

        Assert.Equal((255, 0, 0), pixels(10, 25));
        Assert.Equal((0, 255, 0), pixels(30, 25));
        Assert.Equal((0, 0, 255), pixels(45, 25));
        Assert.Equal((255, 255, 255), pixels(55, 25));
        Assert.Equal((255, 255, 255), pixels(80, 10));
        Assert.Equal((0, 0, 0), pixels(80, 40));
    }

    [Fact]
    public async Task AQrCode_IsReadAsItsText()
    {
        const string Text = "https://hall.example.cn/verify?name=𠮷野家·买买提";
        var pdf = Paper.Of(writer => writer.BeginPage(200, 200).Path(PdfQr.Path(Text, 20, 20, 160), PdfColor.Black));
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "code");
        await OutsideProgram.RunOnAsync("pdftoppm", pdf, "-r", "144", "-png", "-singlefile", "{file}", file);
        var (_, read) = await OutsideProgram.RunAsync("zbarimg", "-q", "--raw", file + ".png");
        Assert.Equal(Text, read.Trim());
    }

    [Fact]
    public void ACancelledDocument_Stops()
    {
        using var source = new CancellationTokenSource();
        using var writer = new PdfWriter(new MemoryStream(), Paper.Info, FontBook.Shipped, new PdfWriting(Cancel: source.Token));
        writer.BeginPage(Paper.Width, Paper.Height).Say("受理", 100);
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => writer.BeginPage(Paper.Width, Paper.Height));
        Assert.Throws<OperationCanceledException>(writer.Finish);
    }

    [Fact]
    public void APage_ThatTheNextHasEnded_TakesNothingMore()
    {
        using var writer = new PdfWriter(new MemoryStream(), Paper.Info, FontBook.Shipped, new PdfWriting());
        Assert.Throws<InvalidOperationException>(writer.Finish);
        var first = writer.BeginPage(Paper.Width, Paper.Height);
        writer.BeginPage(Paper.Width, Paper.Height);
        Assert.Throws<ObjectDisposedException>(() => first.Fill(0, 0, 1, 1, PdfColor.Black));
        Assert.Throws<ArgumentOutOfRangeException>(() => writer.BeginPage(0, 100));
        Assert.Equal(2, writer.PageCount);
    }

    [Fact]
    public void APlace_ThatIsNoNumber_IsRefused()
    {
        using var writer = new PdfWriter(new MemoryStream(), Paper.Info, FontBook.Shipped, new PdfWriting());
        var canvas = writer.BeginPage(Paper.Width, Paper.Height);
        Assert.Throws<ArgumentOutOfRangeException>(() => canvas.Fill(double.NaN, 0, 1, 1, PdfColor.Black));
        Assert.Throws<ArgumentOutOfRangeException>(() => canvas.Fill(double.PositiveInfinity, 0, 1, 1, PdfColor.Black));
    }

    [Fact]
    public void PagesAreOnTheirWay_BeforeTheDocumentIsFinished()
    {
        var output = new MemoryStream();
        using var writer = new PdfWriter(output, Paper.Info, FontBook.Shipped, new PdfWriting(Compress: false));
        writer.BeginPage(Paper.Width, Paper.Height).Fill(1, 2, 3, 4, PdfColor.SealRed);
        writer.BeginPage(Paper.Width, Paper.Height);
        Assert.Contains("1 836 3 4 re", Paper.Clear(output.ToArray()), StringComparison.Ordinal);
    }

    private static void Sample(PdfWriter writer)
    {
        var first = writer.BeginPage(Paper.Width, Paper.Height);
        writer.Bookmark("第一页", 1, 80);
        first.Say("关于𠮷野家设立登记的受理通知书 No. 2026〔7〕", 100, FontStyle.XiaoBiaoSong, 22);
        first.Say("买买提·吐尔逊：你好。①②☑", 140, FontStyle.Kai);
        var second = writer.BeginPage(Paper.Width, Paper.Height);
        second.Say("䶮𬭊 second page", 100, FontStyle.Hei);
    }

    private static void AssertAt(Word word, string text, double left, double right)
    {
        Assert.Equal(text, word.Text);
        Assert.Equal(left, word.Left, 0.1);
        Assert.Equal(right, word.Right, 0.1);
    }

    private static async Task<List<Word>> WordsAsync(byte[] pdf)
    {
        var (_, text) = await OutsideProgram.RunOnAsync("pdftotext", pdf, "-enc", "UTF-8", "-bbox", "{file}", "-");
        double Number(Match match, int group) => double.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
        return [.. BoxedWord().Matches(text).Select(m => new Word(m.Groups[5].Value, Number(m, 1), Number(m, 2), Number(m, 3), Number(m, 4)))];
    }

    [GeneratedRegex("""<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>""")]
    private static partial Regex BoxedWord();

    private sealed record Word(string Text, double Left, double Top, double Right, double Bottom);
}
