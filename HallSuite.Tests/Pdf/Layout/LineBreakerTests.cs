using FsCheck;
using FsCheck.Fluent;
using HallSuite.Infrastructure.Platform.Pdf;
using HallSuite.Infrastructure.Platform.Pdf.Fonts;
using HallSuite.Infrastructure.Platform.Pdf.Layout;
using HallSuite.Infrastructure.Platform.Pdf.Layout.Typesetting;
using HallSuite.Tests.TestKit;

namespace HallSuite.Tests.Pdf.Layout;

/// <summary>Where lines end. Characters are 10 points wide, so a measure of 100 holds ten.</summary>
public sealed class LineBreakerTests
{
    private const string Starters = "，。、；：？！）》〉」』】〕”’％·～";
    private const string Enders = "（《〈「『【〔“‘￥";

    [Theory]
    [InlineData("一二三四五六七八九，十", "一二三四五六七八九，|十")]
    [InlineData("一二三四五六七八九十，一", "一二三四五六七八九十，|一")]
    [InlineData("一二三四五六七八九（十）", "一二三四五六七八九|（十）")]
    [InlineData("一二三四五六七八九“十”", "一二三四五六七八九|“十”")]
    [InlineData("一二三四五六七八九十？好", "一二三四五六七八九|十？好")]
    [InlineData("一二三四五六七八九——十", "一二三四五六七八九|——十")]
    [InlineData("一二三四五六七八九……十", "一二三四五六七八九|……十")]
    [InlineData("一二三四五六七八九十······一", "一二三四五六七八九|十······一")]
    [InlineData("一二三四五六七八九阿·克", "一二三四五六七八九阿·|克")]
    [InlineData("一二三四五六七八九阿·克", "一二三四五六七八九|阿·克", 101)]
    public void Marks_AtTheEndOfALine_StandWhereTheStandardWantsThem(string text, string lines, double measure = 105) => Assert.Equal(lines, Broken(text, measure));

    [Fact]
    public void ClosingMark_PushedIn_HangsItsBlankHalfOverTheEnd()
    {
        var (set, line) = First("一二三四五六七八九十，一");
        var places = Justification.Place(set.Clusters, line, 105, spread: true);
        Assert.Equal(100, places[10], 3);
    }

    [Fact]
    public void NeighbouringMarks_LoseTheDoubleBlankBetweenThem()
    {
        var (set, _) = First("（“一二”）。");
        Assert.Equal([10, 5, 10, 10, 5, 5, 10], set.Clusters.ToArray().Select(c => Math.Round(c.Width, 3)));
    }

    [Fact]
    public void OpeningMark_AtTheBeginningOfALine_StandsAtTheEdge()
    {
        var set = Set("一二三四五六七八九十（一）");
        var lines = new LineBreaker(set.Clusters, 100, 0).Break();
        Assert.Equal(-5, Justification.Place(set.Clusters, lines[1], 100, spread: false)[0], 3);
    }

    [Theory]
    [InlineData("一二三四五六七八九𠮷𠮷家", "一二三四五六七八九𠮷|𠮷家", 105)]
    [InlineData("一二三四五六七八九e\u0301a\u0301", "一二三四五六七八九|e\u0301a\u0301", 97)]
    [InlineData("e\u0301e\u0301e\u0301e\u0301e\u0301", "e\u0301e\u0301|e\u0301e\u0301|e\u0301", 12)]
    public void ACharacterOfSeveralCodePoints_IsNeverCut(string text, string lines, double measure) => Assert.Equal(lines, Broken(text, measure));

    [Theory]
    [InlineData("见网站 Government 公告", "见网站 |Government |公告", 65)]
    [InlineData("金额1,234,567.89元", "金额|1,234,567.89元", 70)]
    [InlineData("中文中文,文", "中文中|文,文", 41)]
    [InlineData("中文中文It’s", "中文中文|It’s", 50)]
    public void Words_OfLettersAndDigits_AreNotCut(string text, string lines, double measure) => Assert.Equal(lines, Broken(text, measure));

    [Fact]
    public void AnAddressOfAPage_IsBrokenAfterItsSeparators() =>
        Assert.Equal("见https://|zwfw.gov.cn/|progress/|query", Broken("见https://zwfw.gov.cn/progress/query", 70));

    [Fact]
    public void AWordLongerThanALine_IsCutAnywhere()
    {
        var lines = Broken("9137010276548A00X1", 50).Split('|');
        Assert.True(lines.Length > 1);
        Assert.Equal("9137010276548A00X1", string.Concat(lines));
    }

