using System.Text;
using HallSuite.Infrastructure.Platform.Pdf.Fonts;
using HallSuite.Infrastructure.Platform.Pdf.Writing;
using HallSuite.Tests.TestKit;

namespace HallSuite.Tests.Pdf.Fonts;

/// <summary>Every name that a citizen may bear stands on paper as itself, and is found again by whoever searches or copies it.</summary>
public sealed class NamesOnPaperTests
{
    private const int PerLine = 30;
    private const int LinesPerPage = 40;

    public static TheoryData<FontStyle> Styles => [.. Enum.GetValues<FontStyle>()];

    [Theory]
    [MemberData(nameof(Styles))]
    public async Task EveryStandardCharacter_IsReadBackAsItself(FontStyle style)
    {
        var characters = SharedData.Lines("names", "general_standard_characters.csv").Skip(1).Select(l => l.Split(',')[1]).ToList();
        Assert.Equal(8105, characters.Count);
        var lines = characters.Chunk(PerLine).Select(line => string.Concat(line)).ToList();
        var pdf = Paper.Of(writer => WriteLines(writer, lines, style));
        Assert.Equal(lines, await LinesAsync(pdf));
    }

    [Fact]
    public async Task DottedAndRareNames_AreReadBackAsThemselves()
    {
        // One public page wrote the dot as the Katakana one; it is drawn as it was typed.
        var names = SharedData.Lines("names", "dotted_and_long_names.csv").Skip(1).Select(l => l.Split(',')[0]).Concat(["𠮷野家", "王䶮", "㛃㛚", "李𬭊", "𫚕𬶋", "欧阳𠅤"]).ToList();
        var pdf = Paper.Of(writer => WriteLines(writer, names, FontStyle.FangSong));
        Assert.Equal(names, await LinesAsync(pdf));
    }

    [Fact]
    public async Task AnOldPrivateCharacter_IsReadBackAsTheOneItMeans()
    {
        var pdf = Paper.Of(writer => writer.BeginPage(Paper.Width, Paper.Height).Say(LegacyCharacters.ToUnicode("王\uE863"), 100));
        Assert.Equal(["王䶮"], await LinesAsync(pdf));
    }

    [Fact]
    public async Task CharactersThatShareAGlyph_AreEachReadBackAsThemselves()
    {
        const string Twins = "□☐✓✔×✕一⼀";
        var pdf = Paper.Of(writer => writer.BeginPage(Paper.Width, Paper.Height).Say(Twins, 100));
        Assert.Equal([Twins], await LinesAsync(pdf));
    }

    [Fact]
    public async Task OneDocumentsFonts_HaveTagsThatOthersDoNotHave()
    {
        var (_, one) = await OutsideProgram.RunOnAsync("pdffonts", Paper.Of(w => w.BeginPage(Paper.Width, Paper.Height).Say("受理通知书", 100)), "{file}");
        var (_, other) = await OutsideProgram.RunOnAsync("pdffonts", Paper.Of(w => w.BeginPage(Paper.Width, Paper.Height).Say("不予受理决定书", 100)), "{file}");
        Assert.Matches(@"[A-Z]{6}\+HallSong +CID TrueType +Identity-H +yes yes yes", one);
        Assert.NotEqual(one.Split('\n')[2], other.Split('\n')[2]);
    }

    private static void WriteLines(PdfWriter writer, List<string> lines, FontStyle style)
    {
        foreach (var page in lines.Chunk(LinesPerPage))
        {
            var canvas = writer.BeginPage(Paper.Width, Paper.Height);
            foreach (var (line, i) in page.Select((line, i) => (line, i)))
            {
                canvas.Say(line, 40 + i * 20, style);
            }
        }
    }

    private static async Task<List<string>> LinesAsync(byte[] pdf) =>
        [.. (await Paper.TextAsync(pdf)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Normalize(NormalizationForm.FormC))];
}
