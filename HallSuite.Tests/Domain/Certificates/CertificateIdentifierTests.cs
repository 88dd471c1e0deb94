using FsCheck;
using FsCheck.Fluent;
using HallSuite.Domain.Certificates;
using HallSuite.Tests.TestKit;

namespace HallSuite.Tests.Domain.Certificates;

public class CertificateIdentifierTests
{
    /// <summary>The example of the standard for construction licences, annex A.2.</summary>
    private const string Example = "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.002.S";

    private const string Characters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    [Fact]
    public void Read_AnIdentifier_HasItsParts()
    {
        var read = CertificateIdentifier.Read(Example.ToLowerInvariant() + " ").ShouldPass();
        Assert.Equal(("11100000000013338W011", "11430000006122244L", "20230000403", "002", 'S'), (read.Type, read.Issuer, read.Serial, read.Version, read.Check));
        Assert.Equal(Example, read.ToString());
    }

    [Fact]
    public void Make_FromItsParts_AddsTheCheckCharacter() =>
        Assert.Equal(Example, CertificateIdentifier.Make("11100000000013338W011", "11430000006122244L", "20230000403", 2).ShouldPass().Text);

    [Theory]
    [InlineData("11100000000013338W01", "11430000006122244L", "1", 1)]
    [InlineData("11100000000013338W011", "", "1", 1)]
    [InlineData("11100000000013338W011", "11430000006122244LL", "1", 1)]
    [InlineData("11100000000013338W011", "11430000006122244L", "2023-1", 1)]
    [InlineData("11100000000013338W011", "11430000006122244L", "", 1)]
    [InlineData("11100000000013338W011", "11430000006122244L", "1", 0)]
    [InlineData("11100000000013338W011", "11430000006122244L", "1", 1000)]
    public void Make_FromAPartThatIsWrong_IsRefused(string type, string issuer, string serial, int version) =>
        CertificateIdentifier.Make(type, issuer, serial, version).ShouldBeRefused("certificate-identifier.invalid");

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("1.2.156.3005.3.11100000000013338W011.11430000006122244L.20230000403.002.S")]
    [InlineData("1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.002")]
    [InlineData("1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.02.S")]
    [InlineData("1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.002.SS")]
    [InlineData("1.2.156.3005.2.11100000000013338W011.11430000006122244L.2023中.002.S")]
    public void Read_AnotherForm_IsRefused(string? text) => CertificateIdentifier.Read(text).ShouldBeRefused("certificate-identifier.invalid");

    [Fact]
    public void Read_IdentifiersSeenInPublic_AgreesWithTheirList()
    {
        var vectors = Csv.Read("codes", "ecert_identifier_vectors.csv").ToList();
        Assert.Equal(7, vectors.Count);
        foreach (var row in vectors)
        {
            var read = CertificateIdentifier.Read(row["identifier"]);
            if (row["match"] == "1")
                Assert.Equal(row["identifier"], read.ShouldPass().Text);
            else
                read.ShouldBeRefused("certificate-identifier.check-fails");
        }

        Assert.Equal(5, vectors.Count(row => CertificateIdentifier.Read(row["identifier"]).IsOk));
    }

    [Fact]
    public void Read_OfEveryChangeOfOneCharacter_IsRefused() =>
        Prop.ForAll((from serial in Gen.Elements(Characters.ToCharArray()).ArrayOf(12) from version in Gen.Choose(1, 999) select (serial, version)).ToArbitrary(), x =>
        {
            var text = CertificateIdentifier.Make("11100000000013338W011", "340100", new string(x.serial), x.version).ShouldPass().Text;
            var firstOfSerial = text.Length - 18;
            return Enumerable.Range(firstOfSerial, 12).All(at =>
                Characters.Where(c => c != text[at]).All(c => CertificateIdentifier.Read(text[..at] + c + text[(at + 1)..]).Error?.Code == "certificate-identifier.check-fails"));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Text_OfTheLongestParts_FitsTheLongestText() =>
        Assert.Equal(CertificateIdentifier.LongestText,
            CertificateIdentifier.Make(new string('A', 21), new string('A', CertificateIdentifier.LongestIssuer), new string('A', CertificateIdentifier.LongestSerial), 1).ShouldPass().Text.Length);
}