    [Fact]
    public void OnlyClosingMarks_AreCutWhereTheLineIsFull() => Assert.Equal(25, Broken(new string('！', 25)).Replace("|", "", StringComparison.Ordinal).Length);

    [Fact]
    public void ANewLine_BeginsAParagraph_WithItsIndent()
    {
        var set = Set("一二三\n四五六七八九十一二三");
        var lines = new LineBreaker(set.Clusters, 100, 20).Break();
        Assert.Equal([(20.0, true, true), (20.0, true, false), (0.0, false, true)], lines.Select(l => (l.Indent, l.Opens, l.Closes)));
        Assert.Equal(8, lines[1].To - lines[1].From);
    }

    [Fact]
    public void ANewLine_AtTheEnd_IsAnEmptyLine() => Assert.Equal(2, new LineBreaker(Set("一\n").Clusters, 100, 0).Break().Count);

    [Fact]
    public void ANewLine_BehindAFullLine_MakesNoEmptyLine() => Assert.Equal("一二三四五六七八九十\n|一", Broken("一二三四五六七八九十\n一"));

    [Fact]
    public void AKeptSpan_MovesToTheNextLineWhole()
    {
        var style = ResolvedStyle.Of(new TextStyle().Size(10));
        var set = Typesetter.Set(FontBook.Shipped, [new StyledText("自受理之日起即", style, false), new StyledText("二十个工作日", style, true)]);
        var lines = new LineBreaker(set.Clusters, 100, 0).Break();
        Assert.Equal([7, 13], lines.Select(l => l.Next));
    }

    [Fact]
    public void AKeptSpan_IsNotBrokenAfterItsSeparatorsEither()
    {
        var style = ResolvedStyle.Of(new TextStyle().Size(10));
        var set = Typesetter.Set(FontBook.Shipped, [new StyledText("编号为", style, false), new StyledText("370102-2026-0001234-07-A", style, true)]);
        Assert.Equal([3, 27], new LineBreaker(set.Clusters, 140, 0).Break().Select(l => l.Next));
    }

    [Fact]
    public void ControlCharacters_DoNotReachThePaper() => Assert.Equal("一二三", string.Concat(Set("一二\u0000\u001B三").Glyphs.ToArray().Select(g => g.Rune)));

    [Fact]
    public void HalfOfAPair_IsRefused() => Assert.Equal("document.no-glyph", Assert.Throws<PdfException>(() => Set("一\uD842二")).Error.Code);

    [Fact]
    public void ASelectorOfAVariant_IsNotDrawn() => Assert.Equal("葛", string.Concat(Set("葛\U000E0100").Glyphs.ToArray().Select(g => g.Rune)));

    [Fact]
    public void ACompatibilityIdeograph_OfAName_StaysItself() => Assert.Equal("\uFA0E", string.Concat(Set("\uFA0E").Glyphs.ToArray().Select(g => g.Rune)));

