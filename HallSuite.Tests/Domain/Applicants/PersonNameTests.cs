using HallSuite.Domain.Applicants;
using HallSuite.Tests.TestKit;

namespace HallSuite.Tests.Domain.Applicants;

public class PersonNameTests
{
    [Theory]
    [InlineData("买买提•吐尔逊", "买买提·吐尔逊")]
    [InlineData("买买提・吐尔逊", "买买提·吐尔逊")]
    [InlineData("买买提･吐尔逊", "买买提·吐尔逊")]
    [InlineData("买买提‧吐尔逊", "买买提·吐尔逊")]
    [InlineData("买买提\u0387吐尔逊", "买买提·吐尔逊")]
    [InlineData("买买提᛫吐尔逊", "买买提·吐尔逊")]
    [InlineData("买买提.吐尔逊", "买买提·吐尔逊")]
    [InlineData("买买提．吐尔逊", "买买提·吐尔逊")]
    [InlineData("\U00020087.吐尔逊", "\U00020087·吐尔逊")]
    [InlineData("买买提。吐尔逊", "买买提·吐尔逊")]
    [InlineData("买买提ㆍ吐尔逊", "买买提·吐尔逊")]
    [InlineData("买买提●吐尔逊", "买买提·吐尔逊")]
    [InlineData("买买提 · 吐尔逊", "买买提·吐尔逊")]
    [InlineData("艾哈迈德\u3000•\u3000买买提• 买买提", "艾哈迈德·买买提·买买提")]
    [InlineData("Maria · Smith", "Maria · Smith")]
    [InlineData("陈敏. 陈丽", "陈敏. 陈丽")]
    [InlineData("·陈敏", "·陈敏")]
    [InlineData("  陈敏\u3000", "陈敏")]
    [InlineData("John B. Smith", "John B. Smith")]
    [InlineData("陈敏.", "陈敏.")]
    public void Of_WhenDotsDiffer_WritesTheOneSeparator(string typed, string name) => Assert.Equal(name, PersonName.Of(typed).ShouldPass().Text);

    [Theory]
    [InlineData("㛃䶮")]
    [InlineData("𬱖𬴂")] // beyond the BMP
    [InlineData("\uFA0E\uF91D")] // compatibility ideographs, which normalisation would replace
    [InlineData("葛\U000E0100飾")] // a variation selector
    [InlineData("e\u0301tienne")]
    [InlineData("\uE815")] // private use: old systems keep characters there
    public void Of_WhenCharactersAreRare_LeavesThemAlone(string name) => Assert.Equal(name, PersonName.Of(name).ShouldPass().Text, StringComparer.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData(null)]
    [InlineData("陈\u0000敏")]
    [InlineData("陈\n敏")]
    [InlineData("陈\u202E敏")]
    public void Of_WhenItIsNoName_IsRefused(string? typed) => PersonName.Of(typed).ShouldBeRefused("name.invalid");

    [Fact]
    public void Of_WhenASurrogateIsHalf_IsRefused()
    {
        PersonName.Of("陈" + '\uD842').ShouldBeRefused("name.invalid");
        PersonName.Of('\uDC87' + "敏").ShouldBeRefused("name.invalid");
    }

    [Fact]
    public void Of_WhenItHasAHundredRareCharacters_IsAcceptedAndOneMoreIsRefused()
    {
        var hundred = string.Concat(Enumerable.Repeat("\U00020087", 100));
        PersonName.Of(hundred).ShouldPass();
        PersonName.Of(hundred + "敏").ShouldBeRefused("name.invalid");
    }

    [Theory]
    [InlineData("陈", "*")]
    [InlineData("陈敏", "陈*")]
    [InlineData("陈小敏", "陈*敏")]
    [InlineData("𬱖𬴂", "𬱖*")]
    [InlineData("𬱖小𬴂", "𬱖*𬴂")]
    [InlineData("葛\U000E0100小飾", "葛\U000E0100*飾")]
    [InlineData("买买提·吐尔逊", "买*****逊")]
    public void Mask_OfAName_NeverCutsACharacter(string name, string mask)
    {
        Assert.Equal(mask, PersonName.Of(name).ShouldPass().Mask(), StringComparer.Ordinal);
        Assert.DoesNotContain(name, PersonName.Of(name).ShouldPass().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_WhenNamesAreReal_KeepsEveryCharacter()
    {
        foreach (var name in SharedData.Lines("names", "long_names.txt").Where(l => l.Trim().Length > 0))
            Assert.Equal(name.Trim(), PersonName.Of(name).ShouldPass().Text, StringComparer.Ordinal);
        foreach (var line in SharedData.Lines("names", "dotted_and_long_names.csv").Skip(1).Where(l => l.Length > 0))
        {
            var name = line.Split(',')[0];
            Assert.Equal(name.Replace('\u30FB', '·'), PersonName.Of(name).ShouldPass().Text, StringComparer.Ordinal);
        }
    }

    [Fact]
    public void Of_WhenItHasAnyStandardCharacter_KeepsIt()
    {
        foreach (var line in SharedData.Lines("names", "general_standard_characters.csv").Skip(1).Where(l => l.Length > 0))
        {
            var name = "陈" + line.Split(',')[1];
            Assert.Equal(name, PersonName.Of(name).ShouldPass().Text, StringComparer.Ordinal);
            Assert.Equal("陈*", PersonName.Of(name).ShouldPass().Mask());
        }
    }
}
