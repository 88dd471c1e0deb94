using FsCheck;
using FsCheck.Fluent;
using HallSuite.Domain.Applicants;
using HallSuite.Tests.TestKit;

namespace HallSuite.Tests.Domain.Applicants;

public class IdentityNumbersTests
{
    private static readonly DateOnly Today = new(2026, 9, 28);

    private static readonly int[] Provinces =
        [11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83, 91];

    private static Gen<string> ValidNumbers =>
        from province in Gen.Elements(Provinces)
        from county in Gen.Choose(0, 9999)
        from day in Gen.Choose(0, Today.DayNumber - new DateOnly(1870, 1, 1).DayNumber)
        from order in Gen.Choose(0, 999)
        let digits = $"{province}{county:0000}{new DateOnly(1870, 1, 1).AddDays(day):yyyyMMdd}{order:000}"
        select digits + IdentityNumbers.CheckCharacter(digits);

    [Theory]
    [InlineData("11010519491231002X")] // the example of GB 11643-1999
    [InlineData("440524188001010014")] // the other one
    [InlineData("11010519491231002x")]
    [InlineData("１１０１０５１９４９１２３１００２Ｘ")]
    [InlineData(" 110105 19491231 002X\u3000")]
    [InlineData("\u200B11010519491231002X\uFEFF")]
    public void Read_WhenTheNumberIsValid_NormalisesIt(string typed)
    {
        var number = IdentityNumbers.Read(IdentityType.Citizen, typed, Today).ShouldPass();
        Assert.Matches("^[0-9]{17}[0-9X]$", number);
    }

    [Theory]
    [InlineData("", IdentityFault.Length)]
    [InlineData(null, IdentityFault.Length)]
    [InlineData("1101051949123100", IdentityFault.Length)]
    [InlineData("110105194912310021234", IdentityFault.Length)]
    [InlineData("110105491231002", IdentityFault.FirstGeneration)]
    [InlineData("1101051949123100XX", IdentityFault.Characters)]
    [InlineData("11010519491231002Y", IdentityFault.Characters)]
    [InlineData("1101051949123100٢X", IdentityFault.Characters)] // an Arabic digit is a digit elsewhere
    [InlineData("10010519491231002X", IdentityFault.Region)]
    [InlineData("99010519491231002X", IdentityFault.Region)]
    [InlineData("110105194913310020", IdentityFault.BirthDate)]
    [InlineData("110105190002290020", IdentityFault.BirthDate)] // 1900 was no leap year
    [InlineData("110105186912310020", IdentityFault.BirthDate)]
    [InlineData("110105202609290020", IdentityFault.BirthDate)] // tomorrow
    [InlineData("110105194912310021", IdentityFault.CheckDigit)]
    public void Read_WhenTheNumberIsWrong_SaysWhy(string? typed, IdentityFault fault)
    {
        var error = IdentityNumbers.Read(IdentityType.Citizen, typed, Today).ShouldBeRefused("id-number.invalid");
        Assert.Equal(fault, Assert.Single(error.Arguments));
    }

    [Theory]
    [InlineData("1101052000022900")]
    [InlineData("1101052026092800")]
    [InlineData("6532211990010100")] // Hotan county by a code abolished long ago
    public void Read_WhenTheDayIsRare_Accepts(string start)
    {
        var digits = start + "1";
        IdentityNumbers.Read(IdentityType.Citizen, digits + IdentityNumbers.CheckCharacter(digits), Today).ShouldPass();
    }

    [Fact]
    public void Read_OfEveryValidNumber_AcceptsAndMasks() =>
        Prop.ForAll(ValidNumbers.ToArbitrary(), number =>
        {
            var document = IdentityDocument.Of(IdentityType.Citizen, number, Today).ShouldPass();
            return document.Number == number && document.Mask() == number[..3] + "***********" + number[^4..] && document.ToString() == document.Mask();
        }).QuickCheckThrowOnFailure();

    /// <summary>The definition of ISO 7064 MOD 11-2, digit by digit, instead of the table of weights.</summary>
    [Fact]
    public void CheckCharacter_OfAnyDigits_MakesTheWholeOneModulo11() =>
        Prop.ForAll(ValidNumbers.ToArbitrary(), number =>
            number.Aggregate(0, (sum, c) => (sum * 2 + (c == 'X' ? 10 : c - '0')) % 11) == 1).QuickCheckThrowOnFailure();