    [Fact]
    public void EveryCharacter_StandsInTheLines_OnceAndInOrder() =>
        Prop.ForAll(Texts, Gen.Choose(30, 400).ToArbitrary(), (text, measure) =>
        {
            var set = Set(text);
            var lines = new LineBreaker(set.Clusters, measure, 20).Break();
            var next = 0;
            foreach (var line in lines)
            {
                if (line.From != next || line.To > line.Next || line.To < line.From)
                {
                    return false;
                }

                next = line.Next;
            }

            return next == set.Clusters.Length && set.Text == text;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void NoLine_IsWiderThanItsMeasure() =>
        Prop.ForAll(Texts, Gen.Choose(30, 400).ToArbitrary(), (text, measure) =>
        {
            var set = Set(text);
            return new LineBreaker(set.Clusters, measure, 20).Break().TrueForAll(line =>
            {
                var places = Justification.Place(set.Clusters, line, measure, spread: true);
                var hang = line.To > line.From ? set.Clusters[line.To - 1].Right : 0;
                return line.Indent + places[^1] - hang <= measure + 0.01;
            });
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void NoLine_BeginsWithAClosingMark_OrEndsWithAnOpeningOne() =>
        Prop.ForAll(Texts, Gen.Choose(60, 400).ToArbitrary(), (text, measure) =>
        {
            var set = Set(text);
            return new LineBreaker(set.Clusters, measure, 20).Break().TrueForAll(line =>
                line.To == line.From || line.Closes || (!Enders.Contains(Character(set, line.To - 1), StringComparison.Ordinal)
                    && (line.Opens || !Starters.Contains(Character(set, line.From), StringComparison.Ordinal))));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void NoPlace_OfALine_LiesBeforeTheOneBefore() =>
        Prop.ForAll(Texts, Gen.Choose(30, 400).ToArbitrary(), (text, measure) =>
        {
            var set = Set(text);
            return new LineBreaker(set.Clusters, measure, 20).Break().TrueForAll(line =>
            {
                var places = Justification.Place(set.Clusters, line, measure, spread: true);
                return Enumerable.Range(1, places.Length - 1).All(i => places[i] + BlankBefore(set, line.From + i) >= places[i - 1] - 0.001);
            });
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void AnyString_IsSetOrRefused() =>
        Prop.ForAll(Strings, Gen.Choose(1, 200).ToArbitrary(), (text, measure) =>
        {
            try
            {
                var set = Set(text);
                var lines = new LineBreaker(set.Clusters, measure, 20).Break();
                return lines[^1].Next == set.Clusters.Length && lines.TrueForAll(line => Justification.Place(set.Clusters, line, measure, spread: true).All(double.IsFinite));
            }
            catch (PdfException refused)
            {
                return refused.Error.Code == "document.no-glyph";
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void DottedAndLongNames_AreSetWithoutLoss()
    {
        foreach (var name in SharedData.Lines("names", "dotted_and_long_names.csv").Skip(1).Select(l => l.Split(',')[0]))
        {
            Assert.Equal(name, Broken(name, 60).Replace("|", "", StringComparison.Ordinal));
        }
    }

    // An opening mark may reach back over what stands before it with its blank half.
    private static double BlankBefore(TypesetText set, int cluster) => cluster < set.Clusters.Length ? set.Clusters[cluster].Left : 0;

    /// <summary>Sentences as people write them: words with at most a few marks between, in any order.</summary>
    private static Arbitrary<string> Texts { get; } = Gen.Elements(
            "本机关", "决定", "，", "。", "（", "）", "“", "”", "《行政许可法》", "——", "……", "2026年", "A012", " ", "zwfw", "𠮷", "买买提·吐尔逊", "％", "5", "https://zwfw.example.gov.cn/query?case=1", "、", "\n", "no.", "①")
        .ListOf().Select(parts => string.Concat(parts.Aggregate(new List<string>(), (kept, part) =>
        {
            // Three marks in a row happen; ten do not, and no rule can place them in a narrow line.
            if (!(IsMark(part) && kept.Count > 1 && IsMark(kept[^1]) && IsMark(kept[^2])))
            {
                kept.Add(part);
            }

            return kept;
        }))).ToArbitrary();

    /// <summary>Anything: control characters, marks without letters, halves of pairs, selectors, joiners, all kinds of line ends.</summary>
    private static Arbitrary<string> Strings { get; } = Gen.OneOf(
            Gen.Choose(0, 0x2FF).Select(c => ((char)c).ToString()),
            Gen.Choose(0x2000, 0x206F).Select(c => ((char)c).ToString()),
            Gen.Choose(0x3000, 0x9FFF).Select(c => ((char)c).ToString()),
            Gen.Elements("\u0301", "\uD842", "\uDFB7", "𠮷", "\uFE0F", "\u200D", "\r\n", "\u2028", "\uFEFF", "👨\u200D👩", "\u00A0", "\u00AD"))
        .ListOf().Select(string.Concat).ToArbitrary();

    private static bool IsMark(string part) => part.Length <= 2 && part.All(c => (Starters + Enders + "—… \n①5").Contains(c, StringComparison.Ordinal));

    private static string Character(TypesetText set, int cluster) => set.Text[set.Clusters[cluster].Text].ToString();

    private static (TypesetText Set, Line Line) First(string text)
    {
        var set = Set(text);
        return (set, new LineBreaker(set.Clusters, 105, 0).Break()[0]);
    }

    private static string Broken(string text, double measure = 105)
    {
        var set = Set(text);
        var ends = new LineBreaker(set.Clusters, measure, 0).Break().Select(l => l.Next < set.Clusters.Length ? set.Clusters[l.Next].Text : text.Length).ToList();
        return string.Join('|', ends.Zip(ends.Prepend(0), (end, start) => text[start..end]));
    }

    private static TypesetText Set(string text) => Typesetter.Set(FontBook.Shipped, [new StyledText(text, ResolvedStyle.Of(new TextStyle().Size(10)), false)]);
}
