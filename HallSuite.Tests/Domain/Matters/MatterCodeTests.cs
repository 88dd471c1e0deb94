using HallSuite.Domain.Matters;
using HallSuite.Tests.TestKit;

namespace HallSuite.Tests.Domain.Matters;

public class MatterCodeTests
{
    [Fact]
    public void Of_ALongCode_HasItsParts()
    {
        var code = MatterCode.Of(" 11440000006939756b244010100700002 ").ShouldPass();
        Assert.Equal(("11440000006939756B", 2, "440101007000", "02"), (code.Authority, code.Level, code.Basic, code.Suffix));
        Assert.Equal("11440000006939756B244010100700002", code.ToString());
        Assert.True(code.AuthorityIsSound);
    }

    [Fact]
    public void Of_AShortCode_HasNoSuffix() => Assert.Equal("", MatterCode.Of("11440000006939756B2440101007000").ShouldPass().Suffix);

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("11440000006939756B244010100700")]
    [InlineData("11440000006939756B24401010070000")]
    [InlineData("11440000006939756B2440101007000023")]
    public void Of_AnotherLength_IsRefused(string? typed) => MatterCode.Of(typed).ShouldBeRefused("matter-code.length");

    [Theory]
    [InlineData("11440000006939756B0440101007000")] // level 0
    [InlineData("11440000006939756BX440101007000")] // no level
    [InlineData("11440000006939756B24401010070000A")] // a suffix is digits
    [InlineData("11440000006939756B2440101-07000")]
    [InlineData("11440000006939756B2440101００7000")]
    public void Of_OtherCharacters_IsRefused(string typed) => MatterCode.Of(typed).ShouldBeRefused("matter-code.invalid");

    [Fact]
    public void Of_WhenCodesAreReal_ReadsEveryOneOfThem()
    {
        var matters = Csv.Read("matters", "matters.csv").ToList();
        Assert.Equal(2262, matters.Count);
        foreach (var row in matters)
        {
            var code = MatterCode.Of(row["impl_code"]).ShouldPass();
            Assert.Equal((row["impl_code"], row["dept_uscc"], row["basic_code"]), (code.Text, code.Authority, code.Basic));
            Assert.Equal(row["level"] == "省级" ? 2 : 3, code.Level);
            Assert.Equal(row["dept_uscc_valid"] == "1", code.AuthorityIsSound);
        }

        Assert.Equal(363, matters.Count(row => MatterCode.Of(row["impl_code"]).Value.Suffix.Length == 2));
    }
}
