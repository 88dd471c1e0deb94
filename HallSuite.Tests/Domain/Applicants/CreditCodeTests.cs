using FsCheck;
using FsCheck.Fluent;
using HallSuite.Domain.Applicants;
using HallSuite.Tests.TestKit;

namespace HallSuite.Tests.Domain.Applicants;

public class CreditCodeTests
{
    private const string Set = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    [Theory]
    [InlineData("91350100M000100Y43")] // the worked example of GB 32100-2015
    [InlineData("114400007592141270")] // check value 0: the weighted sum is a multiple of 31
    [InlineData("124400007545493230")]
    [InlineData("914400001903802690")]
    [InlineData("11511301MB0T669970")]
    [InlineData(" 91350100m000100y43 ")]
    [InlineData("９１３５０１００Ｍ０００１００Ｙ４３")]
    [InlineData("91350100-M000100Y4-3")]
    public void Of_WhenTheCodeIsValid_HasNoWarning(string typed)
    {
        var code = CreditCode.Of(typed).ShouldPass();
        Assert.Null(code.Warning);
        Assert.Matches("^[0-9A-Z]{18}$", code.Text);
    }

    [Theory]
    [InlineData("13440000515356094L", CreditCodeWarning.CheckCharacter)] // as published
    [InlineData("TE440000GD030003VV", CreditCodeWarning.Letters)] // a temporary code
    [InlineData("91350100M000100Y4Z", CreditCodeWarning.Letters)]
    [InlineData("91350100M000100Y44", CreditCodeWarning.CheckCharacter)]
    public void Of_WhenTheCheckFails_Warns(string typed, CreditCodeWarning warning) => Assert.Equal(warning, CreditCode.Of(typed).ShouldPass().Warning);

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("9133000073600620X")]
    [InlineData("91350100M000100Y433")]
    [InlineData("91350100M000100Y4·")]
    [InlineData("91350100M000100Y4中")]
    public void Of_WhenItIsNotEighteenCharacters_IsRefused(string? typed) => CreditCode.Of(typed).ShouldBeRefused("credit-code.invalid");

    [Fact]
    public void Of_WhenCodesAreReal_WarnsAboutTheTwoThatAreWrong()
    {
        var codes = Csv.Read("codes", "uscc_government_orgs.csv").ToList();
        Assert.Equal(217, codes.Count);
        Assert.All(codes, row => Assert.Equal(row["mod31_valid"] == "1", CreditCode.Of(row["code"]).ShouldPass().Warning is null));
        Assert.Equal(2, codes.Count(row => CreditCode.Of(row["code"]).Value.Warning is not null));
    }

    [Fact]
    public void Of_WhenCodesAreSeenInPublic_AgreesWithTheirList()
    {
        var codes = Csv.Read("codes", "uscc_vectors.csv").ToList();
        Assert.Equal(35, codes.Count);
        foreach (var row in codes)
            Assert.True((row["mod31_valid"] == "1") == (CreditCode.Of(row["code"]) is { IsOk: true, Value.Warning: null }), row["code"]);
    }

    /// <summary>The definition: the sum of the first 17 values times 3^i, and the last value, make a multiple of 31. Every change of one character breaks it.</summary>
    [Fact]
    public void Of_AnyChangeOfOneCharacter_Warns() =>
        Prop.ForAll(Gen.Elements(Set.ToCharArray()).ArrayOf(17).ToArbitrary(), body =>
        {
            var sum = 0;
            for (var i = 16; i >= 0; i--)
                sum = sum * 3 % 31 + Set.IndexOf(body[i]);
            var code = new string(body) + Set.Single(c => (sum + Set.IndexOf(c)) % 31 == 0);
            return CreditCode.Of(code).ShouldPass().Warning is null && Enumerable.Range(0, 18).All(at =>
                Set.Where(c => c != code[at]).All(c => CreditCode.Of(code[..at] + c + code[(at + 1)..]).ShouldPass().Warning == CreditCodeWarning.CheckCharacter));
        }).QuickCheckThrowOnFailure();
}