    [Fact]
    public void Read_OfEveryChangeOfOneCharacter_Refuses() =>
        Prop.ForAll(ValidNumbers.ToArbitrary(), number => Enumerable.Range(0, 18).All(at =>
            "0123456789X".Where(c => c != number[at]).All(c =>
                !IdentityNumbers.Read(IdentityType.Citizen, number[..at] + c + number[(at + 1)..], Today).IsOk))).QuickCheckThrowOnFailure();

    [Fact]
    public void Read_OfTwoNeighboursSwapped_Refuses() =>
        Prop.ForAll(ValidNumbers.ToArbitrary(), number => Enumerable.Range(0, 16).All(at =>
            number[at] == number[at + 1] ||
            !IdentityNumbers.Read(IdentityType.Citizen, number[..at] + number[at + 1] + number[at] + number[(at + 2)..], Today).IsOk)).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(IdentityType.Passport, "e12345678", "E12345678")]
    [InlineData(IdentityType.Passport, "EA1234567", "EA1234567")]
    [InlineData(IdentityType.Passport, "C01X00T47", "C01X00T47")]
    [InlineData(IdentityType.HkMacao, "h12345678", "H12345678")]
    [InlineData(IdentityType.HkMacao, "M1234567801", "M1234567801")]
    [InlineData(IdentityType.HkMacao, "12345678", "12345678")]
    [InlineData(IdentityType.Taiwan, "12345678", "12345678")]
    [InlineData(IdentityType.Taiwan, "0012345601（B）", "0012345601B")]
    public void Read_OfAnotherDocument_Normalises(IdentityType type, string typed, string number) =>
        Assert.Equal(number, IdentityNumbers.Read(type, typed, Today).ShouldPass());

    [Theory]
    [InlineData(IdentityType.Passport, "E123")]
    [InlineData(IdentityType.Passport, "ABCDEFGH")]
    [InlineData(IdentityType.Passport, "E1234567890123456")]
    [InlineData(IdentityType.Passport, "E1234-5678")]
    [InlineData(IdentityType.HkMacao, "K12345678")]
    [InlineData(IdentityType.HkMacao, "H123456789")]
    [InlineData(IdentityType.HkMacao, "")]
    [InlineData(IdentityType.Taiwan, "1234567")]
    [InlineData(IdentityType.Taiwan, "12345678A")]
    public void Read_OfAnotherDocumentThatIsWrong_Refuses(IdentityType type, string typed) =>
        IdentityNumbers.Read(type, typed, Today).ShouldBeRefused("id-number.invalid");

    [Fact]
    public void Overridden_WhenOnlyTheCheckFails_Accepts() =>
        Assert.Equal("110105194912310021", IdentityDocument.Overridden("110105194912310021", Today).ShouldPass().Number);

    [Fact]
    public void Overridden_WhenTheFormIsWrong_IsRefused() => IdentityDocument.Overridden("11010519491231", Today).ShouldBeRefused("id-number.invalid");

    [Theory]
    [InlineData(IdentityType.Passport, "E12345678", "E*****678")]
    [InlineData(IdentityType.Passport, "A1234", "A***4")]
    [InlineData(IdentityType.Taiwan, "12345678", "1****678")]
    [InlineData(IdentityType.Citizen, "", "")]
    public void MaskOf_AnotherDocument_ShowsItsEnds(IdentityType type, string number, string mask) => Assert.Equal(mask, IdentityDocument.MaskOf(type, number));

    [Theory]
    [InlineData("13812345678")]
    [InlineData("+86 138-1234-5678")]
    [InlineData("８６１３８１２３４５６７８")]
    [InlineData("008613812345678")]
    public void Phone_WhenMobile_IsReadAndMasked(string typed) => Assert.Equal("138****5678", PhoneNumber.Of(typed).ShouldPass().Mask());

    [Theory]
    [InlineData("12345678901")]
    [InlineData("1381234567")]
    [InlineData("02161234567")]
    [InlineData("")]
    public void Phone_WhenNotMobile_IsRefused(string typed) => PhoneNumber.Of(typed).ShouldBeRefused("phone.invalid");
}
