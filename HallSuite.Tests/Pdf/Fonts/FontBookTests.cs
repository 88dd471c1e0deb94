using System.IO.Compression;
using System.Text;
using HallSuite.Infrastructure.Platform.Pdf;
using HallSuite.Infrastructure.Platform.Pdf.Fonts;
using HallSuite.Tests.TestKit;

namespace HallSuite.Tests.Pdf.Fonts;

/// <summary>Which font draws which character, and what happens where none can.</summary>
public sealed class FontBookTests
{
    private const double BundleLimit = 28 * 1024 * 1024;

    public static TheoryData<FontStyle> Styles => [.. Enum.GetValues<FontStyle>()];

    [Theory]
    [InlineData(FontStyle.Song, "HallSong")]
    [InlineData(FontStyle.Hei, "HallHei")]
    [InlineData(FontStyle.Kai, "HallKai")]
    [InlineData(FontStyle.FangSong, "HallSong")]
    [InlineData(FontStyle.XiaoBiaoSong, "HallBiaoSong")]
    public void Find_ACharacterOfTheStyle_TakesItsOwnFont(FontStyle style, string font) =>
        Assert.Equal(font, FontBook.Shipped.Find(style, new Rune('政')).Face.Name);

    [Theory]
    [InlineData(0x3400, "HallSong")]
    [InlineData(0x20BB7, "HallRare")]
    [InlineData(0x2EBE0, "HallRare")]
    public void Find_ACharacterThatTheStyleLacks_FallsBack(int codePoint, string font) =>
        Assert.Equal(font, FontBook.Shipped.Find(FontStyle.Hei, new Rune(codePoint)).Face.Name);

    [Theory]
    [MemberData(nameof(Styles))]
    public void Find_AHanCharacter_IsOneEmWide(FontStyle style) =>
        Assert.All("政务服务大厅，。𠮷䶮".EnumerateRunes(), r => Assert.Equal(1, FontBook.Shipped.Find(style, r).Advance, 3));

    [Theory]
    [MemberData(nameof(Styles))]
    public void Find_EverySignOfOfficialDocuments_IsInTheStylesOwnFont(FontStyle style)
    {
        var own = FontBook.Shipped.Face(style);
        Assert.All(
            "0123456789ABCXYZabcxyz ·—…“”‘’、。，；：？！（）《》〈〉〔〕【】「」『』％‰¥￥℃№→←↑↓√×÷±≤≥□■○●☆★☐☑☒✓✔✕①⑩⑳㈠㈩ⅠⅩⅰ〇々　@#$%&*()+-=/.,:;!?'\"",
            c => Assert.True(own.TryFind(new Rune(c), out _), $"{style} has no {c}"));
    }

    [Fact]
    public void Find_ACharacterThatNoFontHas_NamesIt()
    {
        var fault = Assert.Throws<PdfException>(() => FontBook.Shipped.Find(FontStyle.Kai, new Rune(0x1F600)));
        Assert.Equal("document.no-glyph", fault.Error.Code);
        Assert.Equal(["U+1F600", "😀"], fault.Error.Arguments);
    }

    [Fact]
    public void Find_AnOldPrivateCharacter_IsTheOneItMeans() =>
        Assert.Equal(FontBook.Shipped.Find(FontStyle.Song, new Rune('䶮')), FontBook.Shipped.Find(FontStyle.Song, new Rune(0xE863)));

    [Fact]
    public void Find_UsualCharacters_DoesNotLoadTheRarePack()
    {
        var book = new FontBook(new FontOptions());
        book.Find(FontStyle.Song, new Rune('政'));
        Assert.Throws<PdfException>(() => book.Find(FontStyle.Song, new Rune(0xE000)));
        Assert.False(book.RareIsLoaded);

        book.Find(FontStyle.Song, new Rune(0x20BB7));
        Assert.True(book.RareIsLoaded);
    }

    [Fact]
    public void Find_FromManyThreadsAtOnce_AnswersTheSame()
    {
        var book = new FontBook(new FontOptions());
        var found = new FontGlyph[64];
        Parallel.For(0, found.Length, i => found[i] = book.Find(FontStyle.Song, new Rune(i % 2 == 0 ? '政' : 0x3447)));
        Assert.Equal(2, found.Distinct().Count());
    }

