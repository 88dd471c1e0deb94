using System.Text;
using HallSuite.Infrastructure.Platform.Pdf.Fonts;

namespace HallSuite.Tests.Pdf.Fonts;

/// <summary>What the private characters of GBK mean.</summary>
public sealed class LegacyCharactersTests
{
    [Theory]
    [InlineData("王\uE863", "王䶮")]
    [InlineData("\uE815\uE816\uE831\uE855\uE864", "⺁\U00020087\U000215D7\U000241FE\u9FBB")]
    [InlineData("\uE78D\uE796", "\uFE10\uFE19")]
    [InlineData("\uE7C7\uE7C8", "ḿǹ")]
    public void ToUnicode_APrivateCharacterOfTheTable_IsTheOneItMeans(string old, string meant) => Assert.Equal(meant, LegacyCharacters.ToUnicode(old));

    [Theory]
    [InlineData("")]
    [InlineData("买买提·吐尔逊")]
    [InlineData("𠮷\uE000\uE814\uE865\uE797\uF8FF")]
    public void ToUnicode_AnythingElse_Stays(string text) => Assert.Equal(text, LegacyCharacters.ToUnicode(text));

    [Fact]
    public void ToUnicode_TheWholeTable_MeansNinetyTwoDifferentCharactersThatCanBeDrawn()
    {
        var meant = Enumerable.Range(0xE766, 0xE865 - 0xE766).Select(c => ((char)c).ToString()).Where(c => LegacyCharacters.ToUnicode(c) != c)
            .Select(c => LegacyCharacters.ToUnicode(c).EnumerateRunes().Single()).ToList();
        Assert.Equal(92, meant.Distinct().Count());
        Assert.All(meant, rune => FontBook.Shipped.Find(FontStyle.Song, rune));
    }
}
