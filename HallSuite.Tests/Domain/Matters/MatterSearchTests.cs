using HallSuite.Domain.Matters;

namespace HallSuite.Tests.Domain.Matters;

public sealed class MatterSearchTests
{
    [Theory]
    [InlineData("食品 经营（新办）", "食品经营(新办)")]
    [InlineData("ＶＩＰ　abc", "VIPABC")]
    [InlineData("㎡", "M2")]
    [InlineData("𠮷野家", "𠮷野家")]
    public void Plain_BringsTextToOneForm(string text, string plain) => Assert.Equal(plain, MatterSearch.Plain(text));

    [Fact]
    public void Plain_HalfASurrogatePair_BecomesTheSignForIt() => Assert.Equal("\uFFFD", MatterSearch.Plain("\uD842"));

    [Fact]
    public void WordsOf_AreDistinct_AndOfAnyBlank() => Assert.Equal(["食品", "A"], MatterSearch.WordsOf(" 食品　a\tA "));

    [Fact]
    public void WordsOf_NothingTyped_AreNone() => Assert.Empty(MatterSearch.WordsOf(null));

    [Fact]
    public void KeyOf_AFreakOfAName_IsCutBetweenCharacters()
    {
        // One sign becomes eighteen letters.
        var key = MatterSearch.KeyOf(string.Concat(Enumerable.Repeat("\uFDFA", 200)), "CODE");

        Assert.Equal(MatterSearch.KeyLength, key.Length);
        Assert.Equal(MatterSearch.KeyLength - 1, MatterSearch.KeyOf($"甲{string.Concat(Enumerable.Repeat("𠮷", 400))}", "CODE").Length);
    }
}