    [Fact]
    public void AnOperatorsFont_ReplacesFangSong_AndExtraFilesAreAskedLast()
    {
        using var folder = new TemporaryFolder();
        var kai = Unpacked(folder, "HallKai");
        var hei = Unpacked(folder, "HallHei");
        var book = new FontBook(new FontOptions { FangSong = kai, XiaoBiaoSong = hei, Extra = [kai] });
        Assert.Equal("HallKai", book.Find(FontStyle.FangSong, new Rune('政')).Face.Name);
        Assert.Equal("HallHei", book.Find(FontStyle.XiaoBiaoSong, new Rune('政')).Face.Name);
        Assert.Equal("HallSong", book.Find(FontStyle.Song, new Rune('政')).Face.Name);
        Assert.Throws<PdfException>(() => book.Find(FontStyle.Song, new Rune(0x1F600)));
    }

    [Fact]
    public void AFontThatIsNotThere_IsRefusedAtOnce()
    {
        var fault = Assert.Throws<PdfException>(() => new FontBook(new FontOptions { FangSong = "/nowhere/simfang.ttf" }));
        Assert.Equal("document.font-missing", fault.Error.Code);
        Assert.Equal(["/nowhere/simfang.ttf"], fault.Error.Arguments);
        Assert.Equal("document.font-missing", Assert.Throws<PdfException>(() => new FontBook(new FontOptions { Folder = "/nowhere" })).Error.Code);
    }

    [Fact]
    public void AFontThatIsDamaged_IsRefusedWhenItIsNeeded()
    {
        using var folder = new TemporaryFolder();
        foreach (var file in FontBook.ShippedFiles(new FontOptions()))
        {
            File.WriteAllBytes(Path.Combine(folder.Path, Path.GetFileName(file)), File.ReadAllBytes(file)[..5000]);
        }

        var book = new FontBook(new FontOptions { Folder = folder.Path });
        var fault = Assert.Throws<PdfException>(() => book.Find(FontStyle.Song, new Rune('政')));
        Assert.Equal("document.font-unusable", fault.Error.Code);
        Assert.Equal("HallSong.ttf.br", fault.Error.Arguments[0]);
    }

    [Fact]
    public void TheSettings_WithAMissingOrUnusableFile_SayWhichAndWhy()
    {
        using var folder = new TemporaryFolder();
        var broken = Path.Combine(folder.Path, "broken.ttf");
        File.WriteAllText(broken, "OTTO is how fonts with CFF outlines begin; this one goes no further");
        var answer = new FontOptionsRules().Validate(null, new FontOptions { FangSong = "/nowhere/simfang.ttf", Extra = [broken] });
        Assert.Collection(
            answer.Failures!,
            line => Assert.Equal("Fonts:FangSong names /nowhere/simfang.ttf, which is not there.", line),
            line => Assert.Equal($"Fonts:Extra:0 names {broken}, which cannot be embedded: its outlines are CFF; TrueType outlines are needed.", line));
        Assert.True(new FontOptionsRules().Validate(null, new FontOptions()).Succeeded);
    }

    [Fact]
    public void TheBundle_ComesWithLicences_AndFitsTheRepository()
    {
        var files = FontBook.ShippedFiles(new FontOptions()).ToList();
        Assert.InRange(files.Sum(f => new FileInfo(f).Length), 1, BundleLimit);
        var licences = Directory.GetFiles(Path.Combine(Path.GetDirectoryName(files[0])!, "licences")).Select(File.ReadAllText).ToList();
        Assert.All(licences, text => Assert.Contains("SIL OPEN FONT LICENSE Version 1.1", text, StringComparison.Ordinal));
        Assert.All(files, file => Assert.Contains(licences, text => text.Contains(Path.GetFileName(file).Split('.')[0], StringComparison.Ordinal)));
    }

    internal static string Unpacked(TemporaryFolder folder, string name)
    {
        var file = Path.Combine(folder.Path, $"{name}.ttf");
        using var packed = new BrotliStream(File.OpenRead(FontBook.ShippedFiles(new FontOptions()).Single(f => f.Contains(name, StringComparison.Ordinal))), CompressionMode.Decompress);
        using var plain = File.Create(file);
        packed.CopyTo(plain);
        return file;
    }
}
