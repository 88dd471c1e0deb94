using HallSuite.Domain.Matters;
using HallSuite.Tests.TestKit;
using static HallSuite.Tests.Domain.Matters.Standards;

namespace HallSuite.Tests.Domain.Matters;

public class MatterTests
{
    [Fact]
    public void Create_IsInUseAndListsEachObjectOnce()
    {
        var matter = NewMatter(Details("  经营许可 ", ApplicantKind.Company, ApplicantKind.Natural, ApplicantKind.Company));
        Assert.True(matter.Active);
        Assert.Equal("经营许可", matter.Name);
        Assert.Equal("11440000006939756B2440101007000", matter.Code);
        Assert.Equal([ApplicantKind.Natural, ApplicantKind.Company], matter.Objects);
        Assert.True(matter.Serves(ApplicantKind.Company));
        Assert.False(matter.Serves(ApplicantKind.Authority));
    }

    [Fact]
    public void Create_WhenTheCodeIsTaken_IsRefusedAndNamesIt() =>
        Assert.Equal(Code.Text, Assert.Single(Matter.Create(Trade, Code, MatterKind.Licence, Market, Details(), codeTaken: true).ShouldBeRefused("matter.code-taken").Arguments));

    [Theory]
    [InlineData("")]
    [InlineData("两\n行")]
    public void Create_WhenTheNameIsNoLine_IsRefused(string name) =>
        Matter.Create(Trade, Code, MatterKind.Licence, Market, Details(name), codeTaken: false).ShouldBeRefused("matter.name-invalid");

    [Fact]
    public void Describe_TellsHowItCanBeAppliedFor()
    {
        var matter = NewMatter();
        Assert.Equal((true, true, true, 1), (matter.Online, matter.Booking, matter.Courier, matter.Visits));
        matter.Describe(new MatterDetails("经营许可", " 食品 ", [ApplicantKind.Natural], 0, false, true, false, "二楼")).ShouldPass();
        Assert.Equal((false, true, false, 0, "食品", "二楼"), (matter.Online, matter.Booking, matter.Courier, matter.Visits, matter.Theme, matter.Place));
    }

    [Fact]
    public void Describe_WhenItServesNobody_IsRefused() => NewMatter().Describe(Details() with { Objects = [] }).ShouldBeRefused("matter.serves-nobody");

    [Theory]
    [InlineData(-1)]
    [InlineData(21)]
    public void Describe_WhenTheVisitsMakeNoSense_IsRefused(int visits) => NewMatter().Describe(Details() with { Visits = visits }).ShouldBeRefused("matter.visits-invalid");

    [Fact]
    public void Describe_WhenThePlaceIsTooLong_IsRefusedAndChangesNothing()
    {
        var matter = NewMatter();
        matter.Describe(Details("别的名字") with { Place = new string('长', Matter.PlaceLength + 1) }).ShouldBeRefused("matter.text-invalid");
        Assert.Equal("经营许可", matter.Name);
    }

    [Fact]
    public void Deactivate_AndReactivate_AreDoneOnce()
    {
        var matter = NewMatter();
        matter.Reactivate().ShouldBeRefused("matter.wrong-state");
        matter.Deactivate().ShouldPass();
        Assert.False(matter.Active);
        matter.Deactivate().ShouldBeRefused("matter.wrong-state");
        matter.Reactivate().ShouldPass();
        Assert.True(matter.Active);
    }
}
