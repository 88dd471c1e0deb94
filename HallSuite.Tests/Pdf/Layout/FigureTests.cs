using System.Text.RegularExpressions;
using HallSuite.Infrastructure.Platform.Pdf;
using HallSuite.Infrastructure.Platform.Pdf.Fonts;
using HallSuite.Infrastructure.Platform.Pdf.Images;
using HallSuite.Infrastructure.Platform.Pdf.Layout;
using HallSuite.Infrastructure.Platform.Pdf.Writing;

namespace HallSuite.Tests.Pdf.Layout;

/// <summary>Pictures, codes and seals.</summary>
public sealed class FigureTests
{
    private static readonly PdfImage Dot = PdfImage.Read(Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=="));

    [Fact]
    public void AnImage_IsAsWideAsItsPlace_InItsProportions() =>
        Assert.Contains("100 0 0 100 50 691.89 cm", Written(c => c.Width(100).Image(Dot, "点")), StringComparison.Ordinal);

    [Fact]
    public void AScannedSeal_IsCentredOnItsSignature_AndReachesAboveIt()
    {
        // The seal is 119 points high, the signature 18: 0.56 of the seal lie above the signature's middle, which takes the space for it.
        var drawn = Written(c => c.Width(200).Seal(PdfSeal.Picture(Dot, "印章", 119)).Text("某局").AlignCenter());
        Assert.Contains("119 0 0 119 ", drawn, StringComparison.Ordinal);
        var bottom = double.Parse(Regex.Match(drawn, @"119 0 0 119 [\d.]+ ([\d.]+) cm").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(841.89 - 50 - 119, bottom, 1);
    }

    [Fact]
    public async Task TheTextAfterASeal_StandsBelowIt()
    {
        var words = await ReadBack.WordsAsync(Samples.OnA4(c => c.Column(column =>
        {
            column.Item().Seal(PdfSeal.Picture(Dot, "印章", 119)).Text("某局");
            column.Item().Text("以下空白");
        })));
        Assert.True(words.Single(w => w.Word == "以下空白").Bottom >= 50 + 119 + 12);
    }

    [Fact]
    public void ASealWhoseNameHasARareCharacter_IsDrawn() =>
        Assert.NotEmpty(Samples.OnA4(c => c.Seal(PdfSeal.Round("𠮷县人民政府", "", "印章")).Text("𠮷县人民政府")).Bytes());

    [Fact]
    public void ASealWhoseNameNoFontHas_IsRefusedBeforeAnythingIsWritten()
    {
        var output = new MemoryStream();
        var document = PdfDocument.Create(d => d.Page(page =>
        {
            page.Content().Seal(PdfSeal.Round("\uE000", "", "印章")).Text("印章");
            page.Footer().Text(text => text.TotalPages());
        }));
        Assert.Equal("document.no-glyph", Assert.Throws<PdfException>(() => document.GeneratePdf(output, FontBook.Shipped, Paper.Info, TestContext.Current.CancellationToken)).Error.Code);
        Assert.Equal(0, output.Length);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(41)]
    public void ASealWithoutANameOrWithTooLongAOne_IsABug(int length) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PdfSeal.Round(new string('局', length), "", "印章"));

    [Fact]
    public void AContainerFilledTwice_IsABug() => Assert.Throws<InvalidOperationException>(() => Samples.OnA4(c =>
    {
        c.Text("一");
        c.Text("二");
    }).Bytes());

    private static string Written(Action<Container> fill)
    {
        var output = new MemoryStream();
        Samples.OnA4(fill).GeneratePdf(output, FontBook.Shipped, Paper.Info, new PdfWriting(Compress: false));
        return Paper.Clear(output.ToArray());
    }
}
